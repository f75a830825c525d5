"""What the cells of each distinct key state: figures to score, nothing, or that nothing was assigned."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.counted import Count, Direct, Occurrence
from thidua_cli.rosters.reading.notes import NOTES
from thidua_cli.rosters.reading.readings import is_blank, says_not_assigned
from thidua_cli.scoring.exact import ZERO
from thidua_cli.scoring.inputs.column_readings import read_column
from thidua_cli.scoring.inputs.input_table import CLUSTER, TARGET, TYPE
from thidua_cli.scoring.points.layout import SIDE, Layout, main_cell, text_of
from thidua_cli.scoring.points.manners import manner_of, side_manner_of
from thidua_cli.scoring.points.outcomes import Given
from thidua_cli.tables.table import FORMULA_ERRORS
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from thidua_cli.plan.criteria.modifiers import Judged
    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.tables.table import CellValue

WHOLE = ""


class State(Enum):
    """What a key states that has no figures to score."""

    UNKNOWN = "unknown"
    BLANK = "blank"
    NOT_ASSIGNED = "not_assigned"


class Noted(NamedTuple):
    """A note (a key of notes.NOTES) at the cell of a column, with what else its message says."""

    column: int
    note: str
    value: Decimal | None = None
    more: Mapping[str, str] = {}


class Statements(NamedTuple):
    """By key: the figures of those that have some, the state of the others; and what should be told."""

    given: dict[Key, Given]
    states: dict[Key, State]
    notes: dict[Key, list[Noted]]


def statements(rule: Leaf, layout: Layout, keys: Iterable[Key], blank: str | None) -> Statements:
    """Read every distinct key once. `blank`: what a blank cell means; None: that it was not chosen."""
    reader = _Reader(rule, layout, list(dict.fromkeys(keys)), blank)
    plain = {} if layout.places else reader.plain()
    found = Statements(plain, {}, reader.notes)
    for key in reader.keys:
        if key in plain:
            continue
        said = reader.read(key)
        if isinstance(said, Given):
            found.given[key] = said
        else:
            found.states[key] = said
    return found


def group_of(layout: Layout, key: Key) -> str | None:
    """The comparison group of a key; None where its cell names none."""
    if CLUSTER not in layout.places:
        return WHOLE
    cell = layout.cell(key, CLUSTER)
    return None if _says_nothing(cell) else fold(text_of(cell))


def out_of_type(rule: Judged, layout: Layout, key: Key) -> tuple[State, str] | None:
    """Why a criterion may not apply to the type of a key's unit, with a note; None where it applies."""
    if not rule.applies_to:
        return None
    kind = layout.cell(key, TYPE)
    if _says_nothing(kind):
        return State.UNKNOWN, "no_type" if is_blank(kind) else ""
    return None if fold(text_of(kind)) in map(fold, rule.applies_to) else (State.NOT_ASSIGNED, "")


class _Reader:
    def __init__(self, rule: Leaf, layout: Layout, keys: list[Key], blank: str | None) -> None:
        self._rule, self._layout, self.keys = rule, layout, keys
        self._asked = blank == "unknown"
        self._sided = SIDE in layout.places
        sides = [layout.cell(key, SIDE) for key in keys] if self._sided else []
        self._side = read_column(side_manner_of(rule), sides)
        manner = manner_of(rule, self._side.values.values())
        self._main = read_column(manner, map(main_cell, keys))
        # No occurrences: a number, of which a formula can be written.
        self._counts = blank == "zero" and isinstance(rule, Occurrence | Count)
        self._needs = next(iter(rule.side_columns), "")
        self._told: set[tuple[int, str]] = set()
        self.notes: dict[Key, list[Noted]] = {}

    def plain(self) -> dict[Key, Given]:
        """All keys with a value, where the points rest on nothing else."""
        values, notes = self._main
        for cell in filter(notes.__contains__, values) if notes else ():
            self._note(cell, 0, notes[cell], values[cell])
        return {cell: Given(value) for cell, value in values.items()}

    def read(self, key: Key) -> Given | State:
        """The figures of a key, or why it has none."""
        out = self._out_of_scope(key)
        if out is not None:
            return out
        cell = main_cell(key)
        value = self._main.values.get(cell)
        if value is None:
            if not is_blank(cell):
                self._note(key, 0, self._main.notes.get(cell))
                return State.UNKNOWN
            if not self._counts:
                self._note(key, 0, self._missing() if self._asked else None)
                return State.BLANK
            value = ZERO
        else:
            self._note(key, 0, self._main.notes.get(cell), value)
        side = self._beside(key, value) if self._sided else None
        if isinstance(side, State):
            return side
        return self._within(key) or Given(value, side)

    def _missing(self) -> str:
        if isinstance(self._rule, Direct):
            return "missing_points"
        return "missing_times" if isinstance(self._rule, Occurrence | Count) else "missing"

    def _out_of_scope(self, key: Key) -> State | None:
        """Not assigned, by the type of the unit or by what a cell says; unknown without a type."""
        kind = out_of_type(self._rule, self._layout, key)
        if kind is not None:
            state, note = kind
            self._note(key, self._layout.places[TYPE], note)
            return state
        if main_cell(key) not in self._main.values and says_not_assigned(main_cell(key)):
            return State.NOT_ASSIGNED
        if self._needs == TARGET and says_not_assigned(self._layout.cell(key, SIDE)):
            return State.NOT_ASSIGNED
        return None

    def _beside(self, key: Key, value: Decimal) -> Decimal | State:
        cell, place = self._layout.cell(key, SIDE), self._layout.places[SIDE]
        found = self._side.values.get(cell)
        if found is not None:
            self._note(key, place, self._side.notes.get(cell), found)
            return found
        if is_blank(cell):
            # Nothing exempt: as the criterion says of blank cells, or where nothing occurred.
            if isinstance(self._rule, Occurrence) and (self._counts or not value):
                return ZERO
            self._note(key, place, f"no_{self._needs}")
        else:
            self._note(key, place, self._side.notes.get(cell))
        return State.UNKNOWN

    def _within(self, key: Key) -> State | None:
        """Unknown where units are compared and the cell names no group to compare with."""
        if group_of(self._layout, key) is not None:
            return None
        blank = is_blank(self._layout.cell(key, CLUSTER))
        self._note(key, self._layout.places[CLUSTER], "no_cluster" if blank else None)
        return State.UNKNOWN

    def _note(self, key: Key, place: int, note: str | None, value: Decimal | None = None) -> None:
        if not note or (place, note) in self._told:
            return
        if NOTES[note].once:
            self._told.add((place, note))
        self.notes.setdefault(key, []).append(Noted(self._layout.columns[place], note, value))


def _says_nothing(cell: CellValue) -> bool:
    return is_blank(cell) or cell in FORMULA_ERRORS
