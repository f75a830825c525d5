"""Amounts of targets and contributions as people write them: figures, bounds, ranges, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.amount_words import AmountKind as AmountKind
from thidua_cli.vietnamese.amount_words import (
    Lead,
    binding,
    read_lead,
    read_unit,
    take_open_end,
    unit_fault,
    whole_word,
)
from thidua_cli.vietnamese.numbers import Number, NumberError, parse_number
from thidua_cli.vietnamese.text import fold, plain_dashes, squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

if TYPE_CHECKING:
    from decimal import Decimal

_LONGEST = 200


class AmountError(UnreadableError):
    """Not an amount.

    `reason`: empty, too_long, no_number, note (words after a comma or in brackets), two_numbers, units,
    fraction, malformed, or the reason of the number in it (see NumberError).
    """


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as written and as read; equal when read alike.

    `low` and `high` bound it (both, for one exact figure); both stay None while it has several `readings`.
    `contradictory`: a range that is open or reversed, or two bounds that exclude each other.
    `falling`: a decrease (`giảm 31,2%`); the figures are its size. `foreign`: a dot used as decimal mark.
    """

    text: str = field(compare=False)
    kind: AmountKind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    readings: tuple[Decimal, ...] = ()
    contradictory: bool = False
    approximate: bool = False
    falling: bool = False
    foreign: bool = False

    @property
    def percent(self) -> bool:
        """Whether it is a share in percent."""
        return self.unit.startswith("%")

    @property
    def ambiguous(self) -> bool:
        """Whether its figure can be read in two ways (`57,500`)."""
        return bool(self.readings)

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """Every figure it states, the lower bound first; empty when ambiguous or in words."""
        stated = [figure for figure in (self.low, self.high) if figure is not None]
        return tuple(stated[:1] if self.kind is AmountKind.EXACTLY else stated)

    @property
    def figure(self) -> Decimal | None:
        """The one figure it states; None for ranges, words and ambiguous figures."""
        return None if self.kind is AmountKind.RANGE or not self.figures else self.figures[0]

    @property
    def computable(self) -> bool:
        """Whether something may be computed with its figures."""
        return bool(self.figures) and not self.contradictory

    @property
    def unit_missing(self) -> bool:
        """Whether it has decimals and no unit, so that it counts nobody and is no percentage either."""
        return not self.unit and any(figure % 1 for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Growth:
    """A change against a baseline; the figures of `amount` are its size, `falling` its direction."""

    text: str = field(compare=False)
    amount: Amount
    falling: bool


_NUMBER = r"[+-]?\d+(?:[.,]\d+)*(?: \d{3}(?!\d)(?:,\d+)?)*"
_TO = r"(?:\bđến\b|\btới\b|\bto\b|-)"
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})\s*(?P<unit>[^\d,;()]*?)\s*{_TO}\s*(?P<high>{_NUMBER})(?P<rest>.*)", re.IGNORECASE
)
_ONE = re.compile(rf"(?P<low>{_NUMBER})(?P<rest>.*)")


_MIRROR = {
    AmountKind.AT_LEAST: AmountKind.AT_MOST,
    AmountKind.AT_MOST: AmountKind.AT_LEAST,
    AmountKind.MORE_THAN: AmountKind.LESS_THAN,
    AmountKind.LESS_THAN: AmountKind.MORE_THAN,
}


def parse_amount(text: str) -> Amount:
    """Read an amount (`từ 15 đến 20%`, `ít nhất 01 ngày lương`, `19.663 tỷ đồng`); raises AmountError."""
    if len(text) > _LONGEST:
        raise AmountError("too_long", text[:_LONGEST])
    clean = plain_dashes(squeeze(text))
    if not clean:
        raise AmountError("empty", text)
    if word := whole_word(clean):
        return Amount(text, word)
    lead = read_lead(clean)
    body = clean[lead.end :]
    found = _RANGE.fullmatch(body) or _ONE.fullmatch(body)
    if found is None:
        raise AmountError("malformed" if any(char.isdigit() for char in body) else "no_number", text)
    parts = found.groupdict()
    try:
        numbers = [parse_number(parts[key]) for key in ("low", "high") if parts.get(key)]
    except NumberError as error:
        raise AmountError(error.reason, text) from None
    rest, ends = take_open_end(parts["rest"])
    unit = read_unit(rest)
    if fault := unit_fault(unit):
        raise AmountError(fault, text)
    if parts.get("unit") and fold(read_unit(parts["unit"])) != fold(unit):
        raise AmountError("units", text)
    return _build(text, lead, numbers, ends, unit)


def parse_growth(text: str) -> Growth:
    """Read a growth: `8,76%`, `tăng ít nhất 5%`, `giảm 31,2%`, `-31,2%`; raises AmountError."""
    amount = parse_amount(text)
    if amount.kind in (AmountKind.MET, AmountKind.NONE):
        raise AmountError("no_number", text)
    figures = (*amount.figures, *amount.readings)
    if any(figure > 0 for figure in figures) or not any(figure < 0 for figure in figures):
        return Growth(text, amount, amount.falling)
    mirrored = replace(
        amount,
        kind=_MIRROR.get(amount.kind, amount.kind),
        low=None if amount.high is None else abs(amount.high),
        high=None if amount.low is None else abs(amount.low),
        readings=tuple(map(abs, amount.readings)),
        falling=True,
    )
    return Growth(text, mirrored, True)


def _build(text: str, lead: Lead, numbers: list[Number], ends: tuple[AmountKind, ...], unit: str) -> Amount:
    kind, contradictory = binding(lead.binds, ends, ranged=len(numbers) == 2)
    low, high = numbers[0].value, numbers[-1].value
    if kind in (AmountKind.AT_LEAST, AmountKind.MORE_THAN):
        high = None
    elif kind in (AmountKind.AT_MOST, AmountKind.LESS_THAN):
        low = None
    readings = tuple(reading for number in numbers for reading in number.readings)
    # `tăng -5%` gives two directions, `từ 20 đến 15` an empty range.
    values = [number.value for number in numbers if number.value is not None]
    contradictory |= values != sorted(values) or (lead.falling is not None and min(values, default=0) < 0)
    if readings:
        low = high = None
    return Amount(
        text,
        kind,
        low,
        high,
        unit,
        readings,
        contradictory,
        lead.approximate,
        bool(lead.falling),
        any(number.foreign for number in numbers),
    )
