"""The table of a form: its header, a row a criterion, the total, vetoes and other figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.forms.blueprint import HOW_HEIGHT, HOW_SCALE, HOW_SIZE
from thidua_cli.forms.columns import (
    EVIDENCE,
    KEY,
    MAX,
    MEASURE,
    NAME,
    NOTE,
    NUMBER,
    POINTS,
    TARGET,
    VALUE,
)
from thidua_cli.forms.how_scored import measure
from thidua_cli.forms.lines import TOTAL
from thidua_cli.forms.words import word
from thidua_cli.forms.writing.open_cells import OpenCells
from thidua_cli.forms.writing.points_cells import PointsCells
from thidua_cli.plan.criteria.counted import Occurrence, Penalty
from thidua_cli.plan.criteria.modifiers import Judged
from thidua_cli.plan.criteria.standings import Veto
from thidua_cli.plan.criteria.stepped import Matrix
from thidua_cli.plan.criteria.table import Group, OneOf, highest
from thidua_cli.rosters.reading.rows import COUNT
from thidua_cli.scoring.inputs.input_table import BY, TIE, VETO
from thidua_cli.scoring.standings.limits import declared
from thidua_cli.tables.writing.looks import HEADING_FILL
from thidua_cli.tables.writing.widths import BOLD, lines
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.lines import Line
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.forms.writing.cell_writer import Pen

GROUP_FILL = "#F2F2F2"
HEADINGS = {VETO: "vetoes", TIE: "others", COUNT: "counted"}
MINUS = "\u2212"
SMALL = {"italic": True, "font_size": HOW_SIZE}


class TableWriter:
    """Writes the rows of one form."""

    def __init__(self, pen: Pen, form: Blueprint, unit: FormUnit) -> None:
        self._pen, self._form, self._at = pen, form, form.at
        self._points, self._inputs = PointsCells(pen, form), OpenCells(pen, form, unit)

    def write(self) -> int:
        """The whole table; the first row below it."""
        self._header()
        for at in range(len(self._form.lines)):
            self._line(at)
        self._total()
        self._sections()
        return max((*self._form.rows, self._form.total_row)) + 1

    def _header(self) -> None:
        """One row, or two where the unit's columns and those of the review have headings above them."""
        form, pen = self._form, self._pen
        look = {"bold": True, "align": "center", "border": 1, "bg_color": HEADING_FILL}
        shown = [(index, column) for index, column in enumerate(form.columns) if not column.hidden]
        below = form.top - 1
        if below > form.header:
            unit, review = self._at[VALUE], self._at[NOTE] + 1
            pen.height(form.header, 1)
            pen.across(form.header, unit, review - 1, word("over.unit"), **look)
            pen.across(form.header, review, form.last, word("over.review"), **look)
            for index, column in shown:
                if index < unit:
                    pen.down(form.header, below, index, column.heading, **look)
        for index, column in shown:
            if below == form.header or index >= self._at[VALUE]:
                pen.text(below, index, column.heading, **look)
        pen.height(below, max(lines(column.heading, column.width, BOLD) for _, column in shown))

    def _line(self, at: int) -> None:
        form = self._form
        line, row = form.lines[at], form.rows[at]
        whole = isinstance(line.item, Group)
        look: dict[str, Any] = {"border": 1, "bold": True, "bg_color": GROUP_FILL} if whole else {"border": 1}
        pen = self._pen
        pen.height(row, form.tall[at])
        pen.text(row, self._at[KEY], line.key)
        pen.text(row, self._at[NUMBER], line.number, **look, align="center")
        named = look | ({"bold": True} if isinstance(line.item, OneOf) else {})
        indent = {"indent": 1} if line.alternative or line.item is None else {}
        pen.titled(row, self._at[NAME], line.name, form.how[at], SMALL, **named, **indent, align="left")
        self._most(line, row, look)
        item = line.item
        said = measure(item) if isinstance(item, Judged) else self._side_measure(line)
        pen.text(row, self._at[MEASURE], said, **look, align="center")
        for role in (TARGET, VALUE, POINTS, EVIDENCE, NOTE):
            pen.blank(row, self._at[role], **look)
        for column in form.columns[self._at[NOTE] + 1 :]:
            pen.blank(row, self._at[column.role], **look)
        self._points.line(at, {**look, "align": "center"})
        self._inputs.open(at)

    def _most(self, line: Line, row: int, look: dict[str, Any]) -> None:
        """The most points; of a bonus or a penalty with its sign, as they stand outside the sum."""
        item, column, centred = line.item, self._at[MAX], {**look, "align": "center"}
        if isinstance(item, Occurrence):
            sign = MINUS if isinstance(item, Penalty) else "+"
            said = "" if item.cap is None or line.alternative else sign + format_number(item.cap)
            self._pen.text(row, column, said, **centred)
        elif isinstance(item, Group | Judged) and not line.alternative and (most := highest(item)):
            self._pen.value(row, column, most, **centred)
        else:
            self._pen.blank(row, column, **centred)

    def _side_measure(self, line: Line) -> str:
        """What a line that is no criterion is counted in."""
        if isinstance(line.item, Veto):
            return word("measure.yes_no")
        if line.key.startswith(COUNT):
            return word("measure.people")
        owner = None if line.owner is None else self._form.lines[line.owner].item
        if isinstance(owner, Matrix) and line.key.endswith(f".{BY}"):
            return owner.by_unit or ""
        return word("measure.times") if owner is not None else ""

    def _total(self) -> None:
        form, pen, row = self._form, self._pen, self._form.total_row
        look: dict[str, Any] = {"border": 1, "bold": True, "bg_color": HEADING_FILL, "align": "center"}
        for index, column in enumerate(form.columns):
            if not column.hidden:
                pen.blank(row, index, **look)
        lines_and_points = zip(form.lines, form.points[0], strict=True)
        partial = any(isinstance(line.item, Judged) and not own.shown for line, own in lines_and_points)
        pen.text(row, self._at[KEY], TOTAL)
        named = word("total.partial", council=form.council) if partial else word("total")
        worth = self._points.assigned()
        note = word("total.rescaled", max=format_number(declared(form.criteria))) if worth else ""
        pen.titled(row, self._at[NAME], named, note, SMALL, **look)
        pen.value(row, self._at[MAX], declared(form.criteria), **look)
        if worth:
            small = look | SMALL | {"bold": False}
            pen.formula(row, self._at[EVIDENCE], worth, **small)
        self._points.total(look)
        width = form.columns[self._at[NAME]].width
        pen.height(
            row, 0.2 + lines(named, width, BOLD) + HOW_HEIGHT * (lines(note, width, HOW_SCALE) if note else 0)
        )

    def _sections(self) -> None:
        """The headings above the vetoes and above the other figures."""
        form = self._form
        seen: set[str] = set()
        for line, row in zip(form.lines, form.rows, strict=True):
            opening = line.key.partition(".")[0]
            if opening.startswith("@") and opening not in seen:
                seen.add(opening)
                heading = word(HEADINGS[f"{opening}."])
                look = {"border": 1, "bold": True, "bg_color": GROUP_FILL, "align": "left"}
                self._pen.across(row - 1, self._at[NUMBER], form.last, heading, **look)
