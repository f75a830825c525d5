"""Sections: paper, margins, page numbers, and the headers that apply in each."""

from __future__ import annotations

import pytest
from word_files import SECTION, WordFileParts, as_read, p, r

from thidua_cli.conformance.model.word_file import Section, WordFile
from thidua_cli.conformance.reading.word_file import word_file_of

PAGE = p('<w:fldSimple w:instr="PAGE"/>', '<w:jc w:val="center"/>')


def section(inner: str = "", *, size: str = 'w:w="11906" w:h="16838"', margins: str = "") -> str:
    paper = f"<w:pgSz {size}/>" if size else ""
    return f"<w:sectPr>{inner}{paper}{margins}</w:sectPr>"


def read(last: str, *blocks: str) -> WordFile:
    parts = WordFileParts().header("a", PAGE).header("b", p("khác")).footer("c", p("chân"))
    return as_read(parts.section(last).body(*(blocks or (p("x"),))).packed())


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            SECTION,
            {
                "width": 11906,
                "height": 16838,
                "landscape": False,
                "left": 1701,
                "gutter": 0,
                "unread": frozenset(),
            },
        ),
        ("", {"width": 12240, "height": 15840, "left": 1440, "starts": "nextPage"}),
        (section(size='w:w="16838" w:h="11906" w:orient="landscape"'), {"landscape": True}),
        (section(size='w:w="16838" w:h="11906"'), {"landscape": True}),
        (section(size='w:w="210mm" w:h="29.7cm"'), {"width": 11906, "height": 16838}),
        (
            section('<w:type w:val="continuous"/><w:titlePg/>'),
            {"starts": "continuous", "first_differs": True},
        ),
        (section('<w:titlePg w:val="0"/>'), {"first_differs": False}),
        (
            section('<w:pgNumType w:start="1" w:fmt="lowerRoman"/>'),
            {"restarts_at": 1, "number_format": "lowerRoman"},
        ),
        (section(), {"restarts_at": None, "number_format": "decimal", "columns": 1}),
        (section('<w:cols w:num="2" w:space="700"/>'), {"columns": 2}),
        (
            section(margins='<w:pgMar w:top="-1134" w:left="1701" w:gutter="284"/>'),
            {"top": -1134, "gutter": 284},
        ),
        (
            section(size='w:w="abc" w:h="16838"', margins='<w:pgMar w:top="x" w:left=""/>'),
            {"width": 12240, "top": 1440, "unread": {"width", "top", "left"}},
        ),
    ],
)
def test_paper(xml: str, expected: dict[str, object]) -> None:
    found = read(xml).sections[-1]
    assert {key: getattr(found, key) for key in expected} == expected


@pytest.mark.parametrize(
    ("inner", "room"),
    [
        ("", 9071),
        ('<w:cols w:num="2" w:space="71"/>', 4500),
        ('<w:cols w:num="2"><w:col w:w="3000"/></w:cols>', 3000),
    ],
)
def test_room_of_a_column(inner: str, room: int) -> None:
    assert read(SECTION.replace("</w:sectPr>", f"{inner}</w:sectPr>")).lines[0].room == room


def header(kind: str, identity: str, which: str = "header") -> str:
    return f'<w:{which}Reference w:type="{kind}" r:id="{identity}"/>'


def shown(found: Section) -> dict[str, list[str]]:
    return {kind: [line.text for line in lines] for kind, lines in found.headers.items()}


def test_lines_know_their_section_and_headers_are_linked() -> None:
    first = p(
        "một", section(header("default", "a") + header("first", "b") + header("default", "c", "footer"))
    )
    second = p("hai", section(header("default", "b")))
    word = read(section(), first, p("ba"), second, p("bốn"))
    assert [(each.text, each.place.section) for each in word.lines] == [
        ("một", 1),
        ("ba", 2),
        ("hai", 2),
        ("bốn", 3),
    ]
    assert [each.number for each in word.sections] == [1, 2, 3]
    assert [shown(each) for each in word.sections] == [
        {"default": [""], "first": ["khác"]},
        {"default": ["khác"], "first": ["khác"]},
        {"default": ["khác"], "first": ["khác"]},
    ]
    assert [line.text for line in word.sections[2].footers["default"]] == ["chân"]
    page = word.sections[0].headers["default"][0]
    assert (page.fields, page.align, page.place.story, page.place.section) == (
        ("PAGE",),
        "center",
        "header",
        0,
    )
    assert page.place.part == "word/a.xml"


def test_a_header_that_the_file_lacks_is_blank_and_told() -> None:
    parts = WordFileParts().section(section(header("default", "không có"))).body(p("x"))
    word, findings = word_file_of(parts.packed(), "tep.docx")
    assert word is not None
    assert shown(word.sections[0]) == {"default": []}
    assert word.unread == ("không có",)
    assert [(each.code, each.variant) for each in findings] == [("TD703", "missing")]


def test_sections_under_tracking_are_not_counted() -> None:
    old = f"<w:sectPrChange>{section()}</w:sectPrChange>"
    assert len(read(section(old)).sections) == 1


def test_even_pages() -> None:
    assert as_read(WordFileParts().settings("<w:evenAndOddHeaders/>").body(p(r("x"))).packed()).even_differs
    assert not as_read(WordFileParts().body(p("x")).packed()).even_differs
