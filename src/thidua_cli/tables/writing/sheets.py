"""What a sheet holds, told once for every form in which tables are handed on.

columns = (
    Column("STT", Kind.WHOLE),
    Column("Đơn vị"),
    Column("Kinh tế", Kind.NUMBER, places=2, over="Điểm"),
    Column("Xã hội", Kind.NUMBER, places=2, over="Điểm"),
    Column("Tiền thưởng (đồng)", Kind.MONEY),
)
sheet = Sheet("Kết quả", columns, rows, titles=("KẾT QUẢ CHẤM ĐIỂM",), total=(None, "Cộng", None, None, 9))
content = write_workbook([sheet], "Kết quả chấm điểm")  # tables/writing/workbook_writer.py
text = "".join(markdown_of(sheet))  # tables/writing/markdown.py
lines = csv_of(sheet)  # tables/writing/delimited.py
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A percentage is given as people say it: Decimal("14.57") is 14,57%. None is a cell left blank.
Content = str | int | Decimal | date | None


class Kind(Enum):
    """What a column holds, which decides how it is aligned and how its numbers are shown."""

    TEXT = auto()
    CENTRED = auto()  # a mark, a code, a place in an order
    WHOLE = auto()
    NUMBER = auto()
    PERCENT = auto()
    MONEY = auto()  # whole đồng
    DATE = auto()


NUMERIC = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.PERCENT, Kind.MONEY})


class Column(NamedTuple):
    """A column. `places`: decimals always shown; a number that has more of them shows them all.

    `over`: a heading above, shared by the columns side by side that give the same one. `most`: the widest
    it may become, in characters, before its text wraps.
    """

    heading: str
    kind: Kind = Kind.TEXT
    places: int = 0
    over: str = ""
    most: int = 44


class Band(NamedTuple):
    """A line across the table that heads the rows below it: the name of a cluster."""

    text: str


class Subtotal(NamedTuple):
    """A row that sums up those above it, shown strong."""

    cells: Sequence[Content]


class Signature(NamedTuple):
    """A place for a signature: where and when (may be empty), in whose name, how."""

    place: str
    party: str
    note: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `rows` is gone through once; every row is as wide as `columns`.

    `titles` stand above the table, the first as its heading; `notes` below it. `total` is the last row,
    shown strong. `fixed`: columns at the left that stay in view, and repeat where a page has no room for all.
    `signatures` stand side by side below all, on paper only. A text stays a text, whatever it looks like: no
    sheet ever holds a formula.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Content] | Band | Subtotal]
    titles: Sequence[str] = ()
    notes: Sequence[str] = ()
    total: Sequence[Content] | None = None
    fixed: int = 0
    signatures: Sequence[Signature] = ()


def shown(content: Content, column: Column) -> str:
    """A cell as a Vietnamese reader sees it: `1.234,50`, `14,57%`, `05/09/2025`."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, date):
        return format_short(content)
    text = format_number(content, places_of(content, column))
    return f"{text}%" if column.kind is Kind.PERCENT else text


def places_of(content: int | Decimal, column: Column) -> int:
    """The decimals of a number: the column's, or all its own where it has more."""
    if isinstance(content, int):
        return column.places
    _, _, decimals = format(content, "f").partition(".")
    return max(column.places, len(decimals.rstrip("0")))


def full_heading(column: Column) -> str:
    """A heading with the one above it: `Điểm: Kinh tế`."""
    return f"{column.over}: {column.heading}" if column.over else column.heading


def spans_of(columns: Sequence[Column], breaks: Sequence[int] = ()) -> list[tuple[str, int, int]]:
    """The headings above: (heading, first column, last column), the empty one of a column without.

    A heading begins anew at the columns of `breaks`, where a page ends.
    """
    spans: list[tuple[str, int, int]] = []
    for index, column in enumerate(columns):
        if column.over and index not in breaks and spans and spans[-1][0] == column.over:
            spans[-1] = (column.over, spans[-1][1], index)
        else:
            spans.append((column.over, index, index))
    return spans
