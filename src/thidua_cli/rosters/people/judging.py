"""Each person held against what the titles ask for, rule by rule: who falls short, and how many pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.local.conditions import person_verdicts
from thidua_cli.law.local.verdicts import dressed
from thidua_cli.law.registers.titles import INDIVIDUAL, titles
from thidua_cli.law.rulings.record_verdicts import record_verdicts
from thidua_cli.law.rulings.records import Record, YearRecord
from thidua_cli.rosters.people.answers import RATING, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.rosters.people.counting import Told
    from thidua_cli.rosters.people.headings import PeopleColumns
    from thidua_cli.tables.table import CellValue, Row

# People who are told of one by one under each rule and ruling; of the others the number.
MOST_TOLD = 200
MOST_KEPT = 20_000
# What a person is told of for; the others are counted.
_TOLD = frozenset({Ruling.FAIL, Ruling.UNDECIDED})


class PersonRuling(NamedTuple):
    """A ruling on one person, by place and never by name: the cell (or row), the unit, what is proposed."""

    place: str
    unit: str
    titles: str
    verdict: Verdict


class RuleRulings(NamedTuple):
    """What a rule says of the people it concerns.

    `counts`: how many by ruling. `told`: those who fail or are unclear, the first MOST_TOLD of each.
    `common`: what it says of everybody alike (a column is missing, the law is silent), then nobody is told.
    `example`: one verdict of the rule, for its name and its articles.
    """

    rule: str
    counts: Mapping[Ruling, int]
    told: tuple[PersonRuling, ...]
    common: Verdict | None
    example: Verdict


@dataclass(slots=True)
class _Tally:
    """A rule while the people go by; `alike`: everybody so far has the first ruling, for the same reason."""

    first: Verdict
    counts: Counter[Ruling] = field(default_factory=Counter)
    firsts: dict[Ruling, Verdict] = field(default_factory=dict)
    told: list[PersonRuling] = field(default_factory=list)
    last: dict[Ruling, tuple[Span, int]] = field(default_factory=dict)
    alike: bool = True

    @property
    def common(self) -> bool:
        """Whether one line says it of everybody; who fails is told of one by one all the same."""
        return self.alike and self.first.ruling in (Ruling.UNDECIDED, Ruling.NOT_IN_FORCE)


class PeopleJudge:
    """Judges people one by one; who says the same as somebody before is not judged anew."""

    def __init__(self, columns: PeopleColumns, as_of: date, book: Lawbook, place: Span) -> None:
        self._columns, self._as_of, self._book, self._place = columns, as_of, book, place
        self._rules = tuple(book.on(as_of))
        self._known: dict[tuple[CellValue, ...], list[Verdict]] = {}
        self._tallies: dict[str, _Tally] = {}

    def judge(self, row: Row, told: Told) -> None:
        """Take a person in."""
        key = tuple(row.values[column] for column in self._columns.told)
        verdicts = self._known.get(key)
        if verdicts is None:
            verdicts = self._judged(record_of_person(told))
            if len(self._known) < MOST_KEPT:
                self._known[key] = verdicts
        for verdict in verdicts:
            self._take(verdict, row)

    def _judged(self, record: Record) -> list[Verdict]:
        found = record_verdicts(record, self._as_of, self._rules)
        found += person_verdicts(record, self._book, self._as_of)
        return dressed([_by_abbreviation(each) for each in found], self._book)

    def _take(self, verdict: Verdict, row: Row) -> None:
        tally = self._tallies.get(verdict.rule)
        if tally is None:
            tally = self._tallies[verdict.rule] = _Tally(verdict)
        ruling = verdict.ruling
        tally.counts[ruling] += 1
        tally.firsts.setdefault(ruling, verdict)
        tally.alike = tally.alike and _reason(verdict) == _reason(tally.first)
        if ruling not in _TOLD:
            return
        span = row.cell(self._columns.name).span
        tally.last[ruling] = span, row.number
        if tally.counts[ruling] <= MOST_TOLD:
            unit = "" if self._columns.unit is None else row.cell(self._columns.unit).text
            place = span.cell or str(row.number)
            tally.told.append(PersonRuling(place, unit, verdict.subject, _of_row(verdict, span, unit, place)))

    def rulings(self) -> tuple[RuleRulings, ...]:
        """Rule by rule, in the order of the codes."""
        return tuple(
            RuleRulings(
                rule,
                dict(tally.counts),
                () if tally.common else tuple(tally.told),
                tally.first._replace(span=self._place) if tally.common else None,
                tally.first,
            )
            for rule, tally in sorted(self._tallies.items())
        )

    def verdicts(self) -> list[Verdict]:
        """One verdict of everybody who is told of; of each other ruling of a rule one, at the list."""
        return [each for tally in self._tallies.values() for each in self._verdicts_of(tally)]

    def _verdicts_of(self, tally: _Tally) -> Iterator[Verdict]:
        told = () if tally.common else tally.told
        yield from (each.verdict for each in told)
        for ruling, first in tally.firsts.items():
            if tally.common or ruling not in _TOLD:
                yield first._replace(span=self._place)

    def further(self) -> list[Finding]:
        """How many more there are than those told of (TD375)."""
        findings = []
        for tally in self._tallies.values():
            for ruling, (span, row) in tally.last.items():
                more = tally.counts[ruling] - MOST_TOLD
                if more > 0 and not tally.common:
                    values = {"code": tally.first.rule, "count": str(more), "row": str(row)}
                    findings.append(Finding("TD375", span, values, "", Severity.INFO))
        return findings


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


def _reason(verdict: Verdict) -> tuple[object, ...]:
    """What makes two rulings of a rule the same one."""
    return verdict.ruling, verdict.variant, verdict.trace, verdict.values.get("missing")


def _by_abbreviation(verdict: Verdict) -> Verdict:
    """The titles that a verdict is about as people write them: `LĐTT, CSTĐCS`."""
    known = titles()
    parts = (known[each].abbreviation if each in known else each for each in verdict.subject.split(", "))
    return _about(verdict, ", ".join(parts))


def _of_row(verdict: Verdict, span: Span, unit: str, place: str) -> Verdict:
    # The row, not the name: reports are read by more people than the list.
    whose = f"{unit} – {verdict.subject}" if unit else verdict.subject
    return _about(verdict, f"{whose} ({place})")._replace(span=span)


def _about(verdict: Verdict, subject: str) -> Verdict:
    return verdict._replace(subject=subject, values={**verdict.values, "subject": subject})
