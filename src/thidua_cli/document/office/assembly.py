"""From the text that Jinja2 made back to XML: pieces in their places, values as runs."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from thidua_cli.document.markup.inline import inline
from thidua_cli.document.office.fields import FIELD
from thidua_cli.document.office.looks import run_like
from thidua_cli.document.office.namespaces import (
    BODY,
    CELL,
    CONTROL_CONTENT,
    PARAGRAPH,
    ROW,
    SECTION,
    TABLE,
    TEXT_BOX,
)
from thidua_cli.document.office.script import MARK
from thidua_cli.document.ooxml.elements import node, remove
from thidua_cli.document.ooxml.names import W14, WP, W
from thidua_cli.document.templating.bounds import TooMuchError

if TYPE_CHECKING:
    from thidua_cli.document.office.places import Spot
    from thidua_cli.document.office.script import Script
    from thidua_cli.document.ooxml.elements import Element

MOST_COPIED = 24_000_000  # characters of XML that the loops of one part may add to it
FIELD_TAG = "field"
# What names one thing of a file: a copy in a loop does without, or gets a number of its own.
SINGLE = (W + "bookmarkStart", W + "bookmarkEnd", W + "commentRangeStart", W + "commentRangeEnd")
IDENTITIES = (W14 + "paraId", W14 + "textId")
FIRST_NUMBER = 1_000_000
# What may not be left without a paragraph.
HOLDERS = (CELL, TEXT_BOX, BODY, W + "hdr", W + "ftr", W + "footnote", W + "endnote")


class Asked(NamedTuple):
    """A field that the part asks for: where it stands, its name, the look of its tag, its paragraph."""

    mark: Element
    name: str
    look: Element
    spot: Spot


class Assembly:
    """Puts a part together; `asked` are the fields left to be set, in reading order."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        # The elements that are open, each with the paragraph of the template it belongs to.
        self._stack: list[tuple[Element, Spot]] = [(etree.Element("root"), script.spots[0])]
        self._used: Counter[int] = Counter()
        self._weights: dict[int, int] = {}
        self._copied = 0
        self._number = FIRST_NUMBER

    def root(self, output: str) -> Element:
        """The part without the content of its fields; raises TooMuchError where loops make too much of it."""
        look = top = self._stack[0][0]
        position = 0
        for found in MARK.finditer(output):
            self._print(output[position : found.start()], look)
            position = found.end()
            if found[1] == "e":
                self._stack.pop()
                continue
            number = int(found[2])
            piece = self._piece(number)
            if found[1] == "v":
                look = piece
                continue
            above, spot = self._stack[-1]
            if self._used[number] == 1 or piece.tag not in SINGLE:
                above.append(piece)
            if found[1] == "o":
                self._stack.append((piece, self.script.paragraphs.get(number, spot)))
        return top[0]

    def _piece(self, number: int) -> Element:
        piece = self.script.pieces[number]
        made = deepcopy(piece)
        made.tail = None
        self._used[number] += 1
        if self._used[number] > 1:
            if number not in self._weights:
                self._weights[number] = len(etree.tostring(piece))
            self._copied += self._weights[number]
            if self._copied > MOST_COPIED:
                raise TooMuchError
            self._renew(made)
        return made

    def _renew(self, copy: Element) -> None:
        etree.strip_elements(copy, *SINGLE, with_tail=False)
        for element in copy.iter(etree.Element):
            for name in IDENTITIES:
                element.attrib.pop(name, "")
            if element.tag == WP + "docPr":
                self._number += 1
                element.set("id", str(self._number))

    def _print(self, text: str, look: Element) -> None:
        """Values as runs, fields as marks, where the part has come to."""
        element, spot = self._stack[-1]
        # Every second piece is the name of a field.
        for position, part in enumerate(FIELD.split(text)):
            if position % 2:
                mark = etree.SubElement(element, FIELD_TAG)
                self.asked.append(Asked(mark, part, look, spot))
            else:
                element.extend(run_like(look, run) for run in inline(part) if run.text)


def tidy(root: Element) -> None:
    """Give back the paragraph that every cell, box and page must have; take away what has become empty."""
    for table in [table for table in root.iter(TABLE) if next(table.iter(ROW), None) is None]:
        remove(table)
    for content in [content for content in root.iter(CONTROL_CONTENT) if not len(content)]:
        remove(next(content.iterancestors()))
    for holder in root.iter(*HOLDERS):
        blocks = [child for child in holder if child.tag != SECTION]
        last = _last(blocks[-1]) if blocks else None
        if last is None or (last.tag != PARAGRAPH and holder.tag == CELL) or _is_bare(blocks):
            holder.insert(len(blocks), node("p"))


def _last(block: Element) -> Element:
    """The last block of a content control, else the block itself."""
    content = block.find(CONTROL_CONTENT)
    return _last(content[-1]) if content is not None and len(content) else block


def _is_bare(blocks: list[Element]) -> bool:
    return not any(next(block.iter(PARAGRAPH, TABLE), None) is not None for block in blocks)
