"""The lines of a file while they are being recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.evidence.lines import Evidence, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.model.anatomy import UnitKind
    from thidua_cli.conformance.recognition.pieces.piece import Piece

CERTAIN = 100


class Found(NamedTuple):
    """What a piece was found to be."""

    component: Component
    sure: int = CERTAIN
    group: int = 0


class Span(NamedTuple):
    """The pieces of one unit: from `first` to before `end`."""

    first: int
    end: int
    kind: UnitKind


class Sheet:
    """Pieces in reading order, what their words show, and what each was found to be."""

    def __init__(self, pieces: Sequence[Piece], data: frozenset[int]) -> None:
        self.pieces = tuple(pieces)
        self.found: list[Found | None] = [None] * len(self.pieces)
        self.shown: list[Evidence | None] = [None] * len(self.pieces)
        for place, piece in enumerate(self.pieces):
            in_data = any(cell.table in data for cell in piece.cells)
            if piece.blank:
                ruled = piece.line.rules and not in_data
                self.found[place] = Found(Component.RULE if ruled else Component.BLANK)
            elif in_data:
                self.found[place] = Found(Component.TABLE)
            else:
                self.shown[place] = evidence(piece)

    def mark(self, place: int, component: Component, sure: int = CERTAIN, group: int = 0) -> None:
        """Say what a piece is."""
        self.found[place] = Found(component, sure, group)

    def is_open(self, place: int) -> bool:
        """Whether it is not said yet what a piece is."""
        return self.found[place] is None

    def open_in(self, first: int, end: int) -> Iterator[int]:
        """The places of which nothing is said yet."""
        return (place for place in range(first, end) if self.found[place] is None)

    def shows(self, place: int, *components: Component) -> bool:
        """Whether the words of a piece speak for one of some components."""
        shown = self.shown[place]
        return shown is not None and shown.component in components

    def is_a(self, place: int, *components: Component) -> bool:
        """Whether a piece was found to be one of some components."""
        found = self.found[place]
        return found is not None and found.component in components

    def mark_shown(self, place: int) -> None:
        """Take the words of a piece at their word."""
        shown = self.shown[place]
        if shown is not None:
            self.mark(place, shown.component, shown.sure)

    def table_of(self, place: int) -> int:
        """The outermost table that a piece stands in; 0 where it stands in none."""
        cells = self.pieces[place].cells
        return cells[0].table if cells else 0
