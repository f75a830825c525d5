"""Setting fields: a tag that stands alone becomes paragraphs like its own, or a part of the document."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from thidua_cli.document.blocks import Run
from thidua_cli.document.fixed_words import DASH
from thidua_cli.document.office.assembly import FIELD_TAG, Asked
from thidua_cli.document.office.fields import Blocks, Lines
from thidua_cli.document.office.lines import shows_nothing
from thidua_cli.document.office.looks import run_like
from thidua_cli.document.office.namespaces import NUMBERING, PARAGRAPH, PARAGRAPH_LOOK, SECTION
from thidua_cli.document.office.script import shell_of
from thidua_cli.document.ooxml.elements import remove
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.document.blocks import Inline
    from thidua_cli.document.ooxml.elements import Element


class BlockSetter(Protocol):
    """Sets a part of the document before a paragraph."""

    def place(self, blocks: Blocks, before: Element) -> str:
        """Put the blocks there; a variant of TD633 where they may not stand there, else nothing."""
        ...


def set_fields(
    asked: Iterable[Asked], fields: Mapping[str, Blocks | Lines], setter: BlockSetter, path: str
) -> list[Finding]:
    """Set every field; one that cannot stand where it does is left out and reported, once for each place."""
    findings: dict[tuple[str, str], Finding] = {}
    for one in asked:
        field, paragraph = fields[one.name], _paragraph_of(one.mark)
        alone = shows_nothing(paragraph, FIELD_TAG) and len(list(paragraph.iter(FIELD_TAG))) == 1
        wrong = ""
        if isinstance(field, Lines):
            if alone:
                _list(field, one, paragraph)
            else:
                _within(field, one)
                continue
        else:
            wrong = setter.place(field, paragraph) if alone else "beside"
        if wrong:
            finding = Finding(
                "TD633", one.spot.span(path), {"name": one.name}, wrong, excerpt=(one.spot.text,)
            )
            findings.setdefault((one.spot.address, one.name), finding)
        remove(one.mark)
        if alone:
            _drop(paragraph)
    return list(findings.values())


def _paragraph_of(mark: Element) -> Element:
    return next(mark.iterancestors(PARAGRAPH))


def _list(field: Lines, one: Asked, paragraph: Element) -> None:
    """The lines of a list as paragraphs like that of the tag, without our dashes where Word sets them."""
    look = deepcopy(paragraph.find(PARAGRAPH_LOOK))
    numbered = look is not None and look.find(NUMBERING) is not None
    if look is not None and (section := look.find(SECTION)) is not None:
        look.remove(section)
    for line in field.lines:
        made = shell_of(paragraph)
        if look is not None:
            made.append(deepcopy(look))
        made.extend(run_like(one.look, run) for run in (_undashed(line) if numbered else line))
        paragraph.addprevious(made)


def _undashed(line: Inline) -> Inline:
    first = line[0] if line else Run("")
    return (replace(first, text=first.text.removeprefix(DASH)), *line[1:])


def _within(field: Lines, one: Asked) -> None:
    """A list in the midst of a text: its items with commas."""
    one.mark.addprevious(run_like(one.look, Run(", ".join(field))))
    remove(one.mark)


def _drop(paragraph: Element) -> None:
    """Take the paragraph of a tag away, unless a section ends with it."""
    look = paragraph.find(PARAGRAPH_LOOK)
    if look is None or look.find(SECTION) is None:
        remove(paragraph)
