"""The printed text of one paragraph, run by run, with what else its runs carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.conformance.model.lines import Stretch
from thidua_cli.conformance.reading.content.alternatives import chosen
from thidua_cli.conformance.reading.content.fields import field_name
from thidua_cli.conformance.reading.content.tracking import DELETED, INSERTED
from thidua_cli.conformance.reading.drawing.drawingml import drawing_shapes
from thidua_cli.conformance.reading.drawing.shapes import Drawn
from thidua_cli.conformance.reading.drawing.vml import vml_shapes
from thidua_cli.conformance.reading.formatting.symbols import SIGNS, symbol, written
from thidua_cli.document.ooxml.names import MC, M, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua_cli.conformance.reading.content.fields import Fields
    from thidua_cli.conformance.reading.formatting.effective import Formats, Look, ParagraphFormat
    from thidua_cli.document.ooxml.elements import Element

_INLINE_WRAPPERS = frozenset(
    {
        *(W + name for name in ("hyperlink", "smartTag", "customXml", "sdtContent", "dir", "bdo")),
        f"{W}rubyBase",
    }
)


class ParagraphText:
    """What the runs of a paragraph print. `visit` each child of the paragraph in order."""

    def __init__(self, formats: Formats, form: ParagraphFormat, fields: Fields) -> None:
        self._formats, self._form, self._fields = formats, form, fields
        self._pieces: list[str] = []
        self._break_pending = ""
        self._printed = False
        self.stretches: list[Stretch] = []
        self.fields: list[str] = []
        self.shapes: list[Drawn] = []
        self.comments: list[str] = []
        self.revised = False
        self.breaks_before = False

    @property
    def breaks_after(self) -> bool:
        """Whether a page break ends the paragraph."""
        return self._break_pending == "page"

    def visit(self, children: Iterable[Element]) -> None:
        """Read the children of a paragraph or of something that wraps runs in it."""
        for child in children:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _INLINE_WRAPPERS:
                self.visit(child)
            else:
                handler = _HANDLERS.get(tag)
                if handler is not None:
                    handler(self, child)

    def _content_control(self, element: Element) -> None:
        self.visit(element.iterfind(f"{W}sdtContent"))

    def _insertion(self, element: Element) -> None:
        self.revised = True
        self.visit(element)

    def _deletion(self, _: Element) -> None:
        self.revised = True

    def _simple_field(self, element: Element) -> None:
        name = field_name(element.get(f"{W}instr", ""))
        before = len(self.stretches)
        self._name(name)
        self.visit(element)
        if name and len(self.stretches) == before:
            look, _ = self._formats.look(self._form, None)
            self.stretches.append(Stretch("", *look))

    def _alternatives(self, element: Element) -> None:
        self.visit(chosen(element))

    def _comment(self, element: Element) -> None:
        self.comments.append(element.get(f"{W}id", ""))

    def _mathematics(self, element: Element) -> None:
        text = "".join(each.text or "" for each in element.iter(f"{M}t"))
        if text and self._fields.visible:
            look, _ = self._formats.look(self._form, None)
            self._print(text)
            self._close(look, None)

    def _run(self, run: Element) -> None:
        look, hidden = self._formats.look(self._form, run.find(f"{W}rPr"))
        self._contents(run, look, hidden=hidden)
        self._close(look, run)

    def _contents(self, run: Element, look: Look, *, hidden: bool) -> None:
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                if not hidden and self._fields.visible:
                    self._print(written(child))
            elif tag == f"{W}fldChar":
                self._field_mark(child, run, look)
            elif tag == f"{W}instrText":
                self._fields.instruct(child.text or "")
            elif tag == f"{MC}AlternateContent":
                for option in chosen(child):
                    self._drawing(option)
            elif tag in _DRAWINGS:
                self._drawing(child)
            elif tag == f"{W}ruby":
                self._close(look, run)
                self.visit(child.iterfind(f"{W}rubyBase"))
            elif not hidden and self._fields.visible:
                self._sign(child)

    def _sign(self, element: Element) -> None:
        tag = element.tag
        if tag in SIGNS:
            self._print(SIGNS[tag])
        elif tag == f"{W}br":
            kind = element.get(f"{W}type", "textWrapping")
            if kind == "textWrapping":
                self._print("\n")
            else:
                self._break(kind)
        elif tag == f"{W}pgNum":
            self._name("PAGE")
        elif tag == f"{W}sym":
            self._print(symbol(element.get(f"{W}char", ""), element.get(f"{W}font", "")))

    def _break(self, kind: str) -> None:
        if not self._printed and kind == "page":
            # Whatever follows in this paragraph stands on the new page; if nothing does, the next paragraph.
            self.breaks_before = True
        self._break_pending = kind

    def _print(self, text: str) -> None:
        if not text:
            return
        if self._break_pending:
            if self._printed:
                self._pieces.append("\n")
            self._break_pending = ""
        self._pieces.append(text)
        self._printed = True
        self._fields.print()

    def _close(self, look: Look, run: Any) -> None:
        if self._pieces:
            self.stretches.append(Stretch("".join(self._pieces), *look, run))
            self._pieces = []

    def _name(self, name: str) -> None:
        if name:
            self.fields.append(name)

    def _field_mark(self, element: Element, run: Element, look: Look) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._name(self._fields.separate())
        elif kind == "end":
            name, empty = self._fields.end()
            self._name(name)
            if empty and self._fields.visible:
                self._close(look, run)
                self.stretches.append(Stretch("", *look, run))

    def _drawing(self, element: Element) -> None:
        if not self._fields.visible:
            return
        if element.tag == f"{W}drawing":
            shapes = drawing_shapes(element, self._formats.theme)
        elif element.tag in _DRAWINGS:
            shapes = vml_shapes(element)
        else:
            return
        self.shapes += (Drawn(shape, self._printed) for shape in shapes)


_RUN, _TEXT = f"{W}r", f"{W}t"
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_HANDLERS: dict[Any, Callable[[ParagraphText, Element], None]] = {
    f"{W}sdt": ParagraphText._content_control,
    f"{W}fldSimple": ParagraphText._simple_field,
    f"{MC}AlternateContent": ParagraphText._alternatives,
    f"{W}commentRangeStart": ParagraphText._comment,
    f"{M}oMath": ParagraphText._mathematics,
    f"{M}oMathPara": ParagraphText._mathematics,
    **dict.fromkeys(INSERTED, ParagraphText._insertion),
    **dict.fromkeys(DELETED, ParagraphText._deletion),
}
