"""From the XML of a part to its script: what has no tags is kept as it stands."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.document.office.lines import Line, holds_tags_only, line_of, text_of
from thidua_cli.document.office.namespaces import CONTROL_LOOK, INLINE, PARAGRAPH, ROW, RUN, RUN_LOOK, TABLE
from thidua_cli.document.office.script import Script, shell_of
from thidua_cli.document.office.tags import Tag, has_tags
from thidua_cli.document.ooxml.elements import leaf
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.document.office.places import Spot
    from thidua_cli.document.ooxml.elements import Element

# Wrappers that Word sets around words without anybody seeing them: a tag may cross their edges.
UNSEEN_WRAPPERS = frozenset((W + "smartTag", W + "customXml"))
# A content control that has been filled in is no placeholder, and takes nothing from data elsewhere.
PLACEHOLDERS = (W + "showingPlcHdr", W + "dataBinding")


def script_of(root: Element, spots: Mapping[Element, Spot]) -> Script | None:
    """The script of a part whose paragraphs stand at `spots`; None where it has no tags."""
    tagged = {paragraph for paragraph in spots if has_tags(text_of(paragraph))}
    if not tagged:
        return None
    above = {element for paragraph in tagged for element in paragraph.iterancestors()}
    walker = _Walker(spots, tagged, tagged | above)
    walker.element(root)
    return walker.script


class _Walker:
    """Goes through a part; `touched` are the paragraphs with tags and the elements that hold them."""

    def __init__(self, spots: Mapping[Element, Spot], tagged: set[Element], touched: set[Element]) -> None:
        self.spots = spots
        self.tagged = tagged
        self.touched = touched
        self.script = Script()

    def element(self, element: Element) -> None:
        """An element between paragraphs, or a paragraph."""
        if element not in self.touched:
            self.script.keep(element)
        elif element in self.tagged:
            self._paragraph(element)
        elif element.tag == ROW and (commands := self._row_of_commands(element)):
            self._commands(commands)
        else:
            self.script.open(shell_of(element))
            for child in element:
                if child.tag != RUN_LOOK or element.tag != RUN:  # that of a run is in its shell
                    self.element(_unbound(child) if child.tag == CONTROL_LOOK else child)
            self.script.close()

    def _row_of_commands(self, row: Element) -> Sequence[Element]:
        """The paragraphs of a row that holds nothing but commands; such a row makes no row itself."""
        if next(row.iterdescendants(TABLE), None) is not None:
            return ()
        paragraphs = list(row.iter(PARAGRAPH))
        return paragraphs if all(map(holds_tags_only, paragraphs)) else ()

    def _commands(self, paragraphs: Sequence[Element]) -> None:
        for paragraph in paragraphs:
            line = line_of(paragraph)
            if line.tags:
                self.script.at(self.spots[paragraph])
            for tag in line.tags:
                self.script.tag(tag, paragraph)

    def _paragraph(self, paragraph: Element) -> None:
        if holds_tags_only(paragraph):
            self._commands((paragraph,))
            return
        line = line_of(paragraph)
        self.script.at(self.spots[paragraph])
        cut = {element for element in line.starts if line.touches(element)}
        cut |= {above for element in cut for above in element.iterancestors()}
        self.script.open(shell_of(paragraph))
        self._inline(paragraph, line, cut | self.touched)
        self.script.close()

    def _inline(self, element: Element, line: Line, cut: set[Element]) -> None:
        for child in element:
            if child not in cut:
                self.script.keep(_unbound(child) if child.tag == CONTROL_LOOK else child)
            elif child.tag == RUN:
                self._run(child, line, cut)
            elif child.tag in UNSEEN_WRAPPERS:
                self._inline(child, line, cut)
            elif child.tag in INLINE:
                self.script.open(shell_of(child))
                self._inline(child, line, cut)
                self.script.close()
            else:
                self.element(child)

    def _run(self, run: Element, line: Line, cut: set[Element]) -> None:
        """A run with tags becomes several of the same look, with the tags between them."""
        held: list[Element] = []
        for child in run:
            if child.tag == RUN_LOOK:
                continue
            if child in self.touched:  # a text box
                self._held(run, held)
                self.script.open(shell_of(run))
                self.element(child)
                self.script.close()
            elif child not in cut:
                held.append(child)
            else:
                for part in line.parts(child):
                    if isinstance(part, Tag):
                        self._held(run, held)
                        self.script.tag(part, run)
                    else:
                        held.append(leaf("t", part) if child.text else child)
        self._held(run, held)

    def _held(self, run: Element, held: list[Element]) -> None:
        if held:
            made = shell_of(run)
            made.extend(deepcopy(held))
            self.script.keep(made)
            held.clear()


def _unbound(look: Element) -> Element:
    """The properties of a content control without what makes it a placeholder."""
    made = deepcopy(look)
    etree.strip_elements(made, *PLACEHOLDERS, with_tail=False)
    return made
