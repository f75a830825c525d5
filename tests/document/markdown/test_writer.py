"""The plain reading: every word in order, and no word that a reader of Markdown takes for markup."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from thidua_cli.document.blocks import (
    Article,
    Basis,
    Block,
    Bullet,
    Chart,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Series,
    Table,
    plain,
)
from thidua_cli.document.characters import one_line
from thidua_cli.document.components import Addressees, Closing, Letterhead, Recipients, Signature, Title
from thidua_cli.document.markdown.writer import write_markdown

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown_of(*blocks: Block) -> str:
    return write_markdown(Document("Kế hoạch", "Sở", blocks)).decode()


def read(text: str) -> list[tuple[str, str]]:
    """Each stretch of text of a rendered page, with the element that it stands in."""
    found: list[tuple[str, str]] = []
    opened: list[Token] = []
    for token in READER.parse(text):
        if token.nesting == 1:
            opened.append(token)
        elif token.nesting == -1:
            opened.pop()
        elif token.type == "inline":
            inside = next((each.tag for each in reversed(opened) if each.tag != "p"), "p")
            found.append((inside, shown(token)))
        elif token.type != "hr":
            found.append((token.type, token.content))
    return found


def shown(token: Token) -> str:
    """The words of a line; anything but words, emphasis and breaks stands out."""
    words = ""
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            words += " "
        elif child.type in ("text", "text_special"):
            words += child.content
        elif child.tag not in ("em", "strong"):
            words += f"<{child.type}>"
    return squeezed(words)


def squeezed(text: str) -> str:
    return " ".join(text.split())


RUNS = st.lists(
    st.builds(
        Run,
        st.one_of(st.text(max_size=12), st.text("*_`~#[]()<>&|!+-=.:1 \\$a\u00a0", max_size=12)),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    max_size=4,
).map(tuple)


def printed(runs: Inline) -> str:
    texts = (f"[{run.text}]" if run.marked and run.text else run.text for run in runs)
    return squeezed(one_line("".join(texts)))


def lines(*texts: str) -> list[str]:
    return [text for text in texts if text]


@given(RUNS, RUNS)
def test_the_words_of_a_page_are_those_of_the_document(first: Inline, second: Inline) -> None:
    found = read(markdown_of(Paragraph(first), Heading(2, second), Paragraph(second)))
    assert [words for _, words in found] == lines(printed(first), printed(second), printed(second))


@given(RUNS, RUNS)
def test_the_words_of_a_list_are_those_of_the_document(first: Inline, second: Inline) -> None:
    found = read(markdown_of(Bullet(1, first), Bullet(2, second), Bullet(1, first)))
    assert [words for inside, words in found if inside == "li"] == lines(
        printed(first), printed(second), printed(first)
    )


@given(st.lists(st.tuples(RUNS, RUNS), min_size=1, max_size=3))
def test_the_words_of_a_table_are_those_of_the_document(rows: list[tuple[Inline, Inline]]) -> None:
    table = Table((Run("A"),), ()) if not rows else Table(rows[0], tuple(rows[1:]), totals=frozenset({0}))
    found = read(markdown_of(table))
    assert [words for inside, words in found if inside in ("th", "td")] == [
        printed(cell) for row in rows for cell in row
    ]


@given(st.text(max_size=20), st.text("*_#-+1.)|\\ a", max_size=8))
def test_lines_of_one_paragraph_stay_lines(name: str, number: str) -> None:
    found = read(markdown_of(Letterhead((), number=name, about=number)))
    expected = squeezed(f"{one_line(name)} {one_line(number)}")
    assert [words for _, words in found][:-1] == lines(expected)


TABLE = Table(
    ((Run("A"),), (Run("B"),)),
    (((Run("I"),), ()), ((Run("a"),), (Run("1"),)), ((Run("Cộng"),), (Run("1"),))),
    bands=frozenset({0}),
    totals=frozenset({2}),
)
SIGNED = Signature(("Chủ tịch",), "An")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph((Run("Có "), Run("90%", bold=True), Run(" đạt"))), "Có **90%** đạt"),
        (Paragraph((Run("Có "), Run(" 90 ", italic=True), Run("đạt"))), "Có  *90* đạt"),
        (Paragraph((Run("a"), Run("“b”", bold=True), Run("c"))), "a“b”c"),
        (Paragraph((Run("1. Một"),)), "1\\. Một"),
        (Paragraph((Run("- Một"),)), "\\- Một"),
        (Paragraph((Run("Tốt & khá"),)), "Tốt & khá"),
        (Paragraph((Run("số ngày", marked=True),)), "**\\[số ngày]**"),
        (Heading(1, (Run("I. Một"),)), "# I. MỘT"),
        (Article("Điều 1.", (Run("Giao Sở"),)), "**Điều 1.** Giao Sở"),
        (Article("Điều 1.", (Run("Phạm vi"),), titled=True), "# Điều 1. Phạm vi"),
        (Title("Kế hoạch", "Thi đua", "(Kèm theo)"), "# KẾ HOẠCH\n\n**Thi đua**\n\n*(Kèm theo)*"),
        (Basis(((Run("Căn cứ A"),), (Run("Căn cứ B"),))), "*Căn cứ A;*\n\n*Căn cứ B.*"),
        (Addressees(("Sở",)), "Kính gửi: Sở"),
        (TABLE, "| A | B |\n| --- | --- |\n| **I** |  |\n| a | 1 |\n| **Cộng** | **1** |"),
        (Closing((SIGNED,), Recipients(("Sở",))), "***Nơi nhận:***\n\n- Sở.\n\n**CHỦ TỊCH**\n\n**An**"),
        (
            Closing((SIGNED, Signature((), "Bình", "Giám đốc")), Recipients((), "Lưu: VT")),
            "**CHỦ TỊCH**\n\n**An**\n\n**GIÁM ĐỐC**\\\n**Bình**\n\n***Nơi nhận:***\n\n- Lưu: VT.",
        ),
        (Addressees(("Sở", "Ban")), "Kính gửi:\n\n- Sở;\n- Ban."),
        (
            Chart("Điểm", ("Sở",), (Series("Quý I", (Decimal("9.5"),)), Series("Quý II", (None,))), "%", 1),
            "**Điểm**\n\n| Nội dung | Quý I | Quý II |\n| --- | ---: | ---: |\n| Sở | 9,5% |  |",
        ),
    ],
)
def test_a_block(block: Block, expected: str) -> None:
    assert markdown_of(block) == f"{expected}\n"


def test_every_word_of_every_block_is_there_in_order(decision: Document) -> None:
    text = write_markdown(decision).decode()
    found = [words for _, words in read(text)]
    assert write_markdown(decision) == text.encode()
    assert found[:5] == [
        "UBND TỈNH HÀ TĨNH HỘI ĐỒNG THI ĐUA SỞ NỘI VỤ Số: /QĐ-HĐTĐ KHẨN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Tĩnh, ngày 09 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "Về việc ban hành Quy chế thi đua",
        "CHỦ TỊCH HỘI ĐỒNG",
    ]
    place = 0
    for block in decision.blocks:
        if isinstance(block, Paragraph | Bullet):
            place = next(at for at in range(place, len(found)) if plain(block.runs) in found[at])
    # An enclosure and an appendix begin a page; pages that turn do not.
    assert [token.type for token in READER.parse(text)].count("hr") == 2
    assert found[-5:] == [
        "BIỂU MẪU", "(Kèm theo Quy chế)", "I. MẪU ĐĂNG KÝ", "a) Tập thể", "Theo mẫu./.",
    ]  # fmt: skip
