"""What is printed, in the order in which people read it, wherever in the file it stands."""

from __future__ import annotations

import pytest
from word_files import WordFileParts, as_read, cell, p, r, row, table

from thidua_cli.conformance.model.lines import Line


def lines(*blocks: str) -> tuple[Line, ...]:
    return as_read(WordFileParts().body(*blocks).packed()).lines


def texts(*blocks: str) -> list[str]:
    return [each.text for each in lines(*blocks)]


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def complex_field(instruction: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (r("Số:\t05\nhai"), "Số:\t05\nhai"),
        ("<w:r><w:t> một\n hai </w:t></w:r>", "một  hai"),
        ('<w:r><w:t xml:space="preserve"> một\u00a0</w:t></w:r>', " một\u00a0"),
        ("<w:r><w:t>\u00a0một </w:t></w:r>", "\u00a0một"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:cr/></w:r>", "a\u2011b\u00ad\n"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Arial" w:char="zz"/></w:r>', ""),
        ("<w:ins>" + r("thêm") + "</w:ins>", "thêm"),
        ("<w:moveTo>" + r("đến") + "</w:moveTo>", "đến"),
        ("<w:del><w:r><w:delText>bỏ</w:delText><w:t>bỏ</w:t></w:r></w:del>" + r("còn"), "còn"),
        ("<w:moveFrom>" + r("đi") + "</w:moveFrom>", ""),
        ('<w:hyperlink r:id="x">' + r("liên kết") + "</w:hyperlink>", "liên kết"),
        ("<w:smartTag>" + r("thẻ") + "</w:smartTag>", "thẻ"),
        ("<w:customXml>" + r("xml") + "</w:customXml>", "xml"),
        (control(r("ô")), "ô"),
        (r("ẩn", "<w:vanish/>") + r("hiện"), "hiện"),
        (
            "<w:r><w:ruby><w:rt>"
            + r("chú")
            + "</w:rt><w:rubyBase>"
            + r("chữ")
            + "</w:rubyBase></w:ruby></w:r>",
            "chữ",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        (complex_field(" PAGE ", "2"), "2"),
        (
            complex_field(
                " IF " + "</w:instrText></w:r>" + complex_field("PAGE", "9") + "<w:r><w:instrText>", "đúng"
            ),
            "đúng",
        ),
        ('<w:fldSimple w:instr=" DATE ">' + r("hôm nay") + "</w:fldSimple>", "hôm nay"),
    ],
)
def test_text_of_runs(runs: str, expected: str) -> None:
    assert texts(p(runs)) == [expected]


def test_fields_are_named_and_those_without_a_result_have_a_look() -> None:
    simple = '<w:fldSimple w:instr="NUMPAGES"/>'
    line = lines(p(complex_field("PAGE \\* MERGEFORMAT", None) + simple + complex_field("toc", "I")))[0]
    assert line.fields == ("PAGE", "NUMPAGES", "TOC")
    assert lines(p("<w:r><w:pgNum/></w:r>"))[0].fields == ("PAGE",)
    assert [(each.text, each.size) for each in line.stretches] == [("", 28), ("", 28), ("I", 28)]


def test_a_field_over_several_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    found = lines(p(begin), p(separate + r("mục")), p(r("lục")), p(end), p("thân"))
    assert [each.text for each in found] == ["", "mục", "lục", "", "thân"]


def test_alternatives_are_read_once() -> None:
    def choice(requires: str) -> str:
        return (
            f'<mc:AlternateContent><mc:Choice Requires="{requires}">{r("mới")}</mc:Choice>'
            f"<mc:Fallback>{r('cũ')}</mc:Fallback></mc:AlternateContent>"
        )

    assert texts(p(choice("wps")), p(choice("wps chưa-biết"))) == ["mới", "cũ"]
    assert texts(p("<mc:AlternateContent/>")) == [""]


def test_order_of_blocks_and_places() -> None:
    nested = table(row(cell("trong")), grid=(2000,))
    found = lines(
        p("đầu"),
        control(p("trong ô")),
        table(row(cell("a"), cell(p("b1") + nested + p("b2"))), row(cell("c"), cell("d"))),
        "<w:customXml>" + p("xml") + "</w:customXml>",
        p("cuối"),
    )
    assert [each.text for each in found] == [
        "đầu",
        "trong ô",
        "a",
        "b1",
        "trong",
        "b2",
        "c",
        "d",
        "xml",
        "cuối",
    ]
    assert [each.place.number for each in found] == list(range(1, 11))
    assert [tuple(map(tuple, each.place.cells)) for each in found[2:8]] == [
        ((1, 1, 1),),
        ((1, 1, 2),),
        ((1, 1, 2), (2, 1, 1)),
        ((1, 1, 2),),
        ((1, 2, 1),),
        ((1, 2, 2),),
    ]
    assert {each.place.part for each in found} == {"word/document.xml"}


def box(inner: str, position: str = "") -> str:
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f'{position}<wp:extent cx="1905000" cy="635000"/><a:graphic><a:graphicData><wps:wsp><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def down(offset: int) -> str:
    return f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>'


def test_text_boxes_are_read_once_at_their_anchor() -> None:
    found = lines(p(box(p("hộp")) + r("neo")), p("sau"))
    assert [(each.text, each.place.story, each.place.number) for each in found] == [
        ("hộp", "text-box", 1),
        ("neo", "body", 1),
        ("sau", "body", 2),
    ]
    # 1 905 000 EMU are 3000 twips, of which a tenth of an inch is kept free at either side.
    assert found[0].room == 3000 - 2 * 144
    assert [each.text for each in lines(p(r("neo") + box(p("dưới"), down(635_000))))] == ["neo", "dưới"]


@pytest.mark.parametrize(("inset", "room"), [("", 2000 - 2 * 144), (' inset="0,,5pt,"', 2000 - 100)])
def test_room_of_an_older_box(inset: str, room: int) -> None:
    content = f"<v:textbox{inset}><w:txbxContent>{p('hộp')}</w:txbxContent></v:textbox>"
    assert (
        lines(p(f'<w:r><w:pict><v:shape style="width:100pt">{content}</v:shape></w:pict></w:r>'))[1].room
        == room
    )


def test_a_box_says_what_it_keeps_free() -> None:
    insets = box(p("hộp")).replace("<wps:bodyPr/>", '<wps:bodyPr lIns="0" rIns="127000"/>')
    assert lines(p(insets))[0].room == 3000 - 200


def test_a_box_does_not_end_the_fields_around_it() -> None:
    field = complex_field("PAGE", None)
    found = lines(p(box(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')) + field + r("thân")))
    assert [each.text for each in found] == ["", "thân"]


def test_tracked_paragraph_marks() -> None:
    removed = "<w:rPr><w:del/></w:rPr>"
    found = lines(p("<w:del>" + r("bỏ") + "</w:del>", removed), p(r("một "), removed), p("hai"))
    assert [(each.text, each.revised) for each in found] == [("một hai", True)]
    assert [each.revised for each in lines(p("<w:ins>" + r("x") + "</w:ins>"), p("y"))] == [True, False]


def test_comments() -> None:
    comments = '<w:comment w:id="4">' + p("Sửa lại") + p("ngay") + "</w:comment>"
    parts = WordFileParts().notes(comments, "comments")
    parts.body(p("một"), p('<w:commentRangeStart w:id="4"/>' + r("hai")))
    word = as_read(parts.packed())
    assert word.comments == (("Sửa lại\nngay", 1),)
    assert word.traits == {"comments"}


def test_decomposed_text_stays_as_it_is_typed() -> None:
    assert texts(p("Quo\u0302\u0301c hie\u0323\u0302u\u00a0x")) == [
        "Quo\u0302\u0301c hie\u0323\u0302u\u00a0x"
    ]
