"""Characters that make a file read otherwise than it looks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.source.folding import INVISIBLE, is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.source.text import SourceText

# A damaged file may hold a million of them; nobody reads more than the first.
MAX_REPORTED = 50

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_INVISIBLE_RUN = re.compile(f"[{INVISIBLE}]+")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN_VARIANTS = {
    "\x00": "nul",
    "\x0b": "soft-break",
    "\x0c": "page-break",
    "\x85": "line-separator",
    "\u2028": "line-separator",
    "\u2029": "line-separator",
}


def character_findings(source: SourceText) -> tuple[list[Finding], bool]:
    """Findings on single characters, and whether the text may be parsed at all."""
    if is_ordinary(source.text):
        return list(_decomposed(source)), True
    forbidden = [
        _forbidden(source, match) for match in islice(_FORBIDDEN.finditer(source.text), MAX_REPORTED)
    ]
    invisible = [
        _invisible(source, match) for match in islice(_INVISIBLE_RUN.finditer(source.text), MAX_REPORTED)
    ]
    return [*forbidden, *invisible, *_decomposed(source)], not forbidden


def _code_points(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text[:4])


def _forbidden(source: SourceText, match: re.Match[str]) -> Finding:
    span = source.span(*match.span())
    character = match.group()
    variant = _FORBIDDEN_VARIANTS.get(character, "")
    fix = Fix(span, " ") if variant else Fix(span, "")
    return Finding("TD009", span, {"character": _code_points(character)}, variant, fix=fix)


def _invisible(source: SourceText, match: re.Match[str]) -> Finding:
    span = source.span(*match.span())
    return replace(invisible_finding(match, span), fix=Fix(span, "", safe=True))


def invisible_in(text: str) -> re.Match[str] | None:
    """The first run of invisible characters in a text that is not of a plan: a cell of a table."""
    return None if text.isascii() else _INVISIBLE_RUN.search(text)


def invisible_finding(run: re.Match[str], span: Span) -> Finding:
    """TD008 of a run of invisible characters, which whoever tells of it leaves out."""
    variant = "direction" if _BIDI.search(run.group()) else ""
    return Finding("TD008", span, {"character": _code_points(run.group())}, variant)


def _decomposed(source: SourceText) -> Iterator[Finding]:
    """One finding for all letters that are written as a base and loose marks (NFD)."""
    if unicodedata.is_normalized("NFC", source.text):
        return
    lines = source.text.splitlines(keepends=True)
    offsets, offset = [], 0
    for line in lines:
        if not unicodedata.is_normalized("NFC", line):
            offsets.append((offset, line))
        offset += len(line)
    (start, first), (last, final) = offsets[0], offsets[-1]
    composed = unicodedata.normalize("NFC", first)
    at = next(
        (at for at, pair in enumerate(zip(first, composed, strict=False)) if pair[0] != pair[1]),
        len(composed),
    )
    place = source.span(start + at, start + at + 1)
    whole = source.span(start, last + len(final.rstrip("\r\n")))
    text = unicodedata.normalize("NFC", source.text[start : last + len(final.rstrip("\r\n"))])
    values = {"lines": str(len(offsets)), "letter": composed[at : at + 1]}
    yield Finding("TD007", place, values, fix=Fix(whole, text, safe=True))
