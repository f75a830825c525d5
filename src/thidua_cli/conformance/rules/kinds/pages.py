"""Paper, the way it lies, and margins, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.outcome import UNREADABLE, Deviation, Outcome, outcome_of
from thidua_cli.conformance.rules.values import millimetres

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.conformance.model.word_file import Section
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

SIDES = ("top", "bottom", "left", "right")
# A page that was turned keeps its binding edge, which is then at the top, or at the bottom.
TURNED = (
    {"top": "left", "right": "top", "bottom": "right", "left": "bottom"},
    {"bottom": "left", "left": "top", "top": "right", "right": "bottom"},
)


def paper(case: Case, check: Check) -> Outcome:
    """Every section on paper of `short` by `long` twips, whichever way it lies."""
    tolerance = check.options["tolerance"]
    wanted = (check.options["short"], check.options["long"])

    def look(section: Section) -> Deviation | str | None:
        if section.unread & {"width", "height"}:
            return UNREADABLE
        sides = sorted((section.width, section.height))
        if all(abs(side - one) <= tolerance for side, one in zip(sides, wanted, strict=True)):
            return None
        values = millimetres("width", section.width) | millimetres("height", section.height)
        return Deviation(None, section, values, str(sides))

    return outcome_of(map(look, case.word.sections))


def upright(case: Case, check: Check) -> Outcome:
    """Lying pages only in sections that hold a table of data or a picture."""
    holding = {table.section for table in case.word.tables if table.bordered}
    holding |= {found.line.place.section for found in case.of((Component.TABLE,))}
    holding |= {line.place.section for line in case.word.lines if line.drawn}

    def look(section: Section) -> Deviation | None:
        alone = section.landscape and section.number not in holding
        return Deviation(None, section) if alone else None

    return outcome_of(map(look, case.word.sections))


def margins(case: Case, check: Check) -> Outcome:
    """Every margin in its range of twips (`top: [low, high]` …), the gutter counted to the left one."""

    def look(section: Section) -> Iterator[Deviation | str | None]:
        if section.unread:
            yield UNREADABLE
            return
        actual = {side: abs(getattr(section, side)) for side in SIDES}
        actual["left"] += section.gutter
        wrong = _outside(check, actual)
        turned = ({side: actual[to] for side, to in turn.items()} for turn in TURNED)
        if not wrong or (section.landscape and not all(_outside(check, one) for one in turned)):
            yield None
            return
        for side in wrong:
            low, high = check.options[side]
            values = millimetres("actual", actual[side]) | millimetres("low", low) | millimetres("high", high)
            yield Deviation(None, section, values, f"{side}{actual[side]}", side)

    return outcome_of(result for section in case.word.sections for result in look(section))


def _outside(check: Check, actual: Mapping[str, int]) -> list[str]:
    tolerance = check.options["tolerance"]
    return [
        side
        for side in SIDES
        if not check.options[side][0] - tolerance <= actual[side] <= check.options[side][1] + tolerance
    ]
