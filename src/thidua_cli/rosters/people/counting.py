"""People summed into the head counts of their units: one pass, and no person kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.counts.head_counts import HeadCount
from thidua_cli.rosters.people.answers import Answer, answer_of
from thidua_cli.rosters.people.headings import PeopleColumns, words
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.findings.span import Span
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import CellValue, Row

TOTAL = "tong_so"
# Distinct contents of a column whose reading is kept; a column of ever new texts would only fill the memory.
MOST_KEPT = 20_000


class _Tally:
    """One unit's counts; `doubtful` are those that a cell nobody could read might add to."""

    __slots__ = ("counts", "doubtful", "name", "span")

    def __init__(self, name: str, span: Span) -> None:
        self.name, self.span = name, span
        self.counts: Counter[str] = Counter()
        self.doubtful: set[str] = set()


class Told(NamedTuple):
    """What one person's row says: the answers by fact, and those of past years."""

    facts: Mapping[str, Answer]
    history: Mapping[tuple[int, str], Answer]


class PeopleCounts:
    """Takes rows one by one and sums them up; what is wrong in a cell is a finding."""

    def __init__(self, columns: PeopleColumns, findings: FindingLog, span: Span) -> None:
        self._columns, self._findings, self._span = columns, findings, span
        self._units: dict[str, _Tally] = {}
        self._groups: dict[tuple[str, str], _Tally] = {}
        self._read: dict[tuple[str, CellValue], Answer] = {}
        self._counted = _counted(columns)
        self.persons = 0

    def add(self, row: Row) -> Told:
        """Count a person, and give back what the row says."""
        told = self._told(row)
        self.persons += 1
        for tally in self._tallies(row):
            tally.counts[TOTAL] += 1
            for fact, answer in told.facts.items():
                self._count(tally, fact, answer)
        return told

    def _told(self, row: Row) -> Told:
        facts = {fact: self._answer(fact, row, column) for fact, column in self._columns.facts.items()}
        past = {key: self._answer(key[1], row, column) for key, column in self._columns.history.items()}
        return Told(facts, past)

    def _answer(self, fact: str, row: Row, column: int) -> Answer:
        value = row.values[column]
        answer = self._read.get((fact, value))
        if answer is None:
            answer = answer_of(fact, value)
            if len(self._read) < MOST_KEPT:
                self._read[fact, value] = answer
        if answer.fault:
            cell = row.cell(column)
            self._findings.add(Finding("TD372", cell.span, {"text": cell.text}, answer.fault))
        return answer

    def _tallies(self, row: Row) -> list[_Tally]:
        columns = self._columns
        cell = None if columns.unit is None else row.cell(columns.unit)
        name = cell.text if cell else ""
        if cell is not None and not name:
            self._findings.add(Finding("TD373", cell.span, {"row": str(row.number)}))
        span = cell.span if cell else self._span
        found = [self._units.setdefault(fold(name), _Tally(name, span))]
        if columns.group is not None and (group := row.cell(columns.group).text):
            key = fold(name), fold(group)
            label = f"{name} – {group}" if name else group
            found.append(self._groups.setdefault(key, _Tally(label, span)))
        return found

    def _count(self, tally: _Tally, fact: str, answer: Answer) -> None:
        counted = words()["counted"].get(fact)
        if counted is None:
            return
        if answer.fault:
            tally.doubtful.update(each for counts in counted.values() for each in counts)
            return
        said = answer.fact if isinstance(answer.fact, tuple) else (answer.fact,)
        # Somebody counted twice under two titles is still one person.
        tally.counts.update({each for ident in said if ident is not None for each in _counts(counted, ident)})

    def units(self) -> tuple[HeadCount, ...]:
        """The head counts of every unit, in the order of the list."""
        return tuple(map(self._head_count, self._units.values()))

    def groups(self) -> tuple[HeadCount, ...]:
        """The head counts of every group of similar tasks within its unit."""
        return tuple(map(self._head_count, self._groups.values()))

    def _head_count(self, tally: _Tally) -> HeadCount:
        known = (TOTAL, *(count for count in self._counted if count not in tally.doubtful))
        return HeadCount(
            tally.name,
            {count: tally.counts[count] for count in known},
            dict.fromkeys(known, tally.span),
        )


def _counted(columns: PeopleColumns) -> tuple[str, ...]:
    """The counts that the columns of the list can give."""
    counted = words()["counted"]
    found = [count for fact in columns.facts for counts in counted.get(fact, {}).values() for count in counts]
    return tuple(dict.fromkeys(found))


def _counts(counted: Mapping[str, list[str]], ident: object) -> list[str]:
    return counted.get(str(ident), counted.get("*", []))
