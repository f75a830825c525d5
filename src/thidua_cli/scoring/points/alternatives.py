"""Alternatives of which one counts: the best of those filled in, or the only one."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rosters.reading.readings import is_blank
from thidua_cli.scoring.exact import ZERO, Ratio
from thidua_cli.scoring.inputs.input_table import CLUSTER, TYPE
from thidua_cli.scoring.points.column_scores import Account, ColumnScore, Key
from thidua_cli.scoring.points.finishing import as_ratio, at_least, settled
from thidua_cli.scoring.points.formulas import UNKNOWN, Sentence, result
from thidua_cli.scoring.points.layout import Layout, cells_of, main_cell
from thidua_cli.scoring.points.leaf_accounts import NOTHING, finished, mean_of
from thidua_cli.scoring.points.leaf_scores import score_leaf
from thidua_cli.scoring.points.noting import report
from thidua_cli.scoring.points.standards import Average, averages, peers_of
from thidua_cli.scoring.points.statements import Noted, State, group_of, out_of_type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.plan.criteria.table import OneOf
    from thidua_cli.scoring.points.outcomes import Points
    from thidua_cli.scoring.points.scene import Scene


class Chosen(NamedTuple):
    """What the alternatives of one key come to: the points of the filled ones, None where not known."""

    names: tuple[str, ...]
    points: tuple[Ratio | None, ...]
    best: Ratio


def score_one_of(rule: OneOf, scene: Scene) -> ColumnScore:
    """The points of the alternative that counts, in every row. Runs in EXACT."""
    parts = tuple(score_leaf(item, scene, optional=True) for item in rule.items)
    wanted = [TYPE] if rule.applies_to else []
    wanted += [CLUSTER] if scene.clustered and rule.blank == "average" else []
    if not any(part.columns for part in parts) or any(key not in scene.columns for key in wanted):
        return ColumnScore(rule, parts=parts)
    columns = tuple(column for part in parts for column in part.columns)
    places = {name: len(columns) + index for index, name in enumerate(wanted)}
    layout = Layout((*columns, *(scene.columns[key] for key in wanted)), places)
    scorer = _Chooser(rule, parts, layout, scene)
    scorer.score()
    report(rule, scene, layout.key, scorer.notes)
    return scorer.column_score()


class _Chooser:
    def __init__(self, rule: OneOf, parts: tuple[ColumnScore, ...], layout: Layout, scene: Scene) -> None:
        self._rule, self._parts, self._layout, self._scene = rule, parts, layout, scene
        self._keys = scene.keys(layout.key)
        self._chosen: dict[Key, Chosen] = {}
        self._states: dict[Key, State] = {}
        self._earned: dict[Key, Points] = {}
        self._averages: dict[str, Average] = {}
        self.notes: dict[Key, list[Noted]] = {}

    def score(self) -> None:
        """The points of every key that has some."""
        for key in dict.fromkeys(self._keys):
            said = self._choose(key)
            if isinstance(said, Chosen):
                self._chosen[key] = said
                self._earned[key] = self._finished(said.best)
            else:
                self._states[key] = said
        blank = [key for key, state in self._states.items() if state is State.BLANK]
        if self._rule.blank == "unknown":
            self.notes |= {key: [Noted(self._layout.columns[0], "missing")] for key in blank}
        elif self._rule.blank == "zero":
            self._earned |= dict.fromkeys(blank, ZERO)
        elif self._rule.blank == "average":
            self._average(blank)

    def column_score(self) -> ColumnScore:
        """The result, with its accounts."""
        outside = {State.NOT_ASSIGNED}
        if self._rule.blank == "not_assigned":
            outside.add(State.BLANK)
        not_assigned = frozenset(key for key, state in self._states.items() if state in outside)
        columns, earned = self._layout.columns, self._earned
        return ColumnScore(
            self._rule, columns, earned, not_assigned=not_assigned, parts=self._parts, write=self._account
        )

    def _choose(self, key: Key) -> Chosen | State:
        """The filled alternatives of a key, and the points that count."""
        kind = out_of_type(self._rule, self._layout, key)
        if kind is not None:
            state, note = kind
            if note:
                self.notes[key] = [Noted(self._layout.columns[self._layout.places[TYPE]], note)]
            return state
        filled, skipped, absent = self._filled(key)
        if not filled:
            if absent:
                return State.UNKNOWN
            return State.NOT_ASSIGNED if skipped else State.BLANK
        names = tuple(part.rule.name for part, _ in filled)
        points = tuple(_ratio(part, own) for part, own in filled)
        if self._rule.choose == "only" and (len(filled) > 1 or absent):
            if len(filled) > 1:
                chosen = "“" + "”, “".join(names) + "”"
                column = filled[1][0].columns[0]
                self.notes[key] = [Noted(column, "several_chosen", None, {"chosen": chosen})]
            return State.UNKNOWN
        unknown = [part for part, own in filled if _ratio(part, own) is None] + absent
        best = _best([each for each in points if each is not None])
        if best is None or not all(_cannot_exceed(part, best) for part in unknown):
            return State.UNKNOWN
        return Chosen(names, points, best)

    def _filled(self, key: Key) -> tuple[list[tuple[ColumnScore, Key]], bool, list[ColumnScore]]:
        """The alternatives with data, each with its own key; whether one is not assigned; those not told."""
        cells = cells_of(key)
        filled: list[tuple[ColumnScore, Key]] = []
        skipped, absent, start = False, [], 0
        for part in self._parts:
            width = len(part.columns)
            own: Key = cells[start] if width == 1 else cells[start : start + width]
            start += width
            if not width:
                absent.append(part)
            elif own in part.not_assigned:
                skipped = True
            elif not is_blank(main_cell(own)):
                filled.append((part, own))
        return filled, skipped, absent

    def _finished(self, points: Ratio) -> Points:
        # Of divisor one a Decimal again, as bonuses must be.
        plain: Points = points.numerator if points.divisor == 1 else points
        return settled(self._rule, at_least(self._rule, plain))

    def _average(self, blank: Sequence[Key]) -> None:
        """Give keys without any choice the average of their group."""
        peers = peers_of(self._keys, partial(group_of, self._layout), self._scene)
        self._averages = averages(peers, {key: as_ratio(each) for key, each in self._earned.items()})
        for key in blank:
            average = self._averages.get(group_of(self._layout, key) or "")
            if average is None:
                self.notes[key] = [Noted(self._layout.columns[0], "no_average")]
            else:
                self._earned[key] = settled(self._rule, average.mean)

    def _account(self, key: Key) -> Account:
        earned = self._earned.get(key)
        if earned is None:
            state = self._states.get(key)
            blank = state is State.BLANK and self._rule.blank == "not_assigned"
            if state is State.NOT_ASSIGNED or blank:
                return Account(f"{NOTHING} → {NOTHING}", NOTHING, None, assigned=False)
            return Account(UNKNOWN, UNKNOWN)
        value = as_ratio(earned)
        chosen = self._chosen.get(key)
        if chosen is None:
            average = self._averages.get(group_of(self._layout, key) or "")
            formula = mean_of(average, value) if average else f"{NOTHING} → {result(value)}"
            return Account(formula, result(value), value)
        shown = [UNKNOWN if each is None else result(each) for each in chosen.points]
        sentence = Sentence(shown[0], False) if len(shown) == 1 else Sentence(f"max({'; '.join(shown)})")
        return Account(finished(self._rule, sentence, chosen.best, value), result(value), value)


def _ratio(part: ColumnScore, key: Key) -> Ratio | None:
    earned = part.earned.get(key)
    return None if earned is None else part.ratio_of(earned)


def _best(points: Sequence[Ratio]) -> Ratio | None:
    def larger(first: Ratio, second: Ratio) -> Ratio:
        return second if second.numerator * first.divisor > first.numerator * second.divisor else first

    return reduce(larger, points) if points else None


def _cannot_exceed(part: ColumnScore, best: Ratio) -> bool:
    """Whether an alternative whose points are not known earns no more than `best` whatever they are."""
    most = part.rule.limit
    return most is not None and best.numerator >= most * best.divisor
