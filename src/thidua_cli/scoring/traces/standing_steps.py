"""The steps that follow a total: rounding, vetoes, the grade and its conditions, the rank and its ties."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.points.formulas import UNKNOWN, number
from thidua_cli.scoring.traces.step import Step
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.scoring.standings.results import Condition, Results, UnitResult

# A condition that is not met, by its kind; `_unknown` is added where that is not known.
NEEDS = {"every": "need_every", "criterion": "need_criterion", "penalties_within": "need_penalties"}
STATES = {
    "graded": "grade",
    "none": "grade_none",
    "ungraded": "grade_ungraded",
    "undecided": "grade_undecided",
}


class StandingWriter:
    """Writes what follows the total of a unit. Runs in EXACT."""

    def __init__(self, results: Results) -> None:
        criteria = results.criteria
        self._rounding = criteria.rounding
        self._exact = criteria.ranking.by == "exact"
        self._from = {grade.name: number(grade.from_) for grade in criteria.grades}
        ranked = (unit for unit in results.units if unit.rank is not None)
        self._parted = bool(results.clusters)
        self._ranked = Counter(self._cluster(unit) for unit in ranked)

    def _cluster(self, unit: UnitResult) -> str:
        return unit.cluster if self._parted else ""

    def steps(self, unit: UnitResult, shown: str) -> Iterator[Step]:
        """The steps of a unit after its total, which is `shown`."""
        published = format_number(unit.published, self._rounding.places)
        if shown != UNKNOWN:
            last = Ratio(unit.published)
            yield Step("rounding", self._rounding.mode, f"{shown} → {published}", published, last, last.text)
        yield from map(_veto, unit.vetoes)
        if unit.grading.state in STATES:
            yield self._grade(unit, shown if self._exact else published)
        if unit.rank is not None:
            yield self._rank(unit)

    def _grade(self, unit: UnitResult, total: str) -> Step:
        grading = unit.grading
        name = grading.grade or grading.by_total or ""
        formula = f"{total} ≥ {self._from[name]}" if name else total
        needs = tuple(_need(each) for each in grading.lowered_by if each.kind in NEEDS)
        values = {"grade": name, "by_total": grading.by_total or ""}
        return Step(
            STATES[grading.state], name, formula, grading.grade or "", None, children=needs, values=values
        )

    def _rank(self, unit: UnitResult) -> Step:
        count = self._ranked[self._cluster(unit)]
        breaks = tuple(
            Step(f"tie_{each.kind}", each.label, each.shown, each.shown, None) for each in unit.tie_breaks
        )
        kind = "rank_shared" if unit.tied else "rank"
        cluster = unit.cluster if self._parted else ""
        values = {"rank": str(unit.rank), "of": str(count), "cluster": cluster}
        return Step(
            kind, cluster, f"{unit.rank}/{count}", str(unit.rank), None, children=breaks, values=values
        )


def _veto(veto: Condition) -> Step:
    kind = f"veto_{veto.kind}" + ("_unknown" if veto.holds is None else "")
    values = {"grade": veto.grade, "label": veto.label}
    return Step(kind, veto.label, veto.found, veto.found, None, values=values, place=veto.place)


def _need(need: Condition) -> Step:
    kind = NEEDS[need.kind] + ("_unknown" if need.holds is None else "")
    formula = f"{need.found} < {need.wanted}" if need.found else f"< {need.wanted}"
    if need.kind == "penalties_within":
        formula = f"{need.found} > {need.wanted}"
    values = {"grade": need.grade, "label": need.label, "found": need.found, "wanted": need.wanted}
    return Step(kind, need.label, formula, need.found, None, values=values)
