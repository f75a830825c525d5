"""Filters of the administrative style: people with their titles, numbers, money and ranks in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thidua_cli.document.templating.bounds import TooMuchError
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.roman import roman
from thidua_cli.vietnamese.spoken_numbers import spoken, spoken_money

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.plan.person import Person

FIRST, FOURTH = "nhất", "tư"
LARGEST = 10**24  # what is written out in words


def person(named: Person) -> str:
    """`Ông Nguyễn Văn An, Phó Giám đốc (dự thay)`; what is not given is left out."""
    name = f"{named.salutation} {named.name}" if named.salutation else named.name
    note = f" ({named.note.strip('()')})" if named.note else ""
    return f"{name}, {named.title}{note}" if named.title else f"{name}{note}"


def percent(share: Decimal, places: int | None = None) -> str:
    """A share as a percentage: 0.9 is `90%`."""
    return f"{format_number(Decimal(str(share)) * 100, places)}%"


def in_words(number: int) -> str:
    """A whole number as it is read aloud: `mười lăm`."""
    return spoken(_whole(number))


def money_words(dong: int) -> str:
    """An amount in đồng as it is read aloud: `Năm triệu đồng`."""
    return spoken_money(_whole(dong))


def ordinal(place: int) -> str:
    """A rank in words: `thứ nhất`, `thứ hai`, `thứ tư`."""
    number = _whole(place)
    return f"thứ {({1: FIRST, 4: FOURTH}).get(number) or spoken(number)}"


def session(place: int) -> str:
    """Which one of its kind, in Roman figures: `lần thứ XIII`."""
    return f"lần thứ {roman(_whole(place))}"


def _whole(value: Any) -> int:
    """The number itself; raises ValueError for a broken one, TooMuchError beyond `LARGEST`."""
    number = Decimal(value)
    if not number.is_finite() or number != number.to_integral_value():
        raise ValueError(value)
    if abs(number) >= LARGEST:
        raise TooMuchError
    return int(number)


ADMINISTRATIVE: dict[str, Callable[..., Any]] = {
    "person": person,
    "percent": percent,
    "in_words": in_words,
    "money_words": money_words,
    "ordinal": ordinal,
    "session": session,
}
