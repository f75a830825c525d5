"""What stands around the body, ready to print: letterhead lines, number, date, signatures, recipients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.composing.signers import COLLECTIVE, Signer, begins, signers_of_block
from thidua_cli.law.registers.document_types import campaign_documents, document_types, kind_name, types_that
from thidua_cli.vietnamese.printed_dates import format_long
from thidua_cli.vietnamese.text import fold, lower_first, sentence_case

if TYPE_CHECKING:
    from thidua_cli.plan.letterhead import Archive, DocumentBlock, Issuer, Recipient

HARD_SPACE = "\u00a0"
NUMBER_LABEL = "Số: "
BLANK_NUMBER = HARD_SPACE * 8  # room to write a number by hand; never dots
BLANK = HARD_SPACE * 5
END_MARKS = " .;,"
ABOUT = "V/v"
# How a subject begins that says already that it is one.
LED = re.compile(r"(?:(?:v/v|về việc)\s*[:.]?\s+)+", re.IGNORECASE)
TWICE = re.compile(r"(?:về việc\s+)+(?=về việc\s)", re.IGNORECASE)
PROPOSED = "Theo đề nghị của"
PROPOSER = re.compile(rf"{PROPOSED}\s+", re.IGNORECASE)
OTHERWISE_PROPOSED = ("theo ", "xét ")
URGENCIES = {"khan": "Khẩn", "thuong-khan": "Thượng khẩn", "hoa-toc": "Hỏa tốc"}


class IssuingBody(NamedTuple):
    """An issuing body, and the body above it where that is not the one named before."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Head:
    """The document block as templates see it; empty text where the plan says nothing."""

    type: str
    type_name: str
    subject: str
    about: str
    bodies: tuple[IssuingBody, ...]
    issuers: tuple[str, ...]
    authority: str
    number: str
    symbol: str
    number_line: str
    place_date: str
    reference: str
    urgency: str
    address: str
    proposals: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    archive: str
    signers: tuple[Signer, ...]


def head_of(block: DocumentBlock, year: int | None = None) -> Head:
    """The printed form of a plan's document block (NĐ 30/2020, Phụ lục I, Mục II).

    `year` is that of the plan's period, for a draft without a date.
    """
    issuers = [block.issuer, *(other.issuer for other in block.co_issuers)]
    number, symbol = _number(block.number), block.symbol or _symbol(block)
    registered = _registered(block, number, symbol)
    date = _date(block, year)
    type_name = kind_name(block.type) or sentence_case(block.type.replace("-", " "))
    return Head(
        type=block.type,
        type_name=type_name,
        subject=TWICE.sub("", block.subject),
        about=_about(block.subject),
        bodies=_bodies(issuers),
        issuers=tuple(issuer.name for issuer in issuers),
        authority=_authority(block),
        number=number,
        symbol=symbol,
        number_line=f"{NUMBER_LABEL}{registered}" if registered else "",
        place_date=f"{block.place}, {date}" if block.place else date,
        reference=" ".join(
            (type_name, *((f"số {registered}",) if registered else ()), date, f"của {_sender(block)}")
        ),
        urgency=URGENCIES.get(block.urgency or "", ""),
        address=block.address or "",
        proposals=_proposals(block.proposals),
        addressees=tuple(_bare(name) for name in block.addressees),
        recipients=tuple(_recipient(one) for one in block.recipients),
        archive=_archive(block.archive),
        signers=signers_of_block(block),
    )


def _registered(block: DocumentBlock, number: str, symbol: str) -> str:
    """Number and symbol; a number given with its symbol (`04/KH-SCT`) stands as it is.

    What is no type of the decree has a number only where the plan gives one.
    """
    if block.type in campaign_documents() and not number:
        return ""
    return number if "/" in number else f"{number or BLANK_NUMBER}/{symbol}"


def _authority(block: DocumentBlock) -> str:
    """Who has the power to issue (Mẫu 1.1 and 1.2): the body that decides, else its head."""
    name, signature = block.issuer.name, block.signature
    if block.authority or signature is None:
        return block.authority or name
    if COLLECTIVE in signature.capacity:
        body = signature.body or name
        return name if begins(name, body) else body
    return signature.title if fold(name) in fold(signature.title) else f"{signature.title} {name}"


def _sender(block: DocumentBlock) -> str:
    return _authority(block) if block.type in types_that("decides") else block.issuer.name


def _date(block: DocumentBlock, year: int | None) -> str:
    if block.date is None:
        return f"ngày{BLANK}tháng{BLANK}năm{f' {year}' if year else BLANK}"
    # A part left out becomes empty words between two spaces: room for the pen.
    return format_long(block.date).replace("      ", BLANK)


def _bodies(issuers: list[Issuer]) -> tuple[IssuingBody, ...]:
    bodies: list[IssuingBody] = []
    above = ""
    for issuer in issuers:
        parent = issuer.parent or ""
        bodies.append(IssuingBody(issuer.name, "" if parent == above else parent))
        above = parent or above
    return tuple(bodies)


def _number(number: str | None) -> str:
    """Numbers below 10 take a leading zero (II.3.c)."""
    return f"{int(number):02d}" if number and number.isascii() and number.isdigit() else number or ""


def _symbol(block: DocumentBlock) -> str:
    """`KH-SCT` for a named type; `SCT-VP`, without an abbreviation of the type, for a công văn."""
    issuers = [block.issuer, *(other.issuer for other in block.co_issuers)]
    bodies = "-".join(_symbol_of(issuer) for issuer in issuers if issuer.symbol)
    known = document_types().get(block.type)
    if known and known.abbreviation:
        return "-".join(part for part in (known.abbreviation, bodies) if part)
    return "-".join(part for part in (bodies, block.issuer.unit) if part)


def _symbol_of(issuer: Issuer) -> str:
    return issuer.symbol or ""


def _about(subject: str) -> str:
    return f"{ABOUT} {lower_first(LED.sub('', subject, count=1))}"


def _proposals(given: list[str]) -> tuple[str, ...]:
    """Who proposes a decision, in one line; before it a line for each proposal that is led in otherwise."""
    texts = [PROPOSER.sub("", _bare(text), count=1) for text in given]
    led = [text for text in texts if fold(text).startswith(OTHERWISE_PROPOSED)]
    plain = [text for text in texts if text not in led]
    joined = " và ".join(filter(None, (", ".join(plain[:-1]), *plain[-1:])))
    return (*led, *((f"{PROPOSED} {joined}",) if plain else ()))


def _bare(text: str) -> str:
    return text.rstrip(END_MARKS)


def _recipient(one: Recipient) -> str:
    name = _bare(one.name)
    return f"{name} ({_bare(one.purpose).strip('()')})" if one.purpose else name


def _archive(archive: Archive | None) -> str:
    if archive is None:
        return ""
    copies = f" ({archive.copies.strip('()')})" if archive.copies else ""
    return f"Lưu: {', '.join(archive.units)}{copies}"
