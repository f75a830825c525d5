from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.forms.blueprint import Blueprint, blueprint
from thidua_cli.forms.reading.form_reader import FormReader
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.writing.writer import marks_for, write_form
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.gathering import gather
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.input_table import InputTable
from thidua_cli.scoring.inputs.joining import join
from thidua_cli.scoring.inputs.layers import layers_of
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import column_letters


def _beside(name: str) -> Any:
    """A module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"forms_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = sys.modules.setdefault(spec.name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


Sheet = _beside("sheet_arithmetic").Sheet


def make_criteria(*items: dict[str, Any], **more: Any) -> Criteria:
    """Criteria of the given items; a name is made from the id."""
    named = [_named(item) for item in items]
    return Criteria.model_validate({"thidua": "1", "name": "Bảng thử", "criteria": named, **more})


def _named(item: dict[str, Any]) -> dict[str, Any]:
    inner = {"items": [_named(one) for one in item["items"]]} if "items" in item else {}
    return {"name": f"Tiêu chí {item['id']}"} | item | inner


class Filling:
    """A form of some criteria, filled in with openpyxl as a person would."""

    def __init__(self, criteria: Criteria, unit: FormUnit, *, layers: bool = False) -> None:
        self.criteria, self.unit = criteria, unit
        self.form: Blueprint = blueprint(criteria, "", layers_of(criteria) if layers else ())
        self.book = openpyxl.load_workbook(BytesIO(write_form(self.form, unit)))
        self.cells = marks_for(self.form, unit).cells
        self.sheet = self.book["Biểu chấm điểm"]

    def put(self, values: Mapping[str, Any], role: str = "value") -> Filling:
        for line, value in values.items():
            self.sheet[self.cells[line, role]] = float(value) if isinstance(value, Decimal) else value
        return self

    def place(self, line: str, role: str = "points") -> str:
        at = next(at for at, each in enumerate(self.form.lines) if each.key == line)
        return f"{column_letters(self.form.at[role])}{self.form.rows[at] + 1}"

    def total(self, role: str = "points") -> str:
        return f"{column_letters(self.form.at[role])}{self.form.total_row + 1}"

    def shown(self) -> Callable[[str], Any]:
        """What the cells show, computed exactly: by the key of a line, `total` for the total."""
        cells = {cell.coordinate: cell.value for row in self.sheet for cell in row}
        sheet = Sheet(cells)

        def value(line: str, role: str = "points") -> Fraction | str | None:
            if line == "total":
                return sheet.value(self.total(role))
            return sheet.value(self.place(line, role))

        return value

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def read_forms(criteria: Criteria, *paths: Path) -> tuple[InputTable | None, list[Finding]]:
    """What filled forms tell."""
    log = FindingLog()
    headings = Headings(criteria)
    reader = FormReader(headings)
    told = [each for path in paths for each in reader.read(path, path.name, log)]
    reader.close(log)
    table = None
    if told:
        table = join([gather(told, headings, Span(paths[0].name), log)], log)
    return table, log.close()


def score_forms(criteria: Criteria, *paths: Path) -> Results:
    """The results of filled forms."""
    table, _ = read_forms(criteria, *paths)
    assert table is not None
    return score(criteria, table)[0]


@pytest.fixture(scope="session")
def criteria_of() -> Callable[..., Criteria]:
    return make_criteria


@pytest.fixture(scope="session")
def sheet_of() -> Any:
    return Sheet


@pytest.fixture(scope="session")
def filling() -> type[Filling]:
    return Filling


@pytest.fixture(scope="session")
def read_back() -> Callable[..., tuple[InputTable | None, list[Finding]]]:
    return read_forms


@pytest.fixture(scope="session")
def scored() -> Callable[..., Results]:
    return score_forms
