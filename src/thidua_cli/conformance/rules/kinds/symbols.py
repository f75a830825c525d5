"""Number and symbol: how they are written, and whether the type's abbreviation is the official one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.case import MAIN_UNIT
from thidua_cli.conformance.rules.document_type import JOINT
from thidua_cli.conformance.rules.outcome import (
    LEFT_BLANK,
    UNPLACED,
    Deviation,
    Outcome,
    Words,
    at,
    outcome_of,
)
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.law.registers.document_types import LETTER, document_types
from thidua_cli.vietnamese.citations import parse_symbol
from thidua_cli.vietnamese.text import nfc, squeeze, unaccent

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.vietnamese.citations import Symbol

LABEL = re.compile(r"(?P<label>số)(?P<gap>\s*)(?P<colon>:?)\s*", re.IGNORECASE)
BLANK = re.compile(r"^[\s.…_\[\]\-–]*(?=/)")
OFFICIAL_LABEL = "Số"
# Faults that parse_symbol names and the decree says nothing of, or another check does.
SILENT = frozenset({"missing_number", "unpadded"})
LETTER_SYMBOL = "CV"
LINKING = "và"  # left out of the abbreviation of a name
GUESSED = 70  # the issuer's abbreviation made from the first letters of its name


def label(case: Case, check: Check) -> Outcome:
    """`Số` with a colon right after it, in small letters."""

    def look(found: Recognised) -> Deviation | None:
        seen = LABEL.match(_written(found))
        if seen is not None and seen["label"] == OFFICIAL_LABEL and seen["colon"] and not seen["gap"]:
            return None
        return at(found, quoted("actual", _written(found)))

    return outcome_of(map(look, case.of(check.components)))


def symbol(case: Case, check: Check) -> Outcome:
    """A stroke between number and symbol, hyphens between its groups in capitals, no year and no spaces.

    Blanks of a draft pass.
    """

    def look(found: Recognised) -> Deviation | None:
        text = _symbol_text(found)
        read = parse_symbol(text)
        bodies = tuple(map(_in_capitals, read.bodies))
        own = read.party or read.year is not None or bodies != read.bodies
        if not own and (read.problem is None or read.problem in SILENT):
            return None
        suggestion = _state_form(read, bodies) if own else read.suggestion
        values = quoted("actual", _written(found)) | {"suggestion": suggestion}
        variant = "suggested" if suggestion else ""
        return at(found, values, variant=variant, wanted=Words(suggestion) if suggestion else None)

    return outcome_of(map(look, case.of(check.components)))


def padded(case: Case, check: Check) -> Outcome:
    """A number below 10 with a nought before it, and no other with one."""

    def look(found: Recognised) -> Deviation | str | None:
        written = parse_symbol(_symbol_text(found)).number
        if not written.isdecimal():
            return LEFT_BLANK
        wanted = f"{int(written):02}"
        values = {"actual": written, "text": wanted}
        variant = "over" if len(written) > len(wanted) else ""
        return None if written == wanted else at(found, values, variant=variant, wanted=Words(wanted))

    return outcome_of(map(look, case.of(check.components)))


def abbreviation(case: Case, check: Check) -> Outcome:
    """The abbreviation of the type as Phụ lục III has it; none for a công văn."""
    known = document_types().get(case.type)

    def look(found: Recognised) -> Deviation | str | None:
        read = parse_symbol(_symbol_text(found))
        if known is None or read.problem == "malformed":
            return UNPLACED
        if known.abbreviation is None:
            return _of_letter(case, found, read) if known.id == LETTER else None
        official = known.abbreviation.upper()
        if read.kind.upper() in (official, official + JOINT):
            return None
        shown = read.kind or next(iter(read.bodies), "")
        values = {"actual": shown, "text": known.abbreviation, "type": known.name}
        return at(found, values, wanted=Words(known.abbreviation, shown))

    main = case.first(check.components[0])
    return outcome_of([look(main)]) if main else Outcome()


def _of_letter(case: Case, found: Recognised, read: Symbol) -> Deviation | None:
    """A công văn with the abbreviation of a type, which can be that of a body: `CT-TTHT` of a Cục Thuế."""
    wrong = at(found, {"actual": read.kind}, variant="letter")
    if read.kind == LETTER_SYMBOL:
        return wrong
    issued = read.kind and read.bodies and _abbreviates(case, read.bodies[0])
    return wrong._replace(sure=min(found.sure, GUESSED)) if issued else None


def _abbreviates(case: Case, body: str) -> bool:
    """Whether the first letters of the issuer's name begin with an abbreviation (`SCT`: Sở Công Thương)."""
    for group in case.groups((Component.ISSUER,), MAIN_UNIT):
        name = " ".join(squeeze(nfc(each.line.printed)) for each in group)
        words = [word for word in re.findall(r"\w+", name) if word.lower() != LINKING]
        if unaccent("".join(word[0] for word in words)).upper().startswith(unaccent(body).upper()):
            return True
    return False


def _in_capitals(body: str) -> str:
    """A group of the symbol in capitals; one that is mixed as `TTg` is an abbreviation, no small letters."""
    return body.upper() if any(one.islower() and other.islower() for one, other in pairwise(body)) else body


def _state_form(read: Symbol, bodies: tuple[str, ...]) -> str:
    """The form of the state for a symbol with a year, small letters, or the signs of the Party."""
    groups = "-".join(part for part in (read.kind, *bodies) if part)
    return f"{read.number}/{groups}" if read.number else ""


def _written(found: Recognised) -> str:
    return squeeze(nfc(found.line.printed))


def _symbol_text(found: Recognised) -> str:
    """What follows `Số:`, the blanks of a draft taken away."""
    text = LABEL.sub("", _written(found), count=1)
    return BLANK.sub("", text)
