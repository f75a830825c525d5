"""Where components stand to each other: order, left and right, on one line (Mục IV)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.case import MAIN_UNIT
from thidua_cli.conformance.rules.metrics import height_of
from thidua_cli.conformance.rules.outcome import (
    NOT_ASKED,
    NOTHING,
    UNPLACED,
    Deviation,
    Outcome,
    at,
    outcome_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Values
    from thidua_cli.conformance.rules.profile import Check

# Two lines of one row may begin this many twips apart: sizes differ, rules take some height.
LEVEL = 200
# Beyond this they are surely on two lines, even where text above takes a line more or less than was measured.
APART = 400


def ordered(case: Case, check: Check) -> Outcome:
    """Of every pair of `pairs` the first component stands before the second."""
    rank = {id(found): place for place, found in enumerate(case.anatomy.lines)}

    def look(first: str, second: str) -> Deviation | str | None:
        one, other = (case.first(Component(each)) for each in (first, second))
        if one is None or other is None:
            return UNPLACED
        if rank[id(one)] <= rank[id(other)]:
            return None
        return at(other, _pair(case, other.component, one.component), f"{first}{second}")

    return _told(look(*pair) for pair in check.options["pairs"])


def beside(case: Case, check: Check) -> Outcome:
    """Of every pair of `pairs` that shares a table the first component stands to the left of the second."""

    def look(left: str, right: str) -> Deviation | str | None:
        one, other = (case.first(Component(each)) for each in (left, right))
        if one is None or other is None:
            return UNPLACED
        here, there = one.line.place.cells, other.line.place.cells
        if not here or not there or here[0].table != there[0].table or here[0].column == there[0].column:
            return UNPLACED
        if here[0].column < there[0].column:
            return None
        return at(other, _pair(case, one.component, other.component), f"{left}{right}")

    return _told(look(*pair) for pair in check.options["pairs"])


def same_line(case: Case, check: Check) -> Outcome:
    """Two components on one line: side by side in a row of a table, or in one paragraph."""
    left, right = (case.first(each) for each in check.components)
    if left is None or right is None:
        return NOTHING
    if _signed_by_several(case, check):
        return NOT_ASKED
    return outcome_of([_level(case, left, right)])


def _told(places: Iterator[Deviation | str | None]) -> Outcome:
    """Pairs that are not both there say nothing, unless no pair says anything."""
    results = list(places)
    known = [each for each in results if not isinstance(each, str)]
    return outcome_of(known or results)


def _level(case: Case, left: Recognised, right: Recognised) -> Deviation | str | None:
    here, there = left.line.place, right.line.place
    values = _pair(case, right.component, left.component)
    if here == there:
        return None
    if here.story != there.story:
        return UNPLACED
    if not here.cells or not there.cells:
        # A box of text may stand anywhere; paragraphs below one another do not share a line.
        return UNPLACED if here.story == "text-box" or here.cells != there.cells else at(right, values)
    if here.cells[0].table != there.cells[0].table:
        return UNPLACED
    if here.cells[0].row != there.cells[0].row or here.cells == there.cells:
        return at(right, values)
    return _same_height(case, left, right, values)


def _same_height(case: Case, left: Recognised, right: Recognised, values: Values) -> Deviation | str | None:
    tops = [None if each.line.sunk else _top(case, each) for each in (left, right)]
    if tops[0] is None or tops[1] is None:
        return UNPLACED
    apart = abs(tops[0] - tops[1])
    if apart <= LEVEL:
        return None
    measured = all(other.blank for each in (left, right) for other in case.above(each.line))
    return at(right, values) if measured or apart > APART else UNPLACED


def _top(case: Case, found: Recognised) -> Fraction | None:
    """How far below the top of its cell a line begins; None where a height is not known."""
    heights = [height_of(line) for line in case.above(found.line)]
    if None in heights:
        return None
    return sum((height for height in heights if height is not None), Fraction(found.line.before))


def _signed_by_several(case: Case, check: Check) -> bool:
    """Whether the document is signed by several, whose names stand side by side (Mẫu 1.9)."""
    if Component.CAPACITY not in check.components:
        return False
    signers = {found.group for found in case.of((Component.SIGNER,), MAIN_UNIT)}
    return len(signers) > 1 or case.type in check.options.get("except", ())


def _pair(case: Case, first: Component, second: Component) -> Values:
    return case.term("what", first.value) | case.term("other", second.value)
