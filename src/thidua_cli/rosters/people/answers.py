"""What a cell says of a person: a fact of the law's records, or why it says none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.registers.titles import INDIVIDUAL, title_of
from thidua_cli.rosters.people.headings import person_facts, words
from thidua_cli.rosters.reading.readings import read_count, read_yes_no
from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.vietnamese.dates import DateError, parse_date
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.tables.table import CellValue

RATING, TITLES = "rating", "titles"
_RATINGS = "xep-loai"
_SEVERAL = re.compile(r"[;\n+]|,\s*(?=[^\W\d_])")


class Answer(NamedTuple):
    """A fact; None where the cell tells none. `fault`: a variant of TD372, empty where nothing is wrong."""

    fact: Fact | None
    fault: str = ""


UNKNOWN = Answer(None)


def answer_of(fact: str, cell: CellValue) -> Answer:
    """What a cell of a fact's column says; a blank one says nothing."""
    text = cell if isinstance(cell, str) else cell.text
    if text in vocabulary().blank:
        return UNKNOWN
    return _readers().get(fact, _as_written)(cell, text)


Reader = Callable[["CellValue", str], Answer]


@cache
def _readers() -> Mapping[str, Reader]:
    by_type: Mapping[str, Reader] = {"count": _whole, "year": _whole, "day": _date, "flag": _yes_no}
    readers: dict[str, Reader] = {
        fact: by_type[kind] for fact in person_facts() if (kind := fact_kinds()[fact].type) in by_type
    }
    readers |= {fact: _rating for fact in person_facts() if fact_kinds()[fact].type == RATING}
    readers |= {fact: _word_reader(fact) for fact in words()["words"]}
    return readers | {TITLES: _titles}


def _rating(_: CellValue, text: str) -> Answer:
    title = title_of(text)
    return Answer(title.id) if title and title.kind == _RATINGS else Answer(None, "rating")


def _titles(_: CellValue, text: str) -> Answer:
    """The ids of the titles that a cell lists; `không` lists none. One unknown name makes all doubtful."""
    if fold(text) in vocabulary().no:
        return Answer(())
    whole = title_of(text, INDIVIDUAL)
    found = (
        [whole] if whole else [title_of(part, INDIVIDUAL) for part in _SEVERAL.split(text) if part.strip()]
    )
    known = [title.id for title in found if title and title.kind != _RATINGS]
    return Answer(_with_implied(known)) if len(known) == len(found) else Answer(None, "titles")


def _with_implied(titles: Iterable[str]) -> tuple[str, ...]:
    """The titles with those that must be reached first: lists name only the higher one."""
    implied = words()["implied"]
    return tuple(dict.fromkeys(each for title in titles for each in (title, *implied.get(title, ()))))


def _word_reader(fact: str) -> Reader:
    known = {fold(word): id for id, spellings in words()["words"][fact].items() for word in spellings}

    def read(_: CellValue, text: str) -> Answer:
        ident = known.get(fold(text))
        return Answer(ident) if ident else Answer(None, fact)

    return read


def _whole(cell: CellValue, _: str) -> Answer:
    value = read_count(cell).value
    return Answer(None, "number") if value is None else Answer(int(value))


def _yes_no(cell: CellValue, _: str) -> Answer:
    value = read_yes_no(cell).value
    return Answer(None, "yes-no") if value is None else Answer(bool(value))


def _as_written(_: CellValue, text: str) -> Answer:
    return Answer(text)


def _date(_: CellValue, text: str) -> Answer:
    try:
        day = parse_date(text).exact
    except DateError:
        day = None
    return Answer(day) if day else Answer(None, "date")
