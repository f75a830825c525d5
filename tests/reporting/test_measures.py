from __future__ import annotations

from fractions import Fraction

import pytest

from thidua_cli.reporting.measures import factor


@pytest.mark.parametrize(
    ("unit", "wanted", "times"),
    [
        ("triệu đồng", "tỷ đồng", Fraction(1, 1000)),
        ("tỉ đồng", "tỷ đồng", 1),
        ("Tỷ đồng", "đồng", 10**9),
        ("tấn", "tạ", 10),
        ("% hộ", "%", 1),
        ("vụ", "vụ", 1),
        ("triệu USD", "triệu đồng", None),
        ("%", "tỷ đồng", None),
        ("vụ", "lượt", None),
    ],
)
def test_factor(unit: str, wanted: str, times: Fraction | None) -> None:
    assert factor(unit, wanted) == times
    if times is not None:
        assert factor(wanted, unit) == 1 / Fraction(times)
