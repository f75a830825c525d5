"""Where the look of an office's style departs from the decree, and the properties that put it right.

NĐ 30/2020, Phụ lục I: font and colour I.4, text II.6.e, each component's own look Mục II and V. Of tables the
decree gives only the font.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.docx.styles import FONT, fonts
from thidua_cli.document.layout import RANGES
from thidua_cli.document.ooxml.elements import node
from thidua_cli.document.typesetting.looks import BODY, LINE, SIZES
from thidua_cli.document.typesetting.measure import floor_twips, twips
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.document.layout import Layout
    from thidua_cli.document.office.effective import Look
    from thidua_cli.document.ooxml.elements import Element
    from thidua_cli.document.typesetting.looks import Style

SLACK = 6  # twips
CENTRE_SLACK = 340  # twips that the indents of a centred line may differ by
LEAST_GAP = int(RANGES["gap"][0] * 20)
INDENTS = tuple(floor_twips(length) for length in RANGES["first_line"])  # 1 cm or 1.27 cm
LINE_HEIGHT = Fraction(2355, 2048)  # Times New Roman: a single line, in sizes
MARKS = {"caps": "0", "smallCaps": "0", "strike": "0", "dstrike": "0", "vanish": "0", "u": "none"}
SMALLEST_IN_TABLES = 20  # half-points


class Mend(NamedTuple):
    """A property that departs: its id in the words (empty: nobody sees it), what it was, what goes over it.

    `detail` may stay empty; `elements` are properties of paragraphs or, where `runs`, of runs.
    """

    id: str
    detail: str
    elements: tuple[Element, ...]
    runs: bool = False


class Common(NamedTuple):
    """What all running text shares: `size` in half-points, and whether the gap stands above paragraphs."""

    size: int
    above: bool
    layout: Layout

    @property
    def gap(self) -> int:
        """What to leave between paragraphs, in twips."""
        return int(self.layout.gap * 20)


def common_of(body: Look | None, layout: Layout) -> Common:
    """What the office's own style of the text gives where it may, else the plan's layout."""
    low, high = (SIZES[pair][BODY.size] * 2 for pair in sorted(SIZES))
    if body is None:
        return Common(layout.size * 2, True, layout)
    size = body.size if low <= body.size <= high else layout.size * 2
    return Common(size, body.before >= LEAST_GAP or body.after < LEAST_GAP, layout)


def mends(look: Look, style: Style, common: Common) -> Iterator[Mend]:
    """What departs from `style`, our own for the same component."""
    yield from _type(look, style, common)
    if "numPr" in look.on:
        yield Mend("numbering", "", (node("numPr", node("numId", val=0)),))
    if "pageBreakBefore" in look.on:
        yield Mend("break", "", (node("pageBreakBefore", val=0),))
    if style.keep and "keepNext" not in look.on:
        yield Mend("", "", (node("keepNext"),))
    if style.outline is not None and look.outline != str(style.outline):
        yield Mend("", "", (node("outlineLvl", val=style.outline),))
    if style.align in ("both", "center") and not _is_table(style):
        yield from _place(look, style, common.layout)
    if style.indent:
        yield from _distances(look, common)


def _type(look: Look, style: Style, common: Common) -> Iterator[Mend]:
    strange = look.fonts - {FONT}
    if strange:
        yield Mend("font", ", ".join(sorted(strange)), (fonts(),), runs=True)
    if look.colour:
        yield Mend("colour", look.colour, (node("color", val="000000"),), runs=True)
    low, high, wanted = _sizes(style, common)
    if not low <= look.size <= high:
        size = format_number(Decimal(look.size) / 2)
        yield Mend("size", size, (node("sz", val=wanted), node("szCs", val=wanted)), runs=True)
    marks = [mark for mark in MARKS if mark in look.on and not (mark == "caps" and style.capitals)]
    if marks:
        yield Mend("marks", "", tuple(node(mark, val=MARKS[mark]) for mark in marks), runs=True)
    for ident, name, wanted_on in (("bold", "b", style.bold), ("italic", "i", style.italic)):
        if (name in look.on) is not wanted_on and not _is_table(style):
            own = (node(name, val=int(wanted_on)), node(f"{name}Cs", val=int(wanted_on)))
            yield Mend(ident, "", own, runs=True)


def _place(look: Look, style: Style, layout: Layout) -> Iterator[Mend]:
    """Justified text with its first line set in, or a line in the middle."""
    straight = ("both", "distribute") if style.align == "both" else (style.align,)
    if look.align not in straight:
        yield Mend("align", "", (node("jc", val=style.align),))
    sides = abs(look.left) <= SLACK and abs(look.right) <= SLACK
    if style.indent:
        first = min(twips(layout.first_line), INDENTS[-1])
        fits = sides and any(abs(look.first - indent) <= SLACK for indent in INDENTS)
    else:
        first = 0
        fits = abs(look.left + look.first - look.right) <= CENTRE_SLACK
    if not fits:
        yield Mend("indent", "", (node("ind", left=0, right=0, firstLine=first),))


def _distances(look: Look, common: Common) -> Iterator[Mend]:
    """At least 6 pt between paragraphs, single to one and a half lines."""
    if (look.before if common.above else look.after) < LEAST_GAP:
        own = {"before": common.gap, "after": 0} if common.above else {"before": 0, "after": common.gap}
        yield Mend("gap", "", (node("spacing", **own),))
    if "contextualSpacing" in look.on:
        yield Mend("gap", "", (node("contextualSpacing", val=0),))
    low, high = RANGES["line"]
    apart = Fraction(look.line, LINE)
    if look.rule != "auto":
        apart = Fraction(look.line) / (common.size * 10 * LINE_HEIGHT)
        apart = max(apart, Fraction(1)) if look.rule == "atLeast" else apart
    if not Fraction(low) - Fraction(SLACK, 100) <= apart <= Fraction(high) + Fraction(SLACK, 100):
        line = int(common.layout.line * LINE)
        yield Mend("line", "", (node("spacing", line=line, lineRule="auto"),))


def _sizes(style: Style, common: Common) -> tuple[int, int, int]:
    """The least and the largest size, and the one to set instead; in half-points."""
    ours = SIZES[common.layout.size][style.size] * 2
    known = [SIZES[pair][style.size] * 2 for pair in SIZES]
    if style.indent:
        return common.size, common.size, common.size
    return SMALLEST_IN_TABLES if _is_table(style) else min(known), max(known), ours


def _is_table(style: Style) -> bool:
    return style.size.startswith("table")
