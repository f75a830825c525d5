"""A sheet as Markdown that GitHub renders, in a file as in a comment."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from thidua_cli.findings.formats.display import printable
from thidua_cli.tables.writing.sheets import NUMERIC, Band, Column, Kind, Subtotal, full_heading, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.tables.writing.sheets import Content, Sheet

# What Markdown or HTML would take for a sign anywhere in a line, and what only opens a list or a rule.
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&])")
_OPENINGS = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
# GitHub would tell a person that is named, or link a number; an empty comment parts the sign from the word.
_MENTIONS = re.compile(r"([@#])(?=\w)")
_RULES = {Kind.CENTRED: ":---:", Kind.DATE: ":---:"}


def markdown_of(sheet: Sheet, level: int = 2) -> Iterator[str]:
    """The lines of a sheet: its heading at a level, then its body."""
    yield f"{'#' * level} {plain(_title(sheet))}\n"
    yield from _body(sheet, level)


def folded(sheet: Sheet, level: int = 2) -> Iterator[str]:
    """A sheet behind its heading, to be opened by a click."""
    yield f"<details>\n<summary>{escape(printable(_title(sheet)))}</summary>\n"
    yield from _body(sheet, level)
    yield "\n</details>\n"


def _title(sheet: Sheet) -> str:
    return sheet.titles[0] if sheet.titles else sheet.name


def _body(sheet: Sheet, level: int) -> Iterator[str]:
    """The other titles, a table for each band, the notes."""
    for title in sheet.titles[1:]:
        yield f"\n{paragraph(title)}\n"
    columns = list(sheet.columns)
    opened = False
    for row in sheet.rows:
        if isinstance(row, Band):
            yield f"\n{'#' * (level + 1)} {plain(row.text)}\n"
            opened = False
            continue
        if not opened:
            yield from _opening(columns)
            opened = True
        yield (
            _strong_line(row.cells, columns)
            if isinstance(row, Subtotal)
            else _line([plain(shown(content, column)) for content, column in zip(row, columns, strict=True)])
        )
    if sheet.total is not None:
        if not opened:
            yield from _opening(columns)
        yield _strong_line(sheet.total, columns)
    for note in sheet.notes:
        yield f"\n{paragraph(note)}\n"


def _opening(columns: Sequence[Column]) -> Iterator[str]:
    yield "\n" + _line([plain(full_heading(column)) for column in columns])
    yield _line(["---:" if column.kind in NUMERIC else _RULES.get(column.kind, "---") for column in columns])


def _strong_line(cells: Sequence[Content], columns: Sequence[Column]) -> str:
    return _line([_strong(content, column) for content, column in zip(cells, columns, strict=True)])


def _strong(content: Content, column: Column) -> str:
    text = plain(shown(content, column))
    return f"**{text}**" if text else ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def plain(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    lines = (_SIGNS.sub(r"\\\1", printable(line).strip()) for line in text.split("\n"))
    return "<br>".join(_MENTIONS.sub(r"\1<!-- -->", line) for line in lines)


def paragraph(text: str) -> str:
    """The same at the start of a line, where more is taken for a sign."""
    return _OPENINGS.sub(r"\2\\\1\3", plain(text))
