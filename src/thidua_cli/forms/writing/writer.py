"""A form as a workbook: the sheet to fill in, the instructions, a hidden sheet to be read back by."""

from __future__ import annotations

from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from thidua_cli.forms.blueprint import FACTS
from thidua_cli.forms.columns import FACT
from thidua_cli.forms.formulas.language import plain, reference
from thidua_cli.forms.given import given_to, said
from thidua_cli.forms.hidden_sheet import PROPERTY, SHEET, VERSION, Marks, rows_of
from thidua_cli.forms.lines import TOTAL
from thidua_cli.forms.locks import EMPTY
from thidua_cli.forms.words import word
from thidua_cli.forms.writing.cell_writer import Pen
from thidua_cli.forms.writing.foot import set_up_paper, write_signatures
from thidua_cli.forms.writing.head import write_head
from thidua_cli.forms.writing.instructions import write_instructions
from thidua_cli.forms.writing.rows import TableWriter
from thidua_cli.tables.writing.looks import FONT, SIZE, Looks
from thidua_cli.tables.writing.workbook_writer import MADE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.units import FormUnit

LONGEST_TITLE = 255
NOTHING: Mapping[tuple[int, int], str] = MappingProxyType({})


def write_form(form: Blueprint, unit: FormUnit) -> bytes:
    """The form of one unit; the same unit and table always give the same bytes."""
    from xlsxwriter import Workbook

    from thidua_cli.forms.writing.worksheet import PlainWorksheet

    content = BytesIO()
    workbook = Workbook(
        content, {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}}
    )
    workbook.set_properties({"title": form.criteria.name[:LONGEST_TITLE], "created": MADE})
    workbook.set_custom_property(PROPERTY, VERSION)
    looks = Looks(workbook)
    pen = Pen(workbook.add_worksheet(word("sheet.form"), PlainWorksheet), looks)
    write_head(pen, form, unit)
    below = TableWriter(pen, form, unit).write()
    write_signatures(pen, form, below + 1)
    set_up_paper(pen, form, below + 8)
    instructions = Pen(workbook.add_worksheet(word("sheet.instructions")), looks)
    write_instructions(instructions, form)
    hidden = workbook.add_worksheet(SHEET)
    hidden.very_hidden()
    for row, texts in enumerate(rows_of(marks_for(form, unit, pen.marks))):
        for column, text in enumerate(texts):
            if text:
                hidden.write_string(row, column, plain(text))
    hidden.protect("", {})
    workbook.close()
    return content.getvalue()


def marks_for(form: Blueprint, unit: FormUnit, written: Mapping[tuple[int, int], str] = NOTHING) -> Marks:
    """What the hidden sheet says of a form; `written`: the marks of its cells, by row and column."""
    cells = {
        (fact.key, FACT): reference(FACTS + index, form.at[FACT])
        for index, fact in enumerate(form.facts)
        if fact.key
    }
    for row, inputs in zip(form.rows, form.inputs, strict=True):
        cells |= {(one.line, one.role): reference(row, form.at[one.role]) for one in inputs}
    shown = {column.role: index for index, column in enumerate(form.columns) if not column.hidden}
    rows = [*zip((line.key for line in form.lines), form.rows, strict=True), (TOTAL, form.total_row)]
    return Marks(
        VERSION,
        form.digest,
        form.asked,
        unit.name,
        word("sheet.form"),
        tuple(layer.id for layer in form.layers),
        cells,
        form.criteria.name,
        form.period,
        tuple(shown),
        {place: said(value) for place, value in given_to(form, unit).items()},
        {key: " ".join(written.get((row, column), EMPTY) for column in shown.values()) for key, row in rows},
        form.counts,
    )
