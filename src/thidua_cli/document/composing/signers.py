"""The lines above and below each signature (NĐ 30/2020, Phụ lục I, Mục II, 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua_cli.plan.letterhead import DocumentBlock, Signature
    from thidua_cli.plan.meeting import Meeting
    from thidua_cli.plan.person import Person
    from thidua_cli.plan.plan import Plan

COLLECTIVE = "TM."
SECRETARY, CHAIR = "Thư ký", "Chủ tọa"
HEAD_OF_BOARD, MEMBER_OF_BOARD = "Trưởng ban kiểm phiếu", "Thành viên"


@dataclass(frozen=True, slots=True)
class Signer:
    """Lines above the signature, the name, and an office held elsewhere."""

    capacity: tuple[str, ...]
    name: str
    office: str


def signers_of(plan: Plan) -> tuple[Signer, ...]:
    """Who signs: of minutes the secretary and the chair, or those who counted the votes; else as stated."""
    if plan.document.signature is None and plan.meeting:
        return _of_minutes(plan.meeting)
    if plan.document.signature is None and plan.parties:
        return tuple(_signer(party, party.unit, first=True) for party in plan.parties)
    return signers_of_block(plan.document)


def signers_of_block(block: DocumentBlock) -> tuple[Signer, ...]:
    """Who signs for the issuer, and for those who issue with it."""
    several = bool(block.co_issuers)
    return tuple(_signer(signature, issuer.name if several else "") for issuer, signature in block.signed)


def _of_minutes(meeting: Meeting) -> tuple[Signer, ...]:
    """Mẫu 1.9: the secretary left, the chair right."""
    if meeting.counting_board:
        roles = (HEAD_OF_BOARD, *[MEMBER_OF_BOARD] * len(meeting.counting_board))
        board = zip(roles, meeting.counting_board, strict=False)
        return tuple(Signer((person.title or role,), person.name, "") for role, person in board)
    signed: tuple[tuple[str, Person | None], ...] = ((SECRETARY, meeting.secretary), (CHAIR, meeting.chair))
    return tuple(Signer((role,), person.name, "") for role, person in signed if person)


def _signer(signature: Signature, issuer: str, *, first: bool = False) -> Signer:
    """Capacities in their order (II.7.b): `TM.` before the body, the others before the head's title.

    `issuer` is the body that signs with others: it is named below the first line, or above it (`first`).
    """
    lines: list[str] = []
    if COLLECTIVE in signature.capacity:
        body = signature.body or signature.title
        lines.append(f"{COLLECTIVE} {issuer if begins(issuer, body) else body}")
    others = [mark for mark in signature.capacity if mark != COLLECTIVE]
    if signature.body or COLLECTIVE not in signature.capacity:
        lines.append(" ".join((*others, signature.title)))
    if signature.own_title:
        lines.append(signature.own_title)
    if issuer and fold(issuer) not in fold(" ".join(lines)):
        lines.insert(0 if first else 1, issuer)
    return Signer(tuple(lines), signature.name or "", signature.office or "")


def begins(text: str, start: str) -> bool:
    """Whether a text begins with whole words of another, letters' case aside."""
    return f"{fold(text)} ".startswith(f"{fold(start)} ")
