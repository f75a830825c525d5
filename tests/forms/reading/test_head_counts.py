"""Head counts on a form: asked for where told to, read back as those of a table of units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from thidua_cli.forms.blueprint import blueprint
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.words import count_names
from thidua_cli.forms.writing.writer import marks_for, write_form
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary


def test_the_names_are_those_of_tables() -> None:
    known = vocabulary().head_counts
    assert {heading_key(name): id for id, name in count_names().items()}.items() <= known.items()


def test_head_counts_are_read_back(criteria_of: Any, read_back: Any, tmp_path: Path) -> None:
    criteria = criteria_of({"kind": "direct", "id": "c1", "max": 10})
    form, unit, path = blueprint(criteria, "", (), counts=True), FormUnit("Sở A"), tmp_path / "f.xlsx"
    path.write_bytes(write_form(form, unit))
    book, cells = openpyxl.load_workbook(path), marks_for(form, unit).cells
    sheet = book["Biểu chấm điểm"]
    sheet[cells["c1", "value"]] = 9
    for id, count in (("tong_so", 20), ("ldtt", 18), ("cstdcs", 2)):
        sheet[cells[f"@count.{id}", "value"]] = count
    book.save(path)
    table, findings = read_back(criteria, path)
    assert findings == []
    (counts,) = table.head_counts
    assert (counts.unit, dict(counts.values)) == ("Sở A", {"tong_so": 20, "ldtt": 18, "cstdcs": 2})


def test_without_being_told_a_form_asks_for_none(criteria_of: Any) -> None:
    form = blueprint(criteria_of({"kind": "direct", "id": "c1", "max": 10}), "", ())
    assert [line.key for line in form.lines] == ["c1"]
