"""Type, addressees, signature and archive line, by Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Severity
from thidua_cli.law.registers.document_types import document_types
from thidua_cli.rules.consistency.decree import RECIPIENTS, SIGNATURE, TYPES, decree
from thidua_cli.vietnamese.text import fold, nearest, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.letterhead import Signature
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path

OFFICIAL_LETTER = "cong-van"
CLERICAL_OFFICE = "VT"
DEPUTIES = ("phó", "thứ")


def unknown_type(loaded: Loaded) -> Iterator[Finding]:
    """TD273: not one of the types of administrative documents."""
    stated, types = loaded.plan.document.type, document_types()
    if stated in types:
        return
    span, basis = loaded.span(("document", "type")), decree(loaded.plan, TYPES)
    same = next((ident for ident, known in types.items() if stated in (known.name, known.abbreviation)), None)
    same = same or (slug(stated) if slug(stated) in types else None)
    near = [same] if same else nearest(stated, types)
    if near:
        values = {"type": stated, "nearest": near[0], "name": types[near[0]].name}
        fix = Fix(span, near[0], safe=same is not None)
        yield Finding("TD273", span, values, "near", basis=basis, fix=fix)
    else:
        yield Finding("TD273", span, {"type": stated}, basis=basis)


def letter_to_nobody(loaded: Loaded) -> Iterator[Finding]:
    """TD276: an official letter (công văn) without addressees."""
    document = loaded.plan.document
    if document.type == OFFICIAL_LETTER and not document.addressees:
        yield Finding("TD276", loaded.span(("document", "type")), basis=decree(loaded.plan, RECIPIENTS))


def capacity_mismatch(loaded: Loaded) -> Iterator[Finding]:
    """TD277: the signing capacity and the lines below it do not belong together."""
    document, _basis = loaded.plan.document, decree(loaded.plan, SIGNATURE)
    signatures: list[tuple[Path, Signature]] = [(("document", "signature"), document.signature)]
    for index, other in enumerate(document.co_issuers):
        signatures.append((("document", "co_issuers", index, "signature"), other.signature))
    for path, signature in signatures:
        for variant, key in _mismatches(signature):
            values = {
                "capacity": " ".join(signature.capacity),
                "title": signature.title,
                "own_title": signature.own_title or "",
                "body": signature.body or "",
            }
            yield Finding(
                "TD277", loaded.span((*path, key)), values, variant, basis=decree(loaded.plan, SIGNATURE)
            )


def _mismatches(signature: Signature) -> Iterator[tuple[str, str]]:
    """What is wrong, and the key at which it shows."""
    capacity, own_title = set(signature.capacity), signature.own_title
    if {"Q.", "KT."} <= capacity:
        yield "acting-deputy", "capacity"
    if "TM." in capacity and signature.body is None:
        yield "no-body", "capacity"
    if "TM." not in capacity and signature.body is not None:
        yield "needless-body", "body"
    by_another = capacity & {"KT.", "TL.", "TUQ."}
    if by_another and own_title is None:
        yield "no-own-title", "capacity"
    elif "KT." in capacity and own_title and not fold(own_title).startswith(DEPUTIES):
        yield "not-deputy", "own_title"
    elif own_title and not by_another:
        yield "needless-own-title", "own_title"


def nobody_receives(loaded: Loaded) -> Iterator[Finding]:
    """TD279: no recipients below the text, no archive line, or neither.

    What is addressed to somebody prints `Như trên` and may go to nobody else.
    """
    document = loaded.plan.document
    if document.recipients and document.archive:
        return
    basis, below = decree(loaded.plan, RECIPIENTS), bool(document.recipients or document.addressees)
    if document.archive is None:
        span = loaded.span(("document", "recipients"))
        yield Finding("TD279", span, variant="archive" if below else "", basis=basis)
    else:
        span, variant = loaded.span(("document", "archive")), "as-above" if below else "recipients"
        yield Finding("TD279", span, {}, variant, Severity.INFO if below else None, basis=basis)


def archive_without_clerks(loaded: Loaded) -> Iterator[Finding]:
    """TD278: the archive line does not begin with VT, the clerical office."""
    archive = loaded.plan.document.archive
    if archive and archive.units[0] != CLERICAL_OFFICE:
        units = ", ".join(unit for unit in archive.units if unit != CLERICAL_OFFICE)
        span = loaded.span(("document", "archive", "units", 0))
        values = {"first": archive.units[0], "units": units}
        yield Finding("TD278", span, values, basis=decree(loaded.plan, RECIPIENTS))
