"""What one cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from thidua_cli.rosters.reading.readings import both_readings, holds_data, says_not_assigned
from thidua_cli.tables.table import CellValue, StoredNumber


@pytest.mark.parametrize("cell", ["3", "3,5", "95%", "57,500", "có", "không", "x", StoredNumber(Decimal(1))])
def test_data(cell: CellValue) -> None:
    assert holds_data(cell)


@pytest.mark.parametrize("cell", ["", "-", "…", "#REF!", "Thủ trưởng đơn vị", "Ngày 3 tháng 12", "(ký tên)"])
def test_no_data(cell: CellValue) -> None:
    assert not holds_data(cell)


@pytest.mark.parametrize(("text", "both"), [("57,500", ("57,5", "57.500")), ("19.663", ("19,663", "19.663"))])
def test_both_readings_are_printed(text: str, both: tuple[str, str]) -> None:
    assert both_readings(text) == both


@pytest.mark.parametrize("cell", ["Không giao", "KHÔNG PHÁT SINH", "không  áp dụng", "KPS"])
def test_not_assigned(cell: CellValue) -> None:
    assert says_not_assigned(cell)


@pytest.mark.parametrize("cell", ["", "0", "Không", "không giao việc", StoredNumber(Decimal(0))])
def test_anything_else_is_assigned(cell: CellValue) -> None:
    assert not says_not_assigned(cell)
