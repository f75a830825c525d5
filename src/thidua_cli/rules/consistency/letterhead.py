"""Type, addressees, signature and archive line, by Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Severity
from thidua_cli.law.registers.document_types import LETTER, document_type, document_types
from thidua_cli.rules.consistency.decree import RECIPIENTS, SIGNATURE, TYPES, decree
from thidua_cli.rules.consistency.document_kinds import is_registered
from thidua_cli.vietnamese.text import fold, nearest, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.letterhead import Signature
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.source.nodes import Path

TO_SOMEBODY = {LETTER: "TD276", "to-trinh": "TD293"}
CLERICAL_OFFICE = "VT"
# What a recipient is called that is the archive line written among the recipients.
ARCHIVED = re.compile(r"[-–\s]*lưu(?:\s*:|\s+(?:vt|hs|vp|văn thư|hồ sơ|văn phòng)\b|$)")
# Degrees and honours, short and in full; ranks of the armed forces are allowed before a name.
HONOURS = re.compile(
    r"(?:(?:pgs|gs|tskh|ts|ths|cn|ks|bs|ds|bscki{1,2}|ngnd|ngưt|ttnd|ttưt|nsnd|nsưt"
    r"|(?:phó )?giáo sư|tiến sĩ|thạc sĩ|cử nhân|kỹ sư|bác sĩ|dược sĩ"
    r"|(?:nhà giáo|thầy thuốc|nghệ sĩ) (?:nhân dân|ưu tú))(?=[.,\s])[.,]*\s*)+"
)
DEPUTIES = ("phó", "thứ")


def unknown_type(loaded: Loaded) -> Iterator[Finding]:
    """TD273: not one of the types of administrative documents."""
    stated, types = loaded.plan.document.type, document_types()
    if document_type(stated):
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
    """TD276, TD293: an official letter (công văn), or a submission (tờ trình), without addressees."""
    document = loaded.plan.document
    code = TO_SOMEBODY.get(document.type)
    if code and not document.addressees:
        yield Finding(code, loaded.span(("document", "type")), basis=decree(loaded.plan, RECIPIENTS))


def needless_addressees(loaded: Loaded) -> Iterator[Finding]:
    """TD292: `Kính gửi` on a document that has none (II.9.a)."""
    document = loaded.plan.document
    known = document_type(document.type)
    if document.addressees and known and "addressed" not in known.traits:
        span, basis = loaded.span(("document", "addressees")), decree(loaded.plan, RECIPIENTS)
        yield Finding("TD292", span, {"type": known.name.lower()}, basis=basis)


def capacity_mismatch(loaded: Loaded) -> Iterator[Finding]:
    """TD277: the signing capacity and the lines below it do not belong together."""
    for path, signature in _signatures(loaded.plan):
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


def _signatures(plan: Plan) -> Iterator[tuple[Path, Signature]]:
    if plan.document.signature:
        yield ("document", "signature"), plan.document.signature
    for index, other in enumerate(plan.document.co_issuers):
        yield ("document", "co_issuers", index, "signature"), other.signature
    for index, party in enumerate(plan.parties):
        yield ("parties", index), party


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
    if (document.recipients and document.archive) or not is_registered(loaded.plan):
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


def archived_among_recipients(loaded: Loaded) -> Iterator[Finding]:
    """TD298: the archive line written as a recipient, where it is printed twice or wrongly."""
    document = loaded.plan.document
    for index, one in enumerate(document.recipients):
        if ARCHIVED.match(fold(one.name)):
            span = loaded.span(("document", "recipients", index))
            variant = "twice" if document.archive else ""
            yield Finding("TD298", span, {"text": one.name}, variant, basis=decree(loaded.plan, RECIPIENTS))


def honour_before_name(loaded: Loaded) -> Iterator[Finding]:
    """TD297: a degree or an honour before the name of a signer (II.7.c), which some bodies may write."""
    for path, signature in _signatures(loaded.plan):
        found = HONOURS.match(fold(signature.name or ""))
        if found and signature.name:
            values = {"text": signature.name[: found.end()].rstrip(), "name": signature.name}
            span, basis = loaded.span((*path, "name")), decree(loaded.plan, SIGNATURE)
            yield Finding("TD297", span, values, basis=basis)
