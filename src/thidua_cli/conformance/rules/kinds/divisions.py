"""Divisions of the text: their titles, and the numbers of articles (Mục II, 6.d and 6.đ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.metrics import visible
from thidua_cli.conformance.rules.outcome import Deviation, Opening, Outcome, at, outcome_of
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.vietnamese.text import nfc

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

INLINE_TITLE = re.compile(r"\s*(?:phần(?: thứ)?|chương|mục|tiểu mục)\s+\w+[.:]?\s+\S", re.IGNORECASE)
ARTICLE = re.compile(r"\s*điều\s+\d+\s*\.?", re.IGNORECASE)


def titled(case: Case, check: Check) -> Outcome:
    """The line below the number of a division is its title."""
    printed = [found for found in case.anatomy.lines if not found.line.blank]
    wanted = frozenset(check.components)

    def look(place: int, found: Recognised) -> Deviation | None:
        following = printed[place + 1].component if place + 1 < len(printed) else Component.UNKNOWN
        if following is Component.DIVISION_TITLE or INLINE_TITLE.match(found.line.text):
            return None
        return at(found, case.name(found.component) | quoted("actual", found.line.printed))

    return outcome_of(look(place, found) for place, found in enumerate(printed) if found.component in wanted)


def number_bold(case: Case, check: Check) -> Outcome:
    """`Điều 1.` bold and upright; what follows it may be ordinary text where the article has no title."""

    def look(found: Recognised) -> Deviation | None:
        seen = ARTICLE.match(nfc(found.line.text))
        left = seen.end() if seen else 0
        for each in visible(found.line.stretches):
            if left <= 0:
                break
            if not each.bold or each.italic:
                number = seen[0] if seen else ""
                return at(found, quoted("actual", number.strip()), "look", wanted=Opening(number.strip()))
            left -= len(each.text)
        return None

    return outcome_of(map(look, case.of(check.components)))
