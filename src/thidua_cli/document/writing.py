"""Documents as files of the forms asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from thidua_cli.document.blocks import Document
    from thidua_cli.findings.finding import Finding

    Told = Callable[[Sequence[tuple[str, Document]]], Iterable[tuple[str, Document]]]

FORMS = ("docx", "html", "md", "pdf")


def files_of(
    documents: Sequence[tuple[str, Document]], forms: Collection[str], told: Told = iter
) -> tuple[dict[str, bytes], list[Finding]]:
    """The files of every named document, and what kept one from being made (TD640, TD641).

    The forms of one document follow one another in the order of `FORMS`; `told` tells of the progress.
    """
    word: dict[str, bytes] = {}
    made: dict[str, bytes] = {}
    for name, document in told(documents):
        for form in FORMS[:-1]:
            if form in forms:
                made[f"{name}.{form}"] = written(document, form)
        if "pdf" in forms:
            word[name] = made.get(f"{name}.docx") or written(document, "docx")
    if not word:
        return made, []
    from thidua_cli.document.pdf.writer import write_pdfs

    pages, findings = write_pdfs(word)
    made |= {f"{name}.pdf": content for name, content in pages.items()}
    names = [f"{name}.{form}" for name, _ in documents for form in FORMS]
    return {name: made[name] for name in names if name in made}, findings


def written(document: Document, form: str) -> bytes:
    """A document as the content of a file; only the writer of that form is loaded."""
    if form == "docx" and document.word is not None:
        return document.word
    if form == "docx":
        from thidua_cli.document.docx.writer import write_docx

        return write_docx(document)
    if form == "html":
        from thidua_cli.document.html.writer import write_html

        return write_html(document)
    from thidua_cli.document.markdown.writer import write_markdown

    return write_markdown(document)
