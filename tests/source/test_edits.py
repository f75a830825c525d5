"""Edits change their spans and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.source.edits import apart, edited
from thidua_cli.source.text import SourceText


def _findings(source: SourceText, *edits: tuple[int, int, str]) -> list[Finding]:
    return [
        Finding("TD008", source.span(start, end), fix=Fix(source.span(start, end), text))
        for start, end, text in edits
    ]


def _made(source: SourceText, *edits: tuple[int, int, str]) -> str:
    return edited(source, (each.fix for each in apart(_findings(source, *edits), source) if each.fix)).text


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([(0, 1, "A")], "Ab: c\r\nđ: e\n"),
        ([(0, 1, "A"), (7, 8, "D")], "Ab: c\r\nD: e\n"),
        ([(7, 8, "D"), (0, 1, "A")], "Ab: c\r\nD: e\n"),
        ([(0, 2, "X"), (1, 3, "Y")], "X: c\r\nđ: e\n"),  # one that touches another waits
        ([(2, 2, "!"), (2, 2, "!")], "ab!: c\r\nđ: e\n"),  # the same edit is made once
        ([(2, 2, "!"), (2, 2, "?")], "ab!: c\r\nđ: e\n"),
        ([(0, 12, "")], ""),
    ],
)
def test_edits_of_one_round(edits: list[tuple[int, int, str]], expected: str) -> None:
    assert _made(SourceText("p.yaml", "ab: c\r\nđ: e\n"), *edits) == expected


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text(max_size=3))))
def test_what_lies_between_the_edits_stays(text: str, wanted: list[tuple[int, int, str]]) -> None:
    source = SourceText("p.yaml", text)
    bounded = [(min(a, b, len(text)), min(max(a, b), len(text)), new) for a, b, new in wanted]
    kept = apart(_findings(source, *bounded), source)
    pieces, last = [], 0
    ranges = {finding.fix: edit for finding, edit in zip(_findings(source, *bounded), bounded, strict=True)}
    for finding in kept:
        start, end, new = ranges[finding.fix]
        assert start >= last
        pieces += [text[last:start], new]
        last = end
    assert _made(source, *bounded) == "".join([*pieces, text[last:]])
