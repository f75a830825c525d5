"""The components that frame an official document: head, title, signatures, annexes (Phụ lục I, Mục II)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Body(NamedTuple):
    """An issuing body and those it belongs to, printed above it."""

    name: str
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1: left the issuing bodies, number and V/v line; right the nation, place and date.

    `about` is the V/v line of a công văn, `urgency` the stamp HỎA TỐC, THƯỢNG KHẨN or KHẨN, `address` the
    line at the foot of page 1 (Phụ lục I, III.4); empty where none. Minutes have no `place_date`.
    """

    bodies: tuple[Body, ...]
    number: str = ""
    place_date: str = ""
    about: str = ""
    urgency: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Name of the document type and its subject, centred on the page.

    `attached` is the line `(Kèm theo Quyết định số …)` of a document that another one issues (Mẫu 1.3).
    """

    kind: str
    subject: str = ""
    attached: str = ""


@dataclass(frozen=True, slots=True)
class Enactment:
    """A centred line of a decision: who has the power to issue it, or `QUYẾT ĐỊNH:` (Mẫu 1.1 to 1.3)."""

    text: str


@dataclass(frozen=True, slots=True)
class Addressees:
    """`Kính gửi:` and whom the document is sent to."""

    names: tuple[str, ...]


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
    """Recipients and signatures; two or more signatures stand side by side above the recipients."""

    signatures: tuple[Signature, ...]
    recipients: Recipients = Recipients(())


@dataclass(frozen=True, slots=True)
class Appendix:
    """The head of an appendix: a new section whose pages count from 1."""

    name: str
    title: str = ""
    attached: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Here begins a document that the one before it issues: a new section, pages from 1 (Mẫu 1.3).

    A letterhead without number and date follows, then a title whose `attached` names the decision.
    """


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on the pages of the same document lie (`landscape`) or stand; their numbers run on (I.2)."""

    landscape: bool
