"""The second sheet of a form: how to fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.words import lines, word
from thidua_cli.forms.writing.foot import PAPER_A4
from thidua_cli.tables.writing.looks import TITLE_SIZE
from thidua_cli.tables.writing.widths import lines as lines_needed

if TYPE_CHECKING:
    from thidua_cli.forms.writing.cell_writer import Pen

WIDTH = 82


def write_instructions(pen: Pen, *, layers: bool) -> None:
    """One instruction a row, upright on A4."""
    sheet = pen.worksheet
    sheet.set_column(0, 0, WIDTH)
    pen.text(0, 0, word("instructions.title"), bold=True, align="center", font_size=TITLE_SIZE)
    said = lines("instructions.lines", sheet=word("sheet.form"))
    if layers:
        said.append(word("instructions.layers"))
    for row, text in enumerate(said, 2):
        pen.text(row, 0, text, align="left", valign="top")
        pen.height(row, lines_needed(text, WIDTH) + 0.3)
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.8, 0.6, 0.8, 0.8)
    sheet.hide_gridlines(2)
    sheet.protect("", {})
