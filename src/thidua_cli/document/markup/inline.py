"""Emphasis inside a line: `**bold**`, `*italic*` and `[[a place to fill in]]`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.characters import ILLEGAL
from thidua_cli.document.markup.values import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = re.compile(r"(\\.|\*\*|\*|\[\[|\]\])")
ESCAPED = re.compile(r"\\[^\w\s]")
UNSAID = "…"  # what stands in a place to fill in that says nothing


def inline(text: str) -> Inline:
    """Runs of a line; a backslash takes the meaning from the mark after it."""
    runs: list[Run] = []
    place: list[Run] | None = None  # the runs of the place to fill in that is open
    bold = italic = False
    for mark, words in _parts(text):
        if mark == "**":
            bold = not bold
        elif mark == "*":
            italic = not italic
        elif mark == "[[" and place is None:
            place = []
        elif mark == "]]" and place is not None:
            runs.append(_marked(place))
            place = None
        else:
            (runs if place is None else place).append(Run(mark or words, bold, italic))
    if place is not None:
        runs.append(_marked(place))
    return _joined(runs)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """A mark and no words, or no mark and words."""
    for piece, is_value in pieces(text):
        if is_value:
            yield "", piece
            continue
        for part in MARK.split(ILLEGAL.sub("", piece)):
            if MARK.fullmatch(part) and part[0] != "\\":
                yield part, ""
            elif part:
                yield "", part[1:] if ESCAPED.fullmatch(part) else part


def _marked(place: list[Run]) -> Run:
    """One run, however many its words are made of, in the emphasis of the first of them."""
    words = "".join(run.text for run in place).strip()
    return replace(place[0] if place else Run(""), text=words or UNSAID, marked=True)


def _joined(runs: list[Run]) -> Inline:
    """Neighbours of one emphasis as one run; a place to fill in stays by itself."""
    joined: list[Run] = []
    for marked, same in groupby(runs, lambda run: run.marked):
        if marked:
            joined += same
            continue
        for (bold, italic), alike in groupby(same, lambda run: (run.bold, run.italic)):
            joined.append(Run("".join(run.text for run in alike), bold, italic))
    return tuple(joined)
