"""Conditions decide by what is known, exactly, and never more than every completion of it would."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.expressions.evaluate import evaluate
from thidua_cli.law.expressions.facts import Type, fact_types
from thidua_cli.law.expressions.parsing import parse_condition
from thidua_cli.law.expressions.tree import Both, Compared, Fact, Literal, Node, Not, facts_of


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


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("registered or not registered", True),
        ("not registered and registered", False),
        ("registered != registered", False),
        ("rating >= 'KHTNV'", True),
        ("rating >= 'HTNV' or rating == 'KHTNV'", True),
        ("rating == unit_rating", None),
        ("registered == (not takes_part) or registered == takes_part", True),
        ("cstdcs == cstdcs", True),
        ("cstdcs - cstdcs == 0", True),
        ("cstdcs + 1 > cstdcs", True),
        ("cstdcs * 2 < cstdcs + cstdcs", False),
        ("(ldtt + 1) * (ldtt - 1) == ldtt * ldtt - 1", True),
        ("-ldtt + ldtt != 0", False),
        ("unit_type == unit_type", True),
        # Of a count no value is tried.
        ("cstdcs >= 0", None),
        ("cstdcs > 5 or cstdcs <= 5", None),
        ("(registered or not registered) and cstdcs > 5", None),
        ("registered and not registered and cstdcs > 5", False),
    ],
)
def test_missing_facts_do_not_matter_where_every_value_agrees(text: str, truth: bool | None) -> None:
    outcome = evaluate(parse_condition(text), {})
    assert outcome.truth is truth
    assert outcome.missing


def test_a_difference_that_depends_on_what_is_known() -> None:
    node = parse_condition("ldtt * tong_so == ldtt * 2")
    assert evaluate(node, {"tong_so": 2}).truth is True
    assert evaluate(node, {"tong_so": 3}).truth is None


def test_no_more_ways_are_tried_than_the_bound() -> None:
    flags = [name for name, kind in fact_types().items() if kind.type is Type.FLAG][:9]
    every = " and ".join(flags)
    inside = " and ".join(flags[:8])
    assert evaluate(parse_condition(f"({inside}) or not ({inside})"), {}).truth is True
    assert evaluate(parse_condition(f"({every}) or not ({every})"), {}).truth is None
    # Those named most often are tried first: they may be all that matters.
    doubled = f"{flags[8]} or not {flags[8]} or ({inside})"
    assert evaluate(parse_condition(doubled), {}).truth is True


def test_a_long_condition_stays_quick() -> None:
    factors = " * ".join(["(ldtt + cstdcs + tong_so)"] * 12)
    flags = " and ".join(name for name, kind in fact_types().items() if kind.type is Type.FLAG)
    before = perf_counter()
    assert evaluate(parse_condition(f"{factors} > 1 and {flags}"), {}).truth is None
    assert perf_counter() - before < 2


_FINITE = {
    name: (False, True) if kind.type is Type.FLAG else kind.words
    for name, kind in fact_types().items()
    if name in ("registered", "takes_part", "rating", "unit_rating")
}


def _about(name: str) -> st.SearchStrategy[Node]:
    fact, values = Fact(name), st.sampled_from(_FINITE[name]).map(Literal)
    if fact_types()[name].type is Type.FLAG:
        return st.one_of(st.just(fact), st.builds(Compared, st.just("=="), st.just(fact), values))
    scale = fact_types()[name].words
    others = st.one_of(values, st.sampled_from(["rating", "unit_rating"]).map(Fact))
    return st.builds(Compared, st.sampled_from(["==", "<", ">="]), st.just(fact), others, st.just(scale))


_FINITE_TREES = st.recursive(
    st.sampled_from(sorted(_FINITE)).flatmap(_about),
    lambda below: st.one_of(below.map(Not), st.builds(Both, st.sampled_from(["and", "or"]), below, below)),
    max_leaves=8,
)


@settings(deadline=None, max_examples=200)
@given(_FINITE_TREES, st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in _FINITE.items()}))
def test_of_finite_facts_every_completion_decides(tree: Node, known: dict[str, Any]) -> None:
    missing = [name for name in _FINITE if name not in known]
    answers = {
        evaluate(tree, known | dict(zip(missing, way, strict=True))).truth
        for way in product(*(_FINITE[name] for name in missing))
    }
    assert evaluate(tree, known).truth is (answers.pop() if len(answers) == 1 else None)


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
        "xếp loại (hoàn thành tốt nhiệm vụ) ∈ [hoàn thành tốt nhiệm vụ]",
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
