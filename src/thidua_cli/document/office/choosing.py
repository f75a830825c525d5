"""Whether an office has a Word file of its own for a document; only then is what fills it in loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.document.templating.loader import Source


def in_office_file(
    document: Document, values: Mapping[str, Any], templates: Templates, name: str
) -> tuple[Document | None, list[Finding]]:
    """The document with the Word file that the templates' `NAME.docx` makes of it, where there is one.

    `values` are those its text was filled in with. None where that file cannot be filled in (TD604, TD605,
    TD630 to TD634, TD636), or is there but none that may be read (TD630); a part of the document that it
    leaves out is told (TD635).
    """
    wanted = f"{name}.docx"
    source = templates.loader.find(wanted)
    if source is None:
        overlooked = templates.loader.overlooked(wanted)
        return (None, [_not_taken(overlooked, wanted)]) if overlooked else (document, [])
    from thidua_cli.document.office.writing import write_office

    content, findings = write_office(source, document, values, templates)
    return (replace(document, word=content) if content is not None else None), findings


def _not_taken(source: Source, wanted: str) -> Finding:
    """Why what an office has of that name is not its Word file."""
    if source.path.name != wanted:
        return Finding("TD630", Span(source.shown, 0), {"name": wanted}, "letters")
    variant = "link" if source.path.is_symlink() else "folder"
    return Finding("TD630", Span(source.shown, 0), {"name": wanted}, variant)
