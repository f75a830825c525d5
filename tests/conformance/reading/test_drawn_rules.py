"""Horizontal lines, however they are made: border, shape of either language, picture, characters."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from word_files import WordFileParts, as_read, cell, p, r, row, table

from thidua_cli.conformance.model.lines import DrawnRule

ROOM = 9071  # of the section, in twips
CENTRED = '<w:jc w:val="center"/>'
THEME = "<a:clrScheme name='x'><a:accent1><a:srgbClr val='4472C4'/></a:accent1></a:clrScheme>"


def rules(*blocks: str) -> list[tuple[int, DrawnRule]]:
    """Every rule of a file, with the index of its line."""
    word = as_read(WordFileParts().theme(THEME).body(*blocks).packed())
    return [(at, rule) for at, line in enumerate(word.lines) for rule in line.rules]


def only(*blocks: str) -> DrawnRule:
    found = rules(*blocks)
    assert len(found) == 1, found
    return found[0][1]


def position(axis: str, base: str, offset: int | None = None, align: str = "") -> str:
    inner = f"<wp:align>{align}</wp:align>" if align else f"<wp:posOffset>{offset}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="{base}">{inner}</wp:position{axis}>'


def drawing(
    shape: str, width: int = 1_270_000, height: int = 0, place: str = "", holder: str = "anchor"
) -> str:
    return (
        f'<w:r><w:drawing><wp:{holder}>{place}<wp:extent cx="{width}" cy="{height}"/>'
        f"<wp:docPr id='1' name='x'/><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
        f"</wp:{holder}></w:drawing></w:r>"
    )


def word_shape(
    preset: str = "line", inner: str = "", size: tuple[int, int] | None = None, turned: str = ""
) -> str:
    frame = (
        f'<a:xfrm{turned}><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>' if size else ""
    )
    return f'<wps:wsp><wps:spPr>{frame}<a:prstGeom prst="{preset}"/>{inner}</wps:spPr></wps:wsp>'


ACCENTED = '<wps:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef></wps:style>'
PICTURE = "<pic:pic><pic:spPr/></pic:pic>"
LEFT = position("H", "column", 635_000)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (drawing(word_shape()), {"kind": "shape", "length": 2000, "solid": True, "colour": "auto"}),
        (drawing(word_shape("straightConnector1"), place=LEFT), {"length": 2000, "start": 1000}),
        (drawing(word_shape("rect"), height=12_700), {"kind": "shape", "length": 2000}),
        (drawing(PICTURE, height=12_700), {"kind": "picture", "length": 2000}),
        (drawing(word_shape(), place=position("H", "margin", align="center")), {"start": (ROOM - 2000) // 2}),
        (drawing(word_shape(), place=position("H", "column", align="right")), {"start": ROOM - 2000}),
        (drawing(word_shape(), place=position("H", "page", align="center")), {"start": None}),
        # The left margin is 1701 twips.
        (drawing(word_shape(), place=position("H", "page", 1_270_000)), {"start": 2000 - 1701}),
        (drawing(word_shape(), holder="inline"), {"start": 0, "below": False}),
        (
            drawing(word_shape(inner='<a:ln><a:solidFill><a:srgbClr val="ff0000"/></a:solidFill></a:ln>')),
            {"colour": "FF0000"},
        ),
        (
            drawing(word_shape().replace("</wps:wsp>", f"{ACCENTED}</wps:wsp>")),
            {"colour": "4472C4"},
        ),
        (drawing(word_shape(inner='<a:ln><a:prstDash val="dash"/></a:ln>')), {"solid": False}),
        (drawing(word_shape(size=(0, 1_270_000), turned=' rot="5400000"')), {"length": 2000}),
        (
            '<w:r><w:pict><v:line from="10pt,20pt" to="110pt,20pt" strokecolor="#0000ff"/></w:pict></w:r>',
            {"kind": "shape", "length": 2000, "start": 200, "colour": "0000FF", "below": True},
        ),
        (
            '<w:r><w:pict><v:line from=".5pt,0" to="60.1234567890123pt,0"/></w:pict></w:r>',
            {"length": 1202 - 10, "start": 10},
        ),
        (
            '<w:r><w:pict><v:line from="10pt,0" to="?,0"/></w:pict></w:r>',
            {"kind": "shape", "length": None, "start": 200},
        ),
        (
            '<w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute;margin-left:50pt;'
            'margin-top:20pt;width:100pt;height:0"/></w:pict></w:r>',
            {"length": 2000, "start": 1000, "below": True},
        ),
        (
            '<w:r><w:pict><v:rect style="width:100pt;height:1pt"/></w:pict></w:r>',
            {"length": 2000, "start": 0},
        ),
        (
            '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="500" o:hralign="center"/>'
            "</w:pict></w:r>",
            {"length": ROOM // 2, "start": (ROOM - ROOM // 2) // 2},
        ),
        (
            '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hr="t"/></w:pict></w:r>',
            {"length": ROOM, "start": 0},
        ),
        (
            '<w:r><w:pict><v:line from="0,0" to="100pt,0"><v:stroke dashstyle="dash"/></v:line></w:pict>'
            "</w:r>",
            {"solid": False},
        ),
        (
            '<w:r><w:pict><v:group style="position:absolute;width:100pt;height:10pt" coordsize="1000,100">'
            '<v:line from="0,50" to="500,50"/></v:group></w:pict></w:r>',
            {"length": 1000},
        ),
        (
            '<w:r><w:pict><v:group style="position:absolute;width:100pt;height:10pt" coordsize="1000,100">'
            '<v:shape type="#_x0000_t32" style="width:500;height:0"/></v:group></w:pict></w:r>',
            {"length": 1000, "start": 0},
        ),
        (
            '<w:r><w:pict><v:shape style="width:100pt;height:2pt"><v:imagedata/></v:shape></w:pict></w:r>',
            {"kind": "picture"},
        ),
        (r("____________"), {"kind": "underscores", "length": 12 * 140, "start": 0, "below": False}),
        (r("Sở\n──────"), {"kind": "underscores", "below": True}),
        (r("KẾ HOẠCH", '<w:u w:val="single"/>'), {"kind": "underline", "below": True, "length": None}),
    ],
)
def test_kinds(run: str, expected: Mapping[str, object]) -> None:
    found = only(p(run))
    assert {key: getattr(found, key) for key in expected} == expected


@pytest.mark.parametrize(
    "run",
    [
        drawing(word_shape(), width=0, height=1_270_000),
        drawing(word_shape(), height=1_270_000),
        drawing(word_shape("rect"), height=1_270_000),
        drawing(word_shape("rect"), width=127_000_000, height=127_000),
        drawing(word_shape("rect"), width=12_700, height=12_700),
        drawing(PICTURE, height=1_270_000),
        drawing(word_shape(inner="<a:ln><a:noFill/></a:ln>")),
        drawing(word_shape()).replace("<wp:docPr ", '<wp:docPr hidden="1" '),
        '<w:r><w:pict><v:line from="0,0" to="0,100pt"/></w:pict></w:r>',
        '<w:r><w:pict><v:shape type="#_x0000_t32" stroked="f" style="width:100pt;height:0"/></w:pict></w:r>',
        r("- một; - hai"),
        r("……………………"),
        r("___"),
        r("nhấn mạnh", '<w:u w:val="single"/>') + r(" trong câu"),
    ],
)
def test_what_is_no_rule(run: str) -> None:
    assert rules(p(run)) == []


CHART = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
IMAGE = '<v:shape style="width:100pt;height:90pt"><v:imagedata/></v:shape>'
BOX = IMAGE.replace("<v:imagedata/>", "<v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox>")


@pytest.mark.parametrize(
    ("run", "drawn"),
    [
        (drawing(PICTURE, height=1_270_000), True),
        (drawing(CHART, height=1_270_000), True),
        (drawing(word_shape("rect"), height=1_270_000), True),
        (f"<w:r><w:pict>{IMAGE}</w:pict></w:r>", True),
        (f"<w:r><w:object>{IMAGE}</w:object></w:r>", True),
        (f"<w:r><w:pict>{BOX}</w:pict></w:r>", False),
        (drawing(word_shape()), False),
        (drawing(PICTURE, height=12_700), False),
        (r("chữ"), False),
    ],
)
def test_a_picture_in_any_drawing_language_is_told(run: str, drawn: bool) -> None:
    word = as_read(WordFileParts().body(p(run)).packed())
    assert [line.drawn for line in word.lines if line.place.story == "body"] == [drawn]


def test_part_of_a_centred_line_underlined() -> None:
    run = r("SỞ ") + r("CÔNG", '<w:u w:val="single"/>') + r(" THƯƠNG")
    assert only(p(run, CENTRED)).kind == "underline"


def test_grouped_shapes_are_scaled() -> None:
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/>'
        '<a:chOff x="100" y="0"/><a:chExt cx="2540000" cy="635000"/></a:xfrm></wpg:grpSpPr>'
        + word_shape(size=(1_270_000, 0)).replace('x="0" y="0"', 'x="1270100" y="0"')
        + "</wpg:wgp>"
    )
    found = only(p(drawing(group, height=635_000, place=LEFT)))
    assert (found.length, found.start) == (1000, 1000 + 1000)
    # A group in the group, half as large again, begins a thousand twips of it further to the right.
    inner = group.replace("wpg:wgp", "wpg:grpSp").replace(
        '<a:off x="0" y="0"/><a:ext', '<a:off x="1270100" y="0"/><a:ext', 1
    )
    outer = group[: group.index("<wps:wsp>")] + inner + "</wpg:wgp>"
    found = only(p(drawing(outer, height=635_000, place=LEFT)))
    assert (found.length, found.start) == (500, 1000 + 1000 + 500)


BORDER = '<w:pBdr><w:{} w:val="{}" w:sz="6" w:color="000000"/></w:pBdr><w:ind w:left="1000" w:right="2000"/>'


@pytest.mark.parametrize(
    ("side", "kind", "expected"),
    [
        ("top", "single", (False, True)),
        ("bottom", "single", (True, True)),
        ("bottom", "dotted", (True, False)),
        ("bottom", "dashSmallGap", (True, False)),
        ("bottom", "double", (True, True)),
        ("bottom", "nil", None),
        ("left", "single", None),
    ],
)
def test_borders(side: str, kind: str, expected: tuple[bool, bool] | None) -> None:
    found = rules(p("", BORDER.format(side, kind)))
    if expected is None:
        assert found == []
    else:
        assert found == [(0, DrawnRule("border", expected[0], ROOM - 3000, 1000, expected[1], "000000"))]


@pytest.mark.parametrize(("leader", "solid"), [("underscore", True), ("dot", False)])
def test_leaders(leader: str, solid: bool) -> None:
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="3000" w:leader="{leader}"/></w:tabs>'
    assert only(p(r("\t"), tabs)) == DrawnRule("leader", False, 3000, 0, solid)
    assert rules(p(r("Họ và tên:\t"), tabs)) == []
    indented = f'{tabs}<w:ind w:left="1000"/>'
    assert only(p(r("\t"), indented)) == DrawnRule("leader", False, 2000, 1000, solid)


def floating(points: int) -> str:
    return drawing(word_shape(), place=position("V", "paragraph", points * 12_700))


@pytest.mark.parametrize(
    ("points", "index", "below"),
    [
        (2, 0, False),
        (500, 2, True),
        (18, 0, True),
        (34, 1, True),
        (50, 2, True),
        (-3, 0, False),
    ],
)
def test_a_floating_rule_settles_at_the_line_above_it(points: int, index: int, below: bool) -> None:
    """Lines of 14 pt are some 16 pt high."""
    names = p(floating(points) + r("UBND TỈNH")) + p("SỞ CÔNG THƯƠNG") + p("PHÒNG")
    found = rules(table(row(cell(names), cell("x")), row(cell("y"), cell("z"))))
    assert [(at, rule.below) for at, rule in found] == [(index, below)]


def test_a_rule_anchored_below_the_line_it_underlines() -> None:
    found = rules(p("UBND TỈNH"), p("SỞ CÔNG THƯƠNG"), p(floating(-1) + r("Số:")))
    assert [(at, rule.below) for at, rule in found] == [(1, True)]
    found = rules(p("UBND TỈNH"), p("SỞ CÔNG THƯƠNG"), p(floating(-18) + r("Số:")))
    assert [(at, rule.below) for at, rule in found] == [(0, True)]
    # It stays in the column that it is anchored in.
    found = rules(table(row(cell("a"))), p(floating(-14) + r("b")), p("c"))
    assert [at for at, _ in found] == [1]
    found = rules(p(floating(40) + r("b")), table(row(cell("a"))), p("c"))
    assert [at for at, _ in found] == [0]
    found = rules(table(row(cell("a"), cell(p(floating(-14) + r("b"))))))
    assert [at for at, _ in found] == [1]


def test_a_rule_placed_on_the_page_stays_at_its_anchor() -> None:
    place = position("V", "page", 5_000_000)
    assert [at for at, _ in rules(p("một"), p(drawing(word_shape(), place=place)), p("hai"))] == [1]
