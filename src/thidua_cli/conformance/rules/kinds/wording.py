"""The words themselves: exact texts, patterns, endings of the lines of a list."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.outcome import Deviation, Outcome, Words, at, outcome_of
from thidua_cli.conformance.rules.values import last_words, quoted
from thidua_cli.vietnamese.text import fold, nfc, plain_dashes, squeeze

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

# Hyphens that a program writes for `-` where a line may not break.
HYPHENS = str.maketrans("\u2010\u2011", "--")


def exact_text(case: Case, check: Check) -> Outcome:
    """The words of `text`; where a tone mark is placed does not count, capitals only where `case` says so."""
    wanted = check.options["text"]
    with_case = check.options.get("case", False)

    def look(found: Recognised) -> Deviation | None:
        written = squeeze(found.line.printed).translate(HYPHENS)
        same = fold(written) == fold(wanted) and plain_dashes(written) == written
        if same and not (with_case and _capitals(written) != _capitals(wanted)):
            return None
        return at(found, case.name(found.component) | quoted("actual", written) | {"text": wanted})

    return outcome_of(map(look, case.of(check.components)))


def pattern(case: Case, check: Check) -> Outcome:
    """The beginning of the line, its automatic number included, as the expression `matches` has it."""
    expression = re.compile(check.options["matches"])

    def look(found: Recognised) -> Deviation | None:
        if expression.match(numbered(found)):
            return None
        return at(found, case.name(found.component) | quoted("actual", numbered(found)), found.component)

    return outcome_of(map(look, case.of(check.components)))


def absent(case: Case, check: Check) -> Outcome:
    """Nothing in the line that the expression `matches` finds."""
    expression = re.compile(check.options["matches"])

    def look(found: Recognised) -> Deviation | None:
        seen = expression.search(numbered(found))
        if seen is None:
            return None
        return at(found, case.name(found.component) | quoted("actual", seen[0]))

    return outcome_of(map(look, case.of(check.components)))


def list_endings(case: Case, check: Check) -> Outcome:
    """Every line of a list of `fewest` lines or more ends with `each`, the last with `last`."""
    each, last = check.options["each"], check.options["last"]
    lists = Counter(found.unit for found in case.of(check.components))
    listed = [f for f in case.of(check.components) if lists[f.unit] >= check.options.get("fewest", 1)]

    def look(found: Recognised, final: bool) -> Deviation | None:
        text = squeeze(found.line.text)
        wanted = last if final else each
        if text.endswith(wanted):
            return None
        values = {"actual": last_words(text), "sign": wanted}
        variant = "last" if final else "each"
        return at(found, case.name(found.component) | values, wanted, variant, Words(wanted))

    units = {found.unit: found for found in listed}
    return outcome_of(look(found, found is units[found.unit]) for found in listed)


def numbered(found: Recognised) -> str:
    """The line with its automatic number before it, spaces evened out."""
    return squeeze(f"{found.line.label} {nfc(found.line.printed)}")


def _capitals(text: str) -> list[bool]:
    return [char.isupper() for char in text if char.isalpha()]
