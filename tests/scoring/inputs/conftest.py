from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.input_table import InputTable
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import Table

if TYPE_CHECKING:
    from pathlib import Path

Told = tuple[InputTable | None, list[Finding]]
Tell = Callable[..., Told]
LEAVES = [
    {"kind": "yes_no", "id": "nhiem-vu", "name": "Nhiệm vụ", "max": "1"},
    {"kind": "proportional", "id": "giai-ngan", "name": "Giải ngân", "max": "20", "target": "100"},
]


def criteria_of(*items: dict[str, Any], **more: Any) -> Criteria:
    return Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items or LEAVES), **more})


@pytest.fixture
def criteria() -> Callable[..., Criteria]:
    """Criteria of the given items, else a yes or no (`nhiem-vu`) and a share (`giai-ngan`)."""
    return criteria_of


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Table]:
    """A table from CSV text."""

    def write_and_read(text: str, name: str = "u.csv") -> Table:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        read, _ = read_table(path, name)
        assert read is not None
        return read

    return write_and_read


@pytest.fixture
def tell(table: Callable[..., Table]) -> Tell:
    """What CSV texts tell, one file each."""

    def read(*texts: str, items: tuple[dict[str, Any], ...] = (), **more: Any) -> Told:
        tables = [table(text, f"{number}.csv") for number, text in enumerate(texts, start=1)]
        return inputs_of(criteria_of(*items, **more), tables)

    return read
