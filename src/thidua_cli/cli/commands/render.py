"""`thidua render [PLAN…] --docx --html --md --pdf`: the official documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.documents import DOCX, HTML, MD, OUTPUT, PDF, chosen_target
from thidua_cli.cli.options.parameters import FORCE, OneOf

if TYPE_CHECKING:
    from collections.abc import Collection

    from thidua_cli.cli.render.plans import Plans
    from thidua_cli.document.blocks import Document
    from thidua_cli.repository.discovery import PlanFile

PATHS: Any = typer.Argument(None)
CONTEXT: Any = typer.Option(False, "--context")
FORMAT: Any = typer.Option(None, "--format", click_type=OneOf(("text", "json")))
WORD = ("docx", "pdf")  # the forms that are made of a Word file


def render(
    paths: list[str] = PATHS,
    docx: bool = DOCX,
    html: bool = HTML,
    md: bool = MD,
    pdf: bool = PDF,
    output: str = OUTPUT,
    force: bool = FORCE,
    context: bool = CONTEXT,
    format: str | None = FORMAT,
) -> int:
    """Write a document for every plan that can be read; what keeps one from being written is reported.

    With `context` write nothing, but list what templates have at hand for each plan.
    """
    if context:
        return _list_context(paths, docx or html or md or pdf, format or "text")
    if format is not None:
        raise typer.BadParameter(t("render.format_of_context"))
    target = chosen_target(output, docx=docx, html=html, md=md, pdf=pdf)
    from thidua_cli.cli.output.documents import put_documents
    from thidua_cli.cli.render.plans import composed_plans
    from thidua_cli.repository.names import output_names

    made = composed_plans(paths)
    written = _documents(made, target.forms)
    plans = [plan for plan, _ in written]
    documents = [document for _, document in written]
    named = list(zip(output_names(plans, ""), documents, strict=True))
    return put_documents(named, target, made.findings, force=force, inputs=made.inputs, read=made.read)


def _list_context(paths: list[str], writes: bool, format: str) -> int:
    if writes:
        raise typer.BadParameter(t("render.context_or_documents"))
    from thidua_cli.cli.render.context import tell_context
    from thidua_cli.cli.render.plans import composed_plans

    return tell_context(composed_plans(paths), format)


def _documents(plans: Plans, forms: Collection[str]) -> list[tuple[PlanFile, Document]]:
    """The documents, in an office's own Word file where it has one; its findings go to those of the plans."""
    from thidua_cli.document.office.choosing import in_office_file

    written: list[tuple[PlanFile, Document]] = []
    for plan, made in plans.made:
        document = made.document
        if document is not None and any(form in WORD for form in forms):
            kind: str = made.values["head"].type
            document, faults = in_office_file(document, made.values, plans.templates, kind)
            plans.findings.extend(faults)
        if document is not None:
            written.append((plan, document))
    return written
