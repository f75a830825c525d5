from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.results.results import Results
from thidua_cli.scoring.score import score
from thidua_cli.tables.reader import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.tables.table import Table

Run = Callable[..., tuple[Results | None, list[Finding]]]


def make_criteria(*items: dict[str, Any], **more: Any) -> Criteria:
    """Criteria of the given items; a name is made from the id."""
    return Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})


def item(kind: str, id: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "id": id, "name": f"Tiêu chí {id}", **more}


def score_table(criteria: Criteria, *tables: Table) -> tuple[Results | None, list[Finding]]:
    """Read tables as inputs and score them, with everything found on the way."""
    inputs, findings = inputs_of(criteria, tables)
    if inputs is None:
        return None, findings
    results, problems = score(criteria, inputs)
    return results, findings + problems


@pytest.fixture
def tabulate(tmp_path: Path) -> Callable[[str], Table]:
    """A table from CSV text."""

    def write_and_read(text: str) -> Table:
        path = tmp_path / "u.csv"
        path.write_text(text, "utf-8")
        table, _ = read_table(path, "u.csv")
        assert table is not None
        return table

    return write_and_read


@pytest.fixture
def run(tabulate: Callable[[str], Table]) -> Run:
    """Score CSV text by criteria."""

    def run_score(text: str, *items: dict[str, Any], **more: Any) -> tuple[Results | None, list[Finding]]:
        return score_table(make_criteria(*items, **more), tabulate(text))

    return run_score


@pytest.fixture
def criteria_of() -> Callable[..., Criteria]:
    return make_criteria


@pytest.fixture
def criterion() -> Callable[..., dict[str, Any]]:
    return item
