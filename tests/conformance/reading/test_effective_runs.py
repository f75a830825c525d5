"""How characters appear in the end: each level of formatting over the one below it."""

from __future__ import annotations

import pytest
from word_files import NORMAL, WordFileParts, as_read, cell, p, r, row, style, table

from thidua_cli.conformance.model.lines import Stretch

THEME = (
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Viet" typeface="Arial"/><a:font script="Jpan" typeface="MS Mincho"/></a:minorFont>'
    "</a:fontScheme>"
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def first(parts: WordFileParts) -> Stretch:
    return as_read(parts.packed()).lines[0].stretches[0]


def look(run: str = "", *, paragraph: str = "", styles: str = "") -> Stretch:
    return first(WordFileParts().more_styles(styles).body(p(r("chữ", run), paragraph)))


BOLD = style("Đậm", "<w:rPr><w:b/></w:rPr>")
CHARACTER = style("Chữ", "<w:rPr><w:b/><w:sz w:val='20'/></w:rPr>", "character", based_on="")
USE_BOLD, USE_CHARACTER = '<w:pStyle w:val="Đậm"/>', '<w:rStyle w:val="Chữ"/>'


@pytest.mark.parametrize(
    ("run", "paragraph", "bold"),
    [
        ("", "", False),
        ("<w:b/>", "", True),
        ("", USE_BOLD, True),
        ('<w:b w:val="0"/>', USE_BOLD, False),
        (USE_CHARACTER, "", True),
        # Two styles of different kinds switch each other over (17.7.3); what is set directly is absolute.
        (USE_CHARACTER, USE_BOLD, False),
        (f"{USE_CHARACTER}<w:b/>", USE_BOLD, True),
        ('<w:b w:val="off"/>', USE_BOLD, False),
        ('<w:b w:val="false"/>', USE_BOLD, False),
        ('<w:b w:val="true"/>', "", True),
        # A style that the file lacks, or that is of another kind, leaves what applies without it.
        ('<w:rStyle w:val="Đậm"/>', "", False),
        ("", '<w:pStyle w:val="Không có"/>', False),
    ],
)
def test_bold(run: str, paragraph: str, bold: bool) -> None:
    assert look(run, paragraph=paragraph, styles=BOLD + CHARACTER).bold is bold


def test_based_on_overrides_and_default_holds() -> None:
    styles = (
        BOLD
        + style("Con", "", based_on="Đậm")
        + style("Thôi", '<w:rPr><w:b w:val="0"/></w:rPr>', based_on="Đậm")
    )
    assert look(paragraph='<w:pStyle w:val="Con"/>', styles=styles).bold
    assert not look(paragraph='<w:pStyle w:val="Thôi"/>', styles=styles).bold
    default = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    # Bold by default stays bold, however many styles switch it.
    assert first(WordFileParts().styles(default + NORMAL + BOLD).body(p("x", USE_BOLD))).bold


def test_chains_that_lead_back_are_cut() -> None:
    loop = style("A", "<w:rPr><w:i/></w:rPr>", based_on="B") + style(
        "B", "<w:rPr><w:b/></w:rPr>", based_on="A"
    )
    found = look(paragraph='<w:pStyle w:val="A"/>', styles=loop)
    assert (found.bold, found.italic) == (True, True)


@pytest.mark.parametrize(
    ("run", "size"),
    [
        ("", 28),
        ('<w:sz w:val="26"/>', 26),
        ('<w:sz w:val="13pt"/>', 26),
        (USE_CHARACTER, 20),
        ('<w:sz w:val="x"/>', 28),
    ],
)
def test_size(run: str, size: int) -> None:
    assert look(run, styles=CHARACTER).size == size


def test_normal_is_the_default_where_none_is_marked() -> None:
    unmarked = NORMAL.replace(' w:default="1"', "")
    assert first(WordFileParts().styles(unmarked + BOLD).body(p("x"))).size == 28


def test_nothing_tells_size_or_font() -> None:
    found = first(WordFileParts().styles("").body(p("x")))
    assert (found.size, found.fonts) == (None, ("", "", "", ""))


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ("", ("Calibri", "Calibri", "", "")),
        ('<w:rFonts w:ascii="Times New Roman"/>', ("Times New Roman", "Calibri", "", "")),
        # The theme's name wins over a plain one beside it, not over one of a later level.
        ('<w:rFonts w:ascii="Arial" w:asciiTheme="majorHAnsi"/>', ("Cambria", "Calibri", "", "")),
        (
            '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>',
            ("Calibri", "Calibri", "MS Mincho", "Arial"),
        ),
        ('<w:rFonts w:ascii="Arial" w:asciiTheme="unknown"/>', ("Arial", "Calibri", "", "")),
    ],
)
def test_fonts_of_the_theme(fonts: str, expected: tuple[str, str, str, str]) -> None:
    parts = WordFileParts().styles(DEFAULTS).theme(THEME)
    parts.settings('<w:themeFontLang w:val="vi-VN" w:eastAsia="ja-JP" w:bidi="vi-VN"/>')
    assert first(parts.body(p(r("chữ", fonts)))).fonts == expected


