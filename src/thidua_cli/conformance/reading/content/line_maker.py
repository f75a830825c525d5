"""One paragraph as a line: its text, its number, its geometry and the rules drawn at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.lines import Line, Stretch
from thidua_cli.conformance.reading.content.geometry import geometry, is_tabbed_to_middle
from thidua_cli.conformance.reading.content.settling import Floating
from thidua_cli.conformance.reading.drawing.rules import (
    Room,
    border_rules,
    box_around,
    leader_rules,
    shape_rule,
    typed_rules,
)
from thidua_cli.conformance.reading.formatting.effective import paragraph_mark
from thidua_cli.conformance.reading.formatting.numbering import Counters
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.model.lines import DrawnRule, Place
    from thidua_cli.conformance.reading.content.columns import Column
    from thidua_cli.conformance.reading.content.paragraph_text import ParagraphText
    from thidua_cli.conformance.reading.formatting.effective import Formats, ParagraphFormat
    from thidua_cli.conformance.reading.formatting.paragraph_properties import ParagraphProperties
    from thidua_cli.document.ooxml.elements import Element


class LineMaker:
    """Makes the lines of one part, in order: its automatic numbers count on."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._counters = Counters(formats.numbering)

    def line(
        self,
        element: Element,
        form: ParagraphFormat,
        text: ParagraphText,
        place: Place,
        column: Column,
        *,
        new_page: bool,
    ) -> Line:
        """The line of a paragraph; `new_page`: what stands before it ends a page."""
        stretches = tuple(text.stretches)
        content = "".join(each.text for each in stretches)
        properties = form.properties
        shape = geometry(properties, stretches[0].size if stretches else None, column.pitch)
        room = Room(column.width, shape.left, shape.right, shape.align, column.margin)
        if is_tabbed_to_middle(content, properties, column.width):
            shape = shape._replace(align="center")
        label, label_look = self._label(form, element)
        own_page = bool(properties.get("pageBreakBefore")) or (text.breaks_before and bool(content))
        return Line(
            place,
            content,
            stretches,
            *shape,
            contextual=bool(properties.get("contextualSpacing")),
            style=form.style_name,
            label=label,
            label_look=label_look,
            page_break=own_page or new_page,
            room=column.width,
            rules=_rules(content, stretches, properties, room),
            fields=tuple(text.fields),
            frame=properties.get("frame", ""),
            box=box_around(properties, element.iterfind(f"{W}r/{W}rPr/{W}bdr")),
            sunk=column.sunk,
            mark=None if stretches else self._mark_size(form, element),
            drawn=any(each.shape.pictured for each in text.shapes),
            revised=text.revised,
            element=element,
        )

    def _mark_size(self, form: ParagraphFormat, element: Element) -> int | None:
        return self._formats.look(form, paragraph_mark(element.find(f"{W}pPr")))[0].size

    def _label(self, form: ParagraphFormat, element: Element) -> tuple[str, Stretch | None]:
        if form.numbered is None:
            return "", None
        label = self._counters.next_label(*form.numbered)
        level = self._formats.numbering.level(*form.numbered)
        if not label or level is None:
            return label, None
        mark = paragraph_mark(element.find(f"{W}pPr"))
        look, hidden = self._formats.look(form, mark, level.run)
        return ("", None) if hidden else (label, Stretch(label, *look))


def _rules(
    text: str, stretches: Sequence[Stretch], properties: ParagraphProperties, room: Room
) -> tuple[DrawnRule, ...]:
    """The rules that a paragraph itself draws, without shapes."""
    return (
        *border_rules(properties, room),
        *typed_rules(stretches, room),
        *leader_rules(text, properties, room),
    )


def floating_rules(text: ParagraphText, line: Line, index: int, column: Column) -> Iterator[Floating]:
    """The rules that the shapes of a paragraph draw, by the index of its line."""
    room = Room(column.width, line.left, line.right, line.align, column.margin)
    for shape, after_text in text.shapes:
        if shape.ruled:
            yield Floating(index, shape_rule(shape, room, after_text=after_text), shape.spot)
