"""Documents cited inside running text: by number, by date, by the name of a law or of a congress."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from thidua_cli.vietnamese.citations import KINDS
from thidua_cli.vietnamese.dates_in_prose import FoundDate, find_dates, find_years
from thidua_cli.vietnamese.names_in_prose import read_name
from thidua_cli.vietnamese.text import CAPITALS, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.vietnamese.dates import PartialDate


def _either_case(name: str) -> str:
    # A class of two letters, not a flag: the regex engine then rejects most words by their first letter.
    return (
        f"[{name[0].upper()}{name[0]}]"
        + name[1:].replace(" ", r"\s+")
        + "|"
        + name.upper().replace(" ", r"\s+")
    )


_NAMES = {*KINDS.values(), "văn bản", "bộ luật", "luật", "pháp lệnh", "lệnh"}
_KIND = re.compile(
    r"(?<!\w)(?:" + "|".join(map(_either_case, sorted(_NAMES, key=len, reverse=True))) + r")(?=\s)"
)
# Spaces inside a symbol are a fault to find, but only before capitals do they belong to it.
_SIGN = r"(?:[-/–‐]+|[ ]?[-/–‐]+[ ]?(?=[A-ZĐÐƯ]))"
_SYMBOL = rf"[0-9]+[A-Za-z]?(?:{_SIGN}(?:[12][0-9]{{3}}(?=[/-])|[^\W\d_][^\W_]*))+"
# Laws that plans cite by name alone; any other needs its year, number or date.
_LAWS = (
    r"Thi đua(?:,| -)? khen thưởng|Tổ chức chính quyền địa phương|Ban hành văn bản quy phạm pháp luật"
    r"|Cán bộ, công chức|Viên chức|Lưu trữ|Ngân sách nhà nước|Bảo vệ bí mật nhà nước|Giao dịch điện tử"
)
_NOT_IN_LAW = r"\s(?:trong|về|các|được|đã|nhằm|để|của|tại|thực hiện|năm|số|ngày)\s"
_LAW_NAME = (
    rf"(?:(?i:{_LAWS})(?!\w)"
    rf"|[{CAPITALS}](?:(?!{_NOT_IN_LAW})[^;.:“”()\n]){{2,80}}?"
    r"(?=\s+(?:năm\s+[12][0-9]{3}|số\s+[0-9]|ngày\s+[0-9])))"
)
_AMENDING = r"(?:sửa đổi,?\s+bổ sung một số điều của (?:Bộ luật|Luật|Pháp lệnh)\s+)?"
_YEARS = r"\(?[0-9]{4}\s*[-–]\s*[0-9]{4}\)?"

# What follows the name of the type. Only a capital tells a document from a thing in the forms that ask
# for it: `Luật Viên chức` and `luật`, `Kế hoạch ngày …` and `kế hoạch ngày …`.
_NUMBERED = re.compile(rf"(?:\s+[Ss]ố\s*:?\s*|\s+)(?P<number>{_SYMBOL})")
_LAW = re.compile(rf"\s+{_AMENDING}{_LAW_NAME}")
_CONGRESS = re.compile(r"\s+(?:của\s+)?(?=Đại hội\b)")
_PLAN = re.compile(rf"\s+(?:phát triển kinh tế\s*[-–]\s*xã hội\s+)?[0-9]{{1,2}}\s+năm\s*{_YEARS}")
_BRIEF = re.compile(r"\s+(?P<marked>số\s*:?\s*)?(?P<number>[0-9]+[A-Za-z]?)(?![\w%/]|[.,-][0-9])")
_DATED = re.compile(r"(?=\s+ngày\s+[0-9])")
_TITLED = {
    "luat": _LAW,
    "bo-luat": _LAW,
    "phap-lenh": _LAW,
    "nghi-quyet": _CONGRESS,
    "ke-hoach": _PLAN,
}
_LAW_NUMBER = re.compile(rf"\s+số\s+(?P<symbol>{_SYMBOL})")
_BEFORE_DATE = re.compile(r",?\s+(?:(?:ký|ban hành)\s+)?")
_BEFORE_FIGURES = re.compile(r",?\s+(?:(?:ký|ban hành)\s+)?ngày\s+", re.IGNORECASE)
_OF = re.compile(r",?\s+(?:do|của)\s+(?=[" + CAPITALS + "])")

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A document cited in running text; `text[start:end]` is the citation up to its issuer.

    `kind` is the slug of its type (`chi-thi`, `nghi-dinh`, `luat`). `number` is as written, faults and all;
    without its symbol in the short form (`Chỉ thị 05 ngày …`). `title` names what has no number of its own:
    a law, a congress's resolution, a five-year plan. `places`: start and end of number, date and issuer.
    """

    start: int
    end: int
    text: str
    kind: str
    number: str | None
    date: PartialDate | None
    issuer: str | None
    title: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


