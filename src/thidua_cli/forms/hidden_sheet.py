"""The hidden sheet of a form: what made it, for which table and unit, and where each input stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from thidua_cli.tables.table import CellValue

SHEET = "_thidua"
MARK, VERSION = "thidua.form", "1"
# Also a property of the file, which stays when the hidden sheet is gone.
PROPERTY = "thidua.form"


class Marks(NamedTuple):
    """`digest` is of the whole table, `asked` of its inputs only.

    `cells`: the key of a line and the role of a column to the address.
    """

    version: str
    digest: str
    asked: str
    unit: str
    sheet: str
    layers: tuple[str, ...]
    cells: Mapping[tuple[str, str], str]


def rows_of(marks: Marks) -> Iterator[tuple[str, str, str]]:
    """The rows of the hidden sheet."""
    yield MARK, marks.version, ""
    yield "digest", marks.digest, ""
    yield "asked", marks.asked, ""
    yield "unit", marks.unit, ""
    yield "sheet", marks.sheet, ""
    yield "layers", "|".join(marks.layers), ""
    for (key, role), place in marks.cells.items():
        yield key, role, place


def marks_of(rows: Iterable[Sequence[CellValue]]) -> Marks | None:
    """The marks that a hidden sheet holds; None where they are not whole."""
    texts = [[value if isinstance(value, str) else value.text for value in row] for row in rows]
    head = {row[0]: row[1] if len(row) > 1 else "" for row in texts[:6] if row}
    if head.get(MARK) is None or not {"digest", "asked", "sheet"} <= head.keys():
        return None
    return Marks(
        head[MARK],
        head["digest"],
        head["asked"],
        head.get("unit", ""),
        head["sheet"],
        tuple(layer for layer in head.get("layers", "").split("|") if layer),
        {(row[0], row[1]): row[2] for row in texts[6:] if len(row) > 2},
    )
