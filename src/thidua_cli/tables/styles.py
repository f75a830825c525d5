"""What a number format makes of a number: a percent, a date, or a plain number."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING

from thidua_cli.tables.package import index
from thidua_cli.tables.table import CellValue, StoredNumber

if TYPE_CHECKING:
    from thidua_cli.tables.package import Attributes, Package

# Sheets keep numbers in binary and show at most 15 digits: 0.1 + 0.2 is kept as 0.30000000000000004.
# What is too large becomes infinite.
AS_SHOWN = Context(prec=15, traps=[InvalidOperation])
MOST_DIGITS = 24
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_BUILT_IN_PERCENT = frozenset({9, 10})
_BUILT_IN_DATE = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})


class Shown(Enum):
    """How a cell shows the number it holds."""

    NUMBER = 0
    PERCENT = 1
    DATE = 2


def read_styles(package: Package, part: str) -> list[Shown]:
    """How each cell style shows a number, by the style's index; empty where there are no styles."""
    formats: dict[str, str] = {}
    used: list[str] = []
    open_tags: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and open_tags and open_tags[-1] == "cellXfs":
            used.append(attributes.get("numFmtId", "0"))
        open_tags.append(tag)

    def end(_: str) -> None:
        open_tags.pop()

    if package.has(part):
        for _ in package.walk(part, start, end):
            pass
    return [_shown(number, formats.get(number)) for number in used]


def _shown(number: str, code: str | None) -> Shown:
    if code is None:
        built_in = index(number)
        if built_in in _BUILT_IN_PERCENT:
            return Shown.PERCENT
        return Shown.DATE if built_in in _BUILT_IN_DATE else Shown.NUMBER
    bare = _LITERALS.sub("", code).lower()
    if "%" in bare:
        return Shown.PERCENT
    return Shown.DATE if any(mark in bare for mark in "ymdh") else Shown.NUMBER


def stored(text: str, shown: Shown, epoch: date) -> CellValue:
    """The value of a numeric cell as the person sees it; text where it is beyond any count or score."""
    try:
        value = AS_SHOWN.create_decimal(text.strip())
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value.adjusted()) > MOST_DIGITS:
        return text
    if shown is Shown.DATE and 1 <= value < 2_958_466:
        try:
            return (epoch + timedelta(days=int(value))).strftime("%d/%m/%Y")
        except OverflowError:
            return StoredNumber(value)
    if shown is Shown.PERCENT:
        return StoredNumber(_plain(value.scaleb(2)), percent=True)
    return StoredNumber(_plain(value))


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent or trailing zeros, so that equal cells are equal values."""
    bare = value.normalize(AS_SHOWN)
    exponent = bare.as_tuple().exponent
    return bare.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else bare
