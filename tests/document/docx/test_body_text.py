"""The text of the body: looks, headings, articles, places to fill in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Mm, Pt

from thidua_cli.document.blocks import Document, Paragraph, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LOOKS = [
    # text, points in pair 14 and 13, bold, italic, alignment
    ("CỘNG HÒA", 13, 12, True, False, ALIGN.CENTER),
    ("Độc lập", 14, 13, True, False, ALIGN.CENTER),
    ("UBND TỈNH HÀ TĨNH", 13, 12, False, False, ALIGN.CENTER),
    ("KHỐI KINH TẾ KỸ THUẬT", 13, 12, True, False, ALIGN.CENTER),
    ("Số:", 13, 13, False, False, ALIGN.CENTER),
    ("Hà Tĩnh, ngày", 14, 13, False, True, ALIGN.CENTER),
    ("KẾ HOẠCH", 14, 13, True, False, ALIGN.CENTER),
    ("Hoạt động thi đua", 14, 13, True, False, ALIGN.CENTER),
    ("Căn cứ Luật", 14, 13, False, True, ALIGN.JUSTIFY),
    ("I. MỤC ĐÍCH", 14, 13, True, False, ALIGN.JUSTIFY),
    ("1. Mục đích", 14, 13, True, False, ALIGN.JUSTIFY),
    ("a) Tập thể", 14, 13, False, False, ALIGN.JUSTIFY),
    ("- Phấn đấu", 14, 13, False, False, ALIGN.JUSTIFY),
    ("+ Chi tiết", 14, 13, False, False, ALIGN.JUSTIFY),
    ("TM. KHỐI", 14, 13, True, False, ALIGN.CENTER),
    ("GIÁM ĐỐC SỞ", 14, 13, True, False, ALIGN.CENTER),
    ("Hoàng Văn Quảng", 14, 13, True, False, ALIGN.CENTER),
    ("Nơi nhận:", 12, 12, True, True, ALIGN.LEFT),
    ("- UBND tỉnh (báo cáo);", 11, 11, False, False, ALIGN.LEFT),
    ("- Lưu: VT, KT (100b).", 11, 11, False, False, ALIGN.LEFT),
]


@pytest.mark.parametrize("size", [14, 13])
@pytest.mark.parametrize(("words", "large", "small", "bold", "italic", "align"), LOOKS)
def test_look_of_a_component(
    opened: Callable[..., Any],
    campaign: Callable[..., Document],
    size: int,
    words: str,
    large: int,
    small: int,
    bold: bool,
    italic: bool,
    align: ALIGN,
) -> None:
    style = opened(campaign(size, 1)).find(words).style
    assert style is not None
    assert style.font.size == Pt(large if size == 14 else small)
    assert (style.font.bold, style.font.italic) == (bold, italic)
    assert style.paragraph_format.alignment == align


def test_body_paragraphs(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    own = opened(campaign(14, 1)).find("1. Phát hiện").style.paragraph_format
    assert own.first_line_indent == pytest.approx(Mm(12.7), abs=700)
    assert (own.space_before, own.space_after, own.line_spacing) == (Pt(6), Pt(0), 1.0)


def test_runs_keep_their_emphasis(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    runs = opened(campaign(14, 1)).find("Phấn đấu 90%").runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("Phấn đấu ", None, None),
        ("90%", True, None),
        (" đạt danh hiệu", None, True),
    ]


def test_headings_are_headings(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    word = opened(campaign(14, 1))
    names = [word.find(words).style.name for words in ("I. MỤC", "1. Mục", "a) Tập")]
    assert names == ["Heading 1", "Heading 2", "Heading 3"]


def test_basis_punctuation(opened: Callable[..., Any], campaign: Callable[..., Document]) -> None:
    texts = [item.text for item in opened(campaign(14, 1)).paragraphs if item.style.name == "Căn cứ"]
    assert texts == ["Căn cứ Luật Thi đua, khen thưởng;", "Căn cứ Chỉ thị số\u00a034-CT/TW."]


def test_a_lead_in_stays_with_what_it_announces(
    opened: Callable[..., Any], campaign: Callable[..., Document]
) -> None:
    whole = campaign(14, 1)
    lead, plain = Paragraph((Run("Các đợt thi đua:"),)), Paragraph((Run("Các đợt thi đua."),))
    word = opened(replace(whole, blocks=(*whole.blocks[:-1], lead, plain, whole.blocks[-1])))
    kept = {item.text: item.paragraph_format.keep_with_next for item in word.paragraphs}
    assert kept["Các đợt thi đua:"] is True


def test_an_article_with_a_title_is_bold_one_without_only_its_number(opened: Callable[..., Any]) -> None:
    word = opened(
        "@article Điều 1.\n@article-title A b\n@article Điều 2.\n@article-text Ban hành **kèm** theo"
    )
    titled, untitled = word.paragraphs
    assert (titled.text, titled.style.name) == ("Điều\u00a01. A b", "Điều có tiêu đề")
    assert titled.style.font.bold
    assert untitled.style.name == "Body Text"
    assert [(run.text, run.bold) for run in untitled.runs] == [
        ("Điều\u00a02.", True),
        (" ", None),
        ("Ban hành ", None),
        ("kèm", True),
        (" theo", None),
    ]


CENTRED = [
    ("@enactment Giám đốc Sở A", "GIÁM ĐỐC SỞ A"),
    ("@chapter Chương I\n@division-title Quy định chung", "Chương I|QUY ĐỊNH CHUNG"),
    ("@section Mục 1", "Mục 1"),
]


@pytest.mark.parametrize(("markup", "lines"), CENTRED)
def test_centred_lines(opened: Callable[..., Any], markup: str, lines: str) -> None:
    found = opened(markup).paragraphs
    assert [each.text for each in found] == lines.split("|")
    for each in found:
        own = each.style
        assert (own.font.bold, own.font.italic, own.font.size) == (True, False, Pt(14))
        assert own.paragraph_format.alignment == ALIGN.CENTER
        assert own.paragraph_format.keep_with_next


OUTLINES = [
    # markup, outline levels (0 the highest) by the beginning of the line
    ("# I. A\n## 1. B\n### a) C", {"I.": 0, "1.": 1, "a)": 2}),
    (
        "@chapter Chương I\n@division-title A\n@article Điều 1.\n@article-title B",
        {"Chương": 0, "A": 0, "Điều": 1},
    ),
    ("@part Phần I\n@chapter Chương I\n@section Mục 1\n# I. B", {"Phần": 0, "Chương": 1, "Mục": 2, "I.": 3}),
    ("@article Điều 1.\n@article-text B", {"Điều": None}),
    ("# I. A\n@appendix Phụ lục\n@appendix-title B\n# I. C", {"I. A": 0, "Phụ": 0, "B": 0, "I. C": 1}),
    (
        "@type Quyết định\n@enclosure\n@type Quy chế\n@issued-with (Kèm)\n@chapter Chương I",
        {"QUYẾT": None, "QUY CHẾ": 0, "(Kèm": None, "Chương": 1},
    ),
]


@pytest.mark.parametrize(("markup", "levels"), OUTLINES)
def test_outline(opened: Callable[..., Any], markup: str, levels: dict[str, int | None]) -> None:
    """The levels that Word shows in its navigation pane: of the line itself, else of its style."""
    file = opened(markup)
    for words, level in levels.items():
        line = file.find(words)
        found = [
            each.get(f"{W}val")
            for own in (line._p, line.style.element)
            for each in own.iter(f"{W}outlineLvl")
        ]
        assert (found or [None])[0] == (None if level is None else str(level)), words


def test_a_place_to_fill_in_is_highlighted(opened: Callable[..., Any]) -> None:
    runs = opened("Hạn chế: [[nêu **rõ**]].").paragraphs[0].runs
    assert [(run.text, run.font.highlight_color) for run in runs] == [
        ("Hạn chế: ", None),
        ("[nêu rõ]", WD_COLOR_INDEX.YELLOW),
        (".", None),
    ]
