"""Alignment, indents and distances of the paragraphs that deviate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.cascade import PARAGRAPH, Change, Target, apply
from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.document.ooxml.elements import remove
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

SINGLE = 240
TOUCHED = {
    f"{W}{name}" for name in ("pPr", "r", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")
}
# What an indent may be stated by beside what is written.
OTHER_INDENTS: Mapping[str, str | None] = dict.fromkeys(
    ("start", "end", "hanging", "firstLineChars", "hangingChars", "leftChars", "rightChars", "startChars")
)
FLUSH_LEFT = "flush-left"


def set_alignment(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """In the middle, or at the left edge where that is asked for, without indents.

    What stands below another component in its middle needs that to be in the middle as well.
    """
    align = "left" if check.kind == FLUSH_LEFT else "center"
    lines = _lines(deviations)
    if "under" in check.options:
        over = draft.case.of((Component(check.options["under"]),))
        lines += [found.line for found in over if found.line.align != align]
    apply(draft, _targets(lines), Change(PARAGRAPH, "jc", {"val": align}))
    indented = [line for line in lines if line.left or line.right or line.first]
    apply(draft, _targets(indented), _indents(left=0, right=0, first=0))


def set_justified(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """Both edges straight."""
    apply(draft, _targets(_lines(deviations)), Change(PARAGRAPH, "jc", {"val": "both"}))


def set_first_line(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """The first line set in by the nearest of the distances allowed, the other lines at the margin."""
    wanted: dict[int, list[Line]] = {}
    for line in _lines(deviations):
        start = line.left + line.first
        _, nearest = min((abs(at - start), at) for at in check.options["at"])
        wanted.setdefault(nearest, []).append(line)
    for distance, lines in wanted.items():
        apply(draft, _targets(lines), _indents(left=0, first=distance))


def set_paragraph_gap(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """The least distance above each paragraph that stands too near to the one before it."""
    lines = _lines(deviations)
    apply(draft, _targets(lines), _spacing(before=check.options["least"]))
    apply(draft, _targets(line for line in lines if line.contextual), _no_contextual())


def set_line_spacing(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """Lines as far apart as is allowed at the nearest."""
    least, most = (SINGLE * check.options[name] // 100 for name in ("from", "to"))
    wanted: dict[int, list[Line]] = {}
    for line in _lines(deviations):
        apart = line.spacing if line.spacing_rule == "auto" else _fixed(line)
        wanted.setdefault(min(max(apart, least), most), []).append(line)
    for height, lines in wanted.items():
        apply(draft, _targets(lines), _spacing(line=height))


def set_single_spacing(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """The two names as two lines of one paragraph would stand."""
    for under in _lines(deviations):
        over = draft.case.before(under)
        apply(draft, _targets([under]), _spacing(before=0, line=SINGLE))
        if over is not None:
            apply(draft, _targets([over]), _spacing(after=0, line=SINGLE))


def set_space_before(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """The component exactly as far below the one above it as is asked, blank paragraphs between them gone."""
    for line in _lines(deviations):
        over = draft.case.before(line)
        while over is not None and over.blank and _is_bare(over):
            remove(over.element)
            over = draft.case.before(over)
        apply(draft, _targets([line]), _spacing(before=check.options["exactly"]))
        if over is not None:
            apply(draft, _targets([over]), _spacing(after=0))


def _lines(deviations: Iterable[Deviation]) -> list[Line]:
    return [deviation.line for deviation in deviations if deviation.line is not None]


def _targets(lines: Iterable[Line]) -> list[Target]:
    return [Target(line, line.element) for line in lines if line.element is not None]


def _indents(left: int, first: int, right: int | None = None) -> Change:
    own: dict[str, str | None] = {**OTHER_INDENTS, "left": str(left), "firstLine": str(first)}
    return Change(PARAGRAPH, "ind", own if right is None else own | {"right": str(right)})


def _spacing(before: int | None = None, after: int | None = None, line: int | None = None) -> Change:
    own: dict[str, str | None] = {} if line is None else {"line": str(line), "lineRule": "auto"}
    for name, twips in (("before", before), ("after", after)):
        if twips is not None:
            own |= {name: str(twips), f"{name}Lines": None, f"{name}Autospacing": None}
    return Change(PARAGRAPH, "spacing", own)


def _no_contextual() -> Change:
    return Change(PARAGRAPH, "contextualSpacing", {"val": "0"})


def _fixed(line: Line) -> int:
    """A fixed height of lines as a multiple of the type, roughly: what is too far apart goes to the most."""
    sizes = [each.size for each in line.stretches if each.size]
    return SINGLE * line.spacing // (max(sizes, default=1) * 10) if sizes else SINGLE


def _is_bare(line: Line) -> bool:
    """Whether a blank paragraph holds nothing that somebody may have put there."""
    element = line.element
    bare = all(child.tag in TOUCHED for child in element) and element.find(f"{W}pPr/{W}sectPr") is None
    runs = (child for run in element.iterfind(f"{W}r") for child in run)
    return bare and not line.rules and all(child.tag in (f"{W}rPr", f"{W}t") for child in runs)
