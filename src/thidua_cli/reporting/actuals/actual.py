"""One result of a target: a figure with its unit, or one of a few words, and where it stands."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.reporting.measures import PERCENT
from thidua_cli.reporting.words import words_of
from thidua_cli.tables.table import CellValue, StoredNumber
from thidua_cli.vietnamese.amounts import AmountError, AmountKind, parse_amount
from thidua_cli.vietnamese.text import fold, plain_dashes, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.findings.span import Span

# `11/12 đơn vị`: so many of so many.
PART = re.compile(r"(?P<part>[0-9]{1,9}) ?/ ?(?P<whole>[0-9]{1,9})(?: (?P<rest>[^\W\d].*))?")
LONGEST = 200


class Actual(NamedTuple):
    """A result as written and as read.

    `figure` is exact, None where words say it. `change`: the figure is by how much something rose, or fell
    (below zero). `growth`: the change told besides the figure (`19.700 tỷ đồng, tăng 9%`). `word`: met,
    not_met, none, some, or the text of a rating.
    """

    text: str
    figure: Fraction | None = None
    unit: str = ""
    change: bool = False
    word: str = ""
    place: Span | None = None
    note: str = ""
    growth: Actual | None = None


class Unread(NamedTuple):
    """Why a cell gives no result: a variant of TD653."""

    reason: str


def read_actual(value: CellValue, unit: str = "") -> Actual | Unread | None:
    """The result in a cell; None for a blank one. `unit`: what a column of units says of it."""
    if isinstance(value, StoredNumber):
        own = PERCENT if value.percent else unit
        return Actual(f"{value.text} {unit}".strip(), Fraction(value.value), own)
    text = plain_dashes(squeeze(value[: LONGEST + 1]))
    if not text.strip("-.…"):
        return None
    if len(text) > LONGEST:
        return Unread("long")
    if word := _answers().get(fold(text)):
        return Actual(text, word=word)
    if found := PART.fullmatch(text):
        return _part_of(text, found)
    if found := _both().fullmatch(text):
        return _figure_and_growth(found["figure"], found["growth"], unit)
    return _figure(text, unit)


def _figure_and_growth(first: str, second: str, unit: str) -> Actual | Unread:
    figure, growth = _figure(first, unit), _figure(second, "")
    if isinstance(figure, Unread) or isinstance(growth, Unread):
        return figure if isinstance(figure, Unread) else growth
    if figure.figure is None or figure.change or growth.figure is None:
        return Unread("")
    return figure._replace(text=f"{figure.text}, {growth.text}", growth=growth)


def _part_of(text: str, found: re.Match[str]) -> Actual | Unread:
    whole = int(found["whole"])
    if not whole:
        return Unread("no_whole")
    return Actual(text, Fraction(int(found["part"]) * 100, whole), PERCENT)


def _figure(text: str, unit: str) -> Actual | Unread:
    sign = next((sign for sign in ("rising", "falling") if _starts(text, sign)), "")
    try:
        amount = parse_amount(text)
    except AmountError as error:
        words = error.reason == "no_number" and not any(map(str.isdigit, text))
        return Actual(text, word=text) if words else Unread("unit" if error.reason == "note" else "")
    if amount.ambiguous:
        return Unread("ambiguous")
    figure = amount.figure
    if figure is None or amount.kind is not AmountKind.EXACTLY or amount.approximate or amount.contradictory:
        return Unread("bound")
    if amount.unit and unit and fold(amount.unit) != fold(unit):
        return Unread("two_units")
    shown = text if amount.unit or not unit else f"{text} {unit}"
    falls = sign == "falling" and figure > 0
    return Actual(shown, Fraction(-figure if falls else figure), amount.unit or unit, change=bool(sign))


def _starts(text: str, sign: str) -> bool:
    return fold(text).startswith(tuple(words_of("actuals")[sign]))


@cache
def _both() -> re.Pattern[str]:
    """A figure, then by how much it changed: `19.700 tỷ đồng, tăng 9%`, `86 triệu USD (giảm 32%)`."""
    words = words_of("actuals")
    signs = "|".join(re.escape(sign) for sign in (*words["rising"], *words["falling"]))
    return re.compile(
        rf"(?P<figure>[^;(]*[^;(,\s])(?:[,;] | ?\()(?P<growth>(?:{signs})[^;()]*)\)?", re.IGNORECASE
    )


@cache
def _answers() -> Mapping[str, str]:
    return {fold(text): answer for answer, texts in words_of("actuals")["answers"].items() for text in texts}
