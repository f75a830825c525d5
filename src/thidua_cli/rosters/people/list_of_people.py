"""A list of people gone through once: the head counts of its units, and what the law says of each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.law.local.overlay import national_law
from thidua_cli.rosters.people.answers import TITLES
from thidua_cli.rosters.people.counting import PeopleCounts
from thidua_cli.rosters.people.headings import match_people
from thidua_cli.rosters.people.judging import PeopleJudge
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.tables.personal_data import personal_findings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.people.headings import PeopleColumns
    from thidua_cli.rosters.people.judging import RuleRulings
    from thidua_cli.tables.reader import RowStream
    from thidua_cli.tables.table import Row


class People(NamedTuple):
    """What a list of people comes to. `groups`: head counts of each group of similar tasks in its unit."""

    persons: int
    units: tuple[HeadCount, ...]
    groups: tuple[HeadCount, ...]
    rulings: tuple[RuleRulings, ...]
    verdicts: list[Verdict]


def read_people(
    stream: RowStream, as_of: date | None, book: Lawbook | None = None
) -> tuple[People | None, list[Finding]]:
    """Sum up and judge a list in flat memory; None where no column holds names, or the file broke off.

    Without a day nobody is judged. `book`: the law to judge by; the national rules unless given. The verdicts
    are not yet findings: how many more there are than those told of is.
    """
    findings = stream.findings
    header = tuple(stream.header.cells())
    for personal in personal_findings(header, ()):
        findings.add(personal)
    columns = match_people(header, findings)
    if columns is None:
        return None, findings.close()
    place = Span(stream.shown)
    counts = PeopleCounts(columns, findings, place)
    judge = PeopleJudge(columns, as_of, book or national_law(), place) if as_of else None
    for row in _people(stream, columns):
        told = counts.add(row)
        if judge is not None:
            judge.judge(row, told)
    if not stream.whole:
        return None, findings.close()
    if TITLES in columns.facts and counts.persons:
        findings.add(Finding("TD374", stream.header.cell(columns.facts[TITLES]).span))
    rulings, verdicts = (judge.rulings(), judge.verdicts()) if judge else ((), [])
    people = People(counts.persons, counts.units(), counts.groups(), rulings, verdicts)
    return people, findings.close() + (judge.further() if judge else [])


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
