"""Grades: by the total, lowered by conditions that are not met and by vetoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.standings.needs import need_of
from thidua_cli.scoring.standings.results import Grading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.plan.criteria.standings import Grade
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.plan.criteria.values import Bounds
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.standings.breakdowns import Breakdowns
    from thidua_cli.scoring.standings.results import Condition

# A grade is its place in the ladder, the best first; these two are none.
UNGRADED, NONE = -1, -2
NO_GRADES, INCOMPLETE = Grading("no_grades"), Grading("incomplete")


class Ladder:
    """The grades of a table, the best first. Runs in EXACT."""

    def __init__(self, criteria: Criteria, breakdowns: Breakdowns) -> None:
        pairs = zip(criteria.grades, criteria.grade_bounds(), strict=True)
        self._steps: list[tuple[Grade, Bounds]] = sorted(pairs, key=lambda pair: pair[0].from_, reverse=True)
        self._at = {grade.name: at for at, (grade, _) in enumerate(self._steps)}
        self._breakdowns = breakdowns
        self._plain: dict[int, Grading] = {}

    def grading(self, total: Ratio, position: int, vetoes: Sequence[Condition]) -> Grading:
        """The grade of a complete unit by its total (published or exact, as the table ranks)."""
        if not self._steps:
            return NO_GRADES
        holding = self.holding(total)
        first = holding[0] if len(holding) == 1 else NONE
        if not vetoes and (first == NONE or not self._steps[first][0].needs):
            plain = self._plain.get(first)
            if plain is None:
                plain = self._plain[first] = self._told({first}, first, ())
            return plain
        conditions: list[Condition] = []
        possible = {NONE} if first == NONE else set(self._held(first, position, conditions))
        for veto in vetoes:
            possible = _vetoed(possible, veto, self._at)
        return self._told(possible, first, (*conditions, *vetoes))

    def holding(self, total: Ratio) -> list[int]:
        """The grades that hold a total by their thresholds: one, unless these leave a hole or overlap."""
        top, divisor = total
        return [
            at
            for at, (_, bounds) in enumerate(self._steps)
            if (bounds.lower is None or bounds.lower * divisor <= top)
            and (bounds.upper is None or top < bounds.upper * divisor)
        ]

    def _held(self, first: int, position: int, conditions: list[Condition]) -> Iterator[int]:
        """The grades that the unit may have, from the one by its total down to one that certainly holds."""
        for at in range(first, len(self._steps)):
            grade, _ = self._steps[at]
            found = [need_of(need, grade.name, position, self._breakdowns) for need in grade.needs]
            short = [each for each in found if not each.holds]
            conditions += short
            if all(each.holds is not False for each in short):
                yield at
            if not short:
                return
        yield NONE

    def _told(self, possible: set[int], first: int, conditions: tuple[Condition, ...]) -> Grading:
        by_total = None if first == NONE else self._steps[first][0].name
        if len(possible) > 1:
            return Grading("undecided", None, by_total, conditions)
        (at,) = possible
        if at == UNGRADED:
            return Grading("ungraded", None, by_total, conditions)
        if at == NONE:
            return Grading("none", None, by_total, conditions)
        return Grading("graded", self._steps[at][0].name, by_total, conditions)


def _vetoed(possible: set[int], veto: Condition, places: Mapping[str, int]) -> set[int]:
    """What a veto leaves of the possible grades; one that only may apply leaves the others possible too."""
    if veto.kind == "unranked":
        return possible
    limit = places.get(veto.grade)
    if veto.kind != "at_most":
        after = {UNGRADED}
    elif limit is None:
        # A grade that the table does not have limits nobody knows what.
        return possible | {UNGRADED}
    else:
        after = {at if at < 0 else max(at, limit) for at in possible}
    return after if veto.holds else after | possible
