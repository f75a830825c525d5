"""Distances between paragraphs and between the lines of one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.case import TEXT
from thidua_cli.conformance.rules.metrics import LINE_HEIGHT, SINGLE, TWIPS_PER_HALF_POINT, size_of
from thidua_cli.conformance.rules.outcome import (
    UNPLACED,
    UNREADABLE,
    Deviation,
    Outcome,
    at,
    outcome_of,
)
from thidua_cli.conformance.rules.values import number, spacing_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

NEIGHBOURS = frozenset(TEXT)


def paragraph_gap(case: Case, check: Check) -> Outcome:
    """Between two paragraphs of the text at least `least` twips, however a program adds the two distances."""
    least, tolerance = check.options["least"], check.options["tolerance"]

    def look(upper: Recognised, lower: Recognised) -> Deviation | None:
        gap = sum(_distances(upper.line, lower.line))
        if gap >= least - tolerance:
            return None
        return at(lower, spacing_points("actual", gap), str(gap))

    return outcome_of(look(upper, lower) for upper, lower in _neighbours(case))


def line_spacing(case: Case, check: Check) -> Outcome:
    """Lines from `from` to `to` hundredths of a line apart; a fixed height is held against the type."""
    low, high = Fraction(check.options["from"], 100), Fraction(check.options["to"], 100)
    tolerance = Fraction(check.options["tolerance"], 100)
    wanted = frozenset(check.components)

    def look(found: Recognised) -> Deviation | str | None:
        lines = _lines_apart(found.line)
        if lines is None:
            return UNREADABLE
        slack = tolerance if found.line.spacing_rule != "auto" else Fraction(1, SINGLE)
        if low - slack <= lines <= high + slack:
            return None
        return at(found, number("actual", lines, 2), str(lines))

    return outcome_of(look(found) for found in case.text_lines if found.component in wanted)


def single_spaced(case: Case, check: Check) -> Outcome:
    """Two names above one another, set as two lines of one paragraph would be: at most `most` twips apart."""
    upper, lower = check.components
    highest = 1 + Fraction(check.options["tolerance"], 100)

    def look(under: Recognised) -> Deviation | str | None:
        over = case.before(under.line)
        if any(found.component is upper for found in case.at(under.line.place)):
            return None
        if over is None or all(found.component is not upper for found in case.at(over.place)):
            return UNPLACED
        lines = [_lines_apart(one) for one in (over, under.line)]
        if None in lines:
            return UNREADABLE
        gap, widest = max(_distances(over, under.line)), max(one or Fraction(1) for one in lines)
        if gap <= check.options["most"] and widest <= highest:
            return None
        values = spacing_points("actual", gap) | number("lines", widest, 2)
        return at(under, case.name(lower) | values)

    first = [group[0] for group in case.groups((lower,)) if case.first(upper, group[0].unit)]
    return outcome_of(map(look, first))


def gap_below(case: Case, check: Check) -> Outcome:
    """The component exactly `exactly` twips below the component `below`, in the same cell."""
    exactly, tolerance = check.options["exactly"], check.options["tolerance"]

    def look(found: Recognised) -> Deviation | str | None:
        over = case.before(found.line)
        blank = over is not None and over.blank
        while over is not None and over.blank:
            over = case.before(over)
        if over is None or all(one.component != check.options["below"] for one in case.at(over.place)):
            return UNPLACED
        if blank:
            return at(found, {}, variant="blank")
        distances = _distances(over, found.line)
        if any(abs(gap - exactly) <= tolerance for gap in (sum(distances), max(distances))):
            return None
        return at(found, spacing_points("actual", max(distances)))

    return outcome_of(look(group[0]) for group in case.groups(check.components))


def _neighbours(case: Case) -> Iterator[tuple[Recognised, Recognised]]:
    """Paragraphs of the text that follow one another with nothing between them."""
    text = {found.line.place: found for found in case.text_lines if found.component in NEIGHBOURS}
    for lower in text.values():
        over = case.before(lower.line)
        upper = text.get(over.place) if over is not None else None
        if upper is not None:
            yield upper, lower


def _distances(upper: Line, lower: Line) -> tuple[int, int]:
    """Space after the upper and before the lower paragraph; none between two of a style that asks so."""
    same = upper.style == lower.style
    after = 0 if upper.contextual and same else upper.after
    before = 0 if lower.contextual and same else lower.before
    return after, before


def _lines_apart(line: Line) -> Fraction | None:
    """The line spacing in lines of its type; a least height counts as single where it is below that."""
    if line.spacing_rule == "auto":
        return Fraction(line.spacing, SINGLE)
    size = size_of(line)
    if size is None:
        return None
    lines = Fraction(line.spacing) / (size * TWIPS_PER_HALF_POINT * LINE_HEIGHT)
    return max(Fraction(1), lines) if line.spacing_rule == "atLeast" else lines
