"""Paragraphs as people see them: text and effective formatting, wherever in the file they stand.

Lengths are in twips (1/20 pt) as whole numbers, sizes of type in half-points, as in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Story = Literal["body", "header", "footer", "text-box"]
Alignment = Literal["left", "center", "right", "both", "distribute"]
Box = Literal["", "single", "other"]
RuleKind = Literal["border", "shape", "underscores", "underline", "leader", "cell-border", "picture"]


class Cell(NamedTuple):
    """A cell of a table, all 1-based: the table's number in the file, row and column (grid column)."""

    table: int
    row: int
    column: int


class Place(NamedTuple):
    """Where a paragraph stands.

    `number` counts the paragraphs of the story in document order from 1 (those of tables too), `part` is the
    name of the package's part, `section` the number of its section (0 outside the body), `cells` the cells it
    lies in, outermost first.
    """

    story: Story
    number: int
    part: str
    section: int = 0
    cells: tuple[Cell, ...] = ()


class Stretch(NamedTuple):
    """Text with one effective look; `fonts` are ascii, hAnsi, eastAsia and cs, resolved through themes.

    `size` None, or a font "" : the file does not tell. `colour` is six hexadecimal digits or `auto`.
    `source` is the `w:r` element, None for the number of an automatic list. A field without a stored result
    (a page number) leaves a stretch without text.
    """

    text: str
    fonts: tuple[str, str, str, str]
    size: int | None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False
    colour: str = "auto"
    highlight: bool = False
    strike: bool = False
    raised: bool = False
    source: Any = None


class DrawnRule(NamedTuple):
    """A horizontal line drawn at a paragraph: below its text (`below`) or above it.

    `length` None: cannot be told (for an underline: as long as the text). `start` is where it begins from the
    left edge of the column, cell or box, None where that cannot be told.
    """

    kind: RuleKind
    below: bool
    length: int | None = None
    start: int | None = None
    solid: bool = True
    colour: str = "auto"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Text with capitals applied is `printed`; deleted and hidden text is left out of both.

    `text` has soft breaks as `\\n`, tabs as `\\t`, NBSP as typed; the texts of `stretches` make it up.
    `label` is the computed number of an automatic list, not part of `text`; `label_look` shows how it is set.
    `first` is the first-line indent, negative where hanging. `spacing` is `w:line` with its rule. `room` is
    the width of the column, cell or box that holds it. `style` is the name of the style (`Body Text`).
    `align` is how the text stands, be it by a frame or by a tab to the middle; `frame` is where the frame
    stands that holds it (`center`), empty where none does. `box` is what its borders draw around it on all
    sides, `single` one solid stroke. `mark` is the size that makes the height of one without text. `sunk`:
    its cell does not set text from the top.
    `page_break`: a break, not a new section, has it begin a page. `fields` are the names of the fields that
    begin in it (`PAGE`). `drawn`: a picture, a chart or another drawing stands in it, no mere line or box of
    text. `revised`: text was inserted or deleted under tracking.
    """

    place: Place
    text: str
    stretches: tuple[Stretch, ...]
    align: Alignment = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    spacing: int = 240
    spacing_rule: Literal["auto", "exact", "atLeast"] = "auto"
    contextual: bool = False
    style: str = ""
    label: str = ""
    frame: str = ""
    box: Box = ""
    mark: int | None = None
    sunk: bool = False
    page_break: bool = False
    room: int | None = None
    rules: tuple[DrawnRule, ...] = ()
    fields: tuple[str, ...] = ()
    drawn: bool = False
    revised: bool = False
    element: Any = None
    label_look: Stretch | None = None

    @property
    def printed(self) -> str:
        """The text as it appears on paper, capitals applied."""
        return "".join(each.text.upper() if each.capitals else each.text for each in self.stretches)

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text.strip() and not self.label
