"""The body as numbered lines: headings, paragraphs and list items in the document's own order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from thidua_cli.document.typed_numbers import without_typed_number
from thidua_cli.plan.outline import Entry, entries_below, entries_of
from thidua_cli.vietnamese.collation import LARGEST_ROMAN, point_letter, roman
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.prose import Prose
    from thidua_cli.plan.outline import Block, Numbering
    from thidua_cli.source.nodes import Path

HEADING_LEVELS: dict[str, int] = {"roman": 1, "arabic": 2, "decimal": 3, "letter": 3}
BULLETS = {"dash": 1, "plus": 2}
SIGNS = {"dash": "-", "plus": "+"}
# What comes below a numbering where the author names none; with headings, the first kind.
BELOW: dict[str, tuple[Numbering, Numbering]] = {
    "": ("roman", "none"),
    "roman": ("arabic", "arabic"),
    "arabic": ("letter", "dash"),
    "decimal": ("letter", "dash"),
    "letter": ("dash", "dash"),
    "dash": ("plus", "plus"),
    "plus": ("none", "none"),
    "none": ("dash", "dash"),
}
PUNCTUATION = tuple(".;:,!?…")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body. `level`: heading 1-3; `bullet`: 1 or 2; both 0 for a paragraph."""

    text: Markup
    number: str = ""
    level: int = 0
    bullet: int = 0


def body_lines(blocks: list[Block], path: Path, prose: Prose, *, numbered: bool = True) -> list[Line]:
    """The lines of a list of blocks; `numbered=False` for the opening and the closing."""
    entries = list(entries_of(blocks, path))
    numbering: Numbering = _default("", entries) if numbered else "none"
    return list(_lines(entries, numbering, "", prose))


def _default(above: str, entries: list[Entry]) -> Numbering:
    headed = any(entry.block and entry.block.heading for entry in entries)
    return BELOW[above][0 if headed else 1]


def _number(numbering: Numbering, position: int, above: str) -> str:
    if numbering == "roman" and position <= LARGEST_ROMAN:
        return f"{roman(position)}."
    if numbering in ("roman", "arabic"):
        return f"{position}."
    if numbering == "decimal":
        # Figures go on from figures only: below `II.` they start anew.
        return f"{above}{position}." if above[:1].isdigit() else f"{position}."
    if numbering == "letter":
        return f"{point_letter(position - 1)})"
    return ""


def _lines(entries: list[Entry], numbering: Numbering, above: str, prose: Prose) -> Iterator[Line]:
    for position, entry in enumerate(entries, 1):
        number = _number(numbering, position, above)
        if entry.block is None:
            yield _fact_line(entry, numbering, number, prose, last=position == len(entries))
        else:
            yield from _block_lines(entry.block, entry.path, numbering, number, prose)


def _fact_line(entry: Entry, numbering: Numbering, number: str, prose: Prose, *, last: bool) -> Line:
    prose.path = entry.path
    text = prose.mention(entry.fact, alone=True)
    listed = numbering in BULLETS and not last
    return _line(_ended(_capital(text), ";" if listed else "."), numbering, number)


def _block_lines(block: Block, path: Path, numbering: Numbering, number: str, prose: Prose) -> Iterator[Line]:
    children = list(entries_below(block, path))
    shown = SIGNS.get(numbering, number)
    if block.heading:
        text = _expanded(block.heading, (*path, "heading"), shown, prose)
        level = HEADING_LEVELS.get(numbering, 0)
        if level:
            yield Line(text, number, level=level)
        else:
            bold = Markup("**{}**").format(text)
            yield _line(_ended(bold, ":") if children or block.text else bold, numbering, number)
    if block.text:
        expanded = _expanded(block.text, (*path, "text"), "" if block.heading else shown, prose)
        text = _ended(expanded, ":" if children else ".")
        yield Line(text) if block.heading else _line(text, numbering, number)
    below = block.numbering or _default(numbering, children)
    yield from _lines(children, below, number, prose)


def _expanded(text: str, path: Path, number: str, prose: Prose) -> Markup:
    """A text of the author as markup, without the number typed before it; one that differs is reported."""
    words, other = without_typed_number(text, number)
    if other:
        prose.path = path
        prose.report("TD615", other, {"typed": other, "number": number}, "")
    return prose.expand(words, path)


def _line(text: Markup, numbering: Numbering, number: str) -> Line:
    return Line(text, number, bullet=BULLETS.get(numbering, 0))


def _capital(text: Markup) -> Markup:
    return Markup(sentence_case(str(text)))  # noqa: S704  # marks stay where they are


def _ended(text: Markup, mark: str) -> Markup:
    """The text with a final mark, unless it ends in one."""
    bare = str(text).rstrip("\x03* ")
    return text if bare.endswith(PUNCTUATION) or not bare else text + Markup(mark)  # noqa: S704  # our own mark
