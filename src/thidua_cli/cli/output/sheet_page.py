"""A sheet as a page for the terminal: titles, aligned columns, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.output.page import WIDTH
from thidua_cli.findings.formats.display import printable, width
from thidua_cli.tables.writing.sheets import NUMERIC, Band, Kind, Subtotal, full_heading, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.tables.writing.sheets import Column, Sheet

_GAP = "  "
# A column of text keeps at least this much, whatever stands beside it; any other what its cells need.
_LEAST = 16


def page_of(sheet: Sheet) -> Iterator[str]:
    """The lines of a sheet; a long text goes on below itself, numbers stand at the right."""
    yield from (f"{printable(title)}\n" for title in sheet.titles)
    columns = list(sheet.columns)
    rows: list[list[str] | str] = [[full_heading(column) for column in columns]]
    for row in [*sheet.rows, *([sheet.total] if sheet.total is not None else [])]:
        if isinstance(row, Band):
            rows.append(printable(row.text))
        else:
            cells = row.cells if isinstance(row, Subtotal) else row
            rows.append([shown(cell, column) for cell, column in zip(cells, columns, strict=True)])
    widths = _widths(columns, [row for row in rows if not isinstance(row, str)])
    yield "\n"
    rule = _GAP.join("─" * room for room in widths) + "\n"
    for place, line in enumerate(rows):
        if place == 1 or (place == len(rows) - 1 and sheet.total is not None):
            yield rule
        yield from [f"{line}\n"] if isinstance(line, str) else _line(line, columns, widths)
    if sheet.notes:
        yield "\n"
    yield from (f"{printable(note)}\n" for note in sheet.notes)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """As wide as the content; where the page is too narrow what may give way does, the widest first."""
    wanted = [
        max(width(printable(line)) for row in rows for line in row[at].split("\n"))
        for at in range(len(columns))
    ]
    least = [_least(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    over = sum(wanted) + len(_GAP) * (len(columns) - 1) - WIDTH
    while over > 0 and (wide := [at for at in range(len(columns)) if wanted[at] > least[at]]):
        widest = max(wide, key=lambda at: wanted[at])
        wanted[widest] -= 1
        over -= 1
    return wanted


def _least(column: Column, cells: Sequence[str]) -> int:
    """How narrow a column may become; of numbers, marks and days only the heading is broken."""
    if column.kind is Kind.TEXT:
        return _LEAST
    heading, *others = cells
    return max(width(piece) for piece in (*heading.split(), *others, ""))


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[str]:
    parts = [
        [piece for line in cell.split("\n") for piece in _wrapped(printable(line), room)]
        for cell, room in zip(cells, widths, strict=True)
    ]
    for number in range(max(map(len, parts))):
        pieces = []
        for part, column, room in zip(parts, columns, widths, strict=True):
            text = part[number] if number < len(part) else ""
            blanks = " " * (room - width(text))
            pieces.append(blanks + text if column.kind in NUMERIC else text + blanks)
        yield _GAP.join(pieces).rstrip() + "\n"


def _wrapped(text: str, room: int) -> list[str]:
    """The lines of a text in so much room, broken between words, a word too long within itself."""
    if width(text) <= room:
        return [text]
    lines = [""]
    for word in text.split():
        if lines[-1] and width(lines[-1]) + 1 + width(word) <= room:
            lines[-1] += f" {word}"
            continue
        if lines[-1]:
            lines.append("")
        while width(word) > room:
            cut = next(end for end in range(len(word), 0, -1) if width(word[:end]) <= room or end == 1)
            lines[-1], word = word[:cut], word[cut:]
            lines.append("")
        lines[-1] = word
    return lines
