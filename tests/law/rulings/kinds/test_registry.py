from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.criteria.tree import tree_of
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.kinds.registry import JUDGES, agreed, judged
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rounding, Rule, Small, State, rules

DAY = date(2026, 12, 31)
CAP = Fraction(20, 100)


def number(**more: Any) -> DatedValue:
    fields: dict[str, Any] = {
        "since": date(2020, 1, 1),
        "to": None,
        "state": State.IN_FORCE,
        "value": CAP,
        "strict": False,
        "basis": (),
        "grade": "B",
        "checked": None,
    }
    return DatedValue(**(fields | more))


def capped(dated: DatedValue, **facts: int) -> Judgement:
    rule = Rule("X", Kind.RATIO_CAP, None, "htxsnv", "httnv", frozenset(), (dated,))
    return judged(rule, dated, Record(facts), DAY)


def reading(ident: str, *base: str, grade: str = "B", **more: Any) -> Reading:
    when = tree_of(more.pop("when", None))
    return Reading(ident, more.pop("value", CAP), base, None, when, (), grade, **more)


def test_every_kind_has_its_function() -> None:
    assert set(JUDGES) == set(Kind)


@pytest.mark.parametrize(
    ("rounding", "at_least_one", "heads", "base", "ruling"),
    [
        (None, False, 4, 24, Ruling.PASS),
        (None, False, 5, 24, Ruling.FAIL),
        (Rounding.FLOOR, False, 5, 24, Ruling.FAIL),
        (Rounding.NEAREST, False, 5, 24, Ruling.PASS),
        (Rounding.NEAREST, False, 5, 22, Ruling.FAIL),
        (Rounding.CEIL, False, 5, 21, Ruling.PASS),
        (Rounding.CEIL, False, 6, 21, Ruling.FAIL),
        (None, False, 1, 4, Ruling.FAIL),
        (None, True, 1, 4, Ruling.PASS),
        (None, True, 2, 4, Ruling.FAIL),
        (None, True, 1, 0, Ruling.FAIL),
    ],
)
def test_rounding_of_heads(
    rounding: Rounding | None, at_least_one: bool, heads: int, base: int, ruling: Ruling
) -> None:
    dated = number(rounding=rounding, at_least_one=at_least_one)
    assert capped(dated, htxsnv=heads, httnv=base).ruling is ruling


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 60), st.integers(0, 200), st.sampled_from([None, *Rounding]), st.booleans())
def test_more_heads_never_make_a_cap_hold(
    heads: int, base: int, rounding: Rounding | None, at_least_one: bool
) -> None:
    dated = number(rounding=rounding, at_least_one=at_least_one)
    found = [capped(dated, htxsnv=count, httnv=base).ruling for count in (heads, heads + 1)]
    assert found != [Ruling.FAIL, Ruling.PASS]
    wider = capped(dated, htxsnv=heads, httnv=base + 1).ruling
    assert not (found[0] is Ruling.PASS and wider is Ruling.FAIL)


def test_a_base_may_be_a_sum() -> None:
    both = number(readings=(reading("tot-tro-len", "httnv", "htxsnv"),))
    assert capped(both, htxsnv=4, httnv=16).ruling is Ruling.PASS
    assert capped(both, htxsnv=5, httnv=16).ruling is Ruling.FAIL


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 30), st.integers(0, 60), st.integers(0, 30))
def test_two_bases_decide_where_they_agree(heads: int, good: int, others: int) -> None:
    two = number(readings=(reading("a", "httnv"), reading("b", "tong_so")))
    found = capped(two, htxsnv=heads, httnv=good, tong_so=good + heads + others)
    alone = {
        capped(number(readings=(way,)), htxsnv=heads, httnv=good, tong_so=good + heads + others).ruling
        for way in two.readings
    }
    assert found.ruling is (alone.pop() if len(alone) == 1 else Ruling.UNDECIDED)


def test_everybody_is_no_fewer_than_the_rated() -> None:
    whole = number(readings=(reading("tong-so", "tong_so"),))
    assert capped(whole, htxsnv=4, httnv=16).ruling is Ruling.PASS
    assert capped(whole, htxsnv=5, httnv=15).ruling is Ruling.UNDECIDED


def test_a_reading_for_others_is_left_out() -> None:
    staff = {"is": {"fact": "staff", "value": "cong-chuc"}}
    two = number(readings=(reading("a", "httnv", when=staff), reading("b", "tong_so", when={"not": staff})))
    rule = Rule("X", Kind.RATIO_CAP, None, "htxsnv", "httnv", frozenset(), (two,))
    counts = {"htxsnv": 4, "httnv": 16, "tong_so": 20}
    rulings = {
        staff: judged(rule, two, Record(counts | staff_facts), DAY).ruling
        for staff, staff_facts in (("cc", {"staff": "cong-chuc"}), ("vc", {"staff": "vien-chuc"}), ("?", {}))
    }
    assert rulings == {"cc": Ruling.FAIL, "vc": Ruling.PASS, "?": Ruling.UNDECIDED}


