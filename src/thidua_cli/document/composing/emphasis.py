"""Emphasis in the author's prose: pairs of `**` and `*` become markup, everything else stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.document.markup.values import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

BOLD, ITALIC = "\x0e", "\x0f"
# Each mark, and how a stretch of text in it begins and ends: close to a word.
PAIRS = (
    (BOLD, re.compile(r"\*\*(?=\S)"), re.compile(r"(?<=\S)\*\*")),
    (ITALIC, re.compile(r"\*(?=\S)"), re.compile(r"(?<=\S)\*")),
)
MARKS = {BOLD: "**", ITALIC: "*"}


def emphasised(text: str) -> str:
    """Pairs of `**` and `*` as marks that no text of a plan can hold; a lone star stays a star."""
    lines = text.replace(BOLD, "").replace(ITALIC, "").split("\n")
    for mark, begin, end in PAIRS:
        lines = ["".join(_paired(line, mark, begin, end)) for line in lines]
    return "\n".join(lines)


def _paired(line: str, mark: str, begin: re.Pattern[str], end: re.Pattern[str]) -> Iterator[str]:
    position = 0
    while (first := begin.search(line, position)) and (last := end.search(line, first.end() + 1)):
        yield line[position : first.start()] + mark + line[first.end() : last.start()] + mark
        position = last.end()
    # Where one beginning finds no end, none after it does.
    yield line[position:]


def emphasis_markup(text: str) -> str:
    """Plain text with emphasis marks as markup."""
    parts = re.split(f"([{BOLD}{ITALIC}])", text)
    return "".join(MARKS.get(part) or (literal(part) if part else "") for part in parts)
