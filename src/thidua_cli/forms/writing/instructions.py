"""The second sheet of a form: how to fill it in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.forms.words import lines, word
from thidua_cli.forms.writing.foot import PAPER_A4
from thidua_cli.scoring.standings.limits import declared
from thidua_cli.tables.writing.looks import TITLE_SIZE
from thidua_cli.tables.writing.widths import lines as lines_needed
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.writing.cell_writer import Pen

WIDTH = 82
GIVEN, EARNED = Decimal("0.85"), Decimal("0.8")


def write_instructions(pen: Pen, form: Blueprint) -> None:
    """One instruction a row, upright on A4."""
    sheet = pen.worksheet
    sheet.set_column(0, 0, WIDTH)
    pen.text(0, 0, word("instructions.title"), bold=True, align="center", font_size=TITLE_SIZE)
    for row, (number, text) in enumerate(enumerate(_said(form), 1), 2):
        numbered = f"{number}. {text}"
        pen.text(row, 0, numbered, align="left", valign="top")
        pen.height(row, lines_needed(numbered, WIDTH) + 0.3)
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.8, 0.6, 0.8, 0.8)
    sheet.hide_gridlines(2)
    sheet.protect("", {})


def _said(form: Blueprint) -> list[str]:
    criteria, layers = form.criteria, form.layers
    said = lines("instructions.lines", sheet=word("sheet.form"), council=form.council)
    whole = declared(criteria)
    if criteria.not_assigned == "full":
        said.append(word("instructions.full"))
    elif whole:
        said.append(word("instructions.rescale", **_example(whole)))
    if len(layers) > 1:
        said.append(word("instructions.layers", council=form.council))
    said += [word("instructions.explains", column=layer.name) for layer in layers[1:] if layer.explains]
    return said


def _example(whole: Decimal) -> dict[str, str]:
    """Of 100 points 85 are assigned and 68 earned: 68 × 100 : 85 = 80."""
    figures = {
        "max": whole,
        "given": whole * GIVEN,
        "earned": whole * GIVEN * EARNED,
        "scaled": whole * EARNED,
    }
    return {name: format_number(value.normalize()) for name, value in figures.items()}
