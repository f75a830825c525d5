"""A document to be judged: the file, what its lines are, the profile, and where lines stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.document_type import type_of
from thidua_cli.findings.word_places import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.conformance.model.anatomy import Anatomy, Recognised
    from thidua_cli.conformance.model.lines import Cell, Line, Place
    from thidua_cli.conformance.model.word_file import WordFile
    from thidua_cli.conformance.rules.outcome import Values
    from thidua_cli.conformance.rules.profile import Profile

# What the words of the document are made of, one paragraph below the other.
TEXT = (
    Component.BASIS,
    Component.BODY,
    Component.ARTICLE,
    Component.ROMAN,
    Component.CLAUSE_TITLED,
    Component.CLAUSE,
    Component.POINT,
    Component.ITEM,
)
MAIN_UNIT = 0
# Units whose text is laid out as Mục II says; appendices, forms and copies have layouts of their own.
DOCUMENTS = ("van-ban", "kem-theo")
PARTS_OF_THEIR_OWN = ("header", "footer")
APPENDIX = "phu-luc"


@dataclass(frozen=True)
class Case:
    """One document and the profile it is held against."""

    word: WordFile
    anatomy: Anatomy
    profile: Profile

    @cached_property
    def type(self) -> str:
        """The id of the document's type; empty where it cannot be told."""
        return type_of(self)

    @property
    def partly_read(self) -> bool:
        """Whether some part of the file could not be read: what is not seen may be in it."""
        return bool(self.word.unread)

    def of(self, components: Sequence[Component], unit: int | None = None) -> tuple[Recognised, ...]:
        """The lines of some components that print something, in reading order."""
        placed = [one for component in components for one in self._by_component.get(component, ())]
        if len(components) > 1:
            placed.sort(key=lambda one: one[0])
        return tuple(found for _, found in placed if unit is None or found.unit == unit)

    def at(self, place: Place) -> tuple[Recognised, ...]:
        """What stands in a paragraph: several components where soft breaks or tabs part them."""
        return self._by_place.get(place, ())

    def first(self, component: Component, unit: int = MAIN_UNIT) -> Recognised | None:
        """The first line of a component in a unit."""
        return next(iter(self.of((component,), unit)), None)

    def has(self, component: Component) -> bool:
        """Whether any line is that component."""
        return component in self._by_component

    def groups(self, components: Sequence[Component], unit: int | None = None) -> list[list[Recognised]]:
        """The lines of components, gathered by unit and occurrence (a name on several lines, a signature)."""
        gathered: dict[tuple[int, int], list[Recognised]] = {}
        for found in self.of(components, unit):
            gathered.setdefault((found.unit, found.group), []).append(found)
        return list(gathered.values())

    def appendix_units(self) -> frozenset[int]:
        """The numbers of the units that are appendices."""
        return frozenset(unit.number for unit in self.anatomy.units if unit.kind == APPENDIX)

    @cached_property
    def only_appendices(self) -> bool:
        """Whether the file holds appendices and nothing of the document that they belong to."""
        appendices = self.appendix_units()
        return bool(appendices) and all(
            found.unit in appendices for found in self.anatomy.lines if found.component is not Component.BLANK
        )

    @cached_property
    def text_lines(self) -> tuple[Recognised, ...]:
        """The paragraphs of the text itself: not in tables, not in appendices, whose layout is free."""
        documents = {unit.number for unit in self.anatomy.units if unit.kind in DOCUMENTS}
        return tuple(
            found
            for found in self.of(TEXT)
            if found.unit in documents and found.line.place.story == "body" and not found.line.place.cells
        )

    def all_lines(self) -> Iterator[Line]:
        """Every paragraph of the text, then of headers and footers, each once."""
        yield from self.word.lines
        seen: set[Place] = set()
        for section in self.word.sections:
            for lines in (*section.headers.values(), *section.footers.values()):
                for line in lines:
                    if line.place not in seen:
                        seen.add(line.place)
                        yield line

    def before(self, line: Line) -> Line | None:
        """The paragraph above in the same cell or column, blank or not."""
        return self._neighbour(line, -1)

    def after(self, line: Line) -> Line | None:
        """The paragraph below in the same cell or column, blank or not."""
        return self._neighbour(line, +1)

    def above(self, line: Line) -> list[Line]:
        """Every paragraph above it in the same cell or column, from the top."""
        return self.column(line.place)[: self._position.get(line.place, 0)]

    def column(self, place: Place) -> list[Line]:
        """The paragraphs of the cell, or of the story outside tables, that a place belongs to."""
        return self._columns.get((place.story, place.part, place.cells), [])

    def is_last_in_row(self, cell: Cell) -> bool:
        """Whether no cell of its row stands to the right of it."""
        return self._last_columns.get((cell.table, cell.row)) == cell.column

    def address(self, line: Line) -> str:
        """The address of a line, for a finding; one that is not in the text goes by its part and number."""
        place = line.place
        position = self._position.get(place)
        story = PurePosixPath(place.part).stem if place.story in PARTS_OF_THEIR_OWN else place.story
        return address(story, place.number if position is None else position + 1, place.cells)

    def name(self, component: Component) -> Values:
        """The name of a component in each language, as the value `what`."""
        return self.term("what", component.value)

    def term(self, value: str, key: str) -> Values:
        """A word of the profile in each language, as a value of a finding."""
        return self.profile.term(value, key)

    @cached_property
    def _printed(self) -> tuple[Recognised, ...]:
        return tuple(found for found in self.anatomy.lines if not found.line.blank)

    @cached_property
    def _by_component(self) -> Mapping[Component, list[tuple[int, Recognised]]]:
        placed: dict[Component, list[tuple[int, Recognised]]] = {}
        for place, found in enumerate(self._printed):
            placed.setdefault(found.component, []).append((place, found))
        return placed

    @cached_property
    def _by_place(self) -> Mapping[Place, tuple[Recognised, ...]]:
        places: dict[Place, tuple[Recognised, ...]] = {}
        for found in self._printed:
            places[found.line.place] = (*places.get(found.line.place, ()), found)
        return places

    @cached_property
    def _last_columns(self) -> Mapping[tuple[int, int], int]:
        last: dict[tuple[int, int], int] = {}
        for line in self.word.lines:
            for cell in line.place.cells:
                row = (cell.table, cell.row)
                last[row] = max(last.get(row, 0), cell.column)
        return last

    @cached_property
    def _columns(self) -> Mapping[tuple[str, str, tuple[object, ...]], list[Line]]:
        columns: dict[tuple[str, str, tuple[object, ...]], list[Line]] = {}
        for line in self.all_lines():
            place = line.place
            columns.setdefault((place.story, place.part, place.cells), []).append(line)
        return columns

    @cached_property
    def _position(self) -> Mapping[Place, int]:
        return {
            line.place: position for column in self._columns.values() for position, line in enumerate(column)
        }

    def _neighbour(self, line: Line, step: int) -> Line | None:
        position = self._position.get(line.place)
        if position is None:
            return None
        column = self.column(line.place)
        return column[position + step] if 0 <= position + step < len(column) else None
