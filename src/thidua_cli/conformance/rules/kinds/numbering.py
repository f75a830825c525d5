"""Numbers in their order: Roman, Arabic, and the letters of the Vietnamese alphabet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.kinds.wording import numbered
from thidua_cli.conformance.rules.outcome import Deviation, Outcome, at, outcome_of
from thidua_cli.vietnamese.roman import roman, roman_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

# Beyond it a numeral is rather a letter: C, D, M.
LARGEST_COUNTED = 89
# From the largest division of a text to the smallest: a larger one lets the smaller begin anew.
LEVELS = (
    Component.PART,
    Component.CHAPTER,
    Component.DIVISION,
    Component.SUBDIVISION,
    Component.ROMAN,
    Component.ARTICLE,
    Component.CLAUSE,
    Component.POINT,
)
# After a number that cannot be read, or that came twice, nothing is said of the next one.
UNREADABLE = "?"
SAME_LEVEL = {Component.CLAUSE_TITLED: Component.CLAUSE}


class Numbered(NamedTuple):
    """A numbered line: its level, the number it bears, and the one before it on that level (0: it begins)."""

    found: Recognised
    level: Component
    mark: str
    before: str


def in_sequence(case: Case, check: Check) -> Outcome:
    """Each number (`marks`) follows the one before it on its level; none is left out, none comes twice.

    Points go by `letters`, of which those in `optional` may be left out.
    """
    letters: str = check.options["letters"]
    optional: str = check.options["optional"]
    wanted = frozenset(check.components)

    def look(each: Numbered) -> Deviation | None:
        following = _followers(each, letters, optional)
        begins = _followers(each._replace(before=""), letters, optional)
        # A list may begin anew without a heading between.
        if (
            not following
            or each.mark in following
            or (each.before and each.mark in begins and each.before != each.mark)
        ):
            return None
        variant = "twice" if each.mark == each.before else ""
        values = {"actual": each.mark, "before": each.before or "–", "next": following[0]}
        return at(each.found, case.name(each.found.component) | values, each.mark, variant)

    marks = {
        Component(name): re.compile(mark, re.IGNORECASE) for name, mark in check.options["marks"].items()
    }
    return outcome_of(look(each) for each in _lines(case, marks) if each.found.component in wanted)


def counted(numeral: str) -> int:
    """The value of a Roman numeral that counts something; 0 for any other text."""
    value = roman_value(numeral)
    return value if value <= LARGEST_COUNTED else 0


def _lines(case: Case, marks: Mapping[Component, re.Pattern[str]]) -> Iterator[Numbered]:
    """The numbered lines of every unit outside tables, with the number before each on its level."""
    last: dict[Component, str] = {}
    unit = -1
    for found in case.of((*LEVELS, *SAME_LEVEL)):
        level = SAME_LEVEL.get(found.component, found.component)
        seen = marks[level].match(numbered(found))
        mark = _as_counted(level, seen[1]) if seen else ""
        if found.unit != unit:
            last, unit = {}, found.unit
        if found.line.place.cells:
            continue
        before = last.get(level, "")
        if mark:
            yield Numbered(found, level, mark, before)
        last[level] = UNREADABLE if mark in ("", before) else mark
        # Articles are counted through the whole document, chapters through a part or through all of it.
        for smaller in LEVELS[LEVELS.index(level) + 1 :]:
            if smaller is not Component.ARTICLE:
                last.pop(smaller, None)


def _as_counted(level: Component, mark: str) -> str:
    """A number as it is counted: letters small, Roman numerals in capitals, whatever its case is."""
    return mark.lower() if level is Component.POINT else mark.upper()


def _followers(each: Numbered, letters: str, optional: str) -> Sequence[str]:
    """The numbers that may come next, the usual one first; none where the one before tells nothing."""
    if each.level is Component.POINT:
        return _letters_after(each.before, letters, optional)
    if each.before == UNREADABLE:
        return ()
    if each.mark.isdecimal():
        return (str(int(each.before) + 1),) if each.before else ("1", "01")
    value = counted(each.before) if each.before else 0
    return () if each.before and not value else (roman(value + 1),)


def _letters_after(before: str, letters: str, optional: str) -> Sequence[str]:
    if before and before not in letters:
        return ()
    start = letters.index(before) + 1 if before else 0
    following: list[str] = []
    for letter in letters[start:]:
        following.append(letter)
        if letter not in optional:
            break
    return sorted(following, key=lambda letter: letter in optional)
