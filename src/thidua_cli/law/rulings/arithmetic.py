"""Exact figures as they are written in traces and messages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from thidua_cli.vietnamese.numbers import format_number

_MOST_PLACES = 12


def exact(value: Fraction) -> str:
    """The figure itself: exact where it ends within twelve decimals, else with two."""
    ended = _ending(value, _MOST_PLACES)
    return format_number(value, 2) if ended is None else format_number(ended)


def percent(share: Fraction) -> str:
    """A share as a percentage: 27/200 is `13,5%`; two decimals where it does not end within four."""
    ended = _ending(share * 100, 4)
    return (format_number(share * 100, 2) if ended is None else format_number(ended)) + "%"


def percent_at_most(share: Fraction) -> str:
    """The largest percentage of two decimals that does not pass the share."""
    return percent(Fraction(floor(share * 10_000), 10_000))


def percent_at_least(share: Fraction) -> str:
    """The smallest percentage of two decimals that reaches the share."""
    return percent(Fraction(ceil(share * 10_000), 10_000))


def _ending(value: Fraction, places: int) -> Decimal | None:
    scaled = value * 10**places
    return Decimal(scaled.numerator).scaleb(-places) if scaled.denominator == 1 else None


def percent_against(share: Fraction, bound: Fraction) -> str:
    """A share as a percentage, with as many decimals as it takes to tell it from a bound it is not."""
    if share == bound or format_number(share * 100, 2) != format_number(bound * 100, 2):
        return percent(share)
    for places in range(3, _MOST_PLACES):
        written = format_number(share * 100, places)
        if written != format_number(bound * 100, places):
            return written + "%"
    return format_number(share * 100, _MOST_PLACES) + "%"


def sign(left: Fraction, right: Fraction, equal: str) -> str:
    """How two figures compare: `<`, `>`, or what is to stand between equal ones (`≤`, `≥`)."""
    return equal if left == right else "<" if left < right else ">"
