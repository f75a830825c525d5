"""Numbers and symbols of legal normative documents, which hold a year (`12/2026/QĐ-UBND`)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.conformance.recognition.evidence.wording import words
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

WITH_YEAR = re.compile(r"/\s?[12]\d{3}\s?/\s?(?P<groups>\w+(?:\s?[-/]\s?\w+)*)")
SIGN = re.compile(r"\s?[-/]\s?")
FIGURES = "0123456789"


def has_legal_symbol(key: str) -> bool:
    """Whether folded text names a legal normative document by its symbol, its number blank or not."""
    found = WITH_YEAR.search(key)
    if found is None:
        return False
    kind, *bodies = SIGN.split(found["groups"])
    issuing = _issuing().get(kind)
    if issuing is None:
        return kind.rstrip(FIGURES) in map(fold, words()["legal_bodies"])
    return not issuing or any(body.rstrip(FIGURES) in issuing for body in bodies)


@cache
def _issuing() -> Mapping[str, frozenset[str]]:
    """The bodies that issue each kind; empty where whoever issues it."""
    return {fold(kind): frozenset(map(fold, bodies)) for kind, bodies in words()["legal_symbols"].items()}
