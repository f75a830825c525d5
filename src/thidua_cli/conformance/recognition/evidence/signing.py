"""The words of a signature block: capacities, offices and names of people."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.conformance.recognition.evidence.lines import is_signing_note
from thidua_cli.conformance.recognition.evidence.wording import any_of, beginning, body_beginning, words
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece

LONGEST = 90
MOST_WORDS = 7
LONGEST_RANK = 5  # words
PLACEHOLDER = re.compile(r"\[[^\]]*\]|<[^>]*>|[.…_\s]+")
NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@cache
def _prefix() -> re.Pattern[str]:
    return any_of(words()["capacity_prefixes"])


def has_prefix(piece: Piece) -> bool:
    """Whether it begins with TM., KT., TL., TUQ. or Q.; the dot may be missing in a line of capitals."""
    found = _prefix().match(piece.key)
    if found is None or len(piece.text) > LONGEST:
        return False
    tail = piece.key[found.end() :]
    return len(tail.strip(" .")) > 1 and tail[0] in (". ," if piece.capitals else ".")


def capacity_sure(piece: Piece) -> int:
    """How surely a line is the capacity or the office of a signer."""
    if len(piece.text) > LONGEST or piece.text.endswith((";", ":")):
        return 0
    if has_prefix(piece):
        return 100 if piece.capitals else 70
    if not beginning("offices").match(piece.key) or piece.text.endswith(".") or _begins_with_rank(piece):
        return 0
    return 95 if piece.capitals else 60


def name_sure(piece: Piece) -> int:
    """How surely a line is the name of a person, whatever ranks stand around it, or the place of one."""
    if not 2 <= len(piece.text) <= LONGEST or is_signing_note(piece):
        return 0
    if PLACEHOLDER.fullmatch(piece.text):
        return 80
    parts = (_without_ranks(part.split()) for part in piece.text.replace(".", ". ").split(","))
    named = [part for part in parts if part]
    if len(named) != 1:
        return 0
    tokens, key = named[0], fold(" ".join(named[0]))
    if not 2 <= len(tokens) <= MOST_WORDS or not all(map(NAME_WORD.fullmatch, tokens)):
        return 0
    listed = fold(tokens[0]) in _surnames()
    office = beginning("offices").match(key) is not None
    if all(map(str.isupper, tokens)):
        return 80 if listed and len(tokens) <= 5 and not office else 0
    if not all(token[0].isupper() for token in tokens) or office or body_beginning().match(key):
        return 0
    return 100 if listed else 85


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(fold, words()["surnames"]))


@cache
def _ranks() -> frozenset[str]:
    return frozenset(map(fold, words()["ranks"]))


def _begins_with_rank(piece: Piece) -> bool:
    """Whether it is `Phó giáo sư`, which is no deputy."""
    tokens = piece.text.partition(",")[0].split()
    return len(_without_ranks(tokens)) < len(tokens)


def _without_ranks(tokens: list[str]) -> list[str]:
    while tokens:
        size = next((size for size in range(LONGEST_RANK, 0, -1) if _is_rank(tokens[:size])), 0)
        if not size:
            return tokens
        tokens = tokens[size:]
    return tokens


def _is_rank(tokens: list[str]) -> bool:
    return fold(" ".join(tokens)).rstrip(".:") in _ranks()
