"""Each person held against what the proposed titles ask for; rulings alike are told once, with a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.registers.titles import INDIVIDUAL
from thidua_cli.law.rulings.judgement import finding_of
from thidua_cli.law.rulings.record_verdicts import record_verdicts
from thidua_cli.law.rulings.records import Record, YearRecord
from thidua_cli.rosters.people.answers import RATING, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.rosters.people.counting import Told
    from thidua_cli.rosters.people.headings import PeopleColumns
    from thidua_cli.tables.table import CellValue, Row

# People who are told of one by one for each reason; of the others the number.
MOST_TOLD = 20
MOST_KEPT = 20_000


@dataclass(slots=True)
class Alike:
    """The people with one ruling for one reason: the first of them, how many, and where the last stands."""

    first: Verdict
    count: int
    last: Span
    last_row: int


class PeopleJudge:
    """Judges people one by one; who says the same as somebody before is not judged anew."""

    def __init__(self, columns: PeopleColumns, as_of: date, among: Iterable[Rule] | None = None) -> None:
        self._columns, self._as_of = columns, as_of
        self._rules = None if among is None else tuple(among)
        self._known: dict[tuple[CellValue, ...], list[Verdict]] = {}
        self._alike: dict[tuple[str, Ruling, str], Alike] = {}
        self._told: list[Verdict] = []

    def judge(self, row: Row, told: Told) -> None:
        """Take a person in."""
        key = tuple(row.values[column] for column in self._columns.told)
        verdicts = self._known.get(key)
        if verdicts is None:
            verdicts = record_verdicts(record_of_person(told), self._as_of, self._rules)
            if len(self._known) < MOST_KEPT:
                self._known[key] = verdicts
        for verdict in verdicts:
            self._take(verdict, row)

    def _take(self, verdict: Verdict, row: Row) -> None:
        kind = (verdict.rule, verdict.ruling, verdict.variant)
        alike = self._alike.get(kind)
        if alike is None:
            span = row.cell(self._columns.name).span
            self._alike[kind] = Alike(_of_row(verdict, span, row.number), 1, span, row.number)
            return
        alike.count += 1
        if verdict.ruling is Ruling.FAIL:
            span = alike.last = row.cell(self._columns.name).span
            alike.last_row = row.number
            if alike.count <= MOST_TOLD:
                self._told.append(_of_row(verdict, span, row.number))

    def verdicts(self) -> list[Verdict]:
        """One verdict for each rule, ruling and reason; of what fails one for each of the first people."""
        found = [_counted(alike) for alike in self._alike.values()]
        return sorted(
            [*found, *self._told], key=lambda verdict: (verdict.rule, verdict.ruling, verdict.span.line)
        )

    def findings(self) -> list[Finding]:
        """What is due for these people: each who fails up to MOST_TOLD, then their number (TD375)."""
        due = [finding for finding in map(finding_of, self.verdicts()) if finding]
        for (code, ruling, _), alike in self._alike.items():
            more = alike.count - MOST_TOLD
            if ruling is Ruling.FAIL and more > 0:
                values = {"code": code, "count": str(more), "row": str(alike.last_row)}
                due.append(Finding("TD375", alike.last, values, "", Severity.INFO))
        return due


def record_of_person(told: Told) -> Record:
    """The law's record of a row: what the cells say, and nothing where they say nothing."""
    facts = {fact: answer.fact for fact, answer in told.facts.items() if answer.fact is not None}
    years: dict[int, YearRecord] = {}
    for (year, what), answer in told.history.items():
        known = years.get(year, YearRecord())
        if what == TITLES and isinstance(answer.fact, tuple):
            years[year] = known._replace(titles=frozenset(answer.fact))
        elif what == RATING and isinstance(answer.fact, str):
            years[year] = known._replace(rating=answer.fact)
    return Record(facts, years, INDIVIDUAL)


def _of_row(verdict: Verdict, span: Span, number: int) -> Verdict:
    # The row, not the name: reports are read by more people than the list.
    subject = f"{verdict.subject} ({span.cell or number})"
    return verdict._replace(subject=subject, span=span, values={**verdict.values, "subject": subject})


def _counted(alike: Alike) -> Verdict:
    if alike.count == 1 or alike.first.ruling is Ruling.FAIL:
        return alike.first
    subject = f"{alike.first.subject} × {alike.count}"
    return alike.first._replace(subject=subject, values={**alike.first.values, "subject": subject})
