"""How far the first line of a paragraph of the text is set in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.outcome import UNMEASURED, Deviation, Outcome, at, outcome_of
from thidua_cli.conformance.rules.values import millimetres

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

# Items below the points: the decree is silent on how deep they stand.
DEEPER = re.compile(r"[-+*•●○▪–—]|\d+(?:\.\d+)+")


def first_line(case: Case, check: Check) -> Outcome:
    """The first letter at one of the distances `at` from the margin, `tolerance` twips more or less."""
    allowed, tolerance = check.options["at"], check.options["tolerance"]
    wanted = frozenset(check.components)

    def look(found: Recognised) -> Deviation | str | None:
        line = found.line
        if line.align in ("center", "right") or line.text[:1] in "\t \u00a0":
            return UNMEASURED
        start = line.left + line.first
        if any(abs(start - distance) <= tolerance for distance in allowed):
            return None
        values = case.name(found.component) | millimetres("actual", start)
        return at(found, values, str(start))

    asked = (found for found in case.text_lines if found.component in wanted and not _deeper(found.line))
    return outcome_of(map(look, asked))


def _deeper(line: Line) -> bool:
    return DEEPER.match(line.label or line.text.lstrip()) is not None
