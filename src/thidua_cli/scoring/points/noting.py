"""The findings of one criterion: a note at each cell that needs a person, in the order of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.reading.notes import NOTES
from thidua_cli.rosters.reading.readings import both_readings
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.scoring.points.scene import Scene
    from thidua_cli.scoring.points.statements import Noted
    from thidua_cli.tables.table import CellValue

TWO_READINGS = frozenset({"ambiguous", "mixed"})
# Of a whole column or group, of which one key has the note: said at the first row of that key.
OF_MANY = frozenset({name for name, note in NOTES.items() if note.once} | {"provisional"})


def report(
    rule: Item,
    scene: Scene,
    key_of: Callable[[Sequence[CellValue]], Key],
    notes: Mapping[Key, Sequence[Noted]],
) -> None:
    """Tell of every note at every row that has its key; of a note for many rows once."""
    open_notes = {key: list(noted) for key, noted in notes.items()}
    for row in scene.rows if open_notes else ():
        key = key_of(row.values)
        told = open_notes.get(key)
        if told is None:
            continue
        for noted in told:
            scene.findings.add(_finding(rule, row, noted))
        lasting = [noted for noted in told if noted.note not in OF_MANY]
        if lasting:
            open_notes[key] = lasting
        else:
            del open_notes[key]
        if not open_notes:
            return


def _finding(rule: Item, row: InputRow, noted: Noted) -> Finding:
    note = NOTES[noted.note]
    cell = row.cell(noted.column)
    values = {"name": rule.name, "text": cell.text, **noted.more}
    if noted.value is not None:
        values["value"] = format_number(noted.value)
    if noted.note == "share_cell" and noted.value is not None:
        values["meant"] = format_number(noted.value * 100)
    if noted.note in TWO_READINGS:
        values["first"], values["second"] = both_readings(cell.text)
    return Finding(note.code, cell.span, values, note.variant, note.severity)
