"""The body in the styles of an office where they obey the decree; direct formatting does the rest."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.docx.elements import properties
from thidua_cli.document.docx.styles import style_sheet
from thidua_cli.document.office.fitting import common_of, mends
from thidua_cli.document.office.namespaces import (
    PARAGRAPH,
    PARAGRAPH_LOOK,
    RUN,
    RUN_LOOK,
    SECTION,
    STYLE,
    STYLE_OF_SHEET,
)
from thidua_cli.document.ooxml.elements import node
from thidua_cli.document.ooxml.names import VAL, W
from thidua_cli.document.typesetting.looks import BODY, STYLES
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.document.layout import Layout
    from thidua_cli.document.office.effective import OfficeSheet
    from thidua_cli.document.office.fitting import Mend
    from thidua_cli.document.ooxml.elements import Element


class Dress(NamedTuple):
    """What paragraphs of one of our styles wear: the office's style, if any, and what goes over it."""

    theirs: str
    paragraph: Element
    run: Element
    told: tuple[Mend, ...]


class OfficeStyles:
    """Dresses what the program writes in the styles of `sheet`."""

    def __init__(self, sheet: OfficeSheet, layout: Layout) -> None:
        self._sheet = sheet
        self._ours = {one.get(W + "styleId"): one for one in style_sheet(layout).iter(STYLE_OF_SHEET)}
        self._styles = {style.id: style for style in STYLES}
        body = self._theirs(BODY.id)
        self._common = common_of(sheet.look(body) if body else None, layout)
        self._worn: dict[str, Dress] = {}

    def dress(self, elements: list[Element]) -> None:
        """Set the styles of paragraphs, here and inside tables."""
        for element in elements:
            for paragraph in element.iter(PARAGRAPH):
                self._dress(paragraph, first=paragraph is elements[0])

    def findings(self, path: str) -> Iterator[Finding]:
        """TD637: the styles of the office that were used, and what of them was overridden."""
        for dress in self._worn.values():
            if dress.told:
                values = {"style": self._sheet.name(dress.theirs), "what": _listed(dress.told, "vi")}
                values["what.en"] = _listed(dress.told, "en")
                yield Finding("TD637", Span(path, 0), values)

    def _theirs(self, ident: str) -> str:
        names = (self._styles[ident].name, *compiled_words(__file__)["styles"].get(ident, ()))
        return self._sheet.find(names)

    def _dress(self, paragraph: Element, *, first: bool) -> None:
        look = paragraph.find(PARAGRAPH_LOOK)
        style = look.find(STYLE) if look is not None else None
        if look is None or style is None:
            return
        ident = style.get(VAL) or ""
        if ident not in self._worn:
            self._worn[ident] = self._made(ident)
        dress = self._worn[ident]
        if dress.theirs:
            style.set(VAL, dress.theirs)
        else:
            look.remove(style)
        made = _merged("pPr", dress.paragraph, look)
        if first and self._styles[ident].indent and not self._common.above:
            # Nobody knows whether what the office has above leaves a gap below itself.
            made = _merged("pPr", made, node("pPr", node("spacing", before=self._common.gap)))
        paragraph.replace(look, made)
        if not len(dress.run):
            return
        section = made.find(SECTION)
        made.insert(len(made) - (section is not None), deepcopy(dress.run))
        for run in paragraph.iter(RUN):
            own = run.find(RUN_LOOK)
            if own is None:
                run.insert(0, deepcopy(dress.run))
            else:
                run.replace(own, _merged("rPr", dress.run, own))

    def _made(self, ident: str) -> Dress:
        style, theirs = self._styles[ident], self._theirs(ident)
        look = self._sheet.look(theirs or self._sheet.default)
        paragraph, run = node("pPr"), node("rPr")
        if not theirs:
            indented = look.left or look.right or look.first
            reset = [node("ind", left=0, right=0, firstLine=0)] if indented else []
            ours = self._ours[ident]
            paragraph = _merged("pPr", node("pPr", *reset), ours.find(PARAGRAPH_LOOK))
            run = _merged("rPr", None, ours.find(RUN_LOOK))
            look = self._sheet.look(self._sheet.default, node("style", deepcopy(paragraph), deepcopy(run)))
        found = tuple(mends(look, style, self._common))
        for mend in found:
            for element in mend.elements:
                if mend.runs:
                    run = _merged("rPr", run, node("rPr", element))
                else:
                    paragraph = _merged("pPr", paragraph, node("pPr", element))
        return Dress(theirs, paragraph, run, tuple(mend for mend in found if mend.id) if theirs else ())


def _merged(tag: str, base: Element | None, over: Element | None) -> Element:
    """Properties with others over them: those of one name are joined, attribute by attribute."""
    kept = {child.tag: deepcopy(child) for child in (() if base is None else base)}
    for child in () if over is None else over:
        made = deepcopy(child)
        for name, value in kept[child.tag].items() if child.tag in kept else ():
            made.set(name, made.get(name, value))
        kept[child.tag] = made
    return properties(tag, list(kept.values()))


def _listed(told: Iterable[Mend], lang: str) -> str:
    """`phông chữ (Calibri), cỡ chữ (11)`, each property once."""
    names = compiled_words(__file__)["properties"]
    parts = (
        f"{names[mend.id][lang]} ({mend.detail})" if mend.detail else names[mend.id][lang] for mend in told
    )
    return ", ".join(dict.fromkeys(parts))
