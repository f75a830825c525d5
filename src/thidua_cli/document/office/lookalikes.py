"""Text of a template that somebody meant as a tag but Word, or another program, writes otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.document.office.lines import line_of
from thidua_cli.document.office.misspelt import plain_name
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from thidua_cli.document.office.places import Spot
    from thidua_cli.document.ooxml.elements import Element

# Braces that stand apart, or that close nothing: nobody writes them on purpose.
BRACES = r"\{\s+[{%][^{}]{0,60}[%}]?\s*\}?|[%}]\}"
SHOWN_BEFORE = 40  # characters of text before braces that close nothing
# The signs of mail merge and of other programs: told only around what is, or could only be, a name.
SIGNS = (("«", "»"), ("<<", ">>"), ("${", "}"), ("{", "}"), ("[[", "]]"))
NAMED = "|".join(
    rf"{re.escape(left)}\s*(?P<n{place}>[\w .]{{1,60}}?)\s*{re.escape(right)}"
    for place, (left, right) in enumerate(SIGNS)
)
LIKE = re.compile(f"{BRACES}|{NAMED}")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")


def lookalikes(spots: Mapping[Element, Spot], known: Container[str], path: str) -> Iterator[Finding]:
    """TD638: what looks like a tag and would be printed as it stands; each text once."""
    told: set[str] = set()
    for paragraph, spot in spots.items():
        for text, inside in _like(paragraph):
            named = inside is not None and (NAME.fullmatch(inside) or plain_name(inside) in known)
            if text in told or not (named or inside is None):
                continue
            told.add(text)
            near = plain_name(inside or text)
            values = {"text": text, "near": near}
            variant = "near" if near in known else ""
            yield Finding("TD638", spot.span(path), values, variant, excerpt=(spot.text,))


def _like(paragraph: Element) -> Iterator[tuple[str, str | None]]:
    """Each lookalike outside tags, with the name in its signs; None where the braces alone tell it."""
    line = line_of(paragraph)
    position = 0
    for end, following in (*((tag.start, tag.end) for tag in line.tags), (len(line.text), 0)):
        after = 0
        for found in LIKE.finditer(line.text[position:end]):
            inside = next((found[f"n{place}"] for place in range(len(SIGNS)) if found[f"n{place}"]), None)
            start = found.start() if len(found[0]) > 2 else max(after, found.start() - SHOWN_BEFORE)
            after = found.end()
            yield found.string[start : found.end()].strip(), inside
        position = following
