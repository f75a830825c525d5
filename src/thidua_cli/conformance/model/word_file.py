"""The whole of a Word file: sections with their paper and headers, lines in reading order, tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.model.lines import Line

HeaderKind = Literal["default", "first", "even"]
# What a reader can meet and not read, or what makes a file something else than a document to judge.
Trait = Literal[
    "tracked-changes",
    "comments",
    "macros",
    "embedded-objects",
    "alternative-chunks",
    "protected",
    "pictures-only",
    "signed",
]


class Table(NamedTuple):
    """A table: its number, width (None where automatic), and whether it shows borders and so holds data.

    Tables of the body and its text boxes are numbered from 1 as they begin. `header_rows` are the first rows
    that repeat. `level` 1 stands in no other table. `bordered`: at least half of its cells show two borders.
    """

    number: int
    section: int
    rows: int
    columns: int
    width: int | None
    bordered: bool
    header_rows: int
    level: int
    element: Any = None


@dataclass(frozen=True, slots=True)
class Section:
    """Paper and margins in twips, and the lines of its headers and footers (linked ones resolved).

    Sections are numbered from 1. A kind of header that no section has defined so far is absent: blank. The
    kinds apply where `first_differs`, or the file's `even_differs`, say so. `unread` names the fields
    (`width`, `left`) of which the file states what is no length; they hold what Word takes where nothing is
    stated.
    """

    number: int
    width: int
    height: int
    landscape: bool
    top: int
    bottom: int
    left: int
    right: int
    gutter: int = 0
    columns: int = 1
    first_differs: bool = False
    restarts_at: int | None = None
    number_format: str = "decimal"
    starts: str = "nextPage"
    headers: Mapping[HeaderKind, tuple[Line, ...]] = field(default_factory=dict)
    footers: Mapping[HeaderKind, tuple[Line, ...]] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    element: Any = None


@dataclass(frozen=True, slots=True)
class WordFile:
    """What a .docx holds. `lines` are body, tables and text boxes in reading order.

    `comments` are texts with the index in `lines` of the line they begin at, -1 where that is elsewhere.
    `unread` names the parts that could not be read; `language` is that of the default style; `even_differs`
    says that even pages have headers of their own. `compatibility` is the mode of Word (15: the present one),
    None where not stated.
    """

    shown: str
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    comments: tuple[tuple[str, int], ...] = ()
    traits: frozenset[Trait] = frozenset()
    unread: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""
    compatibility: int | None = None
    even_differs: bool = False
