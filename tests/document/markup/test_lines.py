"""The line markup: blocks, fields of components, emphasis, and values that stay values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.document.blocks import Article, Basis, Bullet, Division, Heading, Paragraph, Run, plain
from thidua_cli.document.characters import one_line
from thidua_cli.document.components import (
    Addressees,
    Appendix,
    Body,
    Closing,
    Enactment,
    Enclosure,
    Letterhead,
    Recipients,
    Signature,
    Title,
    Turn,
)
from thidua_cli.document.markup.components import COMPONENTS, TABLE
from thidua_cli.document.markup.lines import parse
from thidua_cli.document.markup.problems import Problem
from thidua_cli.document.markup.values import literal


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


DECISION = """@issuer Sở A
@number Số: 05/QĐ-SA
@address Số 1, đường A; điện thoại: 0123
@type Quyết định
@enactment Giám đốc Sở A
@basis Căn cứ A
@enactment QUYẾT ĐỊNH:
@article Điều 1.
@article-text Ban hành **Quy chế**
@article Điều 2.
@article-text Hiệu lực
@enclosure
@issuer Sở A
@type Quy chế
@issued-with (Kèm theo Quyết định số 05/QĐ-SA)
@part Phần I
@division-title Chung
@chapter Chương I
@division-title Quy định chung
@section Mục 1
@subsection Tiểu mục 1
@article Điều 1.
@article-title Đối tượng
1. Khoản
@article Điều 2.
@turn landscape
@turn portrait
"""


def test_a_decision_and_what_it_issues() -> None:
    blocks, problems = parse(DECISION)
    assert problems == ()
    assert blocks == (
        Letterhead((Body("Sở A"),), "Số: 05/QĐ-SA", address="Số 1, đường A; điện thoại: 0123"),
        Title("Quyết định"),
        Enactment("Giám đốc Sở A"),
        Basis((runs("Căn cứ A"),)),
        Enactment("QUYẾT ĐỊNH:"),
        Article("Điều 1.", (Run("Ban hành "), Run("Quy chế", bold=True))),
        Article("Điều 2.", runs("Hiệu lực")),
        Enclosure(),
        Letterhead((Body("Sở A"),)),
        Title("Quy chế", attached="(Kèm theo Quyết định số 05/QĐ-SA)"),
        Division("Phần I", "Chung", "phan"),
        Division("Chương I", "Quy định chung"),
        Division("Mục 1", "", "muc"),
        Division("Tiểu mục 1", "", "tieu-muc"),
        Article("Điều 1.", runs("Đối tượng"), titled=True),
        Paragraph(runs("1. Khoản")),
        Article("Điều 2.", ()),
        Turn(landscape=True),
        Turn(landscape=False),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("@article Điều 1.\n@article-title A\n@article-text B", Problem(1, "@article Điều 1.", "article")),
        ("Đoạn\n@turn upside", Problem(2, "@turn upside", "turn")),
        ("@turn", Problem(1, "@turn", "turn")),
        (f"@enclosure {literal('a')}", Problem(1, "@enclosure a", "enclosure")),
    ],
)
def test_lines_that_make_no_component(text: str, problem: Problem) -> None:
    assert parse(text)[1] == (problem,)


def test_a_mistyped_directive_does_not_divide_a_component() -> None:
    blocks, problems = parse("@capacity A\n@capcity B\n@signer C")
    assert blocks == (Closing((Signature(("A",), "C"),)),)
    assert [problem.kind for problem in problems] == ["directive"]


def test_each_appendix_is_its_own() -> None:
    blocks, _ = parse("@appendix Phụ lục I\n@appendix Phụ lục II")
    assert blocks == (Appendix("Phụ lục I"), Appendix("Phụ lục II"))


NASTY = st.text(alphabet=st.sampled_from("#@-+|*[]=\\ \n\t\x02\x03aơ`>_"), max_size=30)


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


# Directives that need another before them or after them, or a word of their own.
NOT_ALONE = {"division-title", "article-title", "article-text", "enclosure", "turn"}


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_directive_is_known(name: str) -> None:
    blocks, problems = parse(f"@{name} chữ")
    kinds = [problem.kind for problem in problems]
    if name in NOT_ALONE or COMPONENTS[name] == TABLE:
        assert (blocks, kinds) == ((), [COMPONENTS[name]])
    else:
        assert (len(blocks), kinds) == (1, [])
