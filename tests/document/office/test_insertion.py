"""Parts of the document in an office's file: lists like their tag, the body in its styles, new pages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.blocks import Chart, Heading, Paragraph, Run, Series, Table
from thidua_cli.document.components import Addressees, Appendix, Enactment, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.blocks import Block, Inline
    from thidua_cli.document.composing.compose import Composed

Fill = Callable[..., Any] if TYPE_CHECKING else Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="Nội dung văn bản"/></w:style>'
    '<w:style w:type="character" w:styleId="kt"><w:name w:val="heading 2"/></w:style>'
)


def inline(text: str) -> Inline:
    return (Run(text),)


def with_blocks(plan: Composed, *blocks: Block) -> Composed:
    assert plan.document is not None
    return plan._replace(document=replace(plan.document, blocks=blocks))


def looks(root: Any) -> list[list[str]]:
    return [[child.tag[len(W) :] for child in each] for each in root.iter(f"{W}pPr")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ noi_nhan }}", "- Như trên;\n- UBND tỉnh (b/c);\n- Lưu: VT."),
        ("Gửi: {{ noi_nhan }}", "Gửi: Như trên, UBND tỉnh (b/c)"),
        ("{{ can_cu }}", "Căn cứ Luật Thi đua Khen thưởng."),
        ("{{ quyen_han }}\n{{ nguoi_ky }}", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Bình"),
        ("a{{ kinh_gui }}\n{{ kinh_gui }}", "a"),
        ("{{ tham_quyen }}\n{{ phu_luc }}", ""),
        ("| {{ noi_nhan }} | x |", "| - Như trên;//- UBND tỉnh (b/c);//- Lưu: VT. | x |"),
        ("| {{ kinh_gui }} | x |", "|  | x |"),
    ],
)
def test_lists(fill: Fill, body: str, expected: str) -> None:
    assert fill(body).text() == expected


def test_lines_of_a_list_look_like_their_tag(fill: Fill) -> None:
    look = "<w:pPr><w:pStyle w:val='x'/><w:ind w:left='9'/></w:pPr>"
    made = fill(f"<w:p>{look}<w:r><w:rPr><w:sz w:val='22'/></w:rPr><w:t>{{{{ noi_nhan }}}}</w:t></w:r></w:p>")
    assert looks(made.root()) == [["pStyle", "ind"]] * 3
    assert len(list(made.root().iter(f"{W}sz"))) == 3


def test_dashes_that_word_sets_are_not_set_twice(fill: Fill) -> None:
    look = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    assert fill(f"<w:p>{look}<r>{{{{ noi_nhan }}}}</r></w:p>").text().startswith("Như trên;")


def test_the_body_stands_where_its_tag_stood(fill: Fill) -> None:
    made = fill("trước\n{{ noi_dung }}\nsau")
    first, *body, last = made.text().split("\n")
    assert (first, last) == ("trước", "sau")
    assert (body[0], body[-1]) == ("I. MỤC ĐÍCH", "Hết./.")


def test_the_office_has_its_styles_and_we_our_looks(fill: Fill) -> None:
    made = fill("{{ noi_dung }}", styles=STYLES)
    paragraphs = list(made.root().iter(f"{W}p"))
    assert [each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for each in paragraphs] == ["u1", *["Than"] * 4]
    assert not list(paragraphs[1].iter(f"{W}rFonts"))
    bare = fill("{{ noi_dung }}")
    assert not list(bare.root().iter(f"{W}pStyle"))
    heading, text = list(bare.root().iter(f"{W}p"))[:2]
    assert heading.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"
    assert text.find(f"{W}pPr/{W}ind").get(f"{W}firstLine")
    assert {each.get(f"{W}ascii") for each in bare.root().iter(f"{W}rFonts")} == {"Times New Roman"}
    assert len(list(text.iter(f"{W}sz"))) == len(list(text.iter(f"{W}r"))) + 1  # of the sign of the paragraph


def test_the_width_of_a_table_is_that_of_the_page(fill_bytes: Fill, zip_of: Any, plan: Composed) -> None:
    block = Table((inline("a"), inline("b")), ((inline("1"), inline("2")),))
    made = fill_bytes(zip_of("{{ noi_dung }}"), made=with_blocks(plan, block))
    assert made.root().find(f".//{W}tblW").get(f"{W}w") == str(11906 - 1701 - 851)


def test_a_chart_brings_its_parts(fill_bytes: Fill, zip_of: Any, plan: Composed) -> None:
    chart = Chart("Điểm", ("A", "B"), (Series("Điểm", (Decimal(9), Decimal("8.5"))),))
    data = zip_of("{{ noi_dung }}", word__charts__chart3_DOT_xml=b"<c/>")
    made = fill_bytes(data, made=with_blocks(plan, chart))
    assert b"chart4.xml" in made.parts["word/_rels/document.xml.rels"]
    assert b"/word/charts/chart4.xml" in made.parts["[Content_Types].xml"]
    assert {"word/charts/chart4.xml", "word/charts/_rels/chart4.xml.rels"} <= set(made.parts)
    assert any(name.endswith(".xlsx") for name in made.parts)


def sections(root: Any) -> list[tuple[str, bool, bool]]:
    """Width of the paper, whether the numbers begin with 1, whether the section ends inside the text."""
    return [
        (
            each.find(f"{W}pgSz").get(f"{W}w"),
            each.find(f"{W}pgNumType[@{W}start='1']") is not None,
            each.getparent().tag == f"{W}pPr",
        )
        for each in root.iter(f"{W}sectPr")
    ]


UPRIGHT, LYING = "11906", "16838"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ phu_luc }}", [(UPRIGHT, False, True), (UPRIGHT, True, True), (LYING, True, False)]),
        ("{{ phu_luc }}\nsau", [
            (UPRIGHT, False, True), (UPRIGHT, True, True), (LYING, True, True), (UPRIGHT, False, False)
        ]),
    ],
)  # fmt: skip
def test_appendices_have_pages_of_their_own(
    fill_bytes: Fill, zip_of: Any, plan: Composed, body: str, expected: list[tuple[str, bool, bool]]
) -> None:
    annexes = (
        Appendix("Phụ lục I", "A"),
        Paragraph(inline("a")),
        Appendix("Phụ lục II", "B", landscape=True),
        Paragraph(inline("b")),
    )
    made = fill_bytes(
        zip_of(f"{{{{ noi_dung }}}}\n{body}"), made=with_blocks(plan, Heading(1, inline("I. x")), *annexes)
    )
    assert sections(made.root()) == expected
    assert made.findings == []


def test_turned_pages_turn_back(fill_bytes: Fill, zip_of: Any, plan: Composed) -> None:
    blocks = (Paragraph(inline("a")), Turn(True), Paragraph(inline("b")), Turn(False), Paragraph(inline("c")))
    made = fill_bytes(zip_of("{{ noi_dung }}"), made=with_blocks(plan, *blocks))
    assert sections(made.root()) == [(UPRIGHT, False, True), (LYING, False, True), (UPRIGHT, False, False)]
    inside = fill_bytes(zip_of("| {{ noi_dung }} |"), made=with_blocks(plan, *blocks))
    assert inside.said == ["TD633 pages body:t1.r1.c1.p1 {{ noi_dung }}"]


def test_who_issues_a_decision_stands_above_its_basis(fill_bytes: Fill, zip_of: Any, plan: Composed) -> None:
    from thidua_cli.document.blocks import Basis

    blocks = (
        Addressees(("UBND tỉnh",)),
        Enactment("Giám đốc Sở"),
        Basis((inline("Căn cứ a"),)),
        Enactment("Quyết định:"),
        Paragraph(inline("b")),
    )
    made = fill_bytes(
        zip_of("{{ tham_quyen }}\n{{ can_cu }}\n{{ noi_dung }}"), made=with_blocks(plan, *blocks)
    )
    assert made.text().lower() == "giám đốc sở\ncăn cứ a.\nquyết định:\nb"
    left_out = fill_bytes(zip_of("{{ noi_dung }}"), made=with_blocks(plan, *blocks))
    assert [one.values["name"] for one in left_out.findings] == ["tham_quyen", "kinh_gui", "can_cu"]


def test_title_author_and_date_go_into_the_properties(fill: Fill) -> None:
    core = fill("{{ so }}").parts["docProps/core.xml"].decode()
    assert "<dc:title>Kế hoạch Thi đua &lt;năm&gt; 2022 &amp; tiếp theo</dc:title>" in core
    assert "<dc:creator>Sở Công Thương</dc:creator>" in core
    assert "2022-03-09T00:00:00Z" in core
