"""Quotas as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language
from thidua_cli.cli.law.criteria_words import whom_words
from thidua_cli.cli.quota.words import (
    articles,
    reason_alone,
    state_key,
)
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.pack import is_verified
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited

if TYPE_CHECKING:
    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.law.quotas.allowances import Allowance, Way
    from thidua_cli.rosters.counts.review import Capped, Required, Review
    from thidua_cli.rosters.people.judging import RuleRulings

SCHEMA = "thidua.quota/1"


def quota_data(quotas: Quotas) -> dict[str, Any]:
    """`thidua.quota/1`: every cap by every reading, every condition, and the report as `thidua.report/1`."""
    from thidua_cli.findings.formats.json_report import to_data

    return {
        "schema": SCHEMA,
        "as_of": quotas.day.isoformat(),
        "law": quotas.book.name,
        "sets": {name: _set_data(found) for name, found in quotas.sets},
        "left_out": list(quotas.book.left_out),
        "people": [_rule_data(one) for one in quotas.people],
        "report": to_data(quotas.report, language()),
    }


def _set_data(found: Review) -> dict[str, Any]:
    return {
        "caps": [_cap_data(one) for one in found.capped],
        "conditions": [_condition_data(one) for one in found.required],
        "not_counted": [rule.code for rule in found.unasked],
    }


def _cap_data(capped: Capped) -> dict[str, Any]:
    one = capped.allowance
    return {
        "rule": one.rule.code,
        "subject": one.subject,
        "numerator": one.rule.numerator,
        "state": state_key(one.number),
        "allowed": one.allowed,
        "used": None if one.used is None else one.used.known,
        "missing": list(one.missing),
        "ruling": capped.verdict.ruling.value if capped.verdict else None,
        "basis": cited(one.basis),
        "readings": [_way_data(one, way) for way in one.ways],
    }


def _way_data(one: Allowance, way: Way) -> dict[str, Any]:
    return {
        "id": way.reading.id,
        "when": whom_words(way.reading.when) if way.reading.when else None,
        "verified": is_verified(way.reading.grade),
        "base": list(way.reading.base),
        "heads": way.base.known,
        "together": way.together._asdict() if way.together else None,
        "ratio": None if way.reading.value is None else str(way.reading.value),
        "product": None if way.product is None else exact(way.product),
        "rounding": one.number.rounding.value if one.number and one.number.rounding else None,
        "allowed": way.allowed.known,
        "at_least": way.allowed.low,
        "at_most": way.allowed.high,
        "basis": articles(one.number, way),
    }


def _condition_data(one: Required) -> dict[str, Any]:
    asked = one.requirement
    return {
        "rule": asked.rule.code,
        "unit": one.unit,
        "title": one.title,
        "numerator": asked.rule.numerator,
        "needed": asked.needed,
        "at_most": asked.at_most,
        "have": asked.have,
        "lacking": asked.lacking,
        "basis": articles(asked.number),
    }


def _rule_data(one: RuleRulings) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "counts": {ruling.value: one.counts.get(ruling, 0) for ruling in Ruling},
        "common": reason_alone(one.common) if one.common else None,
        "basis": cited(dict.fromkeys(one.example.basis)),
        "told": [
            {
                "cell": each.place,
                "unit": each.unit,
                "titles": each.titles,
                "ruling": each.verdict.ruling.value,
                "reason": reason_alone(each.verdict),
            }
            for each in one.told
        ],
    }
