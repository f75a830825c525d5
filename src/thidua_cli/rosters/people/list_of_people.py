"""A list of people gone through once: the head counts of its units, and what the law says of each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.rosters.people.answers import TITLES
from thidua_cli.rosters.people.counting import PeopleCounts
from thidua_cli.rosters.people.headings import match_people
from thidua_cli.rosters.people.judging import PeopleJudge
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.people.headings import PeopleColumns
    from thidua_cli.tables.reader import RowStream
    from thidua_cli.tables.table import Row


class People(NamedTuple):
    """What a list of people comes to. `groups`: head counts of each group of similar tasks in its unit."""

    persons: int
    units: tuple[HeadCount, ...]
    groups: tuple[HeadCount, ...]
    verdicts: list[Verdict]


def read_people(
    stream: RowStream, as_of: date | None, among: Iterable[Rule] | None = None
) -> tuple[People | None, list[Finding]]:
    """Sum up and judge a list in flat memory; None where no column holds names, or the file broke off.

    Without a day nobody is judged. `among`: the rules to judge by; the national ones unless given.
    """
    findings = stream.findings
    columns = match_people(tuple(stream.header.cells()), findings)
    if columns is None:
        return None, findings.close()
    place = Span(stream.shown)
    counts = PeopleCounts(columns, findings, place)
    judge = None if as_of is None else PeopleJudge(columns, as_of, among)
    for row in _people(stream, columns):
        told = counts.add(row)
        if judge is not None:
            judge.judge(row, told)
    if not stream.whole:
        return None, findings.close()
    if TITLES in columns.facts and counts.persons:
        findings.add(Finding("TD374", stream.header.cell(columns.facts[TITLES]).span))
    due = judge.findings() if judge else []
    people = People(counts.persons, counts.units(), counts.groups(), judge.verdicts() if judge else [])
    return people, findings.close() + due


def _people(stream: RowStream, columns: PeopleColumns) -> Iterator[Row]:
    """The rows of people: no sums, no headings between them, nothing below the foot."""
    words = vocabulary()
    foot = False
    for row in stream:
        name = row.cell(columns.name).text
        key = heading_key(name) if name else ""
        if not name or key in words.total_rows:
            continue
        # The stream is read to its end, so that what is wrong below is still told.
        foot = foot or f"{key}-".startswith(words.foot_lines) or bool(words.foot_date.search(key))
        if not foot:
            yield row
