"""Page numbers: on which pages they stand, where, and from what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.elements import child_of, write
from thidua_cli.conformance.mending.menders.pages import sections_of
from thidua_cli.document.ooxml.elements import node, remove
from thidua_cli.document.ooxml.names import R, W
from thidua_cli.document.ooxml.order import insert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.model.word_file import HeaderKind, Section
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check
    from thidua_cli.document.ooxml.elements import Element

FONT = "Times New Roman"
HALF_POINTS = 28
FIELD = "PAGE"


def hide_on_first(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """A first page with a header of its own, which is blank; the number goes from one that is not."""
    first = draft.case.word.sections[0]
    lines = [deviation.line for deviation in deviations if deviation.line is not None]
    if first.first_differs:
        for line in lines:
            _remove_number(line)
    elif first.element is not None and all(_is_number(line) for line in _of_all_pages(first)):
        child_of(first.element, "titlePg")


def set_arabic(_: Draft, __: Check, deviations: Sequence[Deviation]) -> None:
    """Counted in Arabic figures from 1."""
    for section in sections_of(deviations):
        write(section.element, "pgNumType", {"fmt": None, "start": None})


def restart(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """Counted from 1 in the section that an appendix begins."""
    begun = {deviation.line.place.section for deviation in deviations if deviation.line is not None}
    for section in draft.case.word.sections:
        if section.number in begun and section.element is not None:
            write(section.element, "pgNumType", {"start": "1"})


def add(draft: Draft, _: Check, __: Sequence[Deviation]) -> None:
    """A number in the middle of the header of every page but the first, above what stands there."""
    first = draft.case.word.sections[0]
    kinds: tuple[HeaderKind, ...] = ("default", "even") if draft.case.word.even_differs else ("default",)
    for kind in kinds:
        if first.element is None:
            return
        lines = first.headers.get(kind, ())
        if not any(FIELD in line.fields for line in lines):
            _header(draft, first, kind).insert(0, _numbered())
    child_of(first.element, "titlePg")


def _header(draft: Draft, section: Section, kind: HeaderKind) -> Element:
    """The root of a header of a section, made where it has none."""
    lines = section.headers.get(kind, ())
    if lines:
        root: Element = lines[0].element.getroottree().getroot()
        return root
    identity, header = draft.package.add_header(section.element.getroottree().getroot())
    insert(section.element, _reference(kind, identity))
    return header


def move_to_header(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """The number out of the footer; where the pages have no header it stands in a new one."""
    for deviation in deviations:
        if deviation.line is not None:
            _remove_number(deviation.line)
    add(draft, check, deviations)


def _of_all_pages(section: Section) -> Iterator[Line]:
    """What the pages of a section have above and below."""
    for stories in (section.headers, section.footers):
        yield from (line for line in stories.get("default", ()) if not line.blank or line.fields)


def _is_number(line: Line) -> bool:
    """Whether a line holds a page number and nothing else."""
    return FIELD in line.fields and not any(map(str.isalpha, line.text))


def _remove_number(line: Line) -> None:
    """Empty a line that is nothing but a page number."""
    if _is_number(line) and line.element is not None:
        for child in list(line.element):
            if child.tag != f"{W}pPr":
                remove(child)


def _numbered() -> Element:
    """A centred paragraph with the number of the page."""
    look = node(
        "rPr",
        node("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT),
        node("sz", val=HALF_POINTS),
        node("szCs", val=HALF_POINTS),
    )
    number = node("t")
    number.text = "2"
    field = node("fldSimple", node("r", look, number), instr=f" {FIELD} ")
    centred = node("pPr", node("spacing", before=0, after=0), node("ind", left=0, firstLine=0))
    centred.append(node("jc", val="center"))
    return node("p", centred, field)


def _reference(kind: HeaderKind, identity: str) -> Element:
    reference = node("headerReference", type=kind)
    reference.set(f"{R}id", identity)
    return reference
