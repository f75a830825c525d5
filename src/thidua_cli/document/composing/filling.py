"""From a template and its values to a document: fill in, parse, report what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from thidua_cli.document.blocks import Article, Block, Bullet, Document, Inline, Paragraph, Run
from thidua_cli.document.components import Appendix, Closing, Enclosure, Turn
from thidua_cli.document.markup.lines import parse
from thidua_cli.document.templating.environment import directive_finding
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from thidua_cli.document.layout import Layout
    from thidua_cli.document.markup.problems import Problem
    from thidua_cli.document.templating.environment import Templates

END = "./."
END_MARKS = " .;/"


def fill(
    name: str,
    values: Mapping[str, Any],
    templates: Templates,
    *,
    title: str,
    author: str,
    date: date | None,
    layout: Layout,
) -> tuple[Document | None, list[Finding]]:
    """The document that a template makes of values; findings (TD601 to TD609, TD616) say what is wrong.

    `title`, `author` and `date` go into the file's properties.
    """
    blocks, findings = fill_blocks(name, lambda: values, templates)
    return (Document(title, author, blocks, date, layout) if blocks else None), findings


def fill_blocks(
    name: str, values: Callable[[], Mapping[str, Any]], templates: Templates
) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks of a template whose values are made by `values`, which may fill in templates of its own."""
    text, findings = templates.guarded(name, lambda: templates.render(name, values()))
    if text is None:
        return (), findings
    blocks, problems = parse(text)
    findings += _problem_findings(problems, name, templates)
    if not blocks and not problems:
        findings.append(Finding("TD616", Span(templates.loader.shown(name), 1)))
    return with_end_mark(blocks), findings


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


def with_end_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks whose last words before the signatures, and those of each annex, end with `./.`."""
    made = list(blocks)
    annexed, last = False, -1
    for index, block in enumerate(made):
        if isinstance(block, Closing) or (isinstance(block, Appendix | Enclosure) and annexed):
            _end(made, last)
        annexed = annexed or isinstance(block, Appendix | Enclosure)
        last = last if isinstance(block, Turn) else index
    if annexed:
        _end(made, last)
    return tuple(made)


def _end(blocks: list[Block], index: int) -> None:
    block = blocks[index] if index >= 0 else None
    if isinstance(block, Paragraph | Bullet | Article):
        blocks[index] = replace(block, runs=_ended(block.runs))


def _ended(runs: Inline) -> Inline:
    *rest, last = runs or (Run(""),)
    return (*rest, replace(last, text=last.text.rstrip(END_MARKS)), Run(END))
