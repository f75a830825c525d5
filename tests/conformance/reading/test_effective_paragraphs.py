"""How paragraphs stand in the end: indents, spacing, alignment, from every level."""

from __future__ import annotations

import pytest
from word_files import SECTION, WordFileParts, as_read, p, r, style

from thidua_cli.conformance.model.lines import Line

LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'


def line(properties: str = "", *, styles: str = "", run: str = "", settings: str = "") -> Line:
    parts = WordFileParts().more_styles(styles).numbering(LIST).settings(settings)
    return as_read(parts.body(p(r("chữ", run), properties)).packed()).lines[0]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", {"before": 0, "after": 0, "spacing": 240, "spacing_rule": "auto"}),
        ('<w:spacing w:before="120" w:after="60"/>', {"before": 120, "after": 60}),
        ('<w:spacing w:before="6pt"/>', {"before": 120}),
        ('<w:spacing w:before="120" w:beforeAutospacing="1"/>', {"before": 280}),
        ('<w:spacing w:before="120" w:beforeAutospacing="0"/>', {"before": 120}),
        ('<w:spacing w:before="100" w:beforeLines="50" w:afterLines="100"/>', {"before": 120, "after": 240}),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', {"spacing": 360, "spacing_rule": "auto"}),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', {"spacing": 360, "spacing_rule": "exact"}),
        ('<w:spacing w:line="360" w:lineRule="atLeast"/>', {"spacing": 360, "spacing_rule": "atLeast"}),
        ('<w:ind w:left="100" w:right="200" w:firstLine="567"/>', {"left": 100, "right": 200, "first": 567}),
        ('<w:ind w:start="100" w:end="200"/>', {"left": 100, "right": 200}),
        ('<w:ind w:left="2cm"/>', {"left": 1134}),
        ('<w:ind w:left="567" w:hanging="567"/>', {"first": -567}),
        ('<w:ind w:hanging="0" w:firstLine="567"/>', {"first": 567}),
        # A hundredth of a letter of the text's own size: 14 pt here.
        ('<w:ind w:firstLine="100" w:firstLineChars="200"/>', {"first": 560}),
        ('<w:ind w:firstLine="567" w:firstLineChars="0"/>', {"first": 567}),
        ('<w:ind w:leftChars="100" w:rightChars="50"/>', {"left": 280, "right": 140}),
        ('<w:jc w:val="both"/>', {"align": "both"}),
        ('<w:jc w:val="start"/>', {"align": "left"}),
        ('<w:jc w:val="end"/>', {"align": "right"}),
        ('<w:jc w:val="center"/>', {"align": "center"}),
        ('<w:jc w:val="thaiDistribute"/>', {"align": "distribute"}),
        ('<w:jc w:val="?"/>', {"align": "left"}),
        ('<w:bidi/><w:jc w:val="start"/>', {"align": "right"}),
        ("<w:contextualSpacing/>", {"contextual": True}),
        ('<w:framePr w:w="2000" w:xAlign="center"/>', {"frame": "center", "align": "left"}),
        ('<w:framePr w:xAlign="right"/>', {"frame": "right", "align": "right"}),
        ("<w:pageBreakBefore/>", {"page_break": True}),
        ('<w:spacing w:before="99999999999999" w:line="?"/>', {"before": 999_999_999, "spacing": 240}),
    ],
)
def test_direct(properties: str, expected: dict[str, object]) -> None:
    found = line(properties)
    assert {key: getattr(found, key) for key in expected} == expected


STYLES = style("Cha", '<w:pPr><w:spacing w:before="120" w:after="40"/><w:jc w:val="both"/></w:pPr>') + style(
    "Con", '<w:pPr><w:spacing w:after="0"/><w:ind w:firstLine="720"/></w:pPr>', based_on="Cha"
)