def test_a_rule_for_others_only_does_not_apply() -> None:
    only = number(readings=(reading("a", "httnv", when={"is": {"fact": "staff", "value": "cong-chuc"}}),))
    rule = Rule("X", Kind.RATIO_CAP, None, "htxsnv", "httnv", frozenset(), (only,))
    found = judged(rule, only, Record({"htxsnv": 1, "httnv": 2, "staff": "vien-chuc"}), DAY)
    assert (found.ruling, found.variant) == (Ruling.NOT_IN_FORCE, "khong-ap-dung")


@pytest.mark.parametrize(
    ("ways", "state", "variant"),
    [
        ((reading("a", "httnv"),), State.IN_FORCE, "dat"),
        ((reading("a", "httnv", grade="C"),), State.IN_FORCE, "chua-kiem-chung"),
        ((reading("a", "httnv"), reading("b", "httnv", grade="M")), State.IN_FORCE, "dat"),
        ((reading("a", "httnv"), reading("b", unread=True, value=None)), State.IN_FORCE, "chua-kiem-chung"),
        ((reading("a", "httnv", grade="M"),), State.UNVERIFIED, "dat-moi-cach"),
    ],
)
def test_what_is_not_verified_confirms_but_does_not_decide(
    ways: tuple[Reading, ...], state: State, variant: str
) -> None:
    assert capped(number(readings=ways, state=state), htxsnv=1, httnv=10).variant == variant


@pytest.mark.parametrize(
    ("many", "heads", "ruling"),
    [
        (4, 1, Ruling.PASS),
        (4, 2, Ruling.FAIL),
        (5, 1, Ruling.FAIL),
        (None, 1, Ruling.UNDECIDED),
        (None, 2, Ruling.FAIL),
        (None, 0, Ruling.PASS),
    ],
)
def test_among_few_a_count_stands_for_the_share(many: int | None, heads: int, ruling: Ruling) -> None:
    dated = number(small=Small(5, "tap_the_tong_so", 1))
    facts = {"htxsnv": heads, "httnv": 4} | ({} if many is None else {"tap_the_tong_so": many})
    assert capped(dated, **facts).ruling is ruling


def test_answers_that_differ_are_not_decided() -> None:
    passed, failed = Judgement(Ruling.PASS, "dat", trace=("a",)), Judgement(Ruling.FAIL, "vuot", trace=("b",))
    open_ = Judgement(Ruling.UNDECIDED, "thieu-so-lieu")
    assert agreed([passed, failed]).variant == "hai-cach-hieu"
    assert agreed([passed, failed]).trace == ("a", "b")
    assert agreed([passed, open_]).variant == "thieu-so-lieu"
    assert agreed([passed, failed, open_]).variant == "hai-cach-hieu"
    assert agreed([passed, passed]).ruling is Ruling.PASS


facts = st.fixed_dictionaries(
    {},
    optional={
        "htxsnv": st.integers(-1, 9),
        "tong_so": st.integers(-1, 9),
        "ldtt": st.integers(-1, 9),
        "rating": st.sampled_from(["HTXSNV", "KHTNV", "?"]),
        "titles": st.lists(st.sampled_from(["LDTT", "CSTDCS", "BKTTG"]), max_size=2),
        "months": st.integers(-1, 12),
        "discipline": st.sampled_from(["khong", "canh-cao", "?"]),
        "under_review": st.booleans(),
        "submitted": st.dates(date(2016, 1, 1), date(2027, 1, 1)),
        "staff": st.sampled_from(["cong-chuc", "vien-chuc"]),
    },
)
DAYS = sorted({number.since for rule in rules().values() for number in rule.numbers})


@settings(deadline=None, max_examples=60)
@given(facts, st.sampled_from(DAYS))
def test_any_record_is_judged_by_every_rule(given_facts: dict[str, Any], day: date) -> None:
    from thidua_cli.law.rulings.record_verdicts import judge_record

    record = Record(given_facts)
    for rule in rules().values():
        found = judge_record(rule, record, day)
        assert found == judge_record(rule, record, day)
        assert found.variant


@settings(deadline=None, max_examples=60)
@given(facts, st.sampled_from(sorted(rules())), st.sampled_from(DAYS), st.data())
def test_learning_a_fact_never_turns_an_answer_round(
    given_facts: dict[str, Any], code: str, day: date, data: st.DataObject
) -> None:
    """Three-valued logic is monotone: what was decided with less stays decided so."""
    from thidua_cli.law.rulings.record_verdicts import judge_record

    fewer = {key: value for key, value in given_facts.items() if data.draw(st.booleans())}
    less, more = (judge_record(rules()[code], Record(one), day).ruling for one in (fewer, given_facts))
    if {less, more} <= {Ruling.PASS, Ruling.FAIL}:
        assert less is more
