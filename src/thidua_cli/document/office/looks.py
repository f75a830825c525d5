"""Runs in the look of a tag: that of the run it stands in, and the emphasis of the value."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from thidua_cli.document.office.namespaces import RUN_LOOK
from thidua_cli.document.ooxml.elements import leaf, node
from thidua_cli.document.ooxml.order import replace

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Run
    from thidua_cli.document.ooxml.elements import Element

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
    for on, tags in ((run.bold, ("b", "bCs")), (run.italic, ("i", "iCs"))):
        for tag in tags if on else ():
            replace(look, node(tag))
    if run.marked:
        replace(look, node("highlight", val=PLACE_COLOUR))
