"""The profile as data: every check can be run, said and traced to its clause."""

from __future__ import annotations

import re

import pytest

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.profile import Check, Tier, profile
from thidua_cli.conformance.rules.registry import KINDS
from thidua_cli.findings.catalogue import entries
from thidua_cli.law.registers.document_types import document_types

CHECKS = list(profile().checks())
BY_LAW = (Tier.LAW, Tier.HEURISTIC, Tier.MANUAL)
CLAUSE = re.compile(r"Phụ lục I, Phần I, Mục (I|II|III|IV|V)\b|Phụ lục II|Điều 8, khoản 2")


def named(check: Check) -> str:
    return f"{check.code}-{check.key}"


@pytest.mark.parametrize("check", CHECKS, ids=named)
def test_check(check: Check) -> None:
    assert (check.kind in KINDS) is (check.tier is not Tier.MANUAL)
    assert (check.tier in BY_LAW) <= any(CLAUSE.match(basis.at) for basis in check.basis)
    assert (check.tier is Tier.HYGIENE) is (not check.basis) or check.tier is Tier.HOUSE
    # A fix is made by a mender; what has none is for a person.
    assert bool(check.mend) is (check.fix != "none")
    assert check.options.keys().isdisjoint({"tier", "clause", "mend"})


@pytest.mark.parametrize("code", profile().rules)
def test_every_rule_has_its_words(code: str) -> None:
    rule, entry = profile().rules[code], entries()[code]
    assert entry.place == "document"
    assert entry.severity is max((check.tier.severity for check in rule.checks), key=lambda one: one.weight)
    for lang in ("vi", "en"):
        assert set(entry.words[lang]["messages"]) >= {"default"}


def test_every_kind_of_test_is_used() -> None:
    assert set(KINDS) == {check.kind for check in CHECKS if check.tier is not Tier.MANUAL}


def test_every_component_has_its_name_in_both_languages() -> None:
    nameless = {Component.PAGE_NUMBER, Component.TABLE, Component.FORM_LINE, Component.RULE, Component.BLANK}
    wanted = {component.value for component in set(Component) - nameless - {Component.UNKNOWN}}
    terms = profile().terms
    assert wanted <= set(terms)
    assert all(words["vi"] and words["en"] for words in terms.values())


def test_required_components_are_by_types_of_the_decree() -> None:
    assert set(profile().completeness.required) <= {"default", "", *document_types()}
    assert profile().completeness.of("ke-hoach") == profile().completeness.required["default"]


def test_dates_of_the_profile() -> None:
    assert profile().id == "nd30-2020"
    assert profile().since.isoformat() == "2020-03-05"
    assert profile().checked_to > profile().since
