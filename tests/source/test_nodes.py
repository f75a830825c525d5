"""Nodes: places by path, phrases in the file, plain data."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.source.nodes import Mapping, Node, Scalar, Sequence, as_data, locate, node_at, phrase_span
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

PLAN = """\
theme: Đoàn kết   # ghi chú
phases:
  - id: dot-1
    name: 😀 Đợt I
    int: 3
  - {id: dot-2, name: Đợt II}
empty:
flow: [a,
  b]
"""


def tree(text: str) -> tuple[SourceText, Node]:
    source = SourceText("plan.yaml", text)
    root, findings = read_yaml(source)
    assert root is not None, findings
    return source, root


@pytest.mark.parametrize(
    ("path", "key", "written"),
    [
        (("theme",), False, "Đoàn kết"),
        (("theme",), True, "theme"),
        (("phases",), False, "- id: dot-1"),
        (("phases",), True, "phases"),
        (("phases", 0), False, "id: dot-1"),
        (("phases", 0), True, "id: dot-1"),
        (("phases", 0, "name"), False, "😀 Đợt I"),
        (("phases", 0, "int"), True, "int"),
        (("phases", 1), False, "{id: dot-2, name: Đợt II}"),
        (("phases", 1, "name"), False, "Đợt II"),
        (("phases", 1, "none"), False, "{id: dot-2, name: Đợt II}"),
        (("phases", 0, "none"), True, "id: dot-1"),
        (("phases", 7, "name"), False, "- id: dot-1"),
        (("theme", "below"), False, "Đoàn kết"),
        (("flow",), False, "[a,"),
        (("flow", 1), False, "b"),
        (("empty",), False, ""),
        ((), False, "theme: Đoàn kết   # ghi chú"),
        (("none",), True, "theme: Đoàn kết   # ghi chú"),
    ],
)
def test_locate(path: tuple[str | int, ...], key: bool, written: str) -> None:
    source, root = tree(PLAN)
    span = locate(root, path, key=key)
    assert span.line == span.end_line
    assert source.lines.line(span.line)[span.column - 1 : span.end_column - 1] == written


def test_an_empty_value_stands_behind_its_colon() -> None:
    _, root = tree(PLAN)
    assert locate(root, ("empty",)).place == "plan.yaml:7:7"


def test_node_at() -> None:
    _, root = tree(PLAN)
    phase = node_at(root, ("phases", 1))
    assert isinstance(phase, Mapping)
    assert isinstance(node_at(root, ("phases",)), Sequence)
    assert isinstance(node_at(root, ("phases", 1, "id")), Scalar)
    for missing in (("none",), ("phases", "0"), ("phases", -1), ("theme", "x", "y"), (0,)):
        assert node_at(root, missing) is None


@pytest.mark.parametrize(
    ("written", "phrase", "found"),
    [
        ("a: từ 15 đến 20%, ít nhất 5%", "20%", "20%"),
        ("a: |\n  dòng một\n  có 31 năm\n", "31 năm", "31 năm"),
        ("a: >\n  kỷ niệm 191\n  năm thành lập\n", "191 năm", "191\n  năm"),
        ("a: kỷ niệm 191\n  năm thành lập", "191 năm", "191\n  năm"),
        ("a: |\n  >  | x\n", "| x", "| x"),
        ("a: 'it''s 5%'", "it's 5", "it''s 5"),
        ('a: "kỷ niệm\n  191 \\\n  năm"', "niệm 191 năm", "niệm\n  191 \\\n  năm"),
        ('a: "ng\\u00e0y\\t01 \\"x\\""', 'ngày 01 "x"', 'ng\\u00e0y\\t01 \\"x\\"'),
        ("a: nga\u0300y 01/5", "ngày 01", "nga\u0300y 01"),
        ("a: đoàn\u200b  kết", "đoàn kết", "đoàn\u200b  kết"),
        ("a: 191\u00a0năm", "191 năm", "191\u00a0năm"),
        ("a: b c", "  b   c ", "b c"),
        ("a: kết qua\u0309 tốt", "kết quả", "kết qua\u0309"),
        ("a: \u0958 b", "\u0958", "\u0958"),
        ("a: b c", "x", "b c"),
        ("a: b c", "", "b c"),
        ('a: "b c"', "x", '"b c"'),
    ],
)
def test_phrase_span(written: str, phrase: str, found: str) -> None:
    source, root = tree(written)
    scalar = node_at(root, ("a",))
    assert isinstance(scalar, Scalar)
    span = phrase_span(source, scalar, phrase)
    start = source.lines.starts[span.line - 1] + span.column - 1
    end = source.lines.starts[span.end_line - 1] + span.end_column - 1
    assert source.text[start:end] == found


def test_the_mark_of_a_block_is_not_its_text() -> None:
    source, root = tree("a: >-\n  b - c\n")
    scalar = node_at(root, ("a",))
    assert isinstance(scalar, Scalar)
    assert phrase_span(source, scalar, "-").place == "plan.yaml:2:5"


words = st.lists(st.text(alphabet="aếđ'\"\\:#|>%5", min_size=1, max_size=4), min_size=1, max_size=5)


@settings(deadline=None, max_examples=80)
@given(words, words, st.sampled_from(['"', "'"]))
def test_a_phrase_is_found_however_it_is_quoted(before: list[str], phrase: list[str], quote: str) -> None:
    escaped = {'"': ("\\", "\\\\"), "'": ("'", "''")}[quote]
    raw = " ".join(before + phrase).replace(*escaped).replace('"', '\\"' if quote == '"' else '"')
    source, root = tree(f"a: {quote}{raw}{quote}\n")
    scalar = node_at(root, ("a",))
    assert isinstance(scalar, Scalar)
    span = phrase_span(source, scalar, " ".join(phrase))
    assert (span.column, span.end_column) != (scalar.span.column, scalar.span.end_column)


def test_plain_reads_only_null_true_and_false() -> None:
    _, root = tree(
        "a: null\nb: ~\nc:\nd: true\ne: 'true'\nf: no\ng: 010\nh: 0x1F\ni: 2022-03-09\nj: 1_000\nk: yes\n"
        "l: ''\nm: 8,76%\nn: |\n  null\no: [1, {p: 1.50}]\n2022: on\ntrue: 1e3\n"
    )
    assert as_data(root) == {
        "a": None,
        "b": None,
        "c": None,
        "d": True,
        "e": "true",
        "f": "no",
        "g": "010",
        "h": "0x1F",
        "i": "2022-03-09",
        "j": "1_000",
        "k": "yes",
        "l": "",
        "m": "8,76%",
        "n": "null\n",
        "o": ["1", {"p": "1.50"}],
        "2022": "on",
        "true": "1e3",
    }
