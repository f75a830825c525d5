"""Words of two spellings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.spellings import find_spellings, mixes_spellings


def test_words_are_found_with_their_standard_spelling():
    found = list(find_spellings("Chiến sỹ thi đua; UỶ BAN và ủy  ban"))
    assert [(word.standard, word.spelling) for word in found] == [
        ("chiến sĩ", "chiến sỹ"),
        ("ủy ban", "uỷ ban"),
        ("ủy ban", "ủy ban"),
    ]
    assert [word.is_standard for word in found] == [False, False, True]


@pytest.mark.parametrize("text", ["sĩ số", "khoai", "xã hội hoáng", "quyết", ""])
def test_parts_of_other_words_are_none(text):
    assert list(find_spellings(text)) == []


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Chiến sỹ, chiến sĩ", True),
        (unicodedata.normalize("NFD", "Chiến sỹ, chiến sĩ"), True),
        ("Chiến sỹ, chiến sỹ", False),
        ("chiến sĩ, liệt sỹ", False),
    ],
)
def test_the_quick_look(text, mixed):
    assert mixes_spellings(text) is mixed


@given(st.text(alphabet="chiếnsĩỹ ủuỷyban,", max_size=40))
def test_the_quick_look_never_says_no_to_a_mixture(text):
    text = unicodedata.normalize("NFC", text)
    by_word: dict[str, set[str]] = {}
    for word in find_spellings(text):
        if "  " not in text:
            by_word.setdefault(word.standard, set()).add(word.spelling)
    if any(len(spellings) > 1 for spellings in by_word.values()):
        assert mixes_spellings(text)
