"""Headers of two lines: merged cells above, what they span below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.tables.table import Table

Read = Callable[..., tuple[Table | None, list[Finding]]]


def headings(table: Table | None) -> list[str]:
    assert table is not None
    return [cell.text for cell in table.header]


def test_two_lines_are_one_header(read: Read) -> None:
    header = "STT;Đơn vị;Giải ngân;;;Ghi chú;Hộ nghèo\n;;Tự chấm;Thẩm định;Lý do;;Tự chấm;Thẩm định\n"
    table, findings = read(f"BẢNG CHẤM ĐIỂM\n{header}1;A;1;2;;;3;4\n")
    assert headings(table) == [
        "STT",
        "Đơn vị",
        "Giải ngân – Tự chấm",
        "Giải ngân – Thẩm định",
        "Giải ngân – Lý do",
        "Ghi chú",
        "Hộ nghèo – Tự chấm",
        "Hộ nghèo – Thẩm định",
    ]
    assert table is not None
    assert [(row.number, row.values) for row in table.rows] == [(4, ("1", "A", "1", "2", "", "", "3", "4"))]
    assert table.header[2].address == "C3"
    assert [(item.code, item.span.cell) for item in findings] == [("TD509", "A2"), ("TD562", "A3")]


@pytest.mark.parametrize(
    "rows",
    [
        "Đơn vị;Giải ngân;\nSở A;Tự chấm;Thẩm định\n",
        "Đơn vị;Giải ngân\n;Tự chấm\nSở A;9\n",
        "Đơn vị;Giải ngân;\n;90;80\n",
        "Đơn vị;;Giải ngân\n;Tự chấm;Thẩm định\n",
        "Đơn vị;Giải ngân;;Hộ nghèo\n;;x;y\n",
    ],
)
def test_other_rows_are_rows(read: Read, rows: str) -> None:
    table, findings = read(rows)
    assert headings(table) == rows.partition("\n")[0].rstrip(";").split(";")
    assert "TD562" not in {item.code for item in findings}


def test_a_header_alone_is_a_table_without_rows(read: Read) -> None:
    table, findings = read("Đơn vị;Giải ngân;\n;Tự chấm;Thẩm định\n")
    assert headings(table) == ["Đơn vị", "Giải ngân – Tự chấm", "Giải ngân – Thẩm định"]
    assert table is not None
    assert table.rows == ()
    assert [item.code for item in findings] == ["TD562"]
    assert headings(read("Đơn vị;a\n")[0]) == ["Đơn vị", "a"]


@pytest.mark.parametrize("row", ["(1);(2);(3)=(1)+(2)", ";(1);(2)", "A;B;1", "(1);(2);(3) = (2) : (1) x 100"])
def test_a_row_that_numbers_the_columns_is_no_row(read: Read, row: str) -> None:
    table, findings = read(f"Đơn vị;a;b\n{row}\nSở A;1;2\n")
    assert table is not None
    assert [values.values for values in table.rows] == [("Sở A", "1", "2")]
    assert [(item.code, item.span.cell) for item in findings] == [("TD572", "A2")]


@pytest.mark.parametrize("row", ["1;2;3", "A;1;2", "(1);x;y", "A;B;2", "(1)"])
def test_a_unit_is_no_number_of_a_column(read: Read, row: str) -> None:
    table, findings = read(f"Đơn vị;a;b\n{row}\n")
    assert table is not None
    assert len(table.rows) == 1
    assert findings == []


def test_columns_may_be_numbered_below_a_header_of_two_lines(read: Read) -> None:
    table, findings = read("Đơn vị;a;\n;x;y\n(1);(2);(3)\nSở A;1;2\n")
    assert table is not None
    assert [row.number for row in table.rows] == [4]
    assert [item.code for item in findings] == ["TD562", "TD572"]
