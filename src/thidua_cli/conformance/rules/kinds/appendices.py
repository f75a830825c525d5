"""Appendices: numbered in Roman numerals and named in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.kinds.numbering import counted
from thidua_cli.conformance.rules.outcome import NOT_ASKED, NOTHING, Deviation, Outcome, at, outcome_of
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.vietnamese.roman import roman_or_arabic
from thidua_cli.vietnamese.text import fold, nfc, squeeze

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

NAME = re.compile(r"phụ lục(?: số)?:? ?([IVXLC]+|\d+|[A-Z])?\b[.:]?", re.IGNORECASE)
MENTION = re.compile(r"phụ lục(?P<numbers>(?: (?:số )?(?:[ivxlc]+|\d+)\b(?:[,;]| và| đến| -)?)*)")
NUMERAL = re.compile(r"[ivxlc]+|\d+")
RANGE = re.compile(r"([ivxlc]+|\d+) (?:đến|-)")


def numerals(case: Case, check: Check) -> Outcome:
    """Two appendices or more are numbered I, II, III …"""
    names = case.of((Component.APPENDIX_NAME,))
    if len(names) < 2:
        return Outcome(looked=len(names))

    def look(found: Recognised, place: int) -> Deviation | None:
        wanted = roman_or_arabic(place)
        mark = _mark(found)
        values = quoted("actual", found.line.printed) | {"text": f"Phụ lục {wanted}"}
        if not mark:
            return at(found, values, "missing", "missing")
        if not counted(mark):
            return at(found, values, "arabic")
        return None if mark == wanted else at(found, values, "order", "order")

    return outcome_of(look(found, place) for place, found in enumerate(names, 1))


def referred_to(case: Case, check: Check) -> Outcome:
    """The text before the appendices speaks of each of them, or of all of them at once."""
    names = case.of((Component.APPENDIX_NAME,))
    if not names:
        return NOTHING
    if case.only_appendices:
        return NOT_ASKED
    appendices = case.appendix_units()
    own = {found.line.place for found in names}
    text = " ".join(
        fold(found.line.text)
        for found in case.anatomy.lines
        if found.unit not in appendices and found.line.place not in own
    )
    mentioned, all_of_them = _mentions(text)

    def look(found: Recognised) -> Deviation | None:
        mark = _mark(found)
        value = counted(mark) or (int(mark) if mark.isdecimal() else 0)
        if all_of_them or (mentioned and not value) or value in mentioned:
            return None
        return at(found, quoted("actual", found.line.printed), "" if not mentioned else mark)

    return outcome_of(map(look, names))


def _mark(found: Recognised) -> str:
    seen = NAME.match(squeeze(nfc(found.line.printed)))
    return (seen[1] or "").upper() if seen else ""


def _mentions(text: str) -> tuple[frozenset[int], bool]:
    """The numbers of the appendices that a folded text names, and whether it names some without numbers."""
    mentioned: set[int] = set()
    unnumbered = False
    for mention in MENTION.finditer(text):
        values = [_value(numeral) for numeral in NUMERAL.findall(mention["numbers"])]
        unnumbered = unnumbered or not values
        mentioned.update(values)
        if len(values) > 1 and RANGE.search(mention["numbers"]):
            mentioned.update(range(min(values), max(values) + 1))
    return frozenset(mentioned), unnumbered


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() and len(numeral) <= len("99") else counted(numeral.upper())
