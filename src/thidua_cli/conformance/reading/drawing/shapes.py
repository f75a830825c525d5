"""A shape as a reader of the text meets it, whichever drawing language it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

ShapeKind = Literal["line", "picture", "box", "other"]
# A rectangle or picture of at most 3 pt, and ten times as long, is a line to everybody who looks at it.
FLAT = 60
SLENDER = 10


class Spot(NamedTuple):
    """Where a shape stands: offsets in twips from what `across` and `down` name, or `aligned` in it.

    `inline`: in the text as a letter is. `across`: `column`, `margin`, `page`, `character`; `down`:
    `paragraph`, `line`, `margin`, `page`.
    """

    inline: bool
    left: int | None = None
    top: int | None = None
    across: str = "column"
    down: str = "paragraph"
    aligned: str = ""

    def moved(self, right: int, down: int) -> Spot:
        """The spot of a shape that stands so much further, in a group at this one."""
        left, top = self.left, self.top
        return self._replace(
            left=None if left is None else left + right, top=None if top is None else top + down
        )


class Shape(NamedTuple):
    """A shape with its size in twips.

    The `width` of a line is None where it fills `share` thousandths of the room, that of a box is the room
    inside it for its `content`, paragraphs.
    """

    kind: ShapeKind
    width: int | None
    height: int
    spot: Spot
    solid: bool = True
    colour: str = "auto"
    share: int | None = None
    content: Element | None = None

    @property
    def ruled(self) -> bool:
        """Whether it looks like a horizontal line."""
        return self.kind == "line" or (self.kind == "picture" and is_flat(self.width or 0, self.height))

    @property
    def pictured(self) -> bool:
        """Whether it is something to look at, no line and no box of text."""
        return self.kind in {"picture", "other"} and not self.ruled


class Drawn(NamedTuple):
    """A shape and whether printed text stands before it in its paragraph."""

    shape: Shape
    after_text: bool


def is_flat(width: int, height: int) -> bool:
    """Whether something of that size looks like a horizontal line."""
    return height <= FLAT and width >= SLENDER * max(1, height)


def is_level(width: int, height: int) -> bool:
    """Whether the diagonal of that size, which a line is, runs across rather than up or aslant."""
    return width > 0 and width >= SLENDER * height
