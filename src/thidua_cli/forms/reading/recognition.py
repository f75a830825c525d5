"""Telling a form from any other workbook, also one whose hidden sheet is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.forms.hidden_sheet import PROPERTY, SHEET
from thidua_cli.source.encodings import ZIP
from thidua_cli.tables.refusal import TableError

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.tables.package import Attributes

PARTS = ("docProps/custom.xml", "xl/workbook.xml")
NAMES = frozenset({("property", PROPERTY), ("sheet", SHEET)})


def is_form(path: Path) -> bool:
    """Whether a file says of itself that it is a form; what cannot be opened is left to who reads it."""
    try:
        # Of a pipe or a device nothing may be read twice.
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            if not stream.read(len(ZIP)).startswith(ZIP):
                return False
        return _marked(path)
    except (TableError, OSError, ValueError):  # a NUL in the name
        return False


def _marked(path: Path) -> bool:
    from thidua_cli.tables.package import Package

    found = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal found
        found = found or (tag, attributes.get("name")) in NAMES

    with Package(path, path.as_posix()) as package:
        for part in PARTS:
            if not found and package.has(part):
                for _ in package.walk(part, start):
                    pass
    return found
