"""Workbooks as Excel writes them, and as nobody should."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.source.zip_bounds import MOST_ENTRIES
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import StoredNumber, Table

Read = Callable[..., tuple[Table | None, list[Finding]]]
Sheets = dict[str, list[list[Any]]]


def workbook(sheets: Sheets, formats: dict[str, str] | None = None, hidden: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    for cell, code in (formats or {}).items():
        book.worksheets[0][cell].number_format = code
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def parts(sheet: str, **more: str) -> bytes:
    """A workbook by hand: one sheet with the given rows as XML, and other parts by name."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = {
        "_rels/.rels": f'<Relationships><Relationship Id="r" Type="{relations}/officeDocument" '
        'Target="/xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{relations}/worksheet" '
        f'Target="worksheets/s.xml"/><Relationship Id="r2" Type="{relations}/sharedStrings" '
        'Target="shared.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="m" xmlns:r="{relations}"><x:sheets>'
        '<x:sheet name="Bảng" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
        "xl/worksheets/s.xml": f"<worksheet><sheetData>{sheet}</sheetData></worksheet>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (content | more).items():
            archive.writestr(name, text)
    return buffer.getvalue()


HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>don_vi</t></is></c><c r="B1" t="str"><v>a</v></c></row>'


def values(table: Table | None) -> list[tuple[object, ...]]:
    assert table is not None
    return [row.values for row in table.rows]


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


def test_numbers_are_exact_and_not_subject_to_notation(read: Read) -> None:
    rows = [["don_vi", "a", "b"], ["Sở A", 0.1 + 0.2, 57.5], ["Sở B", 19663, 0.375]]
    table, findings = read(workbook({"S": rows}), "u.xlsx")
    assert values(table) == [
        ("Sở A", StoredNumber(Decimal("0.3")), StoredNumber(Decimal("57.5"))),
        ("Sở B", StoredNumber(Decimal(19663)), StoredNumber(Decimal("0.375"))),
    ]
    assert findings == []


@pytest.mark.parametrize(
    ("stored", "seen"),
    [("0.30000000000000004", "0.3"), ("1E2", "100"), ("95.50", "95.5"), ("19663", "19663"), ("-0.5", "-0.5")],
)
def test_numbers_are_those_a_sheet_shows(read: Read, stored: str, seen: str) -> None:
    sheet = HEADER + f'<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2"><v>{stored}</v></c></row>'
    value = values(read(parts(sheet), "u.xlsx")[0])[0][1]
    assert value == StoredNumber(Decimal(seen))
    assert isinstance(value, StoredNumber)
    assert str(value.value) == seen


@pytest.mark.parametrize("stored", ["NaN", "INF", "1E300", "1E1000000", "-1E1000000", "1E-1000000", "x"])
def test_what_is_no_count_or_score_stays_text(read: Read, stored: str) -> None:
    sheet = HEADER + f'<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2"><v>{stored}</v></c></row>'
    assert values(read(parts(sheet), "u.xlsx")[0]) == [("A", stored)]


@pytest.mark.parametrize("code", ["0%", "0.00%", '0.0"x"%', "[Red]0%"])
def test_percent_cells_are_what_people_see(read: Read, code: str) -> None:
    data = workbook({"S": [["don_vi", "a"], ["Sở A", 0.955]]}, {"B2": code})
    assert values(read(data, "u.xlsx")[0]) == [("Sở A", StoredNumber(Decimal("95.5"), percent=True))]


@pytest.mark.parametrize("code", ["General", "0.00", '0.0" %"', "#,##0"])
def test_other_formats_are_plain_numbers(read: Read, code: str) -> None:
    data = workbook({"S": [["don_vi", "a"], ["Sở A", 0.955]]}, {"B2": code})
    assert values(read(data, "u.xlsx")[0]) == [("Sở A", StoredNumber(Decimal("0.955")))]


def test_dates_and_answers_are_text(read: Read) -> None:
    data = workbook({"S": [["don_vi", "a", "b"], [datetime.date(2022, 3, 9), True, False]]})
    assert values(read(data, "u.xlsx")[0]) == [("09/03/2022", "TRUE", "FALSE")]


