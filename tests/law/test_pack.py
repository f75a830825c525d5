"""The pack itself: a lawyer's slip in the YAML must fail here, not in a verdict."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from thidua_cli.law.local.criteria_reading import read_criteria
from thidua_cli.law.pack import COMPILED, is_verified, national
from thidua_cli.law.registers.commemorations import commemorations
from thidua_cli.law.registers.documents import documents
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.regimes import regimes
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.evaluate import CRITERIA
from thidua_cli.law.rulings.criteria.tree import NOT
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules
from thidua_cli.source.text import SourceText
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.rulings.criteria.tree import Node

GRADES = frozenset("ABCM")
RATIOS = (Kind.RATIO_CAP, Kind.RATIO_FLOOR)
MEASURED = (*RATIOS, Kind.MINIMUM_COUNT, Kind.MAXIMUM_COUNT)
# Restated by the press without the number of the article.
ARTICLE_NOT_TOLD = {"TD314", "TD344", "TD345"}
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
        told = all(basis.at or basis.quote for basis in number.basis)
        assert number.state is State.UNVERIFIED or told or rule.code in ARTICLE_NOT_TOLD
        for reading in number.readings:
            assert reading.basis
            assert reading.grade in GRADES


@RULES
def test_only_a_verified_number_is_in_force(rule: Rule) -> None:
    for number in rule.numbers:
        assert is_verified(number.grade) or number.state is State.UNVERIFIED


@RULES
def test_a_number_in_force_says_what_its_kind_asks(rule: Rule) -> None:
    ratio = rule.kind in RATIOS
    assert (rule.base is not None) == ratio
    assert bool(rule.numerator) != (rule.kind is Kind.CRITERIA)
    for number in rule.numbers:
        assert number.state is not State.NONE or not number.readings
        ways = [way for way in rule.readings(number) if not way.unread]
        assert ways or number.state is not State.IN_FORCE
        for way in ways:
            if rule.kind in MEASURED and number.state is not State.NONE:
                assert way.criteria is None
                assert number.state is State.UNVERIFIED or way.value is not None
                assert way.value is None or (0 < way.value <= 1 if ratio else way.value.denominator == 1)
            elif number.state is State.IN_FORCE:
                assert way.value is None
                assert (way.criteria is not None) == (rule.kind is Kind.CRITERIA)


@RULES
def test_only_verified_readings_and_candidates_decide(rule: Rule) -> None:
    for number in rule.numbers:
        if number.readings and number.state is State.IN_FORCE:
            assert any(is_verified(way.grade) for way in number.readings)


@RULES
def test_a_source_is_in_force_while_the_number_rests_on_it(rule: Rule) -> None:
    known = {document.label: document for document in documents().values()}
    for number in rule.numbers:
        if number.state is State.UNVERIFIED:
            continue
        for basis in number.basis:
            document = known[basis.document]
            begun = document.since or document.issued
            assert begun is not None
            assert begun <= number.since
            assert covered_to_the_end(number, document.to)


def covered_to_the_end(number: DatedValue, ended: date | None) -> bool:
    # Some rate the year 2026 by the old decrees still, as a reading that names the article that lets them.
    return ended is None or (number.to is not None and number.to <= ended)


@RULES
def test_criteria_name_what_exists(rule: Rule) -> None:
    for node in nodes(rule):
        for leaf in node.leaves():
            assert leaf.name in CRITERIA
            for key in ("fact", "than"):
                assert key not in leaf.asks or leaf.asks[key] in fact_kinds()
            if leaf.name in ("at_least", "at_most", "below") and "value" in leaf.asks:
                kind = fact_kinds()[leaf.asks["fact"]].type
                assert leaf.asks["value"] in scales()[kind] if kind in scales() else kind == "count"
            assert set(title_ids(leaf)) <= set(titles())


def nodes(rule: Rule) -> list[Node]:
    ways = [way for number in rule.numbers for way in rule.readings(number)]
    trees = [rule.when, *(node for way in ways for node in (way.criteria, way.when))]
    return [node for node in trees if node is not None]


def title_ids(leaf: Node) -> list[str]:
    if leaf.name == "holds":
        return list(leaf.asks)
    found = [*leaf.asks.get("titles", ()), *leaf.asks.get("after", ())]
    for wanted in (leaf.asks.get("each", {}), *leaf.asks.get("with", ())):
        found += wanted.get("titles", ())
    return found


@RULES
def test_the_language_of_packs_reads_every_criterion(rule: Rule) -> None:
    for node in nodes(rule):
        findings: list[Finding] = []
        root, problems = read_yaml(SourceText("rule.yaml", json.dumps(written(node))))
        assert root is not None
        assert (read_criteria(root, findings), [*problems, *findings]) == (node, [])


def written(node: Node) -> dict[str, object]:
    """A tree as the pack writes it."""
    if node.name == NOT:
        return {NOT: written(node.parts[0])}
    return {node.name: [written(part) for part in node.parts] if node.parts else node.asks}


@RULES
def test_what_is_measured_is_a_known_fact(rule: Rule) -> None:
    bases = {ident for number in rule.numbers for way in number.readings for ident in way.base}
    small = {number.small.of for number in rule.numbers if number.small}
    measured = {rule.numerator, rule.base or "", *bases, *small} - {""}
    assert measured <= set(fact_kinds())


@RULES
def test_a_rule_guards_a_known_title(rule: Rule) -> None:
    assert set(rule.guarded) <= set(titles())
    assert not (rule.title and rule.titles)


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
