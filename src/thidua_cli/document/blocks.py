"""What an official document is made of: one tree between the templates and the writers.

The tree knows places and emphasis, not looks and not law: sizes, capitals of a component and rule lines
belong to the writer, the words to the templates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.layout import Layout

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


Inline = tuple[Run, ...]


def plain(inline: Inline) -> str:
    """The text of runs, without their emphasis."""
    return "".join(run.text for run in inline)


class Body(NamedTuple):
    """An issuing body and those it belongs to, printed above it."""

    name: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1: left the issuing bodies, number and V/v line; right the nation, place and date.

    `about` is the V/v line of a công văn, `urgency` the stamp HỎA TỐC, THƯỢNG KHẨN or KHẨN; empty where none.
    """

    bodies: tuple[Body, ...]
    number: str = ""
    place_date: str = ""
    about: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Name of the document type and its subject, centred on the page."""

    kind: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Addressees:
    """`Kính gửi:` and whom the document is sent to."""

    names: tuple[str, ...]


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
    """A table of data: header cells, rows of the same length, relative column widths (empty: measured)."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[int, ...] = ()
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Signature:
    """Capacity and title lines, the signer's name, and an office held elsewhere, written above the name."""

    capacity: tuple[str, ...]
    name: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """`Nơi nhận:`, without final punctuation: the writer sets `;` and the `.` of the archive line."""

    names: tuple[str, ...]
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients and signatures; several signatures stand side by side above the recipients."""

    signatures: tuple[Signature, ...]
    recipients: Recipients = Recipients(())


@dataclass(frozen=True, slots=True)
class Appendix:
    """The head of an appendix: a new section whose pages count from 1."""

    name: str
    title: str = ""
    attached: str = ""
    landscape: bool = False


Block = Letterhead | Title | Addressees | Basis | Heading | Paragraph | Bullet | Table | Closing | Appendix


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `title`, `author` and `date` go into the file's properties."""

    title: str
    author: str
    blocks: tuple[Block, ...]
    date: date | None = None
    layout: Layout = field(default_factory=Layout)