@pytest.mark.parametrize(
    ("run", "ansi"),
    [
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>', "Arial"),
        ('<w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>', "Arial"),
        (
            '<w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>'
            '<w:lang w:eastAsia="zh-CN"/>',
            "SimSun",
        ),
        (
            '<w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Times New Roman"/>'
            '<w:lang w:eastAsia="zh-CN"/>',
            "Arial",
        ),
    ],
)
def test_a_hint_asks_for_the_east_asian_font(run: str, ansi: str) -> None:
    assert look(run).fonts[1] == ansi


def test_complex_script() -> None:
    found = look('<w:rtl/><w:rFonts w:cs="Arial"/><w:b/><w:iCs/><w:sz w:val="20"/><w:szCs w:val="24"/>')
    assert (found.fonts[0], found.bold, found.italic, found.size) == ("Arial", False, True, 24)


@pytest.mark.parametrize(
    ("run", "field", "expected"),
    [
        ("<w:i/>", "italic", True),
        ('<w:u w:val="single"/>', "underline", True),
        ('<w:u w:val="none"/>', "underline", False),
        ("<w:caps/>", "capitals", True),
        ("<w:smallCaps/>", "capitals", True),
        ("<w:strike/>", "strike", True),
        ("<w:dstrike/>", "strike", True),
        ('<w:color w:val="ff0000"/>', "colour", "FF0000"),
        ('<w:color w:val="auto"/>', "colour", "auto"),
        ('<w:color w:val="123456" w:themeColor="accent1"/>', "colour", "4472C4"),
        ('<w:color w:val="123456" w:themeColor="accent1" w:themeShade="BF"/>', "colour", "123456"),
        ('<w:color w:val="auto" w:themeColor="text1"/>', "colour", "000000"),
        ('<w:highlight w:val="yellow"/>', "highlight", True),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "highlight", True),
        ('<w:shd w:val="clear" w:fill="auto"/>', "highlight", False),
        ('<w:vertAlign w:val="superscript"/>', "raised", True),
        ('<w:position w:val="6"/>', "raised", True),
        ('<w:position w:val="-6"/>', "raised", False),
    ],
)
def test_other_properties(run: str, field: str, expected: object) -> None:
    assert getattr(first(WordFileParts().theme(THEME).body(p(r("chữ", run)))), field) == expected


def test_table_styles_apply_below_paragraph_styles() -> None:
    styles = style(
        "Lưới",
        '<w:rPr><w:sz w:val="20"/><w:color w:val="FF0000"/></w:rPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        '<w:tblStylePr w:type="band1Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr>',
        "table",
        based_on="",
    )
    look_ = '<w:tblStyle w:val="Lưới"/><w:tblLook w:val="0020"/>'
    rows = [row(cell("một")), row(cell("hai")), row(cell("ba"))]
    lines = as_read(WordFileParts().more_styles(styles).body(table(*rows, properties=look_)).packed()).lines
    shown = [(each.stretches[0].bold, each.stretches[0].italic) for each in lines]
    assert shown == [(True, False), (False, True), (False, False)]
    # Normal states a size, so that the table's does not show; its colour does.
    assert {(each.stretches[0].size, each.stretches[0].colour) for each in lines} == {(28, "FF0000")}


AREAS = (
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
    "seCell",
)


def test_areas_of_a_table_style() -> None:
    """Each area has a colour of its own; the strongest of those that a cell lies in shows."""
    parts = "".join(
        f'<w:tblStylePr w:type="{area}"><w:rPr><w:color w:val="{area}"/></w:rPr></w:tblStylePr>'
        for area in AREAS
    )
    asked = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1"'
    look_ = f'<w:tblLook {asked} w:noHBand="{{}}" w:noVBand="{{}}"/>'

    def colours(no_rows: int, no_columns: int) -> list[str]:
        rows = [row(*(cell(str(at)) for at in range(4))) for _ in range(4)]
        own = '<w:tblStyle w:val="T"/>' + look_.format(no_rows, no_columns)
        made = WordFileParts().more_styles(style("T", parts, "table", based_on=""))
        lines = as_read(made.body(table(*rows, properties=own, grid=(500,) * 4)).packed()).lines
        return [each.stretches[0].colour.lower() for each in lines]

    top, bottom = (
        ["firstcol", "firstrow", "firstrow", "lastcol"],
        ["firstcol", "lastrow", "lastrow", "secell"],
    )
    assert colours(0, 1) == [
        *top,
        *("firstcol", "band1horz", "band1horz", "lastcol"),
        *("firstcol", "band2horz", "band2horz", "lastcol"),
        *bottom,
    ]
    banded = ["firstcol", "band1vert", "band2vert", "lastcol"]
    assert colours(1, 0) == [*top, *banded, *banded, *bottom]


def test_texts_of_stretches_make_up_the_text() -> None:
    line = as_read(WordFileParts().body(p(r("Hạ", "<w:b/>") + r("nh phúc"))).packed()).lines[0]
    assert line.text == "Hạnh phúc"
    assert [(each.text, each.bold) for each in line.stretches] == [("Hạ", True), ("nh phúc", False)]
    assert line.stretches[0].source.tag.endswith("}r")


def test_printed_has_capitals_applied() -> None:
    line = as_read(WordFileParts().body(p(r("Ủy ban ", "<w:caps/>") + r("nhân dân"))).packed()).lines[0]
    assert line.printed == "ỦY BAN nhân dân"
