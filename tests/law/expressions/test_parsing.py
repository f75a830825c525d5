"""What a condition may say, what it may not, and the place of what is wrong."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.expressions.facts import fact_types
from thidua_cli.law.expressions.parsing import parse_condition
from thidua_cli.law.expressions.tokens import LONGEST, ExpressionError


@pytest.mark.parametrize(
    "text",
    [
        "tong_so >= 5",
        "ldtt * 10 >= tong_so * 7 and canh_cao == 0",
        "not registered or rating in ['HTXSNV', \"HTTNV\"]",
        "'CSTDCS' in titles",
        "discipline != 'khong'",
        "months not in [1, 2, 3]",
        "-(ldtt - cstdcs) < 0.5",
        "registered == true",
        "unit_type == 'Phòng, ban'",
        "rating >= 'HTTNV' and discipline < 'canh-cao' and initiative != 'khong'",
        "tong_so >\n  5",
    ],
)
def test_what_may_be_said(text: str) -> None:
    parse_condition(text)


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("", "empty", ""),
        ("ldtt / tong_so > 1", "division", "/"),
        ("ldtt // 2 > 1", "division", "//"),
        ("ldtt > 15%", "percent", "%"),
        ("9 ** 9 ** 9 > ldtt", "power", "**"),
        ("ldtt * * 9 > 1", "power", "* *"),
        ("ldtt = 3", "single-equals", "="),
        ("ldtt > 3 && registered", "words", "&&"),
        ("ldtt > 3 và registered", "word", "và"),
        ("rating =~ '(a+)+$'", "character", "=~"),
        ("titles.length > 1", "attribute", "."),
        ("len(titles) > 1", "call", "("),
        ("$ldtt > 1", "character", "$"),
        ("titles[0] == 'LDTT'", "list-place", "["),
        ("[x for x in titles]", "list-place", "["),
        ("ldtt ? 1 : 2", "character", "?"),
        ("{1: 2}", "character", "{"),
        ("d'2024-01-01' == ldtt", "run-together", "d'2024-01-01'"),
        ("ldtt > 0x1F", "run-together", "0x1F"),
        ("ldtt > 007", "number", "007"),
        ("ldtt > 1234567890123", "number", "1234567890123"),
        ("rating == 'HTTNV", "string", "'"),
        ("rating == 'a\\'", "string", "'"),
        ("ldt > 3", "unknown-fact", "ldt"),
        ("__import__ > 3", "unknown-fact", "__import__"),
        ("true or 1 < 2", "no-fact", "true or 1 < 2"),
        ("ldtt", "no-condition", "ldtt"),
        ("ldtt + 3", "no-condition", "ldtt + 3"),
        ("ldtt > 1 > 0", "syntax", ">"),
        ("ldtt >", "unfinished", ">"),
        ("(ldtt > 1", "unfinished", "1"),
        ("ldtt > 1 and rating + 1 > 2", "not-a-number", "rating"),
        ("registered and ldtt", "not-true-or-false", "ldtt"),
        ("not ldtt", "not-true-or-false", "ldtt"),
        ("unit_type < 'HTTNV'", "not-ordered", "unit_type"),
        ("rating < discipline", "not-ordered", "rating < discipline"),
        ("ldtt == 'HTTNV'", "types", "ldtt"),
        ("ldtt in ['HTTNV']", "types", "ldtt"),
        ("rating in []", "types", "rating"),
        ("titles == 'LDTT'", "types", "titles"),
        ("rating in unit_type", "types", "rating in unit_type"),
        ("rating == 'HTXS'", "unknown-word", "'HTXS'"),
        ("rating in ['HTTNV', 'TOT']", "unknown-word", "'TOT'"),
        ("'CSTDXX' in titles", "unknown-word", "'CSTDXX'"),
        ("not " * 20 + "registered", "too-deep", "not"),
        ("(" * 13 + "registered" + ")" * 13, "too-deep", "("),
        ("- " * 20 + "ldtt > 1", "too-deep", "-"),
    ],
)
def test_what_may_not_be_said_is_told_at_its_place(text: str, reason: str, place: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_condition(text)
    assert caught.value.reason == reason
    assert text[caught.value.start : caught.value.end] == place


def test_bounds_of_length() -> None:
    within = " and ".join(["registered"] * 40)
    parse_condition(within)
    for text, reason in (
        (" and ".join(["registered"] * 90), "too-long"),
        ("-1*" * 55 + "ldtt>1", "too-many"),
    ):
        with pytest.raises(ExpressionError) as caught:
            parse_condition(text)
        assert caught.value.reason == reason
    assert len(within) < LONGEST


_SIGNS = [
    *"()[],+-*</%.$\\#?ậ",
    "==",
    ">=",
    "**",
    "'LDTT'",
    "'x'",
    "1",
    "0.5",
    "if",
    "for",
    "and",
    "or",
    "not",
    "in",
]
_WORDS = st.sampled_from([*fact_types(), *_SIGNS, "\n"])


@settings(deadline=None, max_examples=150)
@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=24).map(" ".join)))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        parse_condition(text)
    except ExpressionError as error:
        place = error.start, error.end
    else:
        place = 0, len(text)
    assert 0 <= place[0] <= place[1] <= len(text)


def test_the_library_is_loaded_only_for_a_condition() -> None:
    code = "import sys, thidua_cli.law.expressions.parsing, thidua_cli.law.local.reading\n"
    code += "print('rule_engine' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