def test_failed_and_unsaved_formulas_are_errors_at_their_cells(read: Read) -> None:
    data = workbook({"Bảng": [["don_vi", "a", "b"], ["Sở A", "#REF!", "=SUM(A1:A2)"]]})
    assert codes(read(data, "u.xlsx")[1]) == [
        ("TD513", "", "Bảng!B2"),
        ("TD513", "uncomputed", "Bảng!C2"),
    ]


def test_a_stored_formula_value_is_used(read: Read) -> None:
    sheet = (
        HEADER + '<row r="2"><c r="A2" t="str"><f>X</f><v>Sở A</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>'
    )
    table, findings = read(parts(sheet), "u.xlsx")
    assert values(table) == [("Sở A", StoredNumber(Decimal(2)))]
    assert findings == []


def test_gaps_keep_addresses(read: Read) -> None:
    sheet = HEADER + '<row r="7"><c r="B7"><v>2</v></c></row>'
    table, _ = read(parts(sheet), "u.xlsx")
    assert table is not None
    assert [cell.span.place for cell in table.rows[0].cells()] == ["u.xlsx:Bảng!A7", "u.xlsx:Bảng!B7"]


def test_cells_without_references_follow_each_other(read: Read) -> None:
    first = '<row><c t="str"><v>don_vi</v></c><c t="str"><v>a</v></c></row>'
    sheet = first + '<row><c t="str"><v>A</v></c><c><v>1</v></c></row>'
    table, _ = read(parts(sheet), "u.xlsx")
    assert values(table) == [("A", StoredNumber(Decimal(1)))]


def test_an_empty_cell_without_a_reference_keeps_its_place(read: Read) -> None:
    first = (
        "<row>" + "".join(f'<c t="str"><v>{name}</v></c>' for name in ("don_vi", "a", "b", "c")) + "</row>"
    )
    row = '<c t="str"><v>A</v></c><c/><c><v>7</v></c>'
    sheet = (
        f'{first}<row>{row}<c><v>3</v></c></row><row>{row}</row><row>{row}<c r="C4"/><c><v>5</v></c></row>'
    )
    seven, three, five = (StoredNumber(Decimal(number)) for number in (7, 3, 5))
    table, _ = read(parts(sheet), "u.xlsx")
    assert values(table) == [("A", "", seven, three), ("A", "", seven, ""), ("A", "", seven, five)]


def test_shared_rich_text_without_its_phonetic_guide(read: Read) -> None:
    shared = (
        "<sst><si><r><t>Sở </t></r><r><t>A</t></r><rPh><t>guide</t></rPh></si><si><t>x_x000D_y</t></si></sst>"
    )
    sheet = HEADER + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
    table, _ = read(parts(sheet, **{"xl/shared.xml": shared}), "u.xlsx")
    assert values(table) == [("Sở A", "x\ry")]


ROWS = [["don_vi", "a"], ["Sở A", 1]]


def test_the_first_visible_sheet_is_used_and_said(read: Read) -> None:
    data = workbook({"Ẩn": ROWS, "Quý I": ROWS, "Quý II": ROWS}, hidden=("Ẩn",))
    table, findings = read(data, "u.xlsx")
    assert table is not None
    assert table.origin.sheet == "Quý I"
    assert [(item.variant, item.values["names"]) for item in findings] == [("several", "Quý II")]


def test_a_sheet_is_chosen_by_name(read: Read) -> None:
    data = workbook({"Quý I": ROWS, "Quý II": ROWS})
    table, findings = read(data, "u.xlsx", sheet="quý ii")
    assert table is not None
    assert table.origin.sheet == "Quý II"
    assert findings == []
    missing, findings = read(data, "u.xlsx", sheet="Quý 9")
    assert missing is None
    assert [(item.variant, item.values["names"]) for item in findings] == [("unknown", "Quý I, Quý II")]


def test_an_empty_sheet_has_no_header(read: Read) -> None:
    table, findings = read(workbook({"S": []}), "u.xlsx")
    assert table is None
    assert codes(findings) == [("TD510", "empty", "")]


