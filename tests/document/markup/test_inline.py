"""Emphasis inside a line, and the places that a person fills in."""

from __future__ import annotations

import pytest

from thidua_cli.document.blocks import Run, plain
from thidua_cli.document.markup.inline import inline
from thidua_cli.document.markup.values import literal


def runs(words: str) -> tuple[Run, ...]:
    return (Run(words),)


def place(words: str, *, bold: bool = False, italic: bool = False) -> Run:
    return Run(words, bold, italic, marked=True)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hạn chế: [[nêu rõ]].", (Run("Hạn chế: "), place("nêu rõ"), Run("."))),
        ("[[a]][[b]]", (place("a"), place("b"))),
        ("**đậm [[ghi]]** [[*nghiêng*]]", (Run("đậm ", bold=True), place("ghi", bold=True), Run(" "),
                                           place("nghiêng", italic=True))),
        ("[[ghi **rõ** số]]", (place("ghi rõ số"),)),
        ("[[]] và [[ ]]", (place("…"), Run(" và "), place("…"))),
        ("[[chưa đóng", (place("chưa đóng"),)),
        ("thừa ]] đóng", runs("thừa ]] đóng")),
        ("[[a [[b]] c", (place("a [[b"), Run(" c"))),
        (r"\[[không]\]", runs("[[không]]")),
        (f"{literal('[[giá trị]]')} [[{literal('từ *đây*')}]]", (Run("[[giá trị]] "), place("từ *đây*"))),
    ],
)  # fmt: skip
def test_a_place_to_fill_in(text: str, expected: object) -> None:
    assert inline(text) == expected


def test_a_place_is_printed_in_brackets() -> None:
    assert plain(inline("Hạn chế: [[nêu rõ]].")) == "Hạn chế: [nêu rõ]."
