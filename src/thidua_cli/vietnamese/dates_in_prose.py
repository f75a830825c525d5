"""Dates inside running text, with their places; the impossible and the malformed ones too."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.dates import DateError, PartialDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DAY = r"[0-9]{1,2}"
_SPACE = r"[^\S\n]+"
# Blank days of drafts: spaces, dots or underscores between the words.
_BLANK = r"[\s.…_]{0,40}"
_SPELLED = (
    rf"\bngày{_SPACE}{_DAY}\s+tháng\s+{_DAY}(?:\s+năm\s+[0-9]+|\s*/\s*[0-9]{{4,}})?"
    rf"|\bngày{_BLANK}tháng{_BLANK}(?:{_DAY})?{_BLANK}năm\s+[0-9]+"
    rf"|(?<![\w/.,-]){_DAY}\s+tháng\s+{_DAY}(?:\s+năm\s+[0-9]+|\s*/\s*[0-9]{{4,}})?"
    rf"|\btháng\s+{_DAY}(?:\s+năm\s+[0-9]+|\s*[/-]\s*[0-9]{{4,}})"
    r"|\bnăm\s+[0-9]{5,6}"
)
_FIGURES = (
    r"(?<![\w/.,])(?:"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|{_DAY}(?P<s>[/.-]){_DAY}(?P=s)[0-9]{{2,6}}"
    rf"|{_DAY}/[0-9]{{4,6}}"
    rf"|(?<=ngày\s){_DAY}/{_DAY}"
    r")"
)
# A stroke or a letter after the figures makes them part of a symbol: 91/2017/NĐ-CP.
_END = r"(?![\w/%]|-[^\W\d]|[.,][0-9])"
_DATE = re.compile(f"(?:{_SPELLED}|{_FIGURES}){_END}", re.IGNORECASE)
_NUMBER_OF_DOCUMENT = re.compile(r"\bsố:?\s*$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:đến|tới|-|–)(?:\s+hết)?(?:\s+ngày)?\s*", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+([0-9]{4})(?![\w/]|\s*[-–]\s*[0-9])", re.IGNORECASE)


class FoundDate(NamedTuple):
    """A date in running text: `text[start:end]` is it. Without a `value` there is a `reason`.

    Reasons are those of DateError. A day without a year is found where its words make it a date
    (`ngày 25/6`, `01 tháng 7`); in `từ 01 tháng 7 đến 20/11/2022` it takes the year of the other end.
    """

    start: int
    end: int
    text: str
    value: PartialDate | None
    reason: str = ""
    suggestion: str = ""
    details: Mapping[str, str] = MappingProxyType({})


def find_dates(text: str) -> list[FoundDate]:
    """Every date of day or month in the text, in order; years alone are left to `find_years`."""
    found = [_read(match) for match in _DATE.finditer(text) if _is_date(text, match)]
    for place, (one, following) in enumerate(pairwise(found)):
        if one.reason == "no_year" and _UNTIL.fullmatch(text, one.end, following.start):
            found[place] = _with_year_of(one, following)
    return found


def find_years(text: str, dates: Sequence[FoundDate] | None = None) -> list[FoundDate]:
    """Every `năm 2022` in the text that ends no longer date; `dates` saves finding them again."""
    ends = {found.end for found in (find_dates(text) if dates is None else dates)}
    return [
        FoundDate(match.start(), match.end(), match[0], PartialDate(match[0], int(match[1])))
        for match in _YEAR.finditer(text)
        if int(match[1]) and match.end() not in ends
    ]


def _is_date(text: str, match: re.Match[str]) -> bool:
    figures = match[0]
    if _NUMBER_OF_DOCUMENT.search(text, max(0, match.start() - 5), match.start()):
        return False
    month, stroke, tail = figures.partition("/")
    if not stroke or not month.isdigit() or not tail.isdigit() or len(tail) <= 2:
        return True
    # Two figures: a month of a plausible year, or a day whose month and year ran together.
    if len(tail) > 4:
        return bool(_read(match).suggestion)
    return 1 <= int(month) <= 12 and tail[:2] in ("18", "19", "20")


def _read(match: re.Match[str]) -> FoundDate:
    start, end, text = match.start(), match.end(), match[0]
    try:
        return FoundDate(start, end, text, parse_date(text))
    except DateError as error:
        return FoundDate(start, end, text, None, error.reason, error.suggestion, error.details)


def _with_year_of(one: FoundDate, following: FoundDate) -> FoundDate:
    """The day with the year of the day after it, where it then comes first."""
    if following.value is None:
        return one
    try:
        value = parse_date(f"{one.text}/{following.value.year}")
    except DateError as error:
        return one._replace(reason=error.reason, suggestion=error.suggestion, details=error.details)
    if value.first > following.value.last:
        return one
    return one._replace(value=replace(value, text=one.text), reason="")
