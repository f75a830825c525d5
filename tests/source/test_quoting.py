"""Text that must stand in quotes: what the fix writes, and what a comment swallowed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.source.nodes import as_data
from thidua_cli.source.quoting import as_scalar, quoted
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml


def mended(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    source, span = SourceText("p", text), finding.fix.span
    start = source.lines.starts[span.line - 1] + span.column - 1
    end = source.lines.starts[span.end_line - 1] + span.end_column - 1
    return text[:start] + finding.fix.replacement + text[end:]


@settings(deadline=None, max_examples=100)
@given(
    st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="\xa0"), min_size=1).map(
        str.strip
    )
)
def test_quoted_text_is_read_as_it_is(text: str) -> None:
    root, _ = read_yaml(SourceText("p", f"a: {quoted(text)}\n"))
    assert root is not None
    read, _ = read_yaml(SourceText("p", f"a: {quoted(text)}\nb: {quoted(text)}\n"))
    assert read is not None
    assert as_data(read) == {**as_data(root), "b": as_data(root)["a"]}  # type: ignore[index, dict-item]


@pytest.mark.parametrize(
    ("text", "variant", "value"),
    [
        ("a: {ntm} và {vnn}\n", "bracket-first", "{ntm} và {vnn}"),
        ("- a: {ntm} và # ghi chú\n  b: c\n", "bracket-first", "{ntm} và"),
        ("a: [1] Nội dung\n   tiếp theo\nb: c\n", "bracket-first", "[1] Nội dung tiếp theo"),
        ("- {ntm} và\n  tiếp\n- b\n", "bracket-first", "{ntm} và tiếp"),
        ("a: {ntm} và\r\n  tiếp\r\nb: c\r\n", "bracket-first", "{ntm} và tiếp"),
        ("- {ntm}: từ {vnn}\n", "bracket-first", "{ntm}: từ {vnn}"),
        ('a: {ntm} và "hai"\n', "bracket-first", '{ntm} và "hai"'),
        ('a: "Hai tốt" trong trường\n', "quote-first", '"Hai tốt" trong trường'),
        ("- 'Hai tốt' trong trường\n", "quote-first", "'Hai tốt' trong trường"),
        ('a: "Hai \\"tốt\\"" x\n', "quote-first", '"Hai \\"tốt\\"" x'),
        ("a: Phong trào: thi đua\n", "colon-in-value", "Phong trào: thi đua"),
    ],
)
def test_the_fix_makes_one_text_of_the_value(text: str, variant: str, value: str) -> None:
    root, (finding,) = read_yaml(SourceText("p", text))
    assert root is None
    assert (finding.code, finding.variant) == ("TD012", variant)
    assert finding.fix is not None
    assert finding.fix.safe is (variant != "colon-in-value")
    read, findings = read_yaml(SourceText("p", mended(text, finding)))
    assert findings == []
    assert read is not None
    data = as_data(read)
    first = data[0] if isinstance(data, list) else data
    assert (next(iter(first.values())) if isinstance(first, dict) else first) == value


def test_a_comment_inside_a_value_leaves_the_quotes_to_a_person() -> None:
    _, (finding,) = read_yaml(SourceText("p", "a: {ntm} và # ghi chú\n  tiếp\nb: c\n"))
    assert (finding.variant, finding.fix) == ("bracket-first", None)


def test_a_quote_that_is_open_above_is_not_mended_below() -> None:
    _, (finding,) = read_yaml(SourceText("p", 'a: "b\nc: "d" e\n'))
    assert (finding.variant, finding.fix) == ("after-quote", None)


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
@pytest.mark.parametrize(
    ("text", "lost", "fix"),
    [
        ("name: Phòng #2\n", "#2", '"Phòng #2"'),
        ("- Chiến dịch  #HèXanh 2023  \n", "#HèXanh 2023", '"Chiến dịch  #HèXanh 2023"'),
        ("a:\n  - b: x #y\nc: d\n", "#y", '"x #y"'),
    ],
)
def test_text_that_a_comment_swallowed(text: str, lost: str, fix: str, pure: bool) -> None:
    source = SourceText("p", text)
    root, (finding,) = read_yaml(source, pure=pure)
    assert root is not None
    span = finding.span
    assert finding.code == "TD021"
    assert source.lines.line(span.line)[span.column - 1 : span.end_column - 1] == lost
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == (fix, False)
    assert read_yaml(SourceText("p", mended(text, finding)))[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "name: Phòng # 2\n",
        "name: Phòng#2\n",
        'name: "Phòng #2"\n',
        'name: "Phòng" #2\n',
        "name: 'a #b' # c\n",
        "name: |\n  a #b\n",
        "name: a #thidua: ignore[TD201] lý do\n",
        "name: #2\n",
        "#2\nname: a\n",
        "name: null #2\n",
    ],
)
def test_what_is_a_comment_or_no_comment(text: str) -> None:
    assert [finding for finding in read_yaml(SourceText("p", text))[1] if finding.code == "TD021"] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Đắk Nông chung tay", "Đắk Nông chung tay"),
        ("Chủ đề: đoàn kết", '"Chủ đề: đoàn kết"'),
        ("- gạch đầu dòng", '"- gạch đầu dòng"'),
        ("Số #1", '"Số #1"'),
        ("'Ba không'", "\"'Ba không'\""),
        ('"Ba không"', "'\"Ba không\"'"),
        ("null", '"null"'),
        ("90%", "90%"),
    ],
)
def test_quotes_only_where_needed(text: str, written: str) -> None:
    assert as_scalar(text) == written


@settings(deadline=None, max_examples=100)
@given(st.text("abc đ:#-'\"{}[],&*!|>%@`?~09\\", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_a_value_reads_back_as_the_same_text(text: str) -> None:
    root, findings = read_yaml(SourceText("x", f"called: {as_scalar(text)}\n"))
    assert root is not None, (text, findings)
    assert as_data(root) == {"called": text}
