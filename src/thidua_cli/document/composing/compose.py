"""From a plan to a document: facts into words, words into the template, lines into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.document.blocks import Document
from thidua_cli.document.composing.annexes import appendices_of, enclosures_of
from thidua_cli.document.composing.body import Body
from thidua_cli.document.composing.filling import fill_blocks
from thidua_cli.document.composing.head import Head, head_of
from thidua_cli.document.composing.plan_values import plan_values
from thidua_cli.document.composing.prose import Prose
from thidua_cli.document.composing.signers import signers_of
from thidua_cli.document.layout import layout_findings, layout_of
from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.document_types import NAMED_TYPE, document_type
from thidua_cli.plan.plan import Plan, bodies, walk_blocks
from thidua_cli.plan.references import REFERENCE
from thidua_cli.vietnamese.numbers import format_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.layout import Layout
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.plan.data_tables.printed import PrintedTable
    from thidua_cli.plan.loading import Loaded

GENERAL = "ke-hoach.j2"


class Composed(NamedTuple):
    """A document, None where its template is wrong, and the values that the template was filled in with."""

    document: Document | None
    values: Mapping[str, Any]


def compose(
    loaded: Loaded, templates: Templates, layout: Layout | None = None
) -> tuple[Document | None, list[Finding]]:
    """The document of a plan; as `composed`."""
    made, findings = composed(loaded, templates, layout)
    return made.document if made else None, findings


def composed(
    loaded: Loaded, templates: Templates, layout: Layout | None = None
) -> tuple[Composed | None, list[Finding]]:
    """The document of a plan and its values; without a usable template: findings only.

    `layout` replaces the plan's.
    """
    plan = loaded.plan
    chosen = layout or layout_of(plan.document.layout)
    findings = layout_findings(loaded, chosen)
    name = _template(plan, templates)
    if name is None:
        span = loaded.span(("document", "type"))
        return None, [*findings, Finding("TD614", span, {"name": plan.document.type})]
    tables, unreadable = loaded.tables
    if any(table.id not in tables for table in plan.tables):  # a list that is not there is missed too late
        return None, [*findings, *unreadable]
    head = head_of(plan.document, plan.period.year)
    prose = Prose(loaded, templates, _values(plan, head), _computed(tables))
    values: dict[str, Any] = {}

    def filled() -> Mapping[str, Any]:
        values.update(_with_body(prose, tables))
        return values

    blocks, faults = fill_blocks(name, filled, templates)
    findings += [*unreadable, *prose.findings, *faults]
    if not blocks:
        return Composed(None, values), findings
    date = plan.document.date
    document = Document(
        title=f"{head.type_name} {head.subject}",
        author=", ".join(head.issuers),
        blocks=blocks,
        date=date.exact if date else None,
        layout=chosen,
    )
    return Composed(document, values), findings


def _template(plan: Plan, templates: Templates) -> str | None:
    """The type's own template, else the general one where the type is laid out like a kế hoạch."""
    own = f"{plan.document.type}.j2"
    if "/" not in own and templates.has(own):  # the folders below hold parts of documents
        return own
    known = document_type(plan.document.type)
    general = (known and known.sample == NAMED_TYPE) or templates.has(f"{plan.document.type}.docx")
    return GENERAL if general else None


def _computed(tables: Mapping[str, PrintedTable]) -> dict[str, dict[str, str]]:
    """What the text may say of a table, by its id: `{danh-sach.count}`, `{danh-sach.total}`."""
    return {
        ident: {"count": format_count(table.count), "total": table.total} for ident, table in tables.items()
    }


def _values(plan: Plan, head: Head) -> dict[str, Any]:
    referenced = {
        found[1]
        for path, blocks in bodies(plan)
        for _, block in walk_blocks(blocks, path)
        for found in REFERENCE.finditer(f"{block.heading or ''} {block.text or ''}")
    }
    return {
        **plan_values(plan),
        "head": head,
        "signers": signers_of(plan),
        "meeting": plan.meeting,
        "parties": plan.parties,
        "referenced": referenced,
    }


def _with_body(prose: Prose, tables: Mapping[str, PrintedTable]) -> dict[str, Any]:
    """The values of the template, the words of the body among them, in the order of the document."""
    plan, body = prose.loaded.plan, Body(prose, tables)
    # The basis that the author's own words do not mention is printed line by line above them.
    basis = [
        prose.mention(citation.id, formal=True)
        for citation in plan.basis
        if citation.id not in prose.values["referenced"]
    ]
    opening = body.lines(plan.opening, ("opening",), numbering="none")
    outline = body.lines(plan.outline, ("outline",), plan.document.type, plan.numbering)
    closing = body.lines(plan.closing, ("closing",), numbering="none")
    return {
        **prose.values,
        "_prose": prose,
        "basis": basis,
        "opening": opening,
        "outline": outline,
        "closing": closing,
        "articles": body.articles,
        "enclosures": enclosures_of(prose, tables),
        "appendices": appendices_of(prose, tables),
    }
