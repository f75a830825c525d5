"""What stands around the body, ready to print: letterhead lines, number, date, signatures, recipients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.document_types import document_types
from thidua_cli.vietnamese.printed_dates import format_long
from thidua_cli.vietnamese.text import fold, lower_first, sentence_case

if TYPE_CHECKING:
    from thidua_cli.plan.letterhead import Archive, DocumentBlock, Issuer, Recipient, Signature

HARD_SPACE = "\u00a0"
BLANK_NUMBER = HARD_SPACE * 8  # room to write a number by hand; never dots
BLANK = HARD_SPACE * 5
COLLECTIVE = "TM."
END_MARKS = " .;,"
ABOUT = "V/v"


class IssuingBody(NamedTuple):
    """An issuing body, and the body above it where that is not the one named before."""

    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Lines above the signature, the name, and an office held elsewhere."""

    capacity: tuple[str, ...]
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Head:
    """The document block as templates see it; empty text where the plan says nothing."""

    type: str
    type_name: str
    subject: str
    about: str
    bodies: tuple[IssuingBody, ...]
    issuers: tuple[str, ...]
    number: str
    symbol: str
    number_line: str
    place_date: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    archive: str
    signers: tuple[Signer, ...]


def head_of(block: DocumentBlock, year: int | None = None) -> Head:
    """The printed form of a plan's document block (NĐ 30/2020, Phụ lục I, Mục II).

    `year` is that of the plan's period, for a draft without a date.
    """
    issuers = [block.issuer, *(other.issuer for other in block.co_issuers)]
    signatures = [block.signature, *(other.signature for other in block.co_issuers)]
    number, symbol = _number(block.number), block.symbol or _symbol(block)
    known = document_types().get(block.type)
    return Head(
        type=block.type,
        type_name=known.name if known else sentence_case(block.type.replace("-", " ")),
        subject=block.subject,
        about=_about(block.subject),
        bodies=_bodies(issuers),
        issuers=tuple(issuer.name for issuer in issuers),
        number=number,
        symbol=symbol,
        # A number given with its symbol (`04/KH-SCT`) is printed as it stands.
        number_line=f"Số: {number}" if "/" in number else f"Số: {number or BLANK_NUMBER}/{symbol}",
        place_date=_place_date(block, year),
        addressees=tuple(_bare(name) for name in block.addressees),
        recipients=tuple(_recipient(one) for one in block.recipients),
        archive=_archive(block.archive),
        signers=tuple(
            _signer(signature, issuer.name if len(issuers) > 1 else "")
            for signature, issuer in zip(signatures, issuers, strict=True)
        ),
    )


def _bodies(issuers: list[Issuer]) -> tuple[IssuingBody, ...]:
    bodies: list[IssuingBody] = []
    above = ""
    for issuer in issuers:
        parent = issuer.parent or ""
        bodies.append(IssuingBody(issuer.name, "" if parent == above else parent))
        above = parent or above
    return tuple(bodies)


def _begins(text: str, start: str) -> bool:
    return f"{fold(text)} ".startswith(f"{fold(start)} ")


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
    return subject if subject.startswith(ABOUT) else f"{ABOUT} {lower_first(subject)}"


def _place_date(block: DocumentBlock, year: int | None) -> str:
    place = f"{block.place}, " if block.place else ""
    if block.date is None:
        return f"{place}ngày{BLANK}tháng{BLANK}năm{f' {year}' if year else BLANK}"
    # A part left out becomes empty words between two spaces: room for the pen.
    return place + format_long(block.date).replace("      ", BLANK)


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


def _signer(signature: Signature, issuer: str) -> Signer:
    """Capacities in their order (II.7.b): `TM.` before the body, the others before the head's title.

    `issuer` is the body that signs with others: it is named below the first line (II.7).
    """
    lines: list[str] = []
    if COLLECTIVE in signature.capacity:
        body = signature.body or signature.title
        lines.append(f"{COLLECTIVE} {issuer if _begins(issuer, body) else body}")
    others = [mark for mark in signature.capacity if mark != COLLECTIVE]
    if signature.body or COLLECTIVE not in signature.capacity:
        lines.append(" ".join((*others, signature.title)))
    if signature.own_title:
        lines.append(signature.own_title)
    if issuer and fold(issuer) not in fold(" ".join(lines)):
        lines.insert(1, issuer)
    return Signer(tuple(lines), signature.name or "", signature.office or "")
