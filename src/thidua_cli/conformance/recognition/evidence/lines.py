"""What one line shows by its words alone, wherever it stands; marks and case may be wrong in it."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.issuance import date_sure, number_sure
from thidua_cli.conformance.recognition.evidence.wording import bare, beginning, whole, words
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.conformance.recognition.pieces.piece import Piece

LONGEST_HEAD = 80  # letters of a line of the letterhead
ALIKE = 85  # letters in a hundred
MOST_EXTRA = 6  # letters too many or too few
DRAFTER = re.compile(r"[^\W\d_]{1,5}\s?\.?\s?\(\s?\d+\s?(?:b|bản)?\s?\)\.?")
DOTTED = ("…", "..", "__", ". .", "_ _")  # what only such lines hold
DOTS = re.compile(r"[.…_]{5,}|…{2,}|(?:[.…_] ){4,}")
APPENDIX = re.compile(
    r"\s*(?P<number>[ivxlc]{1,6}|\d{1,3}|[a-e]|số \d{1,3})?\s*(?:[.:–-]\s*(?P<title>\S.*)?)?"
)


class Evidence(NamedTuple):
    """A component that the words speak for, and how surely."""

    component: Component
    sure: int


def evidence(piece: Piece) -> Evidence | None:
    """What the words of a line speak for; None where they say nothing."""
    if not piece.blank and len(piece.text) <= 300:
        for component, test in TESTS:
            if sure := test(piece):
                return Evidence(component, sure)
    return None


def _like(name: str, at_least: int) -> Callable[[Piece], int]:
    def test(piece: Piece) -> int:
        if not at_least <= len(piece.text) <= LONGEST_HEAD:
            return 0
        return max(_likeness(wanted, piece.letters) for wanted in bare(name))

    return test


def _likeness(wanted: str, found: str) -> int:
    if wanted == found:
        return 100
    if abs(len(wanted) - len(found)) > MOST_EXTRA or not set(wanted[:4]) & set(found[:2]):
        return 0
    needed = ALIKE * (len(wanted) + len(found))
    # Nearly every line of a file comes here: the cheap bound first.
    if 200 * (Counter(wanted) & Counter(found)).total() < needed:
        return 0
    blocks = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
    return 90 if 200 * sum(block.size for block in blocks) >= needed else 0


def _exactly(name: str) -> Callable[[Piece], int]:
    def test(piece: Piece) -> int:
        if len(piece.text) > LONGEST_HEAD or piece.bare_key not in whole(name):
            return 0
        return 100 if piece.capitals else 60

    return test


def _begins(name: str, longest: int) -> Callable[[Piece], int]:
    def test(piece: Piece) -> int:
        return 100 if len(piece.text) <= longest and beginning(name).match(piece.key) else 0

    return test


def _send_to(piece: Piece) -> int:
    found = beginning("send_to").match(piece.key)
    return 0 if found is None else 100 if piece.key[found.end() :].lstrip()[:1] in (":", "") else 85


def _attached(piece: Piece) -> int:
    if not beginning("attached").match(piece.key.lstrip("( ")):
        return 0
    return 100 if piece.key.startswith("(") else 60


def _appendix(piece: Piece) -> int:
    found = beginning("appendix").match(piece.key)
    named = APPENDIX.fullmatch(piece.key, found.end()) if found and len(piece.text) <= 200 else None
    if named is None:
        return 0
    return 90 if named["title"] else 100


def _draft(piece: Piece) -> int:
    found = beginning("draft_marks").match(piece.key.lstrip("( "))
    return 100 if found and len(piece.text) <= 40 and not piece.text.endswith((";", ",")) else 0


def _address(piece: Piece) -> int:
    marks = address_marks(piece)
    if beginning("address").match(piece.key):
        return 100 if marks else 80
    return 85 if marks >= 2 else 0


def address_marks(piece: Piece) -> int:
    """How many of the words that stand before a telephone number, an address … it holds, with their colon."""
    if ":" not in piece.key:
        return 0
    key = piece.key.replace(" :", ":")
    return sum(f"{mark}:" in key for mark in _address_marks())


@cache
def _address_marks() -> tuple[str, ...]:
    return tuple(fold(mark) for mark in words()["address_marks"])


def _form_line(piece: Piece) -> int:
    if any(sign in piece.text for sign in DOTTED):
        dotted = sum(len(found[0]) for found in DOTS.finditer(piece.text))
        if dotted * 4 >= len(piece.text):
            return 100
    if any(rule.kind == "leader" for rule in piece.line.rules):
        return 100
    noted = piece.text.startswith("(") and piece.text.endswith(")") and is_signing_note(piece)
    return 100 if noted else 0


def is_signing_note(piece: Piece) -> bool:
    """Whether it is a remark where a signature goes: `(Ký, ghi rõ họ tên)`."""
    noted = " ".join(piece.bare_key.replace(",", " ").replace(";", " ").split())
    return noted in whole("signing_notes")


def _digital(piece: Piece) -> int:
    found = beginning("digital_signature").match(piece.key)
    return 100 if found and piece.key[found.end() :].lstrip()[:1] == ":" else 0


# The first that holds is taken.
TESTS: tuple[tuple[Component, Callable[[Piece], int]], ...] = (
    (Component.RULE, lambda piece: 100 * piece.typed_rule),
    (Component.NATION, _like("nation", 20)),
    (Component.MOTTO, _like("motto", 14)),
    (Component.NUMBER, number_sure),
    (Component.PLACE_DATE, date_sure),
    (Component.URGENCY, _exactly("urgency")),
    (Component.SECRECY, _exactly("secrecy")),
    (Component.CIRCULATION, _exactly("circulation")),
    (Component.UNKNOWN, _draft),
    (Component.ABOUT, _begins("about", 300)),
    (Component.SEND_TO, _send_to),
    (Component.ATTACHED_TO, _attached),
    (Component.APPENDIX_NAME, _appendix),
    (Component.RECIPIENTS_LABEL, _begins("recipients", 120)),
    (Component.DIGITAL_SIGNATURE, _digital),
    (Component.ADDRESS, _address),
    (Component.DRAFTER, lambda piece: 90 if DRAFTER.fullmatch(piece.text) else 0),
    (Component.FORM_LINE, _form_line),
)