def test_a_workbook_named_csv_is_read_with_a_warning(read: Read) -> None:
    table, findings = read(workbook({"S": ROWS}), "u.csv")
    assert table is not None
    assert codes(findings) == [("TD503", "", "")]


def test_a_zip_bomb_is_not_opened(read: Read) -> None:
    bomb = parts("<row/>", **{"xl/shared.xml": " " * (40 << 20)})
    assert len(bomb) < 1 << 20
    table, findings = read(bomb, "u.xlsx")
    assert table is None
    assert codes(findings) == [("TD504", "bomb", "")]


def test_too_many_parts_are_refused(read: Read) -> None:
    data = parts("<row/>", **{f"x{number}": "" for number in range(MOST_ENTRIES)})
    assert codes(read(data, "u.xlsx")[1]) == [("TD504", "bomb", "")]


def test_a_cell_at_the_far_end_is_refused(read: Read) -> None:
    sheet = HEADER + '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    assert codes(read(parts(sheet), "u.xlsx")[1]) == [("TD504", "columns", "Bảng!XFD2")]


@pytest.mark.parametrize(
    "shared",
    [
        '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        "<sst><si>",
        "not xml",
    ],
)
def test_entities_and_broken_parts_are_refused(read: Read, shared: str) -> None:
    table, findings = read(parts(HEADER, **{"xl/shared.xml": shared}), "u.xlsx")
    assert table is None
    assert codes(findings) == [("TD502", "damaged", "")]


def test_an_unknown_encoding_is_refused(read: Read) -> None:
    data = parts(HEADER, **{"xl/worksheets/s.xml": '<?xml version="1.0" encoding="bogus"?><worksheet/>'})
    table, findings = read(data, "u.xlsx")
    assert table is None
    assert codes(findings) == [("TD502", "damaged", "")]


@pytest.mark.parametrize("number", ["9" * 5000, "²", "-1", ""])
def test_numbers_that_no_part_counts_to(read: Read, number: str) -> None:
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = {
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{related}/worksheet" '
        f'Target="worksheets/s.xml"/><Relationship Id="r3" Type="{related}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<s><cellXfs><xf numFmtId="{number}"/></cellXfs></s>',
    }
    row = '<c t="str"><v>A</v></c><c s="0"><v>5</v></c>'
    row += f'<c s="{number}"><v>6</v></c><c t="s"><v>{number}</v></c>'
    first = (
        "<row>" + "".join(f'<c t="str"><v>{name}</v></c>' for name in ("don_vi", "a", "b", "c")) + "</row>"
    )
    table, findings = read(parts(f'{first}<row r="{number}">{row}</row>', **more), "u.xlsx")
    assert values(table) == [("A", StoredNumber(Decimal(5)), StoredNumber(Decimal(6)), "")]
    assert findings == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=30))
def test_damaged_workbooks_never_raise(
    tmp_path_factory: pytest.TempPathFactory, at: int, junk: bytes
) -> None:
    data = workbook({"S": ROWS})
    at %= len(data)
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(data[:at] + junk + data[at + len(junk) :])
    table, findings = read_table(path, "damaged.xlsx")
    assert table is not None or findings


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from('<>/="c row v t is 1A'), max_size=80))
def test_arbitrary_sheets_never_raise(tmp_path_factory: pytest.TempPathFactory, xml: str) -> None:
    path = tmp_path_factory.getbasetemp() / "arbitrary.xlsx"
    path.write_bytes(parts(HEADER + xml))
    table, findings = read_table(path, "arbitrary.xlsx")
    assert table is not None or findings


def test_invisible_characters_are_left_out_and_told_at_their_cell(read: Read) -> None:
    rows = [["don_vi", "a"], ["Sở\u200b A", "\u202eB"], ["Sở\u200b A", "\ufeff"]]
    table, findings = read(workbook({"Bảng": rows}), "u.xlsx")
    assert values(table) == [("Sở A", "B"), ("Sở A", "")]
    assert [(one.code, one.variant, one.span.cell) for one in findings] == [
        ("TD008", "", "Bảng!A2"),
        ("TD008", "direction", "Bảng!B2"),
        ("TD008", "", "Bảng!A3"),
        ("TD008", "", "Bảng!B3"),
    ]
