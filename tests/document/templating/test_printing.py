"""Values of a plan as text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from thidua_cli.document.templating.printing import shown
from thidua_cli.vietnamese.amounts import parse_amount, parse_growth
from thidua_cli.vietnamese.dates import parse_date
from thidua_cli.vietnamese.moments import parse_moment
from thidua_cli.vietnamese.periods import parse_period


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("chữ", "chữ"),
        (92, "92"),
        (Decimal("1234.5"), "1.234,5"),
        (date(2022, 2, 9), "09/02/2022"),
        (parse_date("2022-03-09"), "09/3/2022"),
        (parse_date("tháng 3/2022"), "3/2022"),
        (parse_moment("2022-06-30"), "30/6/2022"),
        (parse_moment("hết năm 2018"), "hết năm 2018"),
        (parse_amount("57,500 tỷ đồng"), "57,500 tỷ đồng"),
        (parse_growth("giảm 31,2%"), "giảm 31,2%"),
        (parse_period("2022"), "2022"),
        (["a", 2], "a, 2"),
    ],
)
def test_shown(value: Any, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("value", [{}, [["a"]], object(), range(3), {1}])
def test_what_has_no_text(value: Any) -> None:
    with pytest.raises(TypeError):
        shown(value)
