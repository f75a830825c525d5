"""Size, weight, slant and letter case of a component."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.metrics import inked, visible
from thidua_cli.conformance.rules.outcome import UNREADABLE, Deviation, Outcome, at, outcome_of
from thidua_cli.conformance.rules.values import points, where
from thidua_cli.vietnamese.text import CAPITALS, nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line, Stretch
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Values
    from thidua_cli.conformance.rules.profile import Check

FEWEST_WORDS = 2
WORD = re.compile(r"[^\W\d_]+")
# Letters that abbreviations seldom have: a word with one of them is spelt out.
ACCENTED = frozenset(CAPITALS) - frozenset(ascii_uppercase + "Đ-")


def size(case: Case, check: Check) -> Outcome:
    """Every word of the component within `from` and `to` points."""
    low, high = 2 * check.options["from"], 2 * check.options["to"]

    def look(found: Recognised) -> Deviation | str | None:
        shown = [each for each in inked(found.line) if any(map(str.isalnum, each.text))]
        if any(each.size is None for each in shown):
            return UNREADABLE
        wrong = [each for each in shown if each.size is not None and not low <= each.size <= high]
        if not wrong:
            return None
        actual = wrong[0].size or 0
        values = points("actual", actual) | _range(check)
        return at(found, _named(case, found, wrong) | values, f"{found.component}{actual}")

    return outcome_of(map(look, case.of(check.components)))


def bold(case: Case, check: Check) -> Outcome:
    """Every word of the component bold (`is: true`), or none."""
    return _emphasis(case, check, lambda each: each.bold)


def italic(case: Case, check: Check) -> Outcome:
    """Every word of the component italic (`is: true`), or none."""
    return _emphasis(case, check, lambda each: each.italic)


def mostly_upright(case: Case, check: Check) -> Outcome:
    """No paragraph of the text italic as a whole; single words may be."""

    def look(found: Recognised) -> Deviation | None:
        shown = _lettered(found.line)
        if not shown or not all(each.italic for each in shown):
            return None
        return at(found, _named(case, found, shown), "italic")

    return outcome_of(map(look, case.of(check.components)))


def upper_case(case: Case, check: Check) -> Outcome:
    """No small letter in the component as it is printed; case of its own is told by no range of letters."""

    def look(found: Recognised) -> Deviation | None:
        wrong = [
            each
            for each in inked(found.line)
            if not each.capitals and any(char.islower() for char in each.text)
        ]
        return at(found, _named(case, found, wrong), found.component) if wrong else None

    return outcome_of(map(look, case.of(check.components)))


def lower_case(case: Case, check: Check) -> Outcome:
    """Not all in capitals, abbreviations aside: some small letter among `words` words or more."""
    fewest = check.options.get("words", FEWEST_WORDS)

    def look(found: Recognised) -> Deviation | None:
        words = WORD.findall(nfc(found.line.printed))
        spelt = any(set(word) & ACCENTED for word in words)
        shouted = len(words) >= fewest and spelt and all(word.isupper() for word in words)
        return at(found, case.name(found.component), found.component) if shouted else None

    return outcome_of(map(look, case.of(check.components)))


def _emphasis(case: Case, check: Check, has: Callable[[Stretch], bool]) -> Outcome:
    wanted = bool(check.options["is"])

    def look(found: Recognised) -> Deviation | None:
        wrong = [each for each in _lettered(found.line) if has(each) is not wanted]
        return at(found, _named(case, found, wrong), found.component) if wrong else None

    return outcome_of(map(look, case.of(check.components)))


def _lettered(line: Line) -> list[Stretch]:
    """The stretches with letters or digits: punctuation of another look is not seen."""
    return [each for each in visible(line.stretches) if any(char.isalnum() for char in each.text)]


def _named(case: Case, found: Recognised, wrong: Sequence[Stretch]) -> Values:
    return case.name(found.component) | where(case, found.line, wrong)


def _range(check: Check) -> Values:
    low, high = check.options["from"], check.options["to"]
    shown = str(low) if low == high else f"{low}-{high}"
    return {"range": shown}
