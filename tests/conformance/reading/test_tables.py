"""Tables: their grid, the room of cells, the borders that make them tables of data."""

from __future__ import annotations

import pytest
from word_files import WordFileParts, as_read, cell, p, row, style, table

from thidua_cli.conformance.model.lines import Line
from thidua_cli.conformance.model.word_file import Table

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def borders(kind: str, *sides: str, name: str = "tblBorders") -> str:
    inner = "".join(f'<w:{side} w:val="{kind}" w:sz="4"/>' for side in sides or SIDES)
    return f"<w:{name}>{inner}</w:{name}>"


def read(xml: str, styles: str = "") -> tuple[Table, tuple[Line, ...]]:
    word = as_read(WordFileParts().more_styles(styles).body(xml).packed())
    return word.tables[0], word.lines


GRID_STYLE = style("Lưới", f"<w:tblPr>{borders('single')}</w:tblPr>", "table", based_on="")
FIRST_ROW = style(
    "Đầu",
    '<w:tblStylePr w:type="firstRow"><w:tcPr>'
    f"{borders('single', 'top', 'bottom', name='tcBorders')}</w:tcPr></w:tblStylePr>",
    "table",
    based_on="",
)
LOOK = '<w:tblLook w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'


@pytest.mark.parametrize(
    ("properties", "cell_properties", "bordered"),
    [
        ("", "", False),
        (borders("single"), "", True),
        (borders("nil"), "", False),
        (borders("none"), borders("single", "top", "left", "bottom", "right", name="tcBorders"), True),
        (borders("single"), borders("nil", "top", "left", "bottom", "right", name="tcBorders"), False),
        ("", borders("single", "bottom", name="tcBorders"), False),
        ('<w:tblStyle w:val="Lưới"/>', "", True),
        (f'<w:tblStyle w:val="Lưới"/>{borders("nil")}', "", False),
        # One row of two has borders from its area of the style: half of the cells.
        (f'<w:tblStyle w:val="Đầu"/>{LOOK}', "", True),
        ('<w:tblStyle w:val="Đầu"/>', "", False),
    ],
)
def test_bordered(properties: str, cell_properties: str, bordered: bool) -> None:
    cells = [cell("a", properties=cell_properties), cell("b", properties=cell_properties)]
    assert (
        read(table(row(*cells), row(*cells), properties=properties), GRID_STYLE + FIRST_ROW)[0].bordered
        is bordered
    )


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        ("", None),
        ('<w:tblW w:w="5000" w:type="dxa"/>', 5000),
        ('<w:tblW w:w="0" w:type="auto"/>', None),
        # The column of the section is 9071 twips wide.
        ('<w:tblW w:w="5000" w:type="pct"/>', 9071),
        ('<w:tblW w:w="50%" w:type="pct"/>', 4535),
    ],
)
def test_width(width: str, expected: int | None) -> None:
    assert read(table(row(cell("a")), properties=width))[0].width == expected


MARGINS = '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:end w:w="70" w:type="dxa"/></w:tblCellMar>'


@pytest.mark.parametrize(
    ("own", "inner", "room"),
    [
        ("", "", 4000 - 230),
        (MARGINS, "", 4000 - 120),
        (MARGINS, '<w:tcMar><w:start w:w="0" w:type="dxa"/></w:tcMar>', 4000 - 70),
    ],
)
def test_room_of_a_cell(own: str, inner: str, room: int) -> None:
    assert read(table(row(cell("a", properties=inner)), properties=own))[1][0].room == room


def test_width_from_the_grid() -> None:
    bare = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('a')}</w:tc><w:tc>{p('b')}</w:tc>"
    _, lines = read(table(row(bare), grid=(1000, 2000, 3000)))
    assert [each.room for each in lines] == [3000 - 230, 3000 - 230]
    assert [each.place.cells[0].column for each in lines] == [1, 3]


def test_merged_cells_and_wrapped_rows() -> None:
    merged, going_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row(cell("a", properties=merged), cell("b")),
        f"<w:sdt><w:sdtContent>{row(cell('', properties=going_on), cell('c'))}</w:sdtContent></w:sdt>",
        row(cell("xóa"), properties="<w:del/>"),
        row(cell("d"), properties='<w:gridBefore w:val="1"/>'),
    )
    found, lines = read(table(*rows))
    assert [(each.text, each.place.cells[0].row, each.place.cells[0].column) for each in lines] == [
        ("a", 1, 1),
        ("b", 1, 2),
        ("c", 2, 2),
        ("d", 3, 2),
    ]
    assert (found.rows, found.columns, found.number, found.section, found.level) == (3, 2, 1, 1, 1)


def test_header_rows_and_levels() -> None:
    head = "<w:tblHeader/>"
    inner = table(row(cell("x")), grid=(100,))
    rows = (
        row(cell("a"), properties=head),
        row(cell("b"), properties=head),
        row(cell(inner + p())),
        row(cell("c"), properties=head),
    )
    word = as_read(WordFileParts().body(table(*rows), table(row(cell("y")))).packed())
    assert [(each.number, each.header_rows, each.level) for each in word.tables] == [
        (1, 2, 1),
        (2, 0, 2),
        (3, 0, 1),
    ]


def test_hostile_spans() -> None:
    wide = cell("a", properties='<w:gridSpan w:val="999999999"/>')
    assert read(table(row(wide)))[0].columns == 1000


def test_borders_in_a_table_that_shows_none_are_drawn_rules() -> None:
    under = borders("single", "bottom", name="tcBorders")
    found, lines = read(table(row(cell("UBND", properties=under), cell("x")), row(cell(""), cell("y"))))
    assert not found.bordered
    assert [(rule.kind, rule.below, rule.length, rule.start) for rule in lines[0].rules] == [
        ("cell-border", True, 4000 - 230, 0)
    ]
    assert all(not each.rules for each in lines[1:])
    gridded, lines = read(table(row(cell("a"), cell("b")), properties=borders("single")))
    assert gridded.bordered
    assert not any(each.rules for each in lines)
