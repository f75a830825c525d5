"""The pack itself: a lawyer's slip in the YAML must fail here, not in a verdict."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from thidua_cli.law.pack import COMPILED, is_verified, national
from thidua_cli.law.registers.commemorations import commemorations
from thidua_cli.law.registers.documents import documents
from thidua_cli.law.registers.regimes import regimes
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules

if TYPE_CHECKING:
    from datetime import date

GRADES = frozenset("ABCM")
RULES = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)


def test_holds_no_float() -> None:
    def refuse(text: str) -> float:
        raise AssertionError(f"a float in the pack: {text}")

    json.loads(COMPILED.read_text(encoding="utf-8"), parse_float=refuse)


@RULES
def test_periods_follow_each_other_without_gap_or_overlap(rule: Rule) -> None:
    assert rule.numbers
    assert all(number.to is None or number.since < number.to for number in rule.numbers)
    assert all(earlier.to == later.since for earlier, later in pairwise(rule.numbers))
    assert rule.numbers[-1].to is None


@RULES
def test_every_number_has_source_grade_and_day_of_check(rule: Rule) -> None:
    for number in rule.numbers:
        assert number.basis
        assert number.grade in GRADES
        assert number.checked
        assert number.state is State.UNVERIFIED or all(basis.at for basis in number.basis)


@RULES
def test_only_a_verified_number_is_in_force(rule: Rule) -> None:
    for number in rule.numbers:
        assert is_verified(number.grade) or number.state is State.UNVERIFIED


@RULES
def test_a_number_in_force_has_a_value_that_fits_its_kind(rule: Rule) -> None:
    ratio = rule.kind in (Kind.RATIO_CAP, Kind.RATIO_FLOOR)
    assert (rule.base is not None) == ratio
    for number in rule.numbers:
        if number.state is not State.IN_FORCE or rule.kind is Kind.PRECONDITION:
            assert number.value is None
        elif ratio:
            assert number.value is not None
            assert 0 < number.value <= 1
        else:
            assert number.value is not None
            assert number.value.denominator == 1


@RULES
def test_a_source_is_in_force_while_the_number_rests_on_it(rule: Rule) -> None:
    known = {document.label: document for document in documents().values()}
    for number in rule.numbers:
        for basis in number.basis:
            document = known[basis.document]
            assert document.since is not None
            assert document.since <= number.since
            assert covered_to_the_end(number, document.to)


def covered_to_the_end(number: DatedValue, ended: date | None) -> bool:
    return ended is None or (number.to is not None and number.to <= ended)


@RULES
def test_a_rule_guards_a_known_title(rule: Rule) -> None:
    assert rule.title is None or rule.title in titles()


def test_documents_refer_to_documents() -> None:
    known = documents()
    for document in known.values():
        assert document.grade in GRADES
        assert national()["documents"][document.id]["checked"]
        assert set(document.amends) <= set(known)
        for ending in filter(None, (document.ending, document.partial)):
            assert ending.grade in GRADES
            assert set(ending.by) <= set(known)
            assert document.since is None or document.since < ending.on
            assert ending.transition is None or ending.on < ending.transition.to
        assert document.partial is None or document.partial.whom


def test_what_replaces_a_document_has_been_issued_and_holds() -> None:
    known = documents()
    for document in known.values():
        for ending in filter(None, (document.ending, document.partial)):
            for later in (known[ident] for ident in ending.by):
                assert later.issued is None or later.issued <= ending.on
                assert later.since is not None
                assert later.since <= ending.on


def test_document_symbols_are_unique() -> None:
    symbols = [document.symbol for document in documents().values()]
    assert len(symbols) == len(set(symbols))


def test_regimes_follow_each_other() -> None:
    assert all(earlier.to == later.since for earlier, later in pairwise(regimes()))
    assert regimes()[-1].to is None
    assert all({regime.law, *regime.decrees, *regime.circulars} <= set(documents()) for regime in regimes())


def test_commemorations_are_real_days_with_a_grade() -> None:
    for day in commemorations().values():
        assert {day.grade, day.year_grade} <= GRADES
        assert day.lunar or day.observed_in(2024)
        assert day.name[0].isupper()


def test_is_read_once() -> None:
    assert national() is national()
