"""Pieces of paragraphs that are cut out of their runs, and words that are put in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import as_read, p, r, word_file

from thidua_cli.conformance.mending.passages import Passage
from thidua_cli.conformance.model.lines import Line
from thidua_cli.document.ooxml.names import W

TEXTS = st.text("ab \t\n", min_size=1, max_size=8)


def line_of(*runs: str) -> Line:
    return as_read(word_file(p("".join(map(r, runs))))).lines[0]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_the_runs_of_a_piece_hold_it_and_nothing_else(runs: list[str], data: st.DataObject) -> None:
    line = line_of(*runs)
    start = data.draw(st.integers(0, len(line.text)))
    end = data.draw(st.integers(start, len(line.text)))
    piece = replace(line, text=line.text[start:end])
    cut = Passage(line, piece).runs()
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}t": None}
    held = "".join(signs[str(child.tag)] or child.text or "" for run in cut for child in run)
    assert held == piece.text
    whole = "".join(signs[str(each.tag)] or each.text or "" for each in line.element.iter(*signs))
    assert whole == line.text


@pytest.mark.parametrize(
    ("runs", "start", "end", "new", "after"),
    [
        (("Số 5/KH",), 3, 4, "05", "Số 05/KH"),
        (("Số", " 5/KH"), 0, 3, "Số: ", "Số: 5/KH"),
        (("Nơi nhận",), 8, 8, ":", "Nơi nhận:"),
        (("- UBND", ",  "), 6, 7, ";", "- UBND;  "),
        (("a\tb",), 0, 2, "x", "a\tb"),
    ],
)
def test_words_are_put_in_place_of_others(
    runs: tuple[str, ...], start: int, end: int, new: str, after: str
) -> None:
    line = line_of(*runs)
    Passage(line, line).rewrite(start, end, new)
    signs = {f"{W}tab": "\t", f"{W}t": None}
    whole = "".join(signs[str(each.tag)] or each.text or "" for each in line.element.iter(*signs))
    assert whole == after
