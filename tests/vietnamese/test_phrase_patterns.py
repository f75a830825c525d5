"""Phrases with places in them."""

from __future__ import annotations

import pytest

from thidua_cli.vietnamese.phrase_patterns import PhrasePatterns

PHRASES = PhrasePatterns({"level": ("tỉnh", "thành phố (nhỏ)")}, {"UBND": "Ủy ban nhân dân"}, ("giấy khen",))


@pytest.mark.parametrize(
    ("pattern", "text", "left"),
    [
        ("Bằng khen (của) UBND {level}", "bằng khen Uỷ ban nhân dân  TỈNH.", 0),
        ("Bằng khen (của) UBND {level}", "Bằng khen của UBND thành phố nhỏ", 0),
        ("Bằng khen (của) UBND {level}", "Bằng khen của UBND huyện", None),
        ("Bằng khen (của {level})", "Bằng khen của tỉnh", 0),
        ("Bằng khen (…)", "Bằng khen", 0),
        ("Bằng khen (…)", "“Bằng khen” vì sự nghiệp X", 4),
        ("Bằng khen …", "Bằng khen", None),
        ("Bằng khen …", "Bằng khen và giấy khen", None),
        ("Bằng khen …", "Bằng khen; cờ", None),
        ("… khen …", "một hai khen ba", 3),
        ("Bằng khen …", "Bằng khen " + "x " * 100, None),
    ],
)
def test_left_open(pattern: str, text: str, left: int | None) -> None:
    assert PHRASES.left_open(PHRASES.compile(pattern), PHRASES.key(text)) == left


def test_nothing_listed_shortens_nothing() -> None:
    bare = PhrasePatterns({}, {})
    assert bare.key("UBND – Tỉnh A") == "ubnd tỉnh a"
    assert bare.left_open(bare.compile("a …"), "a b") == 1