def test_attributes_of_one_property_come_from_several_levels() -> None:
    found = line('<w:pStyle w:val="Con"/><w:ind w:left="100"/>', styles=STYLES)
    assert (found.before, found.after, found.align) == (120, 0, "both")
    assert (found.left, found.first, found.style) == (100, 720, "Con")


def test_defaults_of_the_document() -> None:
    spacing = '<w:pPr><w:spacing w:after="200"/></w:pPr>'
    defaults = f"<w:docDefaults><w:pPrDefault>{spacing}</w:pPrDefault></w:docDefaults>"
    parts = WordFileParts().styles(defaults).body(p("x"), p("y", '<w:spacing w:after="0"/>'))
    assert [each.after for each in as_read(parts.packed()).lines] == [200, 0]


@pytest.mark.parametrize(
    ("properties", "styles", "left", "first"),
    [
        (LISTED, "", 360, -360),
        (f'{LISTED}<w:ind w:left="0" w:firstLine="567"/>', "", 0, 567),
        # A list that is joined directly goes over the style; one that the style joins, under what it states.
        (f'<w:pStyle w:val="S"/>{LISTED}', style("S", '<w:pPr><w:ind w:left="900"/></w:pPr>'), 360, -360),
        ('<w:pStyle w:val="S"/>', style("S", f'<w:pPr>{LISTED}<w:ind w:left="900"/></w:pPr>'), 900, -360),
        ('<w:pStyle w:val="S"/>', style("S", f"<w:pPr>{LISTED}</w:pPr>"), 360, -360),
        ('<w:numPr><w:numId w:val="7"/></w:numPr>', "", 360, -360),
    ],
)
def test_indents_of_lists(properties: str, styles: str, left: int, first: int) -> None:
    found = line(properties, styles=styles)
    assert (found.left, found.first, found.label) == (left, first, "1.")


@pytest.mark.parametrize(
    ("properties", "text", "align"),
    [
        ('<w:framePr w:hAnchor="margin" w:xAlign="center"/>', "2", "center"),
        ('<w:framePr w:w="2000" w:xAlign="center"/>', "2", "left"),
        # The column is 9071 twips wide.
        ('<w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs>', "\t2", "center"),
        ('<w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs>', "\t2\t3", "left"),
        ('<w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs>', "2", "left"),
        ('<w:tabs><w:tab w:val="center" w:pos="3000"/></w:tabs>', "\t2", "left"),
        ('<w:tabs><w:tab w:val="left" w:pos="4536"/></w:tabs>', "\t2", "left"),
        (
            '<w:tabs><w:tab w:val="left" w:pos="20"/><w:tab w:val="center" w:pos="4536"/></w:tabs>',
            "\t\t2",
            "center",
        ),
        (
            '<w:tabs><w:tab w:val="clear" w:pos="20"/><w:tab w:val="center" w:pos="4536"/></w:tabs>',
            "\t2",
            "center",
        ),
        ("", "\t2", "left"),
    ],
)
def test_text_centred_in_other_ways(properties: str, text: str, align: str) -> None:
    assert as_read(WordFileParts().body(p(text, properties)).packed()).lines[0].align == align


def test_lines_of_the_grid() -> None:
    grid = SECTION.replace("</w:sectPr>", '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>')
    parts = WordFileParts().section(grid).body(p("x", '<w:spacing w:beforeLines="50"/>'))
    assert as_read(parts.packed()).lines[0].before == 156


def test_page_breaks() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    blocks = (
        p("một"),
        p(page),
        p("hai"),
        p(page + r("ba")),
        p(r("bốn") + page),
        p("năm"),
        p(r("sáu") + page + r("bảy")),
    )
    lines = as_read(WordFileParts().body(*blocks).packed()).lines
    assert [(each.text, each.page_break) for each in lines] == [
        ("một", False),
        ("", False),
        ("hai", True),
        ("ba", True),
        ("bốn", False),
        ("năm", True),
        ("sáu\nbảy", False),
    ]
