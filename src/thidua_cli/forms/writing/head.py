"""The head of a form: the unit and the country, the title, what is known of the unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.blueprint import COUNTRY, FACTS, MOTTO, ROLES, TABLE, TITLE
from thidua_cli.forms.columns import FACT, KEY, MEASURE, NAME, NUMBER, TARGET
from thidua_cli.forms.formulas.language import reference
from thidua_cli.forms.words import word
from thidua_cli.forms.writing.cell_writer import INPUT_FILL
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.input_table import CLUSTER, TYPE
from thidua_cli.tables.writing.looks import TITLE_SIZE
from thidua_cli.tables.writing.widths import BOLD, lines
from thidua_cli.vietnamese.text import lower_first

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint, Fact
    from thidua_cli.forms.units import FormUnit
    from thidua_cli.forms.writing.cell_writer import Pen

NAMED = {UNIT: "name", CLUSTER: "cluster", TYPE: "type"}


def write_head(pen: Pen, form: Blueprint, unit: FormUnit) -> None:
    """Everything above the table."""
    at, last = form.at, form.last
    for index, column in enumerate(form.columns):
        pen.text(ROLES, index, column.role)
    pen.height(ROLES, 1, hidden=True)
    left, right = at[NUMBER], at[TARGET]
    centred = {"align": "center", "bold": True}
    name = reference(_row_of(form, UNIT), at[FACT])
    pen.worksheet.merge_range(COUNTRY, left, COUNTRY, at[NAME], "", None)
    pen.formula(COUNTRY, left, f'=IF({name}="","",UPPER({name}))', **centred)
    pen.across(COUNTRY, right, last, word("country"), **centred)
    pen.across(MOTTO, right, last, word("motto"), **centred, underline=1)
    pen.across(TITLE, left, last, word("title"), **centred, font_size=TITLE_SIZE + 1)
    pen.height(TITLE, 1.3)
    by_table = word("by_table", name=lower_first(form.criteria.name))
    if form.criteria.illustrative:
        by_table = f"{by_table}\n{word('illustrative')}"
    pen.across(TABLE, left, last, by_table, align="center", italic=True)
    room = sum(column.width for column in form.columns if not column.hidden)
    pen.height(TABLE, lines(by_table, room))
    for index, fact in enumerate(form.facts):
        _fact(pen, form, FACTS + index, fact, unit)
    hint = word("hint", sheet=word("sheet.instructions"))
    pen.across(form.header - 1, left, last, hint, align="left", italic=True, font_size=10.5)


def _row_of(form: Blueprint, key: str) -> int:
    return FACTS + next(index for index, fact in enumerate(form.facts) if fact.key == key)


def _fact(pen: Pen, form: Blueprint, row: int, fact: Fact, unit: FormUnit) -> None:
    """The period, the unit, its cluster, its type: open to be filled in where it is not known."""
    at = form.at
    pen.text(row, at[KEY], fact.key)
    pen.across(row, at[NUMBER], at[MEASURE], fact.label, align="right")
    value = getattr(unit, NAMED[fact.key]) if fact.key else fact.value
    given = {"align": "left", "bold": True}
    if value:
        pen.across(row, at[FACT], form.last, value, **given)
    else:
        pen.across(row, at[FACT], form.last, "", **given, locked=False, bg_color=INPUT_FILL, bottom=1)
    pen.height(row, _lines(form, value) if value else 1)


def one_line(form: Blueprint, value: str) -> bool:
    """Whether a fact of the unit takes one line."""
    return not value or _lines(form, value) == 1


def _lines(form: Blueprint, value: str) -> int:
    room = sum(column.width for column in form.columns[form.at[FACT] : form.last + 1] if not column.hidden)
    return lines(value, room, BOLD)
