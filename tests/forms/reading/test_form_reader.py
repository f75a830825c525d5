"""Forms read back: the same results as a table, and a finding at the cell for whatever was done to them."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from thidua_cli.forms.blueprint import blueprint
from thidua_cli.forms.reading.recognition import is_form
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.writing.writer import write_form
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.score import score
from thidua_cli.tables.reader import read_table

LADDER = [{"to": 0, "points": 5}, {"above": 0, "points": 1}]
ITEMS: list[dict[str, Any]] = [
    {"kind": "proportional", "id": "c1", "max": 30, "target_column": "Chỉ tiêu thu", "unit": "%"},
    {"kind": "yes_no", "id": "c2", "max": 5, "evidence": "required"},
    {"kind": "deadline", "id": "c3", "max": 5, "due": "2022-11-05", "ladder": LADDER},
    {"kind": "penalty", "id": "c4", "point": 1, "exempt_column": "Tự báo", "blank": "zero"},
    {"kind": "relative", "id": "c5", "max": 10},
]  # fmt: skip
MORE: dict[str, Any] = {
    "cluster_column": "Cụm",
    "vetoes": [{"id": "v", "name": "Có kỷ luật"}],
    "grades": [{"name": "Tốt", "from": 0}],
}
CSV = """don_vi;c1;Chỉ tiêu thu;c2;c2.minh_chung;c3;c4;Tự báo;c5;Cụm;v
Sở A;95,5;98;Có;QĐ 12;05/11/2022;3;1;7,25;Khối 1;Không
Sở B;97;98;Có;;06/11/2022;;;8;Khối 1;Không
"""


@pytest.fixture
def one(criteria_of: Any, filling: Any) -> Any:
    """A form of two criteria with the first filled in."""
    criteria = criteria_of(
        {"kind": "direct", "id": "c1", "max": 10}, {"kind": "direct", "id": "c2", "max": 10}
    )
    return filling(criteria, FormUnit("Sở A")).put({"c1": 9.5})


def codes(findings: Any) -> list[tuple[str, str]]:
    return [(finding.code, finding.variant) for finding in findings]


def test_forms_give_the_results_of_the_table_with_the_same_values(
    criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    criteria = criteria_of(*ITEMS, **MORE)
    first = filling(criteria, FormUnit("Sở A", cluster="Khối 1", targets={"c1.target": Decimal(98)}))
    first.put(
        {
            "c1": 95.5,
            "c2": "Có",
            "c3": date(2022, 11, 5),
            "c4": 3,
            "c4.exempt": 1,
            "c5": 7.25,
            "@veto.v": "Không",
        }
    )
    first.put({"c2": "QĐ 12"}, "evidence")
    second = filling(criteria, FormUnit("Sở B", cluster="Khối 1")).put({"c1": 98}, "target")
    second.put({"c1": 97, "c2": "Có", "c3": date(2022, 11, 6), "c5": 8, "@veto.v": "Không"})
    forms = scored(criteria, first.save(tmp_path / "a.xlsx"), second.save(tmp_path / "b.xlsx"))
    (tmp_path / "u.csv").write_text(CSV, "utf-8")
    table, _ = read_table(tmp_path / "u.csv", "u.csv")
    assert table is not None
    inputs, _ = inputs_of(criteria, [table])
    assert inputs is not None
    wide, _ = score(criteria, inputs)
    assert [(unit.unit, unit.total.fraction, unit.rank, unit.grade) for unit in forms.units] == [
        (unit.unit, unit.total.fraction, unit.rank, unit.grade) for unit in wide.units
    ]
    assert all(unit.complete for unit in forms.units)
    for key in ("c1", "c2", "c3", "c4", "c5"):
        assert [forms.points(unit, key) for unit in forms.units] == [
            wide.points(unit, key) for unit in wide.units
        ]


def test_what_is_typed_keeps_its_digits_and_its_place(one: Any, read_back: Any, tmp_path: Path) -> None:
    one.put({"c1": 0.1, "c2": "8,76"})
    table, _ = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    first, second = (table.rows[0].cell(table.columns[key]) for key in ("c1", "c2"))
    assert (first.value.value, second.value) == (Decimal("0.1"), "8,76")
    assert first.span.place == f"f.xlsx:Biểu chấm điểm!{one.cells['c1', 'value']}"


def test_a_form_is_told_from_other_workbooks(one: Any, tmp_path: Path) -> None:
    assert is_form(one.save(tmp_path / "f.xlsx"))
    openpyxl.Workbook().save(tmp_path / "w.xlsx")
    (tmp_path / "t.csv").write_text("don_vi,c1\n", "utf-8")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    for name in ("w.xlsx", "t.csv", "broken.xlsx", "none.xlsx", "a\0b", "."):
        assert not is_form(tmp_path / name)


def test_a_form_without_its_hidden_sheet_is_refused_in_words_of_ours(
    one: Any, read_back: Any, tmp_path: Path
) -> None:
    written = tmp_path / "w.xlsx"
    written.write_bytes(write_form(one.form, one.unit))
    path = tmp_path / "f.xlsx"
    book = openpyxl.load_workbook(written)
    del book["_thidua"]
    book.save(path)
    assert is_form(path)
    assert codes(read_back(one.criteria, path)[1]) == [("TD580", "")]


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [("A1", "khác", ("TD580", "damaged")), ("B1", "9", ("TD580", "version")), ("B3", "0", ("TD581", ""))],
)
def test_a_hidden_sheet_that_was_edited_is_noticed(
    cell: str, value: str, code: tuple[str, str], one: Any, read_back: Any, tmp_path: Path
) -> None:
    one.book["_thidua"][cell] = value
    table, findings = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    assert table is None
    assert codes(findings) == [code]


def test_a_form_of_another_table_is_refused_and_of_a_changed_one_is_read(
    one: Any, criteria_of: Any, read_back: Any, tmp_path: Path
) -> None:
    path = one.save(tmp_path / "f.xlsx")
    other = criteria_of(
        {"kind": "direct", "id": "c1", "max": 10}, {"kind": "count", "id": "c2", "max": 9, "point": 1}
    )
    table, findings = read_back(other, path)
    assert (table, codes(findings)) == (None, [("TD581", "")])
    changed = criteria_of(
        {"kind": "direct", "id": "c1", "max": 10}, {"kind": "direct", "id": "c2", "max": 12}
    )
    table, findings = read_back(changed, path)
    assert codes(findings)[0] == ("TD581", "changed") or codes(findings) == [("TD581", "")]


def test_a_formula_in_an_input_is_never_trusted(
    one: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    one.put({"c1": '=HYPERLINK("http://x",9)', "c2": "=5+5"})
    path = one.save(tmp_path / "f.xlsx")
    _, findings = read_back(one.criteria, path)
    places = [finding.span.cell for finding in findings if finding.code == "TD584"]
    assert places == [f"Biểu chấm điểm!{one.cells[key, 'value']}" for key in ("c1", "c2")]
    results = scored(one.criteria, path)
    assert results.points(results.units[0], "c1") is None
    assert not results.units[0].complete


def test_what_the_sheet_computed_is_not_read(one: Any, read_back: Any, scored: Any, tmp_path: Path) -> None:
    one.put({"c2": 1})
    one.sheet[one.place("c1")] = 100
    one.sheet[one.total()] = 100
    assert scored(one.criteria, one.save(tmp_path / "f.xlsx")).units[0].published == Decimal("10.50")


def test_rows_that_moved_are_read_by_their_keys(
    one: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    one.put({"c2": 3})
    one.sheet.insert_rows(5, 2)
    path = one.save(tmp_path / "f.xlsx")
    _, findings = read_back(one.criteria, path)
    assert codes(findings) == [("TD582", "")]
    assert "Biểu chấm điểm!" in findings[0].span.cell
    assert scored(one.criteria, path).units[0].published == Decimal("12.50")


def test_a_renamed_sheet_is_found_and_told(one: Any, read_back: Any, tmp_path: Path) -> None:
    one.sheet.title = "Sheet1"
    table, findings = read_back(one.criteria, one.put({"c2": 3}).save(tmp_path / "f.xlsx"))
    assert table is not None
    assert codes(findings) == [("TD582", "sheet")]


def test_a_deleted_row_and_a_copied_one_are_told(
    one: Any, read_back: Any, scored: Any, tmp_path: Path
) -> None:
    row = one.form.rows[0] + 1
    one.sheet.delete_rows(row)
    _, findings = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    assert ("TD583", "") in codes(findings)
    one.sheet.cell(row + 5, 1).value = "c2"
    path = one.save(tmp_path / "g.xlsx")
    _, findings = read_back(one.criteria, path)
    assert [finding.values["name"] for finding in findings if finding.code == "TD583"] == [
        "Tiêu chí c1", "Tiêu chí c2",
    ]  # fmt: skip
    assert [finding.variant for finding in findings if finding.code == "TD583"] == ["", "twice"]


def test_a_deleted_column_stops_the_reading(one: Any, read_back: Any, tmp_path: Path) -> None:
    one.sheet.delete_cols(one.form.at["value"] + 1)
    table, findings = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    assert (table, codes(findings)) == (None, [("TD583", "column")])


def test_without_the_row_of_keys_nothing_is_guessed(one: Any, read_back: Any, tmp_path: Path) -> None:
    one.sheet.delete_rows(1)
    table, findings = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    assert (table, codes(findings)) == (None, [("TD580", "no_sheet")])


def test_the_unit_is_the_one_that_the_form_names(
    criteria_of: Any, filling: Any, read_back: Any, tmp_path: Path
) -> None:
    criteria = criteria_of({"kind": "direct", "id": "c1", "max": 10})
    blank = filling(criteria, FormUnit()).put({"c1": 1})
    table, findings = read_back(criteria, blank.save(tmp_path / "a.xlsx"))
    assert (table, codes(findings)) == (None, [("TD585", "")])
    blank.put({"@unit": "Sở  B"}, "target")
    table, findings = read_back(criteria, blank.save(tmp_path / "b.xlsx"))
    assert (table.unit(table.rows[0]).text, findings) == ("Sở  B", [])
    copied = filling(criteria, FormUnit("Sở A")).put({"c1": 1}).put({"@unit": "Sở C"}, "target")
    table, findings = read_back(criteria, copied.save(tmp_path / "c.xlsx"))
    assert codes(findings) == [("TD585", "changed")]


def test_two_forms_of_one_unit_are_told(one: Any, read_back: Any, tmp_path: Path) -> None:
    one.put({"c2": 1})
    table, findings = read_back(one.criteria, one.save(tmp_path / "a.xlsx"), one.save(tmp_path / "b.xlsx"))
    assert codes(findings) == [("TD524", "file")]
    assert table.doubled == {0, 1}


def test_an_untouched_form_is_told(criteria_of: Any, filling: Any, read_back: Any, tmp_path: Path) -> None:
    criteria = criteria_of(
        {"kind": "direct", "id": "c1", "max": 10},
        {"kind": "penalty", "id": "c2", "point": 1, "blank": "zero"},
    )
    _, findings = read_back(criteria, filling(criteria, FormUnit("Sở A")).save(tmp_path / "f.xlsx"))
    assert codes(findings) == [("TD586", "")]


@pytest.mark.parametrize("text", ["x" * 40_000, "nhiều", "#REF!", "=", "'", "1e999", "٣"])
def test_a_text_where_a_number_is_due_is_found_at_its_cell(
    text: str, one: Any, read_back: Any, tmp_path: Path
) -> None:
    cell = one.sheet[one.cells["c2", "value"]]
    cell.value = text[:32_767]
    cell.data_type = "e" if text == "#REF!" else "s"
    table, findings = read_back(one.criteria, one.save(tmp_path / "f.xlsx"))
    _, more = score(one.criteria, table)
    told = {finding.span.cell for finding in (*findings, *more)}
    assert told == {f"Biểu chấm điểm!{one.cells['c2', 'value']}"}


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml", "docProps/custom.xml"]
)
@pytest.mark.parametrize(
    "content", [b"", b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<worksheet/>"]
)
def test_a_damaged_form_is_refused(
    part: str, content: bytes, one: Any, read_back: Any, tmp_path: Path
) -> None:
    source, target = BytesIO(write_form(one.form, one.unit)), tmp_path / "f.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    table, findings = read_back(one.criteria, target)
    if part == "docProps/custom.xml":
        assert table is not None
    else:
        assert table is None
        assert all(finding.code in {"TD502", "TD580"} for finding in findings)
    is_form(target)


def test_nothing_in_a_form_is_ever_a_formula_but_ours(criteria_of: Any) -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', '"&A1&"', "\ud800"]
    items = [
        {
            "kind": "yes_no",
            "id": f"c{at}",
            "name": name.strip() if name != "\ud800" else "x",
            "max": 1,
            "applies_to": ['=A"1'],
        }
        for at, name in enumerate(hostile)
    ]
    criteria = criteria_of(*items, cluster_column="Cụm")
    for name in hostile:
        content = write_form(blueprint(criteria, "=1", ()), FormUnit(name, name, name, {"c1.target": name}))
        with zipfile.ZipFile(BytesIO(content)) as package:
            formulas = re.findall(r"<f>(.*?)</f>", package.read("xl/worksheets/sheet1.xml").decode())
            for one in package.namelist():
                assert "HYPERLINK" not in package.read(one).decode() or one == "xl/sharedStrings.xml"
        own = re.compile(r'=?(?:IF|IFERROR|SUM|COUNT|ROUND|MIN|MAX|[$A-Z0-9():,"\s.=+*/&<>;-])')
        assert formulas
        assert all(own.match(formula) and "1+1" not in formula and "@" not in formula for formula in formulas)


def test_the_same_form_is_the_same_bytes(criteria_of: Any) -> None:
    made = [
        write_form(blueprint(criteria_of(*ITEMS, **MORE), "năm 2022", ()), FormUnit("Sở A")) for _ in range(2)
    ]
    assert made[0] == made[1]


def test_only_inputs_are_open(one: Any) -> None:
    open_cells = {cell.coordinate for row in one.sheet for cell in row if not cell.protection.locked}
    assert one.sheet.protection.sheet
    assert {one.cells[key, "value"] for key in ("c1", "c2")} <= open_cells
    roles = {openpyxl.utils.cell.coordinate_from_string(place)[0] for place in open_cells}
    letters = {
        openpyxl.utils.get_column_letter(one.form.at[role] + 1) for role in ("value", "evidence", "note")
    }
    assert roles == letters


def test_what_does_not_apply_to_the_unit_stays_locked(criteria_of: Any, filling: Any) -> None:
    items = [{"kind": "direct", "id": "a", "max": 2}, {"kind": "yes_no", "id": "b", "max": 2}]
    criteria = criteria_of(
        {"kind": "one_of", "id": "c1", "applies_to": ["Xã"], "items": items},
        {"kind": "penalty", "id": "c2", "point": 1, "exempt_column": "Tự báo", "applies_to": ["Xã"]},
        {"kind": "direct", "id": "c3", "max": 5},
    )
    for kind, open_lines in (("Phường", {"c3"}), ("xã", {"a", "b", "c2", "c2.exempt", "c3"})):
        form = filling(criteria, FormUnit("A", kind))
        cells = {line: form.sheet[place] for (line, role), place in form.cells.items() if role == "value"}
        assert {line for line, cell in cells.items() if not cell.protection.locked} == open_lines