def find_citations(text: str) -> list[FoundCitation]:
    """Every document that the text cites so that a reader could fetch it, in order."""
    citations: list[FoundCitation] = []
    when: dict[int, FoundDate] | None = None
    at = 0
    while kind := _KIND.search(text, at):
        if when is None:
            dates = find_dates(text)
            when = {found.start: found for found in (*dates, *find_years(text, dates))}
        citation = _titled(text, kind, when) or _numbered(text, kind, when)
        if citation is not None:
            citations.append(citation)
        at = citation.end if citation else kind.end()
    return citations


def _titled(text: str, kind: re.Match[str], when: dict[int, FoundDate]) -> FoundCitation | None:
    """A law, a congress's resolution or a five-year plan, known by its title."""
    kind_slug = slug(kind[0])
    form = _TITLED.get(kind_slug)
    head = form.match(text, kind.end()) if form else None
    if head is None or not (kind[0][0].isupper() or form is _PLAN):
        return None
    start, end = kind.start(), head.end()
    number: str | None = None
    tail = _Tail(None, None, end, {})
    if form is _CONGRESS:
        end = read_name(text, end)
    title = squeeze(text[start:end])
    places: dict[str, Place] = {}
    if form is _LAW:
        if numbered := _LAW_NUMBER.match(text, end):
            number, end, places = numbered["symbol"], numbered.end(), {"number": numbered.span("symbol")}
        tail = _tail(text, end, when)
        end = tail.end
    return FoundCitation(
        *(start, end, text[start:end], kind_slug, number, tail.date, tail.issuer, title),
        places=places | tail.places,
    )


def _numbered(text: str, kind: re.Match[str], when: dict[int, FoundDate]) -> FoundCitation | None:
    """A document known by its number, or in short by its day and issuer."""
    start = kind.start()
    head = _NUMBERED.match(text, kind.end())
    brief = dated = None
    if head is None and kind[0][0].isupper():
        brief = _BRIEF.match(text, kind.end())
        dated = _DATED.match(text, kind.end())
    found = head or brief or dated
    if found is None:
        return None
    tail = _tail(text, found.end(), when)
    if brief and not (tail.date or (brief["marked"] and tail.issuer)):
        return None
    if dated and not (tail.date and tail.issuer):
        return None
    number = None if dated else found["number"]
    places = tail.places if dated else {"number": found.span("number")} | tail.places
    end = tail.end
    return FoundCitation(
        *(start, end, text[start:end], slug(kind[0]), number, tail.date, tail.issuer),
        places=places,
    )


class _Tail(NamedTuple):
    """What follows the number: the date and the issuer in either order, and where they end."""

    date: PartialDate | None
    issuer: str | None
    end: int
    places: dict[str, Place]


def _tail(text: str, end: int, when: dict[int, FoundDate]) -> _Tail:
    places: dict[str, Place] = {}
    date, end = _date(text, end, when)
    issuer: str | None = None
    if of := _OF.match(text, end):
        name_end = read_name(text, of.end())
        if name_end > of.end():
            places["issuer"] = (of.end(), name_end)
            issuer, end = squeeze(text[of.end() : name_end]), name_end
    if date is None:
        date, end = _date(text, end, when)
    if date:
        places["date"] = (date.start, date.end)
    return _Tail(date.value if date else None, issuer, end, places)


def _date(text: str, end: int, when: dict[int, FoundDate]) -> tuple[FoundDate | None, int]:
    for before in (_BEFORE_FIGURES, _BEFORE_DATE):
        lead = before.match(text, end)
        if lead and (found := when.get(lead.end())):
            return found, found.end
    return None, end
