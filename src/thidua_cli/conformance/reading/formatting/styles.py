"""The style sheet: what each style says in the end, with all that it is based on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.formatting.paragraph_properties import merged, paragraph_properties
from thidua_cli.conformance.reading.formatting.run_properties import run_properties
from thidua_cli.conformance.reading.package.values import is_on, value_of
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.reading.formatting.numbering import Numbering
    from thidua_cli.conformance.reading.formatting.paragraph_properties import ParagraphProperties
    from thidua_cli.conformance.reading.formatting.run_properties import RunProperties
    from thidua_cli.conformance.reading.formatting.theme import Theme
    from thidua_cli.document.ooxml.elements import Element

# A table style and the parts of the table a cell lies in (`firstRow`), weakest first.
TableFormat = tuple[str, tuple[str, ...]]
NO_TABLE: TableFormat = ("", ())
# The default style of paragraphs where a file marks none, as files of LibreOffice do not.
NORMAL = "Normal"
# Word itself builds no longer chains than this.
MOST_BASES = 50


class Formatting(NamedTuple):
    """What a style says of paragraphs and of their characters; `name` as Word shows it."""

    name: str
    paragraph: ParagraphProperties
    run: RunProperties


class StyleSheet:
    """The styles of a file by id. Chains that lead back to themselves are cut where they do."""

    def __init__(self, root: Element | None, numbering: Numbering, theme: Theme) -> None:
        self._numbering, self._theme = numbering, theme
        self._elements: dict[tuple[str, str], Element] = {}
        self._default: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], Formatting] = {}
        self._in_tables: dict[TableFormat, Formatting] = {}
        self._root = root
        for each in () if root is None else root.iterfind(f"{W}style"):
            kind, identity = each.get(f"{W}type", "paragraph"), each.get(f"{W}styleId", "")
            self._elements.setdefault((kind, identity), each)
            default = each.get(f"{W}default")
            if default is not None and is_on(default):
                self._default[kind] = identity
            elif kind == "paragraph" and value_of(each, "name") == NORMAL:
                self._default.setdefault(kind, identity)
        self.defaults = self._defaults()

    def _defaults(self) -> Formatting:
        root = self._root
        paragraph = None if root is None else root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        run = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return Formatting("", paragraph_properties(paragraph), run_properties(run, self._theme))

    def known(self, kind: str, identity: str | None) -> str:
        """The id if a style of that kind has it, else that of the default style; empty where none is."""
        if identity is not None and (kind, identity) in self._elements:
            return identity
        return self._default.get(kind, "")

    def chain(self, kind: str, identity: str) -> Iterator[Element]:
        """A style and what it is based on, the nearest first."""
        seen: set[str] = set()
        element = self._elements.get((kind, identity))
        while element is not None and identity not in seen and len(seen) < MOST_BASES:
            seen.add(identity)
            yield element
            identity = value_of(element, "basedOn") or ""
            element = self._elements.get((kind, identity))

    def resolved(self, kind: str, identity: str) -> Formatting:
        """What a style and all that it is based on say together."""
        key = (kind, identity)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(kind, identity)
        return self._resolved[key]

    def _resolve(self, kind: str, identity: str) -> Formatting:
        paragraph: ParagraphProperties = {}
        run: RunProperties = {}
        name = ""
        for element in reversed(list(self.chain(kind, identity))):
            own = paragraph_properties(element.find(f"{W}pPr"))
            listed = self._listed(element.get(f"{W}styleId", ""), own, paragraph)
            paragraph = merged((paragraph, listed, own))
            run |= run_properties(element.find(f"{W}rPr"), self._theme)
            name = value_of(element, "name") or identity
        return Formatting(name, paragraph, run)

    def _listed(
        self, style: str, own: ParagraphProperties, inherited: ParagraphProperties
    ) -> ParagraphProperties:
        """The indents of the list that a style itself joins; what the style states goes over them."""
        if "numId" not in own and "level" not in own:
            return {}
        number = {**inherited, **own}.get("numId", 0)
        index: int = own.setdefault("level", self._numbering.level_of_style(style, number) or 0)
        level = self._numbering.level(number, index)
        return {} if level is None else paragraph_properties(level.paragraph)

    def in_table(self, table: TableFormat) -> Formatting:
        """What a table style says of the paragraphs in some of its cells."""
        if table not in self._in_tables:
            identity, areas = table
            elements = list(reversed(list(self.chain("table", identity))))
            parts = list(elements)
            for area in areas:
                parts += [part for each in elements for part in parts_of(each, area)]
            run: RunProperties = {}
            for part in parts:
                run |= run_properties(part.find(f"{W}rPr"), self._theme)
            paragraph = merged(paragraph_properties(part.find(f"{W}pPr")) for part in parts)
            self._in_tables[table] = Formatting(identity, paragraph, run)
        return self._in_tables[table]


def parts_of(style: Element, area: str) -> Iterator[Element]:
    """What a table style says of an area of the table (`firstRow`)."""
    return (each for each in style.iterfind(f"{W}tblStylePr") if each.get(f"{W}type") == area)
