"""From a plan to a document: facts into words, words into the template, lines into blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import Block, Bullet, Closing, Document, Inline, Paragraph, Run
from thidua_cli.document.environment import directive_finding
from thidua_cli.document.head import Head, head_of
from thidua_cli.document.layout import RANGES, Layout, outside_ranges
from thidua_cli.document.markup import Problem, parse
from thidua_cli.document.numbering import body_lines
from thidua_cli.document.prose import Prose
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.law.registers.document_types import NAMED_TYPE, document_types
from thidua_cli.plan.plan import PROSE_SECTIONS, Plan, walk_blocks
from thidua_cli.plan.references import REFERENCE

if TYPE_CHECKING:
    from thidua_cli.document.environment import Templates
    from thidua_cli.plan.loading import Loaded

GENERAL = "ke-hoach.j2"
END = "./."
END_MARKS = " .;/"


def compose(
    loaded: Loaded, templates: Templates, layout: Layout | None = None
) -> tuple[Document | None, list[Finding]]:
    """The document of a plan; `layout` replaces the plan's. Without a usable template: findings only."""
    plan = loaded.plan
    chosen = layout or Layout(size=14 if plan.document.layout.size == "14" else 13)
    findings = _layout_findings(loaded, chosen)
    name = _template(plan, templates)
    if name is None:
        span = loaded.span(("document", "type"))
        return None, [*findings, Finding("TD614", span, {"name": plan.document.type})]
    head = head_of(plan.document, plan.period.year)
    prose = Prose(loaded, templates, _values(plan, head))
    text, wrong = templates.guarded(name, lambda: _rendered(name, prose, templates))
    findings += prose.findings + wrong
    if text is None:
        return None, findings
    blocks, problems = parse(text)
    findings += _problem_findings(problems, name, templates)
    if not blocks:
        blank = [] if problems else [Finding("TD616", Span(templates.loader.shown(name), 1))]
        return None, findings + blank
    date = plan.document.date
    return Document(
        title=f"{head.type_name} {head.subject}",
        author=", ".join(head.issuers),
        blocks=with_end_mark(blocks),
        date=date.exact if date else None,
        layout=chosen,
    ), findings


def _problem_findings(problems: tuple[Problem, ...], name: str, templates: Templates) -> list[Finding]:
    """Lines that are no markup: at their template line where that can be told, else at the template."""
    unknown = [problem for problem in problems if problem.kind == "directive"]
    path = templates.loader.shown(name)
    found = templates.unknown_directives() if unknown else []
    if not found:
        found = [directive_finding(Span(path), problem.text[1:].split(" ")[0]) for problem in unknown]
    return found + [
        Finding("TD609", Span(path), {"line": problem.text[:120]}, problem.kind)
        for problem in problems
        if problem.kind != "directive"
    ]


def _layout_findings(loaded: Loaded, layout: Layout) -> list[Finding]:
    span = loaded.span(("document", "layout"))
    return [
        Finding(
            "TD610",
            span,
            {"value": str(getattr(layout, name)), "low": str(RANGES[name][0]), "high": str(RANGES[name][1])},
            name,
        )
        for name in outside_ranges(layout)
    ]


def _template(plan: Plan, templates: Templates) -> str | None:
    """The type's own template, else the general one where the type is laid out like a kế hoạch."""
    own = f"{plan.document.type}.j2"
    if "/" not in own and templates.has(own):  # the folders below hold parts of documents
        return own
    known = document_types().get(plan.document.type)
    return GENERAL if known and known.sample == NAMED_TYPE else None


def _values(plan: Plan, head: Head) -> dict[str, Any]:
    referenced = {
        found[1]
        for section in PROSE_SECTIONS
        for _, block in walk_blocks(getattr(plan, section), (section,))
        for found in REFERENCE.finditer(f"{block.heading or ''} {block.text or ''}")
    }
    return {
        "head": head,
        "plan": plan,
        "theme": plan.theme,
        "slogan": plan.slogan,
        "period": plan.period.text,
        "facts": {fact.id: fact for _, _, fact in plan.facts()},
        "sets": {base.id: base for base in plan.bases},
        "referenced": referenced,
    }


def _rendered(name: str, prose: Prose, templates: Templates) -> str:
    plan = prose.loaded.plan
    # The basis that the author's own words do not mention is printed line by line above them.
    basis = [
        prose.mention(citation.id) for citation in plan.basis if citation.id not in prose.values["referenced"]
    ]
    body = {
        "basis": basis,
        "opening": body_lines(plan.opening, ("opening",), prose, numbered=False),
        "outline": body_lines(plan.outline, ("outline",), prose),
        "closing": body_lines(plan.closing, ("closing",), prose, numbered=False),
    }
    return templates.render(name, {**prose.values, **body, "_prose": prose})


def with_end_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose last paragraph before the signatures ends with `./.`."""
    made = list(blocks)
    for index, block in enumerate(made):
        before = made[index - 1] if index else None
        if isinstance(block, Closing) and isinstance(before, Paragraph | Bullet):
            made[index - 1] = replace(before, runs=_ended(before.runs))
    return tuple(made)


def _ended(runs: Inline) -> Inline:
    *rest, last = runs or (Run(""),)
    return (*rest, replace(last, text=last.text.rstrip(END_MARKS)), Run(END))
