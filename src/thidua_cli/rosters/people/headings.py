"""Which column of a list of people is what: data of `words/people.yaml`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.rosters.reading.headers import IGNORED, Unknown, match_header
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.rosters.words import words_of
from thidua_cli.vietnamese.personal_data import personal_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell

NAME, UNIT, GROUP = "name", "unit", "group"
_YEARLY = re.compile(r"(?P<what>.+?)(?:-nam)?-(?P<year>(?:19|20)[0-9]{2})")


class PeopleColumns(NamedTuple):
    """0-based columns: of name, unit and group (None without one), of each fact, and of what past years say.

    `history`: (year, `titles` or `rating`) to its column.
    """

    name: int
    unit: int | None
    group: int | None
    facts: Mapping[str, int]
    history: Mapping[tuple[int, str], int]

    @property
    def told(self) -> tuple[int, ...]:
        """The columns of all that is known of a person beside the name and the place."""
        return (*self.facts.values(), *self.history.values())


@cache
def words() -> Mapping[str, Any]:
    """The accepted spellings of headings and answers, and what each answer counts in."""
    data: Mapping[str, Any] = words_of("people")
    return data


@cache
def person_facts() -> tuple[str, ...]:
    """The facts of the law's records that a column can tell of a person: all but head counts and the year."""
    counts = {*vocabulary().head_counts.values(), "year"}
    return tuple(fact for fact in fact_kinds() if fact not in counts)


@cache
def _meanings() -> Mapping[str, str]:
    data = words()
    facts = {
        heading_key(name): fact
        for fact in person_facts()
        for name in (fact, *fact_kinds()[fact].names.values(), *data["facts"].get(fact, ()))
    }
    places = {heading_key(name): meaning for meaning in (NAME, GROUP) for name in data[meaning]}
    ignored = dict.fromkeys((*vocabulary().ignored, *map(heading_key, data[IGNORED])), IGNORED)
    return ignored | dict.fromkeys(vocabulary().unit, UNIT) | facts | places


@cache
def _yearly() -> Mapping[str, str]:
    return {heading_key(name): what for what, names in words()["history"].items() for name in names}


def is_people(header: Sequence[Cell]) -> bool:
    """Whether a table lists people: a column holds their names."""
    return any(_meanings().get(heading_key(cell.text)) == NAME for cell in header if cell.text)


def match_people(header: Sequence[Cell], findings: FindingLog) -> PeopleColumns | None:
    """The meaning of every column; None where none holds the names. One that stands twice is not taken."""
    data = words()
    candidates = [name for names in (data[NAME], data[GROUP], *data["facts"].values()) for name in names]
    columns = match_header(header, _meaning, candidates, Unknown("TD371", other=""), findings)
    if NAME not in columns:
        if not is_people(header):
            findings.add(Finding("TD370", header[0].span, {"name": data[NAME][1]}))
        return None
    return PeopleColumns(
        columns[NAME],
        columns.get(UNIT),
        columns.get(GROUP),
        {fact: columns[fact] for fact in person_facts() if fact in columns},
        {key: column for key, column in columns.items() if isinstance(key, tuple)},
    )


def _meaning(cell: Cell) -> str | tuple[int, str] | None:
    key = heading_key(cell.text)
    if personal_column(cell.text):
        return IGNORED
    if key in _meanings():
        return _meanings()[key]
    yearly = _YEARLY.fullmatch(key)
    what = _yearly().get(yearly["what"]) if yearly else None
    return (int(yearly["year"]), what) if yearly and what else None
