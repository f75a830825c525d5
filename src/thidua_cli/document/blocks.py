"""What an official document is made of: one tree between the templates and the writers.

The tree knows places and emphasis, not looks and not law: sizes, capitals of a component and rule lines
belong to the writer, the words to the templates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Title,
    Turn,
)
from thidua_cli.document.layout import Layout

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis; `marked` is a place that a person still has to fill in."""

    text: str
    bold: bool = False
    italic: bool = False
    marked: bool = False

    @property
    def printed(self) -> str:
        """The text as it is printed: a place to fill in stands in brackets."""
        return f"[{self.text}]" if self.marked else self.text


Inline = tuple[Run, ...]


def plain(inline: Inline) -> str:
    """The text of runs as printed, without their emphasis."""
    return "".join(run.printed for run in inline)


@dataclass(frozen=True, slots=True)
class Basis:
    """The legal basis, one line each, without final punctuation: the writer sets `;` and the last `.`."""

    lines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3 with its number as literal text; level 1 is written in capitals."""

    level: int
    runs: Inline


@dataclass(frozen=True, slots=True)
class Division:
    """A part, chapter or section (`Chương I`, `Mục 1`): its number and its title, centred (II.6.đ)."""

    number: str
    title: str
    level: Literal["phan", "chuong", "muc", "tieu-muc"] = "chuong"


@dataclass(frozen=True, slots=True)
class Article:
    """`Điều 1.` and what follows it on the line: its title, printed bold, or ordinary text (II.6.đ)."""

    number: str
    runs: Inline
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; a number such as `1.` is part of its text."""

    runs: Inline


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph that starts with `-` (level 1) or `+` (level 2)."""

    level: int
    runs: Inline


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data: header cells, rows of the same length, relative column widths (0 or none: measured).

    `numeric` are columns set to the right, `totals` rows printed bold (sums), `bands` rows whose first cell
    spans the table (the name of a group). `caption` tells a screen reader what the table is.
    """

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[int, ...] = ()
    numeric: frozenset[int] = frozenset()
    totals: frozenset[int] = frozenset()
    bands: frozenset[int] = frozenset()
    caption: str = ""


class Series(NamedTuple):
    """The figures of a chart under one name, one for each category; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with horizontal bars whose figures stay editable in Word.

    `places` are the decimals shown, `unit` follows each figure (`điểm`, `%`); `description` is for readers
    who do not see it.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    places: int = 0
    description: str = ""


Block = (
    Letterhead
    | Title
    | Enactment
    | Addressees
    | Basis
    | Heading
    | Division
    | Article
    | Paragraph
    | Bullet
    | Table
    | Chart
    | Closing
    | Appendix
    | Enclosure
    | Turn
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `title`, `author` and `date` go into the file's properties.

    `word` is its Word file where an office's own template has made it.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    date: date | None = None
    layout: Layout = field(default_factory=Layout)
    word: bytes | None = None
