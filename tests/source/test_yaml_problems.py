"""Where the parser gives up: what was probably meant, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.catalogue import entries
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding

CASES = [
    ("a: 1\nsubject: Phong trào: thi đua # x\n", "TD012", "colon-in-value", "Phong trào: thi đua"),
    ("a: 1\n  b: 2\n", "TD012", "indentation", "b: 2"),
    ("a:\n    b: 1\n  c: 2\n", "TD012", "indentation", "c: 2"),
    ("a:\n  - x\n - y\n", "TD012", "indentation", "- y"),
    ("- a\nb: 1\n", "TD012", "indentation", "b: 1"),
    ("a: 1\nname Phong trào\nb: 2\n", "TD012", "no-colon", "name Phong trào"),
    ("name Phong trào\n# ghi chú\n\nb: 2\n", "TD012", "no-colon", "name Phong trào"),
    ("a: 1\nname:Phong trào\nb: 2\n", "TD012", "no-space", ":"),
    ("a:\n  name:Phong trào\n  b: 2\n", "TD012", "no-space", ":"),
    ('a: "Phong trào\nb: 2\n', "TD012", "open-quote", '"'),
    ("a: 'Phong trào\nb: 2\n", "TD012", "open-quote", "'"),
    ("a: [x, y\nb: 2\n", "TD012", "open-bracket", "["),
    ("a: {x: 1, y: 2\nb: 2\n", "TD012", "open-bracket", "{"),
    ("a: [x}\n", "TD012", "open-bracket", "["),
    ("a: x\nb: ]\n", "TD012", "mark", "]"),
    ("a: , b\n", "TD012", "mark", ","),
    ("a: @abc\n", "TD012", "reserved", "@abc"),
    ("- %abc\n", "TD012", "reserved", "%abc"),
    ("a: `abc\n", "TD012", "reserved", "`abc"),
    ("a: *Ghi chú\n", "TD012", "reserved", "*Ghi chú"),
    ("a: * Ghi chú\n", "TD012", "reserved", "* Ghi chú"),
    ("a: & Ghi chú\n", "TD012", "reserved", "& Ghi chú"),
    ("a: !Chú ý\n", "TD012", "reserved", "!Chú ý"),
    ("a: >100 tỷ đồng\n", "TD012", "reserved", ">100 tỷ đồng"),
    ("a: ? b\n", "TD012", "reserved", "? b"),
    ('a: "Phong trào" thi đua\n', "TD012", "quote-first", '"Phong trào" thi đua'),
    ("- 'Hai tốt' trong # trường\n", "TD012", "quote-first", "'Hai tốt' trong"),
    ("a: 'x': y\n", "TD012", "quote-first", "'x': y"),
    ('a: "b\nc: "d" e\n', "TD012", "after-quote", 'c: "d" e'),
    ("a: {ntm} và vnn\n", "TD012", "bracket-first", "{ntm} và vnn"),
    ("a:\n  - {ntm}, {vnn}.\n", "TD012", "bracket-first", "{ntm}, {vnn}."),
    ("a:\n  - {ntm}: từ {vnn} # ghi chú\n", "TD012", "bracket-first", "{ntm}: từ {vnn}"),
    ("a: {ntm}: từ {vnn}\n", "TD012", "colon-in-value", "{ntm}: từ {vnn}"),
    ("Mục tiêu: [1] Nội dung\n", "TD012", "bracket-first", "[1] Nội dung"),
    ('a: "C:\\Users"\n', "TD012", "escape", "\\U"),
    ('a: "1\\d"\n', "TD012", "escape", "\\d"),
    ("a: - x\n", "TD012", "dash-after-key", "a: - x"),
    ("a:\n\tb: 1\n", "TD011", "", "\t"),
    ("a:\n  b: 1\n\tc: 1\n", "TD011", "", "\t"),
    ("a:\n  - b: 1\n  -\u00a0c: 1\n", "TD010", "indent", "\u00a0"),
    ("a: 1\nname:\u00a0x\nb: 1\n", "TD010", "colon", "\u00a0"),
]


@pytest.mark.parametrize("pure", [False, True], ids=["C", "pure"])
@pytest.mark.parametrize(("text", "code", "variant", "written"), CASES)
def test_what_is_probably_wrong(text: str, code: str, variant: str, written: str, pure: bool) -> None:
    source = SourceText("p", text)
    root, (finding,) = read_yaml(source, pure=pure)
    assert root is None
    assert (finding.code, finding.variant) == (code, variant)
    span = finding.span
    assert source.lines.line(span.line)[span.column - 1 : span.end_column - 1] == written


def fixed(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    source, span = SourceText("p", text), finding.fix.span
    start = source.lines.starts[span.line - 1] + span.column - 1
    end = source.lines.starts[span.end_line - 1] + span.end_column - 1
    return text[:start] + finding.fix.replacement + text[end:]


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, _, variant, _ in CASES
        if variant
        in ("colon-in-value", "reserved", "no-space", "colon", "indent", "bracket-first", "quote-first")
    ]
    + ["a:\n\tb: 1\n", "a: 'x'\nb: it's: so\n"],
)
def test_a_fix_mends_the_line(text: str) -> None:
    mended = fixed(text, read_yaml(SourceText("p", text))[1][0])
    root, findings = read_yaml(SourceText("p", mended))
    assert root is not None, (mended, findings)


def test_an_open_bracket_tells_where_reading_stopped() -> None:
    _, (finding,) = read_yaml(SourceText("p", "a: [x, y\nb: 2\n"))
    assert [(one.key, one.span.line) for one in finding.related] == [("stopped", 2)]


def test_every_explanation_has_words() -> None:
    known = set(entries()["TD012"].words["vi"]["messages"])
    assert {variant for _, code, variant, _ in CASES if code == "TD012"} < known
