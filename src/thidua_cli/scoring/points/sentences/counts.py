"""Formulas of criteria by yes or no, number, occurrences, and of points given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import Count, Penalty
from thidua_cli.scoring.points.formulas import GIVEN, Phrase, Sentence, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.plan.criteria.counted import Bonus, Direct, YesNo
    from thidua_cli.scoring.points.outcomes import Given


def as_answered(_: YesNo) -> Callable[[Given, str], Sentence]:
    """`Đạt`."""
    return lambda _, written: Sentence(written, computed=False)


def as_given(_: Direct) -> Callable[[Given, str], Sentence]:
    """The points of a council."""
    return lambda _, written: Sentence(written, computed=False, said=(Phrase(GIVEN, {"value": written}),))


def times(rule: Count | Bonus | Penalty) -> Callable[[Given, str], Sentence]:
    """`min(5 × 1,5; 6)`; occurrences that do not count are taken off first: `(5 - 2) × 1,5`."""
    cap = rule.max if isinstance(rule, Count) else rule.cap
    taken_off = isinstance(rule, Penalty)

    def sentence(given: Given, written: str) -> Sentence:
        counted = given.actual
        if given.side:
            counted -= given.side
            written = f"({written} - {number(given.side)})"
        product = f"{written} × {number(rule.point)}"
        if cap is not None and rule.point * counted > cap:
            product = f"min({product}; {number(cap)})"
        return Sentence(f"-({product})" if taken_off else product)

    return sentence
