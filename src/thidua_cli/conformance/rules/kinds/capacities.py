"""On whose behalf somebody signs: `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` (Mục II, 7.b)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.rules.outcome import NOT_ASKED, Deviation, Outcome, Words, at, outcome_of
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.vietnamese.text import fold, nfc, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

SIGNS = r"[./]?"  # what people write between the letters of an abbreviation


class Prefix(NamedTuple):
    """How a capacity begins: the official abbreviation, what is written, whether that is fine, the rest."""

    official: str
    written: str
    fine: bool
    rest: str


class Printed(NamedTuple):
    """One printed line of a signature block, its prefix and the paragraph it stands in."""

    found: Recognised
    text: str
    prefix: Prefix | None


def prefix_form(case: Case, check: Check) -> Outcome:
    """An official abbreviation, a dot right after it, then one space; its words not spelt out."""

    def look(found: Recognised) -> Deviation | None:
        raw = nfc(found.line.printed).strip()
        prefix = _prefix(raw, check)
        if prefix is None or prefix.fine:
            return None
        values = {"text": f"{prefix.official}. {squeeze(prefix.rest)}"} | quoted("actual", raw)
        return at(found, values, wanted=Words(f"{prefix.official}.", prefix.written))

    return outcome_of(map(look, case.of(check.components)))


def deputy_title(case: Case, check: Check) -> Outcome:
    """After `prefix` the title of a head, below it that of a deputy: one of `titles`, as they begin."""
    titles = tuple(map(fold, check.options["titles"]))

    def look(place: int, lines: list[Printed]) -> Deviation | None:
        one = lines[place]
        head = fold(one.prefix.rest) if one.prefix else ""
        if head.startswith(titles):
            return at(one.found, quoted("actual", one.text), variant="head")
        below = any(fold(line.text).startswith(titles) for line in lines[place + 1 :])
        return None if below else at(one.found, quoted("actual", one.text))

    return outcome_of(look(place, lines) for place, lines in _with(case, check))


def title_below(case: Case, check: Check) -> Outcome:
    """Below each of the `prefixes` the title of the person who signs."""
    if case.type in check.options["except"]:
        return NOT_ASKED

    def look(place: int, lines: list[Printed]) -> Deviation | None:
        one = lines[place]
        return at(one.found, quoted("actual", one.text)) if place + 1 == len(lines) else None

    return outcome_of(look(place, lines) for place, lines in _with(case, check))


def body_named(case: Case, check: Check) -> Outcome:
    """After the prefix the name of a body, not one of the `titles` of a person."""
    titles = tuple(f"{fold(title)} " for title in check.options["titles"])

    def look(place: int, lines: list[Printed]) -> Deviation | None:
        one = lines[place]
        personal = one.prefix is not None and f"{fold(one.prefix.rest)} ".startswith(titles)
        return at(one.found, quoted("actual", one.text)) if personal else None

    return outcome_of(look(place, lines) for place, lines in _with(case, check))


def not_joined(case: Case, check: Check) -> Outcome:
    """Never all of the `prefixes` in one signature."""
    wanted = set(check.options["prefixes"])

    def look(group: list[Recognised]) -> Deviation | None:
        words = " ".join(squeeze(each.line.printed) for each in group)
        used = set(re.findall(rf"\b({'|'.join(wanted)})\b\.?", words))
        return at(group[0], quoted("actual", words)) if used == wanted else None

    return outcome_of(map(look, case.groups(check.components)))


def _with(case: Case, check: Check) -> Iterator[tuple[int, list[Printed]]]:
    """The printed lines of each signature that has one of the `prefixes`, and where that stands."""
    for group in case.groups(check.components):
        lines = [
            Printed(found, squeeze(text), _prefix(text.strip(), check))
            for found in group
            for text in nfc(found.line.printed).split("\n")
            if text.strip()
        ]
        for place, one in enumerate(lines):
            if one.prefix is not None and one.prefix.official in check.options["prefixes"]:
                yield place, lines


def _prefix(text: str, check: Check) -> Prefix | None:
    """How a line of a signature begins, if it is with the capacity in which somebody signs."""
    spelt: Mapping[str, str] = check.options["abbreviations"]
    seen = _written(tuple(spelt)).match(text)
    if seen is not None and (seen["sign"] or seen["space"] or not seen["letters"].isalpha()):
        official = re.sub(r"\W", "", seen["letters"])
        fine = seen["letters"] == official and seen["sign"] == "." and seen["space"] in (" ", "\u00a0", "\n")
        return Prefix(official, seen["letters"], fine, seen["rest"])
    whole = next((one for one, words in spelt.items() if fold(text).startswith(f"{fold(words)} ")), "")
    line = squeeze(text)
    end = len(spelt.get(whole, ""))
    return Prefix(whole, line[:end], False, line[end:].strip()) if whole else None


@cache
def _written(official: tuple[str, ...]) -> re.Pattern[str]:
    """The abbreviations as people write them (`T/M`, `K.T.`, `KT,`), and what follows."""
    letters = "|".join(SIGNS.join(one) for one in official)
    return re.compile(rf"(?P<letters>{letters})(?P<sign>[.,:;]?)(?P<space>\s*)(?P<rest>.*)", re.DOTALL)
