"""The line markup: blocks, fields of components, emphasis, and values that stay values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.blocks import (
    Addressees,
    Appendix,
    Basis,
    Body,
    Bullet,
    Closing,
    Heading,
    Letterhead,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
    Title,
    plain,
)
from thidua_cli.document.characters import one_line
from thidua_cli.document.components import COMPONENTS
from thidua_cli.document.markup import Problem, inline, literal, parse


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# I. Mục đích", Heading(1, runs("I. Mục đích"))),
        ("## 1. Mục đích", Heading(2, runs("1. Mục đích"))),
        ("###   a) Tập thể", Heading(3, runs("a) Tập thể"))),
        ("- Gạch", Bullet(1, runs("Gạch"))),
        ("+ Cộng", Bullet(2, runs("Cộng"))),
        ("Đoạn văn.", Paragraph(runs("Đoạn văn."))),
        ("   thụt vào", Paragraph(runs("thụt vào"))),
        ("-không phải gạch", Paragraph(runs("-không phải gạch"))),
        (r"\# không phải đề mục", Paragraph(runs("# không phải đề mục"))),
        (r"\@to nơi", Paragraph(runs("@to nơi"))),
        (r"\- gạch", Paragraph(runs("- gạch"))),
    ],
)
def test_line(line: str, block: object) -> None:
    assert parse(line) == ((block,), ())


@pytest.mark.parametrize("line", ["", "  ", "# ", "- ", "@office", "@subject   "])
def test_nothing_to_print(line: str) -> None:
    blocks, problems = parse(line)
    assert problems == ()
    assert all(block in (Title("", ""), Closing(())) for block in blocks)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("@recipent Sở A", "directive"),
        ("#### sâu", "line"),
        ("#liền", "line"),
        ("@", "line"),
        ("@Chữ", "line"),
    ],
)
def test_unreadable_line(line: str, kind: str) -> None:
    assert parse(f"Đoạn.\n{line}") == ((Paragraph(runs("Đoạn.")),), (Problem(2, line, kind),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**đậm** và *nghiêng*", (Run("đậm", bold=True), Run(" và "), Run("nghiêng", italic=True))),
        ("***cả hai***", (Run("cả hai", bold=True, italic=True),)),
        (r"hai \*\* sao", runs("hai ** sao")),
        (r"gạch \ ngược \a", runs(r"gạch \ ngược \a")),
    ],
)
def test_emphasis(text: str, expected: object) -> None:
    assert inline(text) == expected


def test_components() -> None:
    text = """@parent UBND tỉnh
@issuer Sở A
@issuer Sở B
@number Số: 05/KH-SA
@place-date Hà Nội, ngày 01 tháng 02 năm 2022

@type Kế hoạch
@subject Thi đua
@to Sở C
@to Sở D
@basis Căn cứ A
@basis Căn cứ **B**
@capacity KT. Giám đốc
@capacity Phó Giám đốc
@signer Nguyễn Văn A
@office Ủy viên
@capacity Chủ tịch
@signer
@recipient Sở C
@archive Lưu: VT
@appendix Phụ lục
@appendix-title Bảng
@landscape
"""
    blocks, problems = parse(text)
    assert problems == ()
    assert blocks == (
        Letterhead(
            (Body("Sở A", ("UBND tỉnh",)), Body("Sở B")), "Số: 05/KH-SA", "Hà Nội, ngày 01 tháng 02 năm 2022"
        ),
        Title("Kế hoạch", "Thi đua"),
        Addressees(("Sở C", "Sở D")),
        Basis((runs("Căn cứ A"), (Run("Căn cứ "), Run("B", bold=True)))),
        Closing(
            (
                Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn A", "Ủy viên"),
                Signature(("Chủ tịch",)),
            ),
            Recipients(("Sở C",), "Lưu: VT"),
        ),
        Appendix("Phụ lục", "Bảng", landscape=True),
    )


def test_each_appendix_is_its_own() -> None:
    blocks, _ = parse("@appendix Phụ lục I\n@appendix Phụ lục II")
    assert blocks == (Appendix("Phụ lục I"), Appendix("Phụ lục II"))


def test_table() -> None:
    blocks, problems = parse("| Chỉ tiêu | Mức |\n|---|---:|\n| A **b** | 1 |\n| C |\n\n| X |\n| a | b |")
    assert blocks == (
        Table(
            (runs("Chỉ tiêu"), runs("Mức")),
            (((Run("A "), Run("b", bold=True)), runs("1")), (runs("C"), ())),
            numeric=frozenset({1}),
        ),
        Table((runs("X"),), ((runs("a"),),)),
    )
    assert problems == (Problem(7, "| a | b |", "table"),)


def test_a_bar_in_a_value_divides_nothing() -> None:
    blocks, _ = parse(f"| A | B |\n| {literal('x | y')} | 1 \\| 2 |")
    assert blocks == (Table((runs("A"), runs("B")), ((runs("x | y"), runs("1 | 2")),)),)


NASTY = st.text(alphabet=st.sampled_from("#@-+|*\\ \n\t\x02\x03aơ`>_"), max_size=30)


@given(
    st.lists(st.one_of(st.text(max_size=20), NASTY), max_size=4), st.sampled_from(["", "- ", "# ", "@to "])
)
@settings(deadline=None, max_examples=150)
def test_a_value_is_never_markup(values: list[str], start: str) -> None:
    blocks, problems = parse("\n".join(f"{start}x{literal(value)}" for value in values))
    assert problems == ()
    expected = [("x" + one_line(value)).strip(" ") for value in values]
    if start == "@to ":
        found = [name for block in blocks if isinstance(block, Addressees) for name in block.names]
    else:
        assert all(isinstance(block, Paragraph | Bullet | Heading) for block in blocks)
        found = [plain(block.runs).strip(" ") for block in blocks]
        assert all(not run.bold and not run.italic for block in blocks for run in block.runs)
    assert found == expected


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=150)
def test_any_text_parses(text: str) -> None:
    parse(text)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_directive_is_known(name: str) -> None:
    blocks, problems = parse(f"@{name} chữ")
    assert len(blocks) == 1
    assert problems == ()


def test_a_table_is_no_wider_than_word_opens() -> None:
    line = "|" + "a|" * 64
    (table,), (problem,) = parse(f"{line}\n{'|' + 'b|' * 63}")
    assert isinstance(table, Table)
    assert [len(row) for row in (table.header, *table.rows)] == [63, 63]
    assert problem == Problem(1, line, "columns")


def test_many_values_in_one_cell() -> None:
    (table,), problems = parse("| " + (literal("a") + "b") * 200_000 + " |")
    assert isinstance(table, Table)
    assert (table.header, problems) == ((runs("ab" * 200_000),), ())
