"""Cells told one by one (a long table, layers, forms) put together into one row a unit.

Whoever reads cells that are no table makes an `InputCell` of every input, blank ones too, so that what is
missing has its place; `gather` makes an InputTable of them, and `joining.join` puts it together with others.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rosters.reading.readings import Reading, holds_data, read_date, read_number
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.scoring.inputs.input_table import (
    CLUSTER,
    EVIDENCE,
    TYPE,
    VETO,
    Difference,
    GatheredRow,
    InputTable,
)
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from thidua_cli.findings.span import Span
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell, CellValue

# What a sheet shows where there is no one value: never scored, whatever a blank would mean.
NO_ONE_VALUE = "#N/A"


class InputCell(NamedTuple):
    """One cell: of which unit (the cell that names it), under which key of InputTable, in which layer.

    `layer` is a `Layer.id`, empty where there are no layers; `reason` why it differs from the one before.
    `spoiled`: what is wrong with it is a finding already, and the input is unknown whatever else is told.
    """

    unit: Cell
    key: str
    cell: Cell
    layer: str = ""
    reason: str = ""
    spoiled: bool = False


def gather(told: Iterable[InputCell], headings: Headings, place: Span, findings: FindingLog) -> InputTable:
    """A row for every unit of every file; the order of the cells changes only the order of the rows.

    `place` is that of the whole.
    """
    units: dict[tuple[str, str], list[InputCell]] = {}
    folded: dict[str, str] = {}
    for each in told:
        name = each.unit.text
        if name not in folded:
            folded[name] = fold(name)
        units.setdefault((each.unit.origin.path, folded[name]), []).append(each)
    keys = {each.key for tellings in units.values() for each in tellings}
    return gather_units(units.values(), keys, headings, place, findings)


def gather_units(
    units: Iterable[Iterable[InputCell]],
    keys: Collection[str],
    headings: Headings,
    place: Span,
    findings: FindingLog,
) -> InputTable:
    """A row for each given unit, of what it told, which is never nothing; `keys`: all that any tells."""
    gatherer = _Gatherer(headings, findings)
    inputs = sorted({*keys} - {UNIT})
    columns = {UNIT: 0} | {key: index for index, key in enumerate(inputs, start=1)}
    rows = [gatherer.row(tellings, inputs) for tellings in units]
    silent, differences = gatherer.silent(), tuple(gatherer.differences)
    return InputTable(columns, rows, place, silent=silent, differences=differences)


class _Gatherer:
    """Settles what each unit told, and keeps the differences met on the way."""

    def __init__(self, headings: Headings, findings: FindingLog) -> None:
        self._layers, self._findings = headings.layers, findings
        self._names = headings.names | {VETO + veto.id: veto.name for veto in headings.criteria.vetoes}
        self._order = {layer.id: index for index, layer in enumerate(headings.layers)}
        self._reported: list[bool] = []
        self.differences: list[Difference] = []

    def row(self, told: Iterable[InputCell], keys: Sequence[str]) -> GatheredRow:
        """The row of one unit, as wide as the keys and the unit's name."""
        cells: dict[str, list[InputCell]] = {}
        names: dict[str, list[Cell]] = {}
        for each in told:
            cells.setdefault(each.key, []).append(each)
            names.setdefault(each.unit.text, []).append(each.unit)
        name = _most_often(names)
        blank = name._replace(value="")
        self._reported.append(False)
        places = [name]
        for key in keys:
            tellings = cells.get(key, ())
            places.append(self._settled(name.text, key, tellings) if tellings else blank)
        return GatheredRow(name.row, tuple(cell.value for cell in places), tuple(places))

    def silent(self) -> frozenset[int]:
        """The positions of the units without a self-score, where others gave one."""
        if not any(self._reported):
            return frozenset()
        return frozenset(at for at, reported in enumerate(self._reported) if not reported)

    def _settled(self, unit: str, key: str, tellings: Sequence[InputCell]) -> Cell:
        """The one cell that counts; what cannot be decided is told and has no value."""
        if len(tellings) > 1 and key.startswith("@") and not any(each.layer for each in tellings):
            return self._agreed(unit, key, tellings)
        blank, own = vocabulary().blank, self._layers[0].id
        present = [each for each in tellings if each.cell.value not in blank]
        if not (self._reported[-1] or key.startswith("@")) and any(each.layer == own for each in present):
            self._reported[-1] = True
        if spoiled := [each.cell for each in tellings if each.spoiled]:
            return min(spoiled, key=place_order)._replace(value=unknown(key))
        if len(tellings) == 1:
            return tellings[0].cell
        if key.endswith(f".{EVIDENCE}") and present:
            return min((each.cell for each in present), key=place_order)
        # Words of the unit's explanation are a reason, not a value.
        valued = [each for each in present if not self._explains(each)]
        if len(valued) == 1:
            return valued[0].cell
        valued.sort(key=self._in_order)
        if not valued:
            return min(tellings, key=self._in_order).cell._replace(value="")
        if self._twice(unit, key, valued):
            return valued[0].cell._replace(value=unknown(key))
        explained = next(
            (each.cell.text for each in sorted(present, key=self._in_order) if self._explains(each)), ""
        )
        for first, second in pairwise(valued):
            if not says_the_same(first.cell.value, second.cell.value):
                self._differ(unit, key, first, second, second.reason or explained)
        return valued[-1].cell

    def _in_order(self, each: InputCell) -> tuple[int, tuple[str, str, int, int]]:
        return self._order.get(each.layer, -1), place_order(each.cell)

    def _agreed(self, unit: str, key: str, tellings: Sequence[InputCell]) -> Cell:
        """What every row of a unit repeats (its type, its cluster): once, where all say the same."""
        cells = sorted((each.cell for each in tellings), key=place_order)
        first, *others = [cell for cell in cells if cell.value] or cells[:1]
        for cell in others:
            if fold(cell.text) != fold(first.text):
                values = {"unit": unit, "text": cell.text, "first": first.text, "first_cell": first.address}
                related = (Related(first.span),)
                self._findings.add(Finding("TD563", cell.span, values, "attribute", related=related))
                return first._replace(value=unknown(key))
        return first

    def _twice(self, unit: str, key: str, present: Sequence[InputCell]) -> bool:
        """Tell of two values in one layer, and of a value without layer beside others that have one."""
        found = False
        for first, second in pairwise(present):
            if first.layer and first.layer != second.layer:
                continue
            found = True
            variant = "" if first.layer == second.layer else "layerless"
            cell, place = second.cell, first.cell
            values = {"unit": unit, "name": self._name(key), "text": cell.text, "first_cell": place.address}
            self._findings.add(Finding("TD563", cell.span, values, variant, related=(Related(place.span),)))
        return found

    def _differ(self, unit: str, key: str, first: InputCell, second: InputCell, reason: str) -> None:
        earlier, later = (self._layers[self._order[each.layer]].name for each in (first, second))
        before, after = first.cell, second.cell
        difference = Difference(unit, key, earlier, later, before.value, after.value, reason, after.span)
        self.differences.append(difference)
        if not reason:
            values = {"unit": unit, "name": self._name(key), "earlier": earlier, "later": later}
            values |= {"before": before.text, "after": after.text}
            self._findings.add(Finding("TD564", after.span, values, related=(Related(before.span),)))

    def _name(self, key: str) -> str:
        """What people call an input: the name of its criterion or veto."""
        return self._names.get(key) or self._names.get(key.rpartition(".")[0], key)

    def _explains(self, each: InputCell) -> bool:
        if not each.layer or not self._layers[self._order[each.layer]].explains:
            return False
        return not holds_data(each.cell.value)


def unknown(key: str) -> str:
    """What a cell holds where its value is not known; of a type or a cluster, which are names, nothing."""
    return "" if key in {TYPE, CLUSTER} else NO_ONE_VALUE


def _most_often(spellings: Mapping[str, Sequence[Cell]]) -> Cell:
    """How a unit's name is most often spelled, where it first stands so."""
    text = min(spellings, key=lambda spelling: (-len(spellings[spelling]), spelling))
    return min(spellings[text], key=place_order)


def place_order(cell: Cell) -> tuple[str, str, int, int]:
    """The order of cells by file, sheet, row and column."""
    return cell.origin.path, cell.origin.sheet or "", cell.row, cell.column


def says_the_same(first: CellValue, second: CellValue) -> bool:
    """Whether two cells say the same: as written, as a number, or as a day."""
    if first == second:
        return True
    for read in (_number, read_date):
        one, other = read(first).value, read(second).value
        if one is not None or other is not None:
            return one == other
    return isinstance(first, str) and isinstance(second, str) and fold(first) == fold(second)


def _number(cell: CellValue) -> Reading:
    return read_number(cell, percent=True)
