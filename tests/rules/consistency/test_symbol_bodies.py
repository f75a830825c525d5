from __future__ import annotations

import pytest

from thidua_cli.rules.consistency.symbol_bodies import may_issue
from thidua_cli.vietnamese.bodies import body_key


@pytest.mark.parametrize(
    ("abbreviation", "issuer", "may"),
    [
        ("TTg", "Thủ tướng Chính phủ", True),
        ("TTg", "Chính phủ", False),
        ("CP", "Chính phủ", True),
        ("CP", "Thủ tướng Chính phủ", False),
        ("CP", "Văn phòng Chính phủ", False),
        ("UBND", "UBND tỉnh", True),
        ("UBND", "Chủ tịch Uỷ ban nhân dân tỉnh Hà Tĩnh", True),
        ("UBND", "HĐND tỉnh", False),
        ("TW", "Bộ Chính trị khóa XII", True),
        ("TW", "BCH Trung ương Đảng", True),
        ("TW", "Ban Bí thư", True),
        ("TƯ", "Bộ Chính trị", True),
        ("TU", "Ban Thường vụ Tỉnh ủy", True),
        ("TU", "Tỉnh uỷ Đắk Nông", True),
        ("TU", "Thành ủy Hà Nội", True),
        ("TU", "Bộ Chính trị", False),
        ("QH15", "Quốc hội", True),
        ("QH15", "Chính phủ", False),
        ("BNV", "Bộ trưởng Bộ Nội vụ", True),
        ("KKTKT", "Khối Kinh tế kỹ thuật", None),
    ],
)
def test_may_issue(abbreviation, issuer, may):
    assert may_issue(abbreviation, body_key(issuer)) is may
