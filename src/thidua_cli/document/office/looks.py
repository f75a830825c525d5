"""Runs in the look of a tag: that of the run it stands in, and the emphasis of the value."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from thidua_cli.document.docx.elements import PREFIX, leaf, node
from thidua_cli.document.office.namespaces import RUN_LOOK

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Run
    from thidua_cli.document.docx.elements import Element

# ECMA-376 Part 1, 17.3.2.28: what may stand before the emphasis set here.
BEFORE_BOLD = ("rStyle", "rFonts")
BEFORE_ITALIC = (*BEFORE_BOLD, "b", "bCs")
AFTER_HIGHLIGHT = (
    *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
PLACE_COLOUR = "yellow"


def run_like(shell: Element, run: Run) -> Element:
    """A run of text with the look of a shell; line breaks stay, a place to fill in is highlighted."""
    made = deepcopy(shell)
    if run.bold or run.italic or run.marked:
        _emphasise(made, run)
    for position, line in enumerate(run.printed.split("\n")):
        if position:
            made.append(node("br"))
        if line:
            made.append(leaf("t", line))
    return made


def _emphasise(made: Element, run: Run) -> None:
    look = made.find(RUN_LOOK)
    if look is None:
        look = node("rPr")
        made.insert(0, look)
    for on, tags, before in (
        (run.bold, ("b", "bCs"), BEFORE_BOLD),
        (run.italic, ("i", "iCs"), BEFORE_ITALIC),
    ):
        if on:
            _replace(look, tags, sum(child.tag in _names(before) for child in look))
    if run.marked:
        later = sum(child.tag in _names(AFTER_HIGHLIGHT) for child in look)
        highlight = look.find(PREFIX + "highlight")
        if highlight is not None:
            look.remove(highlight)
        look.insert(len(look) - later, node("highlight", val=PLACE_COLOUR))


def _replace(look: Element, tags: tuple[str, ...], place: int) -> None:
    """Set switches on, whatever they were."""
    for child in [child for child in look if child.tag in _names(tags)]:
        look.remove(child)
    for offset, tag in enumerate(tags):
        look.insert(place + offset, node(tag))


def _names(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(PREFIX + tag for tag in tags)
