"""Below the table: places for signatures; and the paper that the form is printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.columns import MEASURE, NAME, NUMBER, POINTS
from thidua_cli.forms.words import word

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.writing.cell_writer import Pen

PAPER_A4 = 9
MARGINS = (0.5, 0.4, 0.6, 0.6)
SIGNED_LINES = 4


def write_signatures(pen: Pen, form: Blueprint, row: int) -> None:
    """The writer, the head of the unit, and the council where it reviews."""
    at, last = form.at, form.last
    middle = at[POINTS]
    parties = {"writer": (at[NUMBER], at[NAME]), "head": (middle, last)}
    if len(form.layers) > 1:
        parties = {
            "writer": (at[NUMBER], at[NAME]),
            "head": (at[MEASURE], middle + 2),
            "council": (middle + 3, last),
        }
    first, end = parties["head"]
    pen.across(row, first, end, word("signed.place"), align="center", italic=True)
    for name, (left, right) in parties.items():
        said = form.reviewer.upper() if name == "council" and form.reviewer else word(f"signed.{name}")
        pen.across(row + 1, left, right, said, align="center", bold=True)
        pen.across(row + 2, left, right, word(f"signed.{name}_note"), align="center", italic=True)
    pen.height(row + 2 + SIGNED_LINES, 1)


def set_up_paper(pen: Pen, form: Blueprint, last_row: int) -> None:
    """A4 across, one page wide, the head of the table on every page, pages numbered, inputs alone open."""
    sheet = pen.worksheet
    for index, column in enumerate(form.columns):
        sheet.set_column(index, index, column.width, None, {"hidden": column.hidden})
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    left, right, top, bottom = MARGINS
    sheet.set_margins(left, right, top, bottom)
    sheet.center_horizontally()
    sheet.repeat_rows(form.header, form.top - 1)
    sheet.print_area(0, 0, last_row, form.last)
    sheet.set_footer(f'&C&"Times New Roman"&10{word("footer")}')
    sheet.freeze_panes(form.top, form.at[NAME] + 1)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
