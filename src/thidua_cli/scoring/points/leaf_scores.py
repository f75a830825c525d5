"""One criterion over all rows: each distinct content of its cells is read and scored once."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import Direct
from thidua_cli.rosters.reading.notes import NOTES
from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.scoring.exact import ONE, ZERO
from thidua_cli.scoring.inputs.input_table import EVIDENCE
from thidua_cli.scoring.points.column_scores import ColumnScore
from thidua_cli.scoring.points.finishing import as_ratio, at_least, settled
from thidua_cli.scoring.points.layout import SIDE, Layout, compares, layout_of, main_cell, text_of
from thidua_cli.scoring.points.leaf_accounts import LeafAccounts
from thidua_cli.scoring.points.noting import report
from thidua_cli.scoring.points.outcomes import Gap, Given, Points
from thidua_cli.scoring.points.shapes.kinds import shape_of
from thidua_cli.scoring.points.standards import Average, Peers, averages, peers_of, standards
from thidua_cli.scoring.points.statements import Noted, State, group_of, statements
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.scoring.points.scene import Scene

# What is wrong with the figure beside the value, not with the value.
OF_SIDE = frozenset({Gap.TARGET, Gap.EXEMPT, Gap.HOLE_BY, Gap.OVERLAP_BY})


def score_leaf(rule: Leaf, scene: Scene, *, optional: bool = False) -> ColumnScore:
    """Read and score a criterion in every row, with a finding at each cell that needs a person.

    `optional`: a blank cell is no gap and earns nothing, because another alternative may be filled.
    Runs in EXACT.
    """
    layout = layout_of(rule, scene)
    if layout is None:
        return ColumnScore(rule)
    scorer = _LeafScorer(rule, scene, layout, None if optional else rule.blank)
    scorer.score()
    report(rule, scene, layout.key, scorer.found.notes)
    return scorer.column_score()


class _LeafScorer:
    def __init__(self, rule: Leaf, scene: Scene, layout: Layout, blank: str | None) -> None:
        self._rule, self._scene, self._layout, self._blank = rule, scene, layout, blank
        self._keys = scene.keys(layout.key)
        self.found = statements(rule, layout, self._keys, blank)
        self._shape = shape_of(rule)
        self._scale = ONE if rule.rounding else self._shape.scale
        self._earned: dict[Key, Points] = {}
        self._averages: dict[str, Average] = {}

    def score(self) -> None:
        """The points of every key that has some."""
        peers = self._peers() if compares(self._rule) else None
        compared = self._compare(peers) if peers else set()
        plain = self._rule.floor is None and self._rule.rounding is None and not self._layout.places
        for key, given in self.found.given.items():
            points = self._shape.points(given)
            if isinstance(points, Gap):
                # A value that earns nothing is not also questioned.
                kept = [each for each in self.found.notes.get(key, ()) if NOTES[each.note].once]
                self.found.notes[key] = [*kept, self._noted(points, given)]
            else:
                self._earned[key] = points if plain else self._finished(key, points)
        if self._blank == "zero":
            # No result is no least result either.
            self._earned |= dict.fromkeys(self._keys_in(State.BLANK), ZERO)
        elif self._blank == "average" and peers:
            compared |= self._average(peers)
        if peers and compared:
            self._warn_of_unknown(peers, compared)

    def column_score(self) -> ColumnScore:
        """The result, with its accounts."""
        not_assigned = self._keys_in(State.NOT_ASSIGNED)
        if self._blank == "not_assigned":
            not_assigned += self._keys_in(State.BLANK)
        accounts = LeafAccounts(
            self._rule, self._shape, self._scale, self.found, self._earned, self._averages, self._layout
        )
        return ColumnScore(
            self._rule,
            self._layout.columns,
            self._earned,
            self._scale,
            frozenset(not_assigned),
            write=accounts.account,
        )

    def _keys_in(self, state: State) -> list[Key]:
        return [key for key, found in self.found.states.items() if found is state]

    def _peers(self) -> Peers:
        return peers_of(self._keys, partial(group_of, self._layout), self._scene)

    def _compare(self, peers: Peers) -> set[str]:
        """Give all figures the standard of their group; the groups that have one."""
        if self._shape.rank is None:
            return set()
        found = standards(peers, self.found.given, self._shape.rank)
        for key, given in self.found.given.items():
            self.found.given[key] = given._replace(standard=found.get(peers.groups[key] or ""))
        return set(found)

    def _average(self, peers: Peers) -> set[str]:
        """Give blank cells the average of their group; the groups that used one."""
        scale = self._scale
        self._averages = averages(peers, {key: as_ratio(each, scale) for key, each in self._earned.items()})
        used: set[str] = set()
        for key in self._keys_in(State.BLANK):
            group = peers.groups[key] or ""
            average = self._averages.get(group)
            if average is None:
                self.found.notes[key] = [Noted(self._layout.columns[0], "no_average")]
            else:
                used.add(group)
                self._earned[key] = settled(self._rule, average.mean)
        return used

    def _finished(self, key: Key, points: Points) -> Points:
        """Points with what evidence, floor and rounding make of them."""
        amount = points if isinstance(points, Decimal) else points.numerator
        if EVIDENCE in self._layout.places and amount > 0 and is_blank(self._layout.cell(key, EVIDENCE)):
            column = self._layout.columns[self._layout.places[EVIDENCE]]
            said = {"text": text_of(main_cell(key))}
            self.found.notes.setdefault(key, []).append(Noted(column, "no_evidence", None, said))
            return ZERO
        scale = self._shape.scale
        return settled(self._rule, at_least(self._rule, points, scale), scale)

    def _noted(self, gap: Gap, given: Given) -> Noted:
        place = self._layout.places[SIDE] if gap in OF_SIDE and SIDE in self._layout.places else 0
        more = {"count": format_number(given.actual)}
        if isinstance(self._rule, Direct):
            more["max"] = format_number(self._rule.max)
        value = given.standard.actual if gap is Gap.NO_DIVISOR and given.standard else given.actual
        return Noted(self._layout.columns[place], gap.value, value, more)

    def _warn_of_unknown(self, peers: Peers, compared: set[str]) -> None:
        """Say of each group, once, how many units could still change what others were compared with."""
        lacking = {State.UNKNOWN} | ({State.BLANK} if self._blank == "unknown" else set())
        first: dict[str, Key] = {}
        count: Counter[str] = Counter()
        for key, state in self.found.states.items():
            group = peers.groups[key]
            if state in lacking and group in compared and key in peers.counted:
                first.setdefault(group, key)
                count[group] += peers.counted[key]
        for group, key in first.items():
            noted = Noted(self._layout.columns[0], "provisional", None, {"count": str(count[group])})
            self.found.notes.setdefault(key, []).append(noted)
