"""Where a line stands between the edges of its cell or page: centred, flush left, justified."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.metrics import fits_one_line, printed_lines
from thidua_cli.conformance.rules.outcome import UNMEASURED, Deviation, Outcome, at, outcome_of

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Values
    from thidua_cli.conformance.rules.profile import Check

JUSTIFIED = ("both", "distribute")


def centred(case: Case, check: Check) -> Outcome:
    """Every printed line with its middle within `tolerance` twips of the middle of what holds it."""

    def look(found: Recognised) -> Deviation | str | None:
        off = None if found.beside else _off_centre(found.line, check.options["tolerance"])
        if off is None:
            return UNMEASURED
        return at(found, _shown(case, found), found.component) if off else None

    return outcome_of(map(look, case.of(check.components)))


def centred_in_block(case: Case, check: Check) -> Outcome:
    """The lines above a signature in the middle: of what holds them, or below one another with the name."""
    tolerance = check.options["tolerance"]

    def look(found: Recognised, block: list[Recognised]) -> Deviation | str | None:
        off = None if found.beside else _off_centre(found.line, tolerance)
        if off is None:
            return UNMEASURED
        apart = [_middles_apart(case, found.line, other.line) for other in block if not other.beside]
        known = [one for one in apart if one is not None]
        away = off and any(one > tolerance for one in known)
        return at(found, _shown(case, found), found.component) if away else None

    blocks = case.groups((*check.components, Component.SIGNER))
    return outcome_of(
        look(found, block) for block in blocks for found in block if found.component in check.components
    )


def centred_under(case: Case, check: Check) -> Outcome:
    """The middle of the line within `tolerance` twips of that of the component `under`, in the same cell.

    `over_told`: where the one above alone is out of the middle, that is told of it and not of this line.
    """
    tolerance = check.options["tolerance"]

    def look(found: Recognised) -> Deviation | str | None:
        over = _above(case, found, Component(check.options["under"]))
        if over is None or found.beside or over.beside:
            return UNMEASURED
        apart = _middles_apart(case, found.line, over.line)
        if apart is None:
            return UNMEASURED
        told = check.options.get("over_told") and not _off_centre(found.line, tolerance)
        return at(found, _shown(case, found), found.component) if apart > tolerance and not told else None

    return outcome_of(map(look, case.of(check.components)))


def flush_left(case: Case, check: Check) -> Outcome:
    """The line begins at the left edge, `tolerance` twips at most to the right of it."""
    tolerance = check.options["tolerance"]

    def look(found: Recognised) -> Deviation | str | None:
        line = found.line
        if found.beside:
            return UNMEASURED
        away = line.align in ("center", "right") or abs(line.left + min(line.first, 0)) > tolerance
        return at(found, _shown(case, found), found.component) if away else None

    return outcome_of(map(look, case.of(check.components)))


def justified(case: Case, check: Check) -> Outcome:
    """Both edges straight; a paragraph of one line looks the same when it is set to the left."""
    wanted = frozenset(check.components)

    def look(found: Recognised) -> Deviation | str | None:
        line = found.line
        if line.align in JUSTIFIED or (line.align == "left" and fits_one_line(line)):
            return None
        return at(found, _shown(case, found), line.align)

    return outcome_of(look(found) for found in case.text_lines if found.component in wanted)


def _above(case: Case, found: Recognised, component: Component) -> Recognised | None:
    """The last line of a component before this one in the unit, of the same signature where there is one."""
    above: list[Recognised] = []
    for other in case.of((component, found.component), found.unit):
        if other is found:
            break
        if other.component is component:
            above.append(other)
    same = [other for other in above if other.group == found.group]
    return next(reversed(same or above), None)


def _middles_apart(case: Case, line: Line, over: Line) -> Fraction | None:
    """How far the middles of two lines are apart sideways; None where their cells cannot be compared."""
    own, others = middle_of(line), middle_of(over)
    here, there = line.place.cells, over.place.cells
    if own is None or others is None or line.place.story != over.place.story:
        return None
    if not here and not there:
        return abs(own - others)
    if not here or not there or (here[0].table, len(here)) != (there[0].table, len(there)):
        return None
    if here[-1].column == there[-1].column:
        return abs(own - others)
    # Cells of different widths that end at the right edge of the table.
    if case.is_last_in_row(here[-1]) and case.is_last_in_row(there[-1]):
        return abs((own - (line.room or 0)) - (others - (over.room or 0)))
    return None


def _shown(case: Case, found: Recognised) -> Values:
    return case.name(found.component) | case.term("actual", found.line.align)


def middle_of(line: Line) -> Fraction | None:
    """How far the middle of the text is from the left edge of what holds it; None where unmeasurable."""
    if line.room is None:
        return None
    left, right = line.left + line.first, line.room - line.right
    if line.align == "center":
        return Fraction(left + right, 2)
    widths = printed_lines(line)
    if widths is None:
        return None
    if line.align == "right":
        return right - Fraction(max(widths), 2)
    return left + Fraction(max(widths), 2)


def _off_centre(line: Line, tolerance: int) -> bool | None:
    """Whether some printed line is aside of the middle of what holds it; None where unmeasurable."""
    if line.align == "center":
        return abs(Fraction(line.left + line.first - line.right, 2)) > tolerance
    widths = printed_lines(line)
    if widths is None or line.room is None:
        return None
    # Justified lines fill the room, all but the last.
    seen = widths[-1:] if line.align in JUSTIFIED else widths
    left, right = line.left + line.first, line.room - line.right
    halves = [Fraction(width, 2) for width in seen]
    middles = [right - half if line.align == "right" else left + half for half in halves]
    return any(abs(middle - Fraction(line.room, 2)) > tolerance for middle in middles)
