"""Word files for tests, written as lines: `"{cb}KẾ HOẠCH => TYPE_NAME"`.

Before the text stand its looks in braces: b bold, i italic, c centred, r to the right, p on a new page,
g room for a signature above it, a printed in capitals, x in a text box, l far from the left edge. `---` is a
drawn line. After `=>` stand the components expected of it, for a paragraph with several of them in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from thidua_cli.conformance.model.anatomy import Component, Recognised
from thidua_cli.conformance.model.lines import Alignment, Cell, DrawnRule, Line, Place, Story, Stretch
from thidua_cli.conformance.model.word_file import Section, Table, WordFile

TIMES = ("Times New Roman",) * 4
SOURCE = re.compile(r"(?:\{(?P<looks>\w*)\})?(?P<text>.*?)(?: => (?P<components>[A-Z_, ]+))?", re.DOTALL)
ALIGN: dict[str, Alignment] = {"c": "center", "r": "right", "": "both"}


@dataclass(frozen=True)
class Rows:
    """A table: rows of cells of lines, in which a table can stand too."""

    rows: tuple[tuple[list[str | Rows], ...], ...]
    bordered: bool = False
    header: int = 0


def rows(*cells: tuple[list[str | Rows], ...], bordered: bool = False, header: int = 0) -> Rows:
    """A table by its rows."""
    return Rows(cells, bordered, header)


class Writer:
    """Lines and tables numbered as a reader numbers them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self.expected: list[str] = []

    def add(self, item: str | Rows, cells: tuple[Cell, ...] = ()) -> None:
        """Add a line or a table, inside the cells that hold it."""
        if isinstance(item, str):
            self.lines.append(self._line(item, cells))
            return
        number = len(self.tables) + 1
        widest = max(len(row) for row in item.rows)
        self.tables.append(
            Table(number, 1, len(item.rows), widest, None, item.bordered, item.header, len(cells) + 1)
        )
        for at, row in enumerate(item.rows, 1):
            for column, cell in enumerate(row, 1):
                for each in cell or [""]:
                    self.add(each, (*cells, Cell(number, at, column)))

    def _line(self, source: str, cells: tuple[Cell, ...]) -> Line:
        found = SOURCE.fullmatch(source)
        assert found is not None, source
        self.expected += [name.strip() for name in (found["components"] or "").split(",") if name.strip()]
        looks, text = found["looks"] or "", found["text"]
        story: Story = "text-box" if "x" in looks else "body"
        place = Place(story, len(self.lines) + 1, "word/document.xml", 1, cells)
        if text == "---":
            return Line(place, "", (), rules=(DrawnRule("border", below=True, length=900),))
        ink = Stretch(text, TIMES, 28, "b" in looks, "i" in looks, capitals="a" in looks)
        align = next(ALIGN[look] for look in (*looks, "") if look in ALIGN)
        return Line(
            place,
            text,
            (ink,) if text else (),
            align,
            left=5000 if "l" in looks else 0,
            before=1400 if "g" in looks else 0,
            page_break="p" in looks,
        )


def written(*items: str | Rows) -> Writer:
    """The lines and tables of some sources."""
    writer = Writer()
    for item in items:
        writer.add(item)
    return writer


def section(**given: object) -> Section:
    """An A4 page with lawful margins."""
    page = Section(1, 11906, 16838, False, 1134, 1134, 1701, 1134)
    return replace(page, **given)  # type: ignore[arg-type]


def word_file(writer: Writer, **given: object) -> WordFile:
    """The file that holds what was written."""
    made = WordFile("a.docx", (section(),), tuple(writer.lines), tuple(writer.tables))
    return replace(made, **given)  # type: ignore[arg-type]


SILENT = (Component.BLANK, Component.PAGE_NUMBER)


def named(lines: Iterable[Recognised], *, typed: bool = False) -> Iterator[str]:
    """The names of components, those of blank lines left out; rules only where they are `typed`."""
    for each in lines:
        drawn = each.component is Component.RULE and not (typed and each.line.text)
        if each.component not in SILENT and not drawn:
            yield each.component.name
