"""A table of units or a list of people, whichever it is: its head counts, and rulings on each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.span import Span
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.counts.unit_table import CountedTable
    from thidua_cli.rosters.people.judging import RuleRulings
    from thidua_cli.tables.reader import RowStream

REACHED, REGISTERED, GROUPS = "reached", "registered", "groups"


class Roster(NamedTuple):
    """Sets of counts by name (reached, registered, groups), none where nothing could be read.

    `place`: the file. `table`: of units, None for a list of people; `people`, `verdicts`: rulings on these.
    """

    sets: Sequence[tuple[str, Sequence[HeadCount]]]
    place: Span
    table: CountedTable | None = None
    people: tuple[RuleRulings, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    findings: Sequence[Finding] = ()
    of_people: bool = False


def read_roster(path: Path, shown: str, sheet: str | None, day: date | None, book: Lawbook) -> Roster:
    """Read a table; a list of people is gone through once, and judged by the law of the day."""
    from thidua_cli.rosters.people.headings import is_people
    from thidua_cli.tables.reader import stream_rows

    log = FindingLog()
    stream = stream_rows(path, shown, log, sheet)
    if stream is None:
        return Roster([], Span(shown), findings=log.close())
    return _people(stream, day, book) if is_people(tuple(stream.header.cells())) else _units(stream)


def _units(stream: RowStream) -> Roster:
    from thidua_cli.rosters.counts.unit_table import read_counted
    from thidua_cli.tables.personal_data import personal_findings
    from thidua_cli.tables.reader import whole_table

    table, findings = whole_table(stream)
    counted, problems = read_counted(table) if table else (None, [])
    personal = personal_findings(table.header, table.rows) if table else ()
    named = ((REACHED, counted.counts), (REGISTERED, counted.registered)) if counted else ()
    sets = [(name, found) for name, found in named if found or name == REACHED]
    return Roster(sets, Span(stream.shown), counted, findings=[*findings, *problems, *personal])


def _people(stream: RowStream, day: date | None, book: Lawbook) -> Roster:
    from thidua_cli.rosters.people.list_of_people import read_people

    people, findings = read_people(stream, day, book)
    if people is None:
        return Roster([], Span(stream.shown), findings=findings, of_people=True)
    sets = [(name, found) for name, found in ((REACHED, people.units), (GROUPS, people.groups)) if found]
    verdicts = tuple(people.verdicts)
    return Roster(sets, Span(stream.shown), None, people.rulings, verdicts, findings, of_people=True)
