"""An office's style is worn as far as it obeys the decree; the rest is overridden, and told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.shared import Mm
from lxml import etree

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.document.layout import Layout
from thidua_cli.document.office.effective import OfficeSheet
from thidua_cli.document.office.fitting import common_of, mends
from thidua_cli.document.typesetting.looks import STYLES
from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.verdict import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

    from thidua_cli.document.composing.compose import Composed

Fill = Callable[..., Any] if TYPE_CHECKING else Any

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
GOOD = {
    "pPr": '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/>'
    '<w:ind w:firstLine="720"/><w:jc w:val="both"/>',
    "rPr": '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="000000"/>'
    '<w:sz w:val="28"/>',
}
OURS = {style.id: style for style in STYLES}


def sheet_of(*styles: str, defaults: str = "", theme: str = "Calibri") -> OfficeSheet:
    root = etree.fromstring(f'<w:styles xmlns:w="{WORD}">{defaults}{"".join(styles)}</w:styles>')
    fonts = "".join(
        f'<a:{level}Font><a:latin typeface="{theme}"/></a:{level}Font>' for level in ("major", "minor")
    )
    return OfficeSheet(root, etree.fromstring(f'<a:theme xmlns:a="{DRAWING}">{fonts}</a:theme>'))


def style(ident: str, name: str, paragraph: str = "", run: str = "", base: str = "", more: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{ident}"{more}><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def departures(sheet: OfficeSheet, ident: str, ours: str = "BodyText") -> dict[str, str]:
    """What of a style is overridden: property → what it was."""
    body = sheet.find(("Body Text",))
    common = common_of(sheet.look(body) if body else None, Layout())
    return {mend.id: mend.detail for mend in mends(sheet.look(ident), OURS[ours], common) if mend.id}


@pytest.mark.parametrize(
    ("paragraph", "run", "expected"),
    [
        ("", "", {}),
        ("", '<w:rFonts w:ascii="Arial"/>', {"font": "Arial"}),
        ("", '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>', {"font": "Calibri"}),
        ("", '<w:color w:val="2E74B5"/>', {"colour": "2E74B5"}),
        ("", '<w:color w:val="auto"/>', {}),
        ("", '<w:color w:val="111111" w:themeColor="text1"/>', {}),
        ("", '<w:sz w:val="27"/>', {}),
        ("", '<w:sz w:val="24"/>', {"size": "12"}),
        ("", "<w:b/>", {"bold": ""}),
        ("", '<w:b w:val="0"/>', {}),
        ("", "<w:i/>", {"italic": ""}),
        ("", "<w:smallCaps/>", {"marks": ""}),
        ("", '<w:u w:val="single"/>', {"marks": ""}),
        ("", '<w:u w:val="none"/>', {}),
        ('<w:jc w:val="left"/>', "", {"align": ""}),
        ('<w:ind w:firstLine="567"/>', "", {}),
        ('<w:ind w:firstLine="0"/>', "", {"indent": ""}),
        ('<w:ind w:hanging="720"/>', "", {"indent": ""}),
        ('<w:ind w:left="720"/>', "", {"indent": ""}),
        ('<w:spacing w:before="60"/>', "", {"gap": ""}),
        ('<w:spacing w:before="0" w:after="120"/>', "", {}),
        ("<w:contextualSpacing/>", "", {"gap": ""}),
        ('<w:spacing w:line="480"/>', "", {"line": ""}),
        ('<w:spacing w:line="360"/>', "", {}),
        ('<w:spacing w:line="300" w:lineRule="exact"/>', "", {"line": ""}),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', "", {}),
        ('<w:numPr><w:numId w:val="3"/></w:numPr>', "", {"numbering": ""}),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', "", {}),
        ("<w:pageBreakBefore/>", "", {"break": ""}),
    ],
)  # fmt: skip
def test_what_departs(paragraph: str, run: str, expected: dict[str, str]) -> None:
    base = style("Base", "Base", GOOD["pPr"], GOOD["rPr"])
    sheet = sheet_of(base, style("Own", "Body Text", paragraph, run, base="Base"))
    assert departures(sheet, "Own") == expected


def test_headings_follow_the_text() -> None:
    text = style("T", "Body Text", GOOD["pPr"], f'{GOOD["rPr"]}<w:sz w:val="26"/>')
    large = style("H", "heading 1", GOOD["pPr"], f"{GOOD['rPr']}<w:b/>")
    assert departures(sheet_of(text, large), "H", "Heading1") == {"size": "14"}
    assert departures(sheet_of(large), "H", "Heading1") == {}
    assert departures(sheet_of(large), "H", "Heading3") == {"bold": ""}
    above = style("H", "heading 1", GOOD["pPr"], f"{GOOD['rPr']}<w:b/>")
    below = style("T", "Body Text", f'{GOOD["pPr"]}<w:spacing w:before="0" w:after="160"/>', GOOD["rPr"])
    assert departures(sheet_of(below, above), "H", "Heading1") == {"gap": ""}


def test_what_a_file_does_not_say_is_words_own() -> None:
    sheet = sheet_of(style("Own", "Body Text"), style("N", "Normal", more=' w:default="1"'))
    assert sheet.default == "N"
    assert departures(sheet, "Own") == {"size": "10", "align": "", "indent": "", "gap": ""}
    loop = sheet_of(style("A", "Body Text", base="B"), style("B", "b", base="A"))
    assert loop.look("A").size == 20


def test_tables_keep_their_manner_but_not_their_font() -> None:
    own = style(
        "C", "Chữ trong bảng", '<w:jc w:val="center"/>', '<w:rFonts w:ascii="Arial"/><w:b/><w:sz w:val="22"/>'
    )
    assert departures(sheet_of(own), "C", "TableText") == {"font": "Arial"}


def told(made: Any) -> dict[str, str]:
    return {one.values["style"]: one.values["what"] for one in made.findings if one.code == "TD637"}


def test_what_is_overridden_is_told_once_for_each_style_in_use(fill: Fill) -> None:
    blue = '<w:color w:val="2E74B5"/><w:sz w:val="28"/><w:b/>'
    styles = (
        style("H", "heading 1", GOOD["pPr"], blue)
        + style("H2", "heading 2", "", blue)
        + style("T", "Body Text", GOOD["pPr"], GOOD["rPr"])
    )
    made = fill("{{ noi_dung }}", styles=styles)
    assert told(made) == {"Heading 1": "màu chữ (2E74B5)"}
    heading, text = list(made.root().iter(f"{W}p"))[:2]
    assert heading.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "H"
    (look,) = (run.find(f"{W}rPr") for run in heading.iter(f"{W}r"))
    assert [(child.tag[len(W) :], child.get(f"{W}val")) for child in look] == [("color", "000000")]
    assert {child.tag[len(W) :] for child in text.find(f"{W}pPr")} == {"pStyle"}


def test_an_indent_of_normal_does_not_reach_what_has_no_style(fill: Fill) -> None:
    normal = style("N", "Normal", '<w:ind w:left="300" w:hanging="200"/>', more=' w:default="1"')
    made = fill("{{ noi_dung }}", styles=normal)
    text = list(made.root().iter(f"{W}p"))[1]
    indent = {key[len(W) :]: value for key, value in text.find(f"{W}pPr/{W}ind").attrib.items()}
    assert indent == {"left": "0", "right": "0", "firstLine": "720"}
    assert told(made) == {}


def ordinary(script: Any) -> bytes:
    """An office's file whose text somebody typed in Times New Roman, its headings as Word made them."""
    word: Document = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    script.style(word, "Normal")
    script.margins(word)
    script.letterhead(word)
    for text in ("{{ ten_loai | upper }}", "{{ trich_yeu }}"):
        script.styled(word.add_paragraph(), text, bold=True)
    script.rule(word, 6.5)
    for text in ("{{ can_cu }}", "{{ noi_dung }}"):
        made = script.styled(word.add_paragraph(), text, italic="can_cu" in text, align=script.ALIGN.JUSTIFY)
        made.paragraph_format.space_before = script.Pt(6)
        made.paragraph_format.first_line_indent = script.Cm(1.27)
    script.closing(word)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_the_text_obeys_the_decree_in_an_ordinary_file(
    fill_bytes: Fill, example_script: Any, example_plan: Composed
) -> None:
    made = fill_bytes(ordinary(example_script), made=example_plan)
    assert set(told(made)) == {"Body Text", "Heading 1", "Heading 2"}
    assert told(made)["Heading 2"].startswith("phông chữ (Calibri), màu chữ (4F81BD), cỡ chữ (13)")
    word, findings = word_file_of(made.data, "a.docx")
    assert word is not None, findings
    checked = judge(word).checked
    assert [message_of(one, "vi") for one in checked.findings] == []
    assert sum(one.ruling is Ruling.PASS for one in checked.verdicts) > 40
