"""Font and colour of the text, wherever it stands: one finding a font, one a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.metrics import inked, visible
from thidua_cli.conformance.rules.outcome import PARTLY_READ, UNREADABLE, Deviation, Ink, Outcome, outcome_of
from thidua_cli.conformance.rules.values import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.lines import Line, Stretch
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

AUTOMATIC = "auto"
ASCII, HIGH_ANSI = 0, 1


def font(case: Case, check: Check) -> Outcome:
    """Letters and digits in the font asked for; fonts of old encodings (`legacy`) have words of their own."""
    wanted = check.options["font"].casefold()
    legacy = tuple(start.casefold() for start in check.options["legacy"])

    def look(line: Line) -> Iterator[Deviation | str | None]:
        shown = inked(line)
        fonts = [(each, name) for each in shown for name in _fonts(each)]
        if any(not name for _, name in fonts):
            yield UNREADABLE
        others = sorted({name for _, name in fonts if name and name.casefold() != wanted})
        for other in others:
            wrong = [each for each in shown if other in _fonts(each)]
            values = {"actual": other, "font": check.options["font"]} | where(case, line, wrong)
            variant = "legacy" if other.casefold().startswith(legacy) else ""
            yield Deviation(line, values=values, cause=other, variant=variant, wanted=Ink(tuple(wrong)))
        if not others:
            yield None

    return _of_what_was_read(case, outcome_of(result for line in case.all_lines() for result in look(line)))


def colour(case: Case, check: Check) -> Outcome:
    """Text black, or so dark that it prints black (`darkest` of each of the three colours)."""
    darkest = check.options["darkest"]
    stamps = {
        found.line.place for found in case.of((Component.URGENCY, Component.SECRECY, Component.CIRCULATION))
    }

    def look(line: Line) -> Iterator[Deviation | None]:
        wrong = [each for each in visible(line.stretches) if not _black(each.colour, darkest)]
        for shown in sorted({each.colour for each in wrong}):
            own = [each for each in wrong if each.colour == shown]
            values = {"actual": shown} | where(case, line, own)
            yield Deviation(line, values=values, cause=shown, wanted=Ink(tuple(own)))
        if not wrong:
            yield None

    lines = (line for line in case.all_lines() if line.place not in stamps)
    return _of_what_was_read(case, outcome_of(result for line in lines for result in look(line)))


def _of_what_was_read(case: Case, outcome: Outcome) -> Outcome:
    """The outcome, which speaks of the whole file: undecided where some of it was not read."""
    return outcome._replace(unknown=outcome.unknown or PARTLY_READ) if case.partly_read else outcome


def _fonts(each: Stretch) -> Iterator[str]:
    """The fonts that set the letters and digits of a stretch: Vietnamese letters are in the second slot."""
    letters = [char for char in each.text if char.isalnum()]
    if any(map(str.isascii, letters)):
        yield each.fonts[ASCII]
    if not all(map(str.isascii, letters)):
        yield each.fonts[HIGH_ANSI]


def _black(colour: str, darkest: int) -> bool:
    if colour == AUTOMATIC or len(colour) != len("000000"):
        return True
    try:
        return all(int(colour[start : start + 2], 16) <= darkest for start in (0, 2, 4))
    except ValueError:
        return True
