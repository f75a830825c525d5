"""CSV as people and programs write it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.source.folding import clean
from thidua_cli.tables import csv_reader
from thidua_cli.tables.csv_reader import LONGEST_LINE, sniff
from thidua_cli.tables.reader import read_table
from thidua_cli.tables.table import Table

if TYPE_CHECKING:
    pass

Read = Callable[..., tuple[Table | None, list[Finding]]]


def grid(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [
        [cell.text for cell in table.header],
        *([cell.text for cell in row.cells()] for row in table.rows),
    ]


def codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.variant, item.span.cell or "") for item in findings]


@pytest.mark.parametrize(
    ("header", "separator"),
    [
        ("a;b;c", ";"),
        ("a,b,c", ","),
        ("a\tb\tc", "\t"),
        ("a,b;c", ";"),
        ('"a,b,c";d', ";"),
        ("a,b,c;d", ","),
        ("a", ","),
    ],
)
def test_separator_comes_from_the_header(header: str, separator: str) -> None:
    assert sniff([header]) == separator


def test_decimal_commas_do_not_decide_the_separator() -> None:
    assert sniff(["don_vi;a;b\n", "1,5;2,5;3,5;4,5,5\n"]) == ";"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(read: Read, separator: str, end: str) -> None:
    table, findings = read(end.join(separator.join(row) for row in (["đơn vị", "a"], ["Sở A", "1"])) + end)
    assert grid(table) == [["đơn vị", "a"], ["Sở A", "1"]]
    assert findings == []


def test_excel_names_its_separator_in_a_first_line(read: Read) -> None:
    table, findings = read("sep=,\r\ndon_vi,a;b\r\nSở A,1\r\n")
    assert grid(table) == [["don_vi", "a;b"], ["Sở A", "1"]]
    assert table is not None
    assert table.rows[0].cell(1).address == "B3"
    assert findings == []


def test_a_quoted_newline_is_one_row_and_two_lines(read: Read) -> None:
    table, _ = read('don_vi;a\n"Sở\nA";1\nSở B;2\n')
    assert table is not None
    second = table.rows[1].cell(0)
    assert (second.address, second.line) == ("A3", 4)


def test_text_is_composed_and_stripped(read: Read) -> None:
    table, _ = read(unicodedata.normalize("NFD", "don_vi;a\n  Sở Xây dựng\u00a0;1\n"))
    assert grid(table)[1][0] == unicodedata.normalize("NFC", "Sở Xây dựng")


def test_invisible_characters_are_left_out_and_told_at_each_cell(read: Read) -> None:
    table, findings = read("don_vi;a\nSở\u200b A;1\n\u202eSở B;\ufeff\nSở\u200b A;2\n")
    assert grid(table)[1:] == [["Sở A", "1"], ["Sở B", ""], ["Sở A", "2"]]
    assert codes(findings) == [
        ("TD008", "", "A2"),
        ("TD008", "direction", "A3"),
        ("TD008", "", "B3"),
        ("TD008", "", "A4"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "variant", "cell"),
    [
        ('don_vi;a\n"Sở A;1\nSở B;2\n', "TD506", "unterminated", "A2"),
        ('don_vi;a\nSở B;2\n"Sở A"x;1\n', "TD506", "after_quote", "A3"),
        ("don_vi;a\nSở\0A;1\n", "TD506", "nul", "A2"),
        ("don_vi;a\n" + "x" * (LONGEST_LINE + 1), "TD506", "huge", "A2"),
        ('don_vi;a\n"' + "x\n" * 200_000 + '";1\n', "TD506", "huge", "A2"),
        ("", "TD510", "empty", ""),
        ("\n;;\n", "TD510", "empty", ""),
        ("1;2\n3;4\n", "TD510", "numbers", "A1"),
    ],
)
def test_what_cannot_be_trusted_is_refused(read: Read, text: str, code: str, variant: str, cell: str) -> None:
    table, findings = read(text)
    assert table is None
    assert codes(findings)[-1] == (code, variant, cell)


def test_an_unquoted_decimal_comma_makes_a_row_too_long(read: Read) -> None:
    table, findings = read("don_vi,a\nSở A,12,5\nSở B,7\n")
    assert grid(table) == [["don_vi", "a"], ["Sở B", "7"]]
    assert codes(findings) == [("TD507", "", "C2")]
    assert findings[0].values["text"] == "5"


def test_short_rows_and_trailing_separators_are_ordinary(read: Read) -> None:
    table, findings = read("don_vi;a;b;;\nSở A;1\nSở B;1;2;;\n;;;;\n;;;;\n")
    assert grid(table) == [["don_vi", "a", "b"], ["Sở A", "1", ""], ["Sở B", "1", "2"]]
    assert findings == []


def test_an_empty_row_inside_is_told(read: Read) -> None:
    table, findings = read("don_vi;a\nSở A;1\n\n\nSở B;2\n")
    assert table is not None
    assert [row.number for row in table.rows] == [2, 5]
    assert codes(findings) == [("TD508", "", "A3")]


def test_title_lines_above_the_header_are_skipped_and_told(read: Read) -> None:
    table, findings = read("BẢNG TỔNG HỢP;;\n;;\ndon_vi;a;b\nSở A;1;2\n")
    assert grid(table)[0] == ["don_vi", "a", "b"]
    assert codes(findings) == [("TD509", "", "A3")]


@pytest.mark.parametrize("text", ["=1+2", "@SUM(A1)", "+cmd|x", "-x"])
def test_text_like_a_formula_is_flagged(read: Read, text: str) -> None:
    _, findings = read(f"don_vi;a\nSở A;{text}\n")
    assert codes(findings) == [("TD512", "", "B2")]


@pytest.mark.parametrize("text", ["-5", "+5", "-1,5", "-", "-12%", "- 3", "Sở A - B"])
def test_numbers_and_dashes_are_not_formulas(read: Read, text: str) -> None:
    assert read(f"don_vi;a\nSở A;{text}\n")[1] == []


def test_the_remains_of_a_failed_formula_are_an_error(read: Read) -> None:
    assert codes(read("don_vi;a\nSở A;#REF!\n")[1]) == [("TD513", "", "B2")]


def test_many_alike_are_summed_up(read: Read) -> None:
    _, findings = read("don_vi;a\n" + "=x;1\n" * 80)
    assert len(findings) == 51
    assert (findings[-1].code, findings[-1].values["count"]) == ("TD519", "30")


@pytest.mark.parametrize("most", [0, 1, 100])
def test_cells_are_cleaned_however_many_are_shared(
    read: Read, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_reader, "MOST_SHARED", most)
    decomposed = unicodedata.normalize("NFD", "Sở")
    table, _ = read(f"don_vi;a\n {decomposed} A ;x\nSở B; x \n {decomposed} A ;x\n")
    assert grid(table)[1:] == [["Sở A", "x"], ["Sở B", "x"], ["Sở A", "x"]]


def test_cells_that_say_the_same_are_one_object(read: Read) -> None:
    table, _ = read("don_vi;a\nA;103,5\nB;103,5\n")
    assert table is not None
    assert table.rows[0].values[1] is table.rows[1].values[1]


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_arbitrary_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    table, findings = read_table(path, "any.csv")
    assert table is not None or findings


CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=8).map(
    lambda text: clean("ô" + text + "ô")
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(";,\t"))
def test_quoted_cells_come_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], mark: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "quoted.csv"
    lines = [["đơn vị", "a", "b"], *rows]
    quoted = (mark.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in lines)
    path.write_text("".join(quoted), "utf-8", newline="")
    assert grid(read_table(path, "quoted.csv")[0]) == lines
