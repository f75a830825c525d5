"""Each rule, broken once in a document that is in order: that rule fires, and no other."""

from __future__ import annotations

import pytest
from changes import Wrong
from official_documents import BASES
from violations import appendix, closing, letterhead, page, text, title

from thidua_cli.conformance.examination import examine
from thidua_cli.conformance.rules.profile import Tier, profile
from thidua_cli.findings.catalogue import entries, message_of
from thidua_cli.findings.finding import Finding

DOCUMENTS = {name: make() for name, make in BASES.items()}
WRONG = [
    *page.VIOLATIONS,
    *page.LEFT_IN_FILE,
    *letterhead.VIOLATIONS,
    *title.VIOLATIONS,
    *text.VIOLATIONS,
    *closing.VIOLATIONS,
    *appendix.VIOLATIONS,
]


CHECKS = {(check.code, check.key) for check in profile().checks() if check.tier is not Tier.MANUAL}


def found(docx: bytes, *, house: bool = False) -> list[Finding]:
    examined, findings = examine(docx, "a.docx", house=house)
    assert examined is not None, findings
    return findings


def named(wrong: Wrong) -> str:
    return f"{wrong.code}-{wrong.variant}-{wrong.base}"


@pytest.mark.parametrize("base", DOCUMENTS)
def test_the_documents_are_in_order(base: str) -> None:
    assert found(DOCUMENTS[base], house=True) == []


@pytest.mark.parametrize("wrong", WRONG, ids=named)
def test_exactly_that_rule_fires(wrong: Wrong) -> None:
    told = found(wrong.change(DOCUMENTS[wrong.base]))
    assert {(each.code, each.variant) for each in told} == {(wrong.code, wrong.variant)}, [
        message_of(each, "vi") for each in told
    ]


@pytest.mark.parametrize("wrong", page.CUSTOMS, ids=named)
def test_customs_are_told_only_when_asked_for(wrong: Wrong) -> None:
    changed = wrong.change(DOCUMENTS[wrong.base])
    assert found(changed) == []
    assert {(each.code, each.variant) for each in found(changed, house=True)} == {(wrong.code, wrong.variant)}


def test_no_check_is_left_unbroken() -> None:
    broken = {(wrong.code, wrong.variant.partition("-")[0]) for wrong in (*WRONG, *page.CUSTOMS)}
    assert CHECKS - broken == set()


def test_no_words_are_left_unsaid() -> None:
    said = {(wrong.code, wrong.variant) for wrong in (*WRONG, *page.CUSTOMS)}
    words = {
        (code, variant) for code in profile().rules for variant in entries()[code].words["vi"]["messages"]
    }
    assert {(code, variant) for code, variant in words - said if variant != "default"} == set()
