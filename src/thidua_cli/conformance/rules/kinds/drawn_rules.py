"""The lines drawn below Tiêu ngữ, the issuing body and the subject, and above the address."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.kinds.alignment import middle_of
from thidua_cli.conformance.rules.metrics import printed_lines
from thidua_cli.conformance.rules.outcome import UNMEASURED, Deviation, Outcome, at, outcome_of
from thidua_cli.conformance.rules.values import millimetres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import DrawnRule, Line
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Values
    from thidua_cli.conformance.rules.profile import Check

UNDERLINE = "underline"
ADRIFT = ("shape", "picture")  # may be drawn from anywhere in the column
# Blank paragraphs between the text and its rule that are still seen as belonging to it.
NEAREST = 2


class Ruled(NamedTuple):
    """The lines of a component in one unit, and those that may stand between it and its drawn line."""

    own: list[Recognised]
    between: list[Recognised]

    @property
    def last(self) -> Recognised:
        """The line that the drawn one stands below."""
        return (self.between or self.own)[-1]


def rule_below(case: Case, check: Check) -> Outcome:
    """A solid line below the component, `from` to `to` of its width, its middle below that of the text.

    Names on several lines are measured by the longest or the last. `also`: a component that may stand between
    the text and its line; the decree gives no length for a line below that.
    """
    return outcome_of(_below(case, check, ruled) for ruled in _ruled(case, check))


def rule_above(case: Case, check: Check) -> Outcome:
    """A solid line above the component, at least `from` of the width of the text area."""

    def look(found: Recognised) -> Deviation | str | None:
        rules = list(_rules_above(case, found.line))
        if not rules:
            return at(found, case.name(found.component), variant="missing")
        room = found.line.room
        if room is None or any(rule.length is None for rule in rules):
            return UNMEASURED
        if any((rule.length or 0) >= room * _share(check, "from") for rule in rules):
            return None
        return at(
            found, case.name(found.component) | millimetres("actual", rules[0].length or 0), variant="short"
        )

    return outcome_of(look(group[0]) for group in case.groups(check.components))


def _ruled(case: Case, check: Check) -> Iterator[Ruled]:
    """What is to have a line, in each unit that is no appendix."""
    appendices = case.appendix_units()
    also = tuple(map(Component, check.options.get("also", ())))
    units: dict[int, list[Recognised]] = {}
    for found in case.of(check.components):
        units.setdefault(found.unit, []).append(found)
    for unit, own in units.items():
        if unit not in appendices:
            ordered = case.of((*check.components, *also), unit)
            end = next(place for place, found in enumerate(ordered) if found is own[-1])
            yield Ruled(own, [found for found in ordered[end + 1 :] if found.component in also])


def _below(case: Case, check: Check, ruled: Ruled) -> Deviation | str | None:
    named = case.name(check.components[0])
    own = [rule for found in ruled.own for rule in _rules_below(case, found.line)]
    rules = own or [rule for found in ruled.between for rule in _rules_below(case, found.line)]
    if not rules:
        column = case.column(ruled.own[0].line.place)
        adrift = any(rule.kind in ADRIFT for line in column for rule in line.rules)
        return UNMEASURED if adrift else at(ruled.last, named, variant="missing")
    if all(rule.kind == UNDERLINE for rule in rules):
        return at(ruled.last, named, variant="underline")
    solid = [rule for rule in rules if rule.solid]
    if not solid:
        return at(ruled.last, named, variant="broken")
    drawn = [rule for rule in solid if rule.length is not None]
    return _judged(check, ruled, named, drawn, measured=bool(own)) if drawn else UNMEASURED


def _judged(
    check: Check, ruled: Ruled, named: Values, drawn: list[DrawnRule], *, measured: bool
) -> Deviation | str | None:
    """Hold the lines against the widths of the text as it is, and as it should look."""
    widths = [width for found in ruled.own for width in printed_lines(found.line) or ()]
    asked = [width for found in ruled.own for width in printed_lines(_as_asked(check, found.line)) or ()]
    if not widths:
        return UNMEASURED
    fitting = _fitting(check, drawn, [widths, asked]) if measured else drawn
    if not fitting:
        values = millimetres("low", _share(check, "from") * max(widths))
        values |= millimetres("high", _share(check, "to") * max(widths))
        values |= millimetres("actual", drawn[0].length or 0)
        return at(ruled.last, named | values, variant="length")
    # Where several components share a paragraph, nobody can tell the middle of one.
    if ruled.last.beside:
        return UNMEASURED
    away = all(_is_aside(check, rule, ruled.last.line) for rule in fitting)
    return at(ruled.last, named, variant="aside") if away else None


def _fitting(check: Check, drawn: list[DrawnRule], texts: list[list[int]]) -> list[DrawnRule]:
    """The lines as long as they should be, by the longest or the last line of the text."""
    low, high, slack = (_share(check, name) for name in ("from", "to", "tolerance"))
    return [
        rule
        for rule in drawn
        for widths in texts
        for width in (max(widths), widths[-1])
        if low * (1 - slack) <= Fraction(rule.length or 0, max(width, 1)) <= high * (1 + slack)
    ]


def _is_aside(check: Check, rule: DrawnRule, line: Line) -> bool:
    """Whether a line stands neither below the text nor, where that is out of place, where the text should."""
    middles = [middle_of(line), None if line.room is None else Fraction(line.room, 2)]
    return all(
        rule.start is not None
        and middle is not None
        and abs(rule.start + Fraction(rule.length or 0, 2) - middle) > check.options["aside"]
        for middle in middles
    )


def _as_asked(check: Check, line: Line) -> Line:
    """The line in the type that the decree asks for, so that a wrong type is not told twice."""
    low, high = (2 * points for points in check.options["sizes"])
    text = check.options.get("text", line.text)
    shown = [
        each._replace(
            text=text if place == 0 else "",
            size=min(max(each.size or low, low), high),
            bold=True,
            italic=False,
            capitals=check.options.get("capitals", False),
        )
        for place, each in enumerate(line.stretches)
    ]
    return replace(line, text=text, stretches=tuple(shown))


def _rules_below(case: Case, line: Line) -> Iterator[DrawnRule]:
    yield from (rule for rule in line.rules if rule.below)
    following: Line | None = line
    for _ in range(NEAREST):
        following = case.after(following) if following is not None else None
        if following is None:
            return
        silent = not any(char.isalnum() for char in following.text)
        yield from (rule for rule in following.rules if silent or not rule.below)
        if not silent:
            return


def _rules_above(case: Case, line: Line) -> Iterator[DrawnRule]:
    yield from (rule for rule in line.rules if not rule.below)
    over = case.before(line)
    if over is not None:
        silent = not any(char.isalnum() for char in over.text)
        yield from (rule for rule in over.rules if silent or rule.below)


def _share(check: Check, name: str) -> Fraction:
    """A share written as text (`1/3`), so that it stays exact."""
    return Fraction(str(check.options[name]))
