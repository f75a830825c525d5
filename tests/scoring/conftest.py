from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.standings.results import Results

if TYPE_CHECKING:
    pass

Run = Callable[..., tuple[Results | None, list[Finding]]]


def make_criteria(*items: dict[str, Any], **more: Any) -> Criteria:
    """Criteria of the given items; a name is made from the id."""
    return Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})


def item(kind: str, id: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": id, "name": f"Tiêu chí {id}", **more}


@pytest.fixture
def criteria_of() -> Callable[..., Criteria]:
    return make_criteria


@pytest.fixture
def criterion() -> Callable[..., dict[str, Any]]:
    return item
