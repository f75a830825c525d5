"""Filters of the administrative style."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from thidua_cli.document.templating.administrative_words import ADMINISTRATIVE
from thidua_cli.document.templating.bounds import TooMuchError
from thidua_cli.plan.person import Person


@pytest.mark.parametrize(
    ("name", "value", "printed"),
    [
        ("in_words", 15, "mười lăm"),
        ("money_words", Decimal(7590000), "Bảy triệu năm trăm chín mươi nghìn đồng"),
        ("ordinal", 1, "thứ nhất"),
        ("ordinal", 2, "thứ hai"),
        ("ordinal", 4, "thứ tư"),
        ("ordinal", 21, "thứ hai mươi mốt"),
        ("session", 13, "lần thứ XIII"),
        ("percent", Decimal("0.9"), "90%"),
        ("percent", Decimal("0.1234"), "12,34%"),
        (
            "person",
            Person(salutation="Ông", name="An", title="Phó Giám đốc", note="(dự thay)"),
            "Ông An, Phó Giám đốc (dự thay)",
        ),
        ("person", Person(salutation=None, name="An", title=None, note=None), "An"),
    ],
)
def test_filters(name: str, value: Any, printed: str) -> None:
    assert ADMINISTRATIVE[name](value) == printed


@pytest.mark.parametrize(("value", "error"), [(Decimal("1.5"), ValueError), (10**24, TooMuchError)])
def test_only_whole_numbers_of_some_size_have_words(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        ADMINISTRATIVE["in_words"](value)
