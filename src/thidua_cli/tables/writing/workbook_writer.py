"""Sheets as a workbook that an officer prints and hands on: the same sheets always give the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from thidua_cli.tables.writing.looks import FONT, SIZE, Looks
from thidua_cli.tables.writing.sheet_writer import SheetWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.tables.writing.sheets import Sheet

# A workbook tells when it was made; a fixed day keeps its bytes the same.
MADE = datetime(2000, 1, 1)
MOST_LETTERS = 31
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """A workbook of the sheets in their order, in Times New Roman on A4 with numbered pages.

    Numbers are stored as numbers only where Excel keeps every digit of them, else as text; `title` is what
    the file calls itself. Raises TooLargeError for a sheet that no workbook can hold.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    options = {
        "in_memory": True,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
        "default_column_width": 72,
        "default_row_height": 21,
    }
    workbook = Workbook(content, options)
    workbook.set_properties({"title": title[:255], "created": MADE})
    looks = Looks(workbook)
    names: set[str] = set()
    for sheet in sheets:
        name = _sheet_name(sheet.name, names)
        names.add(name.lower())
        SheetWriter(workbook.add_worksheet(name), sheet, looks).write()
    workbook.close()
    return content.getvalue()


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel accepts: short, without its signs, told apart from the others."""
    plain = " ".join(wanted.translate(_NOT_IN_A_NAME).split()).strip("'") or "1"
    name, number = plain[:MOST_LETTERS].rstrip(" '"), 1
    while name.lower() in taken or name.lower() == "history":
        number += 1
        mark = f" ({number})"
        name = plain[: MOST_LETTERS - len(mark)].rstrip() + mark
    return name
