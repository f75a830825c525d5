"""Tables as CSV that no sheet can run."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from thidua_cli.tables.writing.delimited import csv_of, safe
from thidua_cli.tables.writing.sheets import Band, Column, Kind, Sheet, Subtotal

COLUMNS = (
    Column("Đơn vị"),
    Column("Điểm", Kind.NUMBER, 2),
    Column("%", Kind.PERCENT, 1),
    Column("Ngày", Kind.DATE),
)


def test_data_only_separated_as_a_vietnamese_sheet_does() -> None:
    rows = [
        Band("Cụm"),
        ("Sở; A", Decimal("-1234.5"), Decimal("12.5"), date(2025, 9, 5)),
        ("=1", None, "?", None),
        Subtotal(("Cộng cụm", 1, None, None)),
    ]
    sheet = Sheet("Tên", COLUMNS, rows, ("Tiêu đề",), ("Ghi chú",), ("Cộng", 1, None, None))
    assert "".join(csv_of(sheet)).split("\r\n") == [
        "Đơn vị;Điểm;%;Ngày",
        '"Sở; A";-1.234,50;12,5%;05/9/2025',
        "'=1;;?;",
        "Cộng;1,00;;",
        "",
    ]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])
def test_dangerous_openings_get_an_apostrophe(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Sở A", "1-2", "a=b"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe(text) == text
