"""The documents of a report: from its facts, through a template, to blocks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.document.composing.filling import fill
from thidua_cli.document.composing.head import head_of
from thidua_cli.document.composing.signers import begins, signers_of_block
from thidua_cli.document.layout import layout_of
from thidua_cli.document.markup.values import shown
from thidua_cli.document.office.choosing import in_office_file
from thidua_cli.reporting.annexes import annexes_of
from thidua_cli.reporting.kinds import Kind
from thidua_cli.vietnamese.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.composing.prose import Prose
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.letterhead import DocumentBlock
    from thidua_cli.reporting.facts.report import ReportFacts
    from thidua_cli.reporting.facts.sheets import SelfScoreFacts

FOLDER = "ket-qua"
SUBJECT = f"{FOLDER}/trich-yeu.j2"
# What goes to the body above, at the head of its page (NĐ 30/2020, Phụ lục I, II.9).
UPWARD = frozenset({Kind.REPORT, Kind.SUBMISSION})
PROPOSING = frozenset({Kind.REPORT, Kind.ANNEXES})
# The type under which a document is registered; appendices and score sheets belong to a report.
TYPES = {Kind.NOTICE: "thong-bao", Kind.SUBMISSION: "to-trinh"}


def report_document(
    kind: Kind,
    facts: ReportFacts,
    prose: Prose,
    templates: Templates,
    issued: date | None,
    sheet: SelfScoreFacts | None = None,
) -> tuple[Document | None, list[Finding]]:
    """One document of a report; `sheet`: of a score sheet the unit's. Its number is blank, so is its day
    where none is named.
    """
    plan = prose.loaded.plan
    values = _values(kind, facts, prose, sheet)
    subject, findings = templates.guarded(SUBJECT, partial(templates.part, SUBJECT, values))
    if subject is None:
        return None, findings
    block = _block(plan.document, kind, shown(subject), issued)
    head = head_of(block, facts.period.last.year)
    values |= {"head": head, "signers": signers_of_block(block), "articles": ""}
    name = f"{FOLDER}/{kind}"
    document, faults = fill(
        f"{name}.j2",
        values,
        templates,
        title=f"{head.type_name} {head.subject}",
        author=", ".join(head.issuers),
        date=issued,
        layout=layout_of(plan.document.layout),
    )
    findings += faults
    if document is not None:
        document, faults = in_office_file(document, values, templates, name)
        findings += faults
    return document, findings


def _values(kind: Kind, facts: ReportFacts, prose: Prose, sheet: SelfScoreFacts | None) -> dict[str, Any]:
    annexes = annexes_of(facts, proposing=_proposing(kind, facts))
    return {
        **prose.values,
        "_prose": prose,
        "kind": kind.value,
        "report": facts,
        "sheet": sheet,
        "appended": annexes,
        "annex": {each.id: each.name for each in annexes},
    }


def _proposing(kind: Kind, facts: ReportFacts) -> bool:
    """Whether awards are asked for: a submission does, others do where the period ends with awards."""
    return kind is Kind.SUBMISSION or (kind in PROPOSING and facts.period.awards)


def _block(block: DocumentBlock, kind: Kind, subject: str, issued: date | None) -> DocumentBlock:
    """The document block of the plan with another type, subject and day, and without its number."""
    above = block.issuer.parent if kind in UPWARD else None
    day = PartialDate(issued.isoformat(), issued.year, issued.month, issued.day) if issued else None
    # The body above is no recipient beside itself, in full or without its place name.
    changed: Mapping[str, object] = {
        "type": TYPES.get(kind, Kind.REPORT.value),
        "number": None,
        "symbol": None,
        "date": day,
        "subject": subject,
        "addressees": [above] if above else [],
        "recipients": [one for one in block.recipients if not (above and begins(above, one.name))],
    }
    return block.model_copy(update=changed)
