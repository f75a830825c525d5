"""What a table's style and its own settings give to cells: formats of areas, margins, borders."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from thidua_cli.conformance.reading.formatting.paragraph_properties import read_border
from thidua_cli.conformance.reading.formatting.styles import parts_of
from thidua_cli.conformance.reading.package.values import is_on, twips, value_of
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.conformance.reading.formatting.effective import Formats
    from thidua_cli.conformance.reading.formatting.paragraph_properties import Border
    from thidua_cli.conformance.reading.formatting.styles import TableFormat
    from thidua_cli.document.ooxml.elements import Element

_DEFAULT_MARGIN = 115  # ECMA-376 Part 1, 17.4.42
_LOGICAL = {"start": "left", "end": "right"}
_INNER = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
# ECMA-376 Part 1, 17.4.55: the areas that a table asks for, as attributes and as bits of the older value.
_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
_BANDS = ("noHBand", "noVBand")
_CORNERS = (("firstRow", "firstColumn", "nwCell"), ("firstRow", "lastColumn", "neCell"),
            ("lastRow", "firstColumn", "swCell"), ("lastRow", "lastColumn", "seCell"))  # fmt: skip


class TableLook:
    """The style of a table and what its `w:tblPr` states beside it."""

    def __init__(self, own: Element | None, formats: Formats) -> None:
        self._styles = formats.styles
        self.style = self._styles.known("table", value_of(own, "tblStyle"))
        self._chain = list(reversed(list(self._styles.chain("table", self.style))))
        self._own = own
        look = None if own is None else own.find(f"{W}tblLook")
        self._asked = {flag: _asked(look, flag) for flag in _FLAGS}
        self._has_areas = any(each.find(f"{W}tblStylePr") is not None for each in self._chain)

    def format_at(self, row: int, column: int, span: int, size: tuple[int, int]) -> TableFormat:
        """The style and the areas of it that a cell lies in, weakest first (17.7.6)."""
        if not self._has_areas:
            return self.style, ()
        rows, columns = size
        asked = self._asked
        at = {
            "firstRow": asked["firstRow"] and row == 0,
            "lastRow": asked["lastRow"] and row == rows - 1,
            "firstColumn": asked["firstColumn"] and column == 0,
            "lastColumn": asked["lastColumn"] and column + span >= columns,
        }
        found = []
        if not asked["noVBand"] and not (at["firstColumn"] or at["lastColumn"]):
            found.append(f"band{1 + (column - asked['firstColumn']) % 2}Vert")
        if not asked["noHBand"] and not (at["firstRow"] or at["lastRow"]):
            found.append(f"band{1 + (row - asked['firstRow']) % 2}Horz")
        found += [name for name in ("firstRow", "lastRow") if at[name]]
        found += [area for name, area in (("firstColumn", "firstCol"), ("lastColumn", "lastCol")) if at[name]]
        found += [corner for across, down, corner in _CORNERS if at[across] and at[down]]
        return self.style, tuple(found)

    def margins(self, cell: Element | None) -> int:
        """The space that a cell keeps free at its left and right together."""
        own = None if cell is None else cell.find(f"{W}tcMar")
        return sum(_margin(own, side, default) for side, default in self._margins.items())

    @cached_property
    def _margins(self) -> Mapping[str, int]:
        found = dict.fromkeys(("left", "right"), _DEFAULT_MARGIN)
        for holder in (*(each.find(f"{W}tblPr") for each in self._chain), self._own):
            stated = None if holder is None else holder.find(f"{W}tblCellMar")
            found = {side: _margin(stated, side, default) for side, default in found.items()}
        return found

    @cached_property
    def borders(self) -> Mapping[str, Border]:
        """The borders of the whole table by side, `insideH` and `insideV` among them."""
        found: dict[str, Border] = {}
        for holder in (*(each.find(f"{W}tblPr") for each in self._chain), self._own):
            found |= _sides(None if holder is None else holder.find(f"{W}tblBorders"))
        return found

    def area_borders(self, areas: Iterable[str]) -> Mapping[str, Border]:
        """The borders that the style gives to the cells of some areas."""
        found: dict[str, Border] = {}
        for area in areas:
            for style in self._chain:
                for part in parts_of(style, area):
                    found |= _sides(part.find(f"{W}tcPr/{W}tcBorders"))
        return found


def cell_borders(
    look: TableLook, outer: Mapping[str, bool], areas: Iterable[str], own: Element | None
) -> dict[str, Border]:
    """The borders of a cell by side; `outer` tells which of its sides are those of the table."""
    whole = look.borders
    found = {}
    for side, edge in outer.items():
        border = whole.get(side if edge else _INNER[side])
        if border is not None:
            found[side] = border
    found |= look.area_borders(areas)
    return found | _sides(own)


def _sides(borders: Element | None) -> dict[str, Border]:
    found = {}
    for each in () if borders is None else borders:
        name = each.tag.rpartition("}")[2]
        found[_LOGICAL.get(name, name)] = read_border(each)
    return found


def _margin(holder: Element | None, side: str, default: int) -> int:
    if holder is None:
        return default
    logical = {"left": "start", "right": "end"}[side]
    stated = holder.find(W + side)
    stated = holder.find(W + logical) if stated is None else stated
    length = None if stated is None else twips(stated.get(f"{W}w"))
    return default if length is None else length


def _asked(look: Element | None, flag: str) -> bool:
    if look is None:
        return flag in _BANDS
    stated = look.get(W + flag)
    if stated is not None:
        return is_on(stated)
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & _FLAGS[flag])
    except ValueError:
        return flag in _BANDS
