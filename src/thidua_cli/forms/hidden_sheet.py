"""The hidden sheet of a form: who made it for whom, where inputs stand, what else was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from thidua_cli.tables.table import CellValue

SHEET = "_thidua"
MARK, VERSION = "thidua.form", "1"
# Also a property of the file, which stays when the hidden sheet is gone.
PROPERTY = "thidua.form"
HEAD = (MARK, "digest", "asked", "unit", "sheet", "layers", "table", "period", "roles", "counts")
LIST = "|"
# In the place of a column: what was given to the unit there, the marks of all cells of a line.
GIVEN, WRITTEN = "given.", "written"


class Marks(NamedTuple):
    """`digest` is of the whole table, `asked` of its inputs only; `table` and `period` name them for people.

    `cells`: the key of a line and the role of a column to the address. `given`: to the text of what the unit
    was given there and may not change. `written`: the key of a line to the marks of its cells (see
    `writing.locks`), in the order of the columns `roles`.
    """

    version: str
    digest: str
    asked: str
    unit: str
    sheet: str
    layers: tuple[str, ...]
    cells: Mapping[tuple[str, str], str]
    table: str = ""
    period: str = ""
    roles: tuple[str, ...] = ()
    given: Mapping[tuple[str, str], str] = {}
    written: Mapping[str, str] = {}
    counts: bool = False


def rows_of(marks: Marks) -> Iterator[tuple[str, str, str]]:
    """The rows of the hidden sheet."""
    layers, roles = LIST.join(marks.layers), LIST.join(marks.roles)
    texts = (marks.version, marks.digest, marks.asked, marks.unit, marks.sheet, layers)
    for name, text in zip(
        HEAD, (*texts, marks.table, marks.period, roles, "1" if marks.counts else ""), strict=True
    ):
        yield name, text, ""
    for (key, role), place in marks.cells.items():
        yield key, role, place
    for (key, role), text in marks.given.items():
        yield key, GIVEN + role, text
    for key, text in marks.written.items():
        yield key, WRITTEN, text


def marks_of(rows: Iterable[Sequence[CellValue]]) -> Marks | None:
    """The marks that a hidden sheet holds; None where they are not whole."""
    texts = [[value if isinstance(value, str) else value.text for value in row] for row in rows]
    head = {row[0]: row[1] if len(row) > 1 else "" for row in texts[: len(HEAD)] if row}
    if head.get(MARK) is None or not {"digest", "asked", "sheet"} <= head.keys():
        return None
    cells: dict[tuple[str, str], str] = {}
    given: dict[tuple[str, str], str] = {}
    written: dict[str, str] = {}
    for key, role, text in (row[:3] for row in texts[len(HEAD) :] if len(row) > 2):
        if role == WRITTEN:
            written[key] = text
        elif role.startswith(GIVEN):
            given[key, role.removeprefix(GIVEN)] = text
        else:
            cells[key, role] = text
    lists = {name: tuple(each for each in head.get(name, "").split(LIST) if each) for name in HEAD}
    return Marks(
        head[MARK],
        head["digest"],
        head["asked"],
        head.get("unit", ""),
        head["sheet"],
        lists["layers"],
        cells,
        head.get("table", ""),
        head.get("period", ""),
        lists["roles"],
        given,
        written,
        bool(head.get("counts")),
    )
