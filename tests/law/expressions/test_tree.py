"""Conditions decide by what is known, exactly, and never more than every completion of it would."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.expressions.parsing import parse_condition
from thidua_cli.law.expressions.tree import Both, Compared, Fact, Literal, Node, Not, evaluate, facts_of


@pytest.mark.parametrize(
    ("text", "known", "truth"),
    [
        ("tong_so >= 5", {"tong_so": 5}, True),
        ("tong_so >= 5", {"tong_so": 4}, False),
        ("tong_so >= 5", {}, None),
        ("tong_so >= 5 or canh_cao == 0", {"canh_cao": 0}, True),
        ("tong_so >= 5 and canh_cao == 0", {"canh_cao": 1}, False),
        ("tong_so >= 5 and canh_cao == 0", {"canh_cao": 0}, None),
        ("not (tong_so >= 5)", {}, None),
        ("0.1 + 0.2 == 0.3 and ldtt == 1", {"ldtt": 1}, True),
        ("ldtt * 29 <= tong_so * 100", {"ldtt": 100, "tong_so": 29}, True),
        (
            "999999999999 * 999999999999 * ldtt + 1 > 999999999999 * 999999999999 * ldtt",
            {"ldtt": 10**9},
            True,
        ),
        ("rating in ['HTXSNV', 'HTTNV']", {"rating": "HTNV"}, False),
        ("rating in ['HTXSNV', 'HTTNV']", {}, None),
        # A scale runs from the least to the most.
        ("rating >= 'HTTNV'", {"rating": "HTXSNV"}, True),
        ("rating >= 'HTTNV'", {"rating": "HTNV"}, False),
        ("'canh-cao' <= discipline", {"discipline": "khien-trach"}, False),
        ("rating >= 'HTTNV'", {"rating": "tốt"}, None),
        ("'CSTDCS' in titles", {"titles": ["LDTT", "CSTDCS"]}, True),
        ("'CSTDCS' in titles", {"titles": ()}, False),
        ("registered", {"registered": False}, False),
        ("registered != true", {"registered": False}, True),
        # A fact of another type than the table gives is not known.
        ("tong_so >= 5", {"tong_so": "nhiều"}, None),
        ("tong_so >= 5", {"tong_so": True}, None),
        ("registered", {"registered": 1}, None),
    ],
)
def test_answers(text: str, known: dict[str, Any], truth: bool | None) -> None:
    assert evaluate(parse_condition(text), known).truth is truth


def test_steps_say_what_was_compared() -> None:
    outcome = evaluate(
        parse_condition(
            "ldtt * 10 >= tong_so * 7 and canh_cao == 0 and rating in ['HTTNV'] and not registered"
        ),
        {"ldtt": 6, "tong_so": 10, "rating": "HTTNV"},
    )
    assert outcome.truth is False
    assert outcome.steps == (
        "số người đạt Lao động tiên tiến × 10 (60) < tổng số người × 7 (70)",
        "số người bị kỷ luật từ cảnh cáo trở lên (?) = 0",
        "xếp loại (HTTNV) ∈ [HTTNV]",
        "đăng ký thi đua (?)",
    )
    assert outcome.missing == ("canh_cao", "registered")


# Boolean facts: one flag, and comparisons of head counts that are 0 or 1.
_ATOMS = ("registered", "ldtt", "cstdcs", "canh_cao")


def _atom(name: str) -> Node:
    fact = Fact(name)
    return fact if name == "registered" else Compared("==", fact, Literal(Decimal(1)))


_TREES = st.recursive(
    st.sampled_from(_ATOMS).map(_atom),
    lambda below: st.one_of(
        below.map(Not),
        st.builds(Both, st.sampled_from(["and", "or"]), below, below),
    ),
    max_leaves=8,
)


def _given(name: str, value: bool) -> Any:
    return value if name == "registered" else int(value)


@settings(deadline=None, max_examples=200)
@given(_TREES, st.dictionaries(st.sampled_from(_ATOMS), st.booleans()))
def test_kleene_agrees_with_every_completion(tree: Node, known: dict[str, bool]) -> None:
    names = list(facts_of(tree))
    unknown = [name for name in dict.fromkeys(names) if name not in known]
    facts = {name: _given(name, value) for name, value in known.items()}
    answers = set()
    for values in product((False, True), repeat=len(unknown)):
        whole = facts | {name: _given(name, value) for name, value in zip(unknown, values, strict=True)}
        answers.add(evaluate(tree, whole).truth)
    answer = evaluate(tree, facts).truth
    assert None not in answers
    if answer is not None:
        assert answers == {answer}
    # Where every fact is named once, Kleene's logic also misses nothing.
    elif len(set(names)) == len(names):
        assert answers == {True, False}
