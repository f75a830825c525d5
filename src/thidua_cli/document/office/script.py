"""What Jinja2 gets to see of a part: its tags, and between them only numbers of pieces of XML.

No text of the Word file and no value can therefore become markup, whatever it holds.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from lxml import etree

from thidua_cli.document.office.namespaces import PARAGRAPH, RUN_LOOK
from thidua_cli.document.office.nesting import Nesting
from thidua_cli.document.templating.bounds import TooMuchError

if TYPE_CHECKING:
    from thidua_cli.document.office.places import Spot
    from thidua_cli.document.office.tags import Tag
    from thidua_cli.document.ooxml.elements import Element

# No value can hold these characters, and none of them is a blank to Jinja2.
MARK_START, MARK_END = "\x04", "\x05"
MARK = re.compile(f"{MARK_START}([a-z])([0-9]*){MARK_END}")
MOST_TAGS = 20_000

# k: a piece as it stands; o: an element opens, with what it holds so far; e: it ends; v: the look of a value.
Act = Literal["k", "o", "e", "v"]


@dataclass
class Script:
    """The text for Jinja2, one line for each paragraph with tags, and the pieces that its marks number."""

    spots: list[Spot] = field(default_factory=list)  # of line 1, 2 …
    lines: list[list[str]] = field(default_factory=lambda: [[]])
    pieces: list[Element] = field(default_factory=list)
    paragraphs: dict[int, Spot] = field(default_factory=dict)  # by the number of the piece
    nesting: Nesting = field(default_factory=Nesting)
    tags: list[tuple[int, Tag]] = field(default_factory=list)  # with the line of each

    @property
    def source(self) -> str:
        """The text for Jinja2; what stands before the first paragraph with tags belongs to its line."""
        return "\n".join("".join(line) for line in self.lines)

    def at(self, spot: Spot) -> None:
        """Begin the line of a paragraph."""
        if self.spots:
            self.lines.append([])
        self.spots.append(spot)

    def keep(self, element: Element) -> None:
        """An element as it stands, with all it holds."""
        self._mark("k", element)

    def open(self, shell: Element) -> None:
        """An element whose content follows, until `close`."""
        if shell.tag == PARAGRAPH and self.spots:
            self.paragraphs[len(self.pieces)] = self.spots[-1]
        self._mark("o", shell)
        self.nesting.open()

    def close(self) -> None:
        """The element opened last ends here."""
        self.lines[-1].append(f"{MARK_START}e{MARK_END}")
        self.nesting.close()

    def tag(self, tag: Tag, run: Element) -> None:
        """A tag of a run, whose look a value takes."""
        self.tags.append((len(self.lines), tag))
        if len(self.tags) > MOST_TAGS:
            raise TooMuchError
        if tag.kind == "value":
            self._mark("v", shell_of(run))
            self.lines[-1].append(f"{{{{ {tag.code} }}}}")
        elif tag.kind == "command":
            self.lines[-1].append(f"{{% {tag.code} %}}")
            self.nesting.command(tag, self.spots[-1])
        elif tag.kind == "open":
            self.nesting.endless(tag, self.spots[-1])

    def _mark(self, act: Act, element: Element) -> None:
        self.lines[-1].append(f"{MARK_START}{act}{len(self.pieces)}{MARK_END}")
        self.pieces.append(element)


def shell_of(element: Element) -> Element:
    """An element without its content; of a run, its look stays."""
    names: Any = element.nsmap
    attributes: Any = element.attrib
    made = etree.Element(element.tag, attributes, names)
    look = element.find(RUN_LOOK)
    if look is not None:
        made.append(deepcopy(look))
    return made
