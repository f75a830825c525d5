"""Parting units of one total by an ordered list of criteria and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.reading.readings import read_number
from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.inputs.input_table import TIE
from thidua_cli.scoring.points.formulas import UNKNOWN, result
from thidua_cli.scoring.standings.amounts import same
from thidua_cli.scoring.standings.ranking import Tally, by_name
from thidua_cli.scoring.standings.results import TieBreak

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from thidua_cli.plan.criteria import standings
    from thidua_cli.plan.criteria.standings import Ranking
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.tables.collected import FindingLog

Looked = tuple[TieBreak, ...]


class _Compared(NamedTuple):
    """A unit, between which ends its value under one tie-break lies, and all that was looked at so far.

    The ends are alike where the value is known; None: without end.
    """

    tally: Tally
    low: Fraction | None
    high: Fraction | None
    looked_at: Looked

    @property
    def known(self) -> bool:
        return self.low is not None and self.low == self.high


def _blocks(compared: list[_Compared], high: bool) -> Iterator[list[_Compared]]:
    """The units from the first place on, in blocks that are certainly parted from one another."""
    between = [
        (each.low, each.high, each) for each in compared if each.low is not None and each.high is not None
    ]
    if len(between) < len(compared):
        yield compared
        return
    blocks: list[list[_Compared]] = []
    top = None
    for low, most, each in sorted(between, key=lambda ends: ends[:2]):
        if top is None or low > top:
            blocks.append([])
        blocks[-1].append(each)
        top = most if top is None else max(top, most)
    yield from reversed(blocks) if high else blocks


class TieBreaks:
    """The tie-breaks of a table. Runs in EXACT."""

    def __init__(
        self, ranking: Ranking, inputs: InputTable, breakdowns: Breakdowns, findings: FindingLog
    ) -> None:
        self._rules = ranking.tie_breaks
        self._inputs = inputs
        self._breakdowns = breakdowns
        self._findings = findings

    def parted(self, equals: Sequence[Tally]) -> Iterator[list[tuple[Tally, Looked]]]:
        """Units of one total in the order of their places; those of one list share a place, by name."""
        yield from self._parted([(tally, ()) for tally in equals], 0)

    def _parted(self, equals: list[tuple[Tally, Looked]], at: int) -> Iterator[list[tuple[Tally, Looked]]]:
        if len(equals) == 1 or at == len(self._rules):
            looked = {id(tally): looked_at for tally, looked_at in equals}
            yield [(tally, looked[id(tally)]) for tally in by_name(tally for tally, _ in equals)]
            return
        rule = self._rules[at]
        high = rule.column is None or rule.order == "high"
        compared = [self._compared(tally, looked_at, rule) for tally, looked_at in equals]
        for block in _blocks(compared, high):
            known = all(each.known for each in block)
            if len(block) > 1 and not known:
                self._unknown([each.tally for each in block if not each.known], rule)
            # Who of these would stand first is not known, so no later rule may decide either.
            after = at + 1 if known else len(self._rules)
            yield from self._parted([(each.tally, each.looked_at) for each in block], after)

    def _compared(self, tally: Tally, looked_at: Looked, rule: standings.TieBreak) -> _Compared:
        if rule.criterion is not None:
            kind, label = "criterion", self._breakdowns.name(rule.criterion)
            ends = self._breakdowns.ends(rule.criterion, tally.position)
        else:
            kind, label = "column", rule.column or ""
            number = self._number(tally, label)
            ends = None if number is None else (number, number)
        if ends is None:
            return _Compared(tally, None, None, (*looked_at, TieBreak(kind, label, UNKNOWN)))
        shown = result(ends[0]) if same(*ends) else UNKNOWN
        found = (*looked_at, TieBreak(kind, label, shown))
        return _Compared(tally, ends[0].fraction, ends[1].fraction, found)

    def _number(self, tally: Tally, heading: str) -> Ratio | None:
        column = self._inputs.columns.get(TIE + heading)
        if column is None:
            return None
        value, _ = read_number(tally.row.values[column], percent=True)
        return None if value is None else Ratio(value)

    def _unknown(self, tallies: Sequence[Tally], rule: standings.TieBreak) -> None:
        for tally in by_name(tallies):
            column = None if rule.column is None else self._inputs.columns.get(TIE + rule.column)
            cell = self._inputs.unit(tally.row) if column is None else tally.row.cell(column)
            name = self._breakdowns.name(rule.criterion) if rule.criterion else rule.column or ""
            values = {"name": name, "unit": tally.unit, "text": cell.text}
            self._findings.add(
                Finding("TD558", cell.span, values, "criterion" if rule.criterion else "column")
            )
