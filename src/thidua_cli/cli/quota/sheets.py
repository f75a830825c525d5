"""Quotas as sheets: caps, conditions, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.cli.law.criteria_words import whom_words
from thidua_cli.cli.quota.people_page import people_sheet, ruling_word
from thidua_cli.cli.quota.words import (
    articles,
    base_words,
    heading,
    left_out,
    named,
    ratio_of,
    reason_alone,
    required_step,
    rule_name,
    says,
    step,
)
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.tables.writing.sheets import Column, Content, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.rosters.counts.review import Capped, Review


def quota_sheets(quotas: Quotas) -> list[Sheet]:
    """Caps, conditions, rulings on collectives and on targets of a plan, or on people one by one."""
    sheets = [_cap_sheet(quotas)] if quotas.sets else []
    if any(one.required for _, one in quotas.sets):
        sheets.append(_condition_sheet(quotas))
    collectives = [each for _, found in quotas.sets for each in _of_collectives(found)]
    sheets += [_ruling_sheet("collectives", collectives, quotas)] if collectives else []
    sheets += [_ruling_sheet("targets", quotas.targets, quotas)] if quotas.targets else []
    sheets += [people_sheet(quotas)] if quotas.people else []
    return sheets or [_ruling_sheet("targets", (), quotas)]


def _of_collectives(found: Review) -> list[Verdict]:
    capping = {one.allowance.rule.code for one in found.capped}
    return [each for each in found.verdicts if each.rule not in capping]


def _cap_sheet(quotas: Quotas) -> Sheet:
    columns = {
        "set": Column(t("quota.column.set"), most=14),
        "subject": Column(t("quota.column.subject"), most=28),
        "what": Column(t("quota.column.what"), most=26),
        "base": Column(t("quota.column.base"), most=26),
        "whom": Column(t("quota.column.whom"), most=26),
        "heads": Column(t("quota.column.heads"), Kind.WHOLE),
        "ratio": Column(t("quota.column.ratio"), Kind.CENTRED),
        "step": Column(t("quota.column.step"), most=28),
        "allowed": Column(t("quota.column.allowed"), Kind.WHOLE),
        "used": Column(t("quota.column.used"), Kind.WHOLE),
        "left": Column(t("quota.column.left"), Kind.WHOLE),
        "over": Column(t("quota.column.over"), Kind.WHOLE),
        "ruling": Column(t("quota.column.ruling"), Kind.CENTRED, most=16),
        "reason": Column(t("quota.column.reason"), most=40),
        "basis": Column(t("quota.column.basis"), most=26),
    }
    rows = [
        row
        for name, found in quotas.sets
        for one in found.capped
        for row in _cap_rows(name, one, quotas, any(each.allowance.subject for each in found.capped))
    ]
    kept_columns = [
        key
        for key in columns
        if key not in ("set", "subject", "whom", "reason") or any(row[key] for row in rows)
    ]
    if len(quotas.sets) < 2 and "set" in kept_columns:
        kept_columns.remove("set")
    return Sheet(
        t("quota.sheet.caps"),
        [columns[key] for key in kept_columns],
        [[row[key] for key in kept_columns] for row in rows],
        titles=[t("quota.title_page"), heading(quotas), *left_out(quotas)],
    )


def _cap_rows(name: str, capped: Capped, quotas: Quotas, several: bool) -> Iterator[dict[str, Content]]:
    one = capped.allowance
    for way in one.ways or (None,):
        allowed = way.allowed.known if way else None
        used = one.used.known if one.used else None
        left = None if allowed is None or used is None else allowed - used
        yield {
            "set": t(f"quota.set.{name}"),
            "subject": one.subject or (t("quota.whole_table") if several else ""),
            "what": named(one.rule.numerator),
            "base": base_words(way) if way else says(one.rule, one.number, quotas.book),
            "whom": whom_words(way.reading.when) if way and way.reading.when else "",
            "heads": way.base.known if way and way.product is not None else None,
            "ratio": ratio_of(way) if way else "",
            "step": step(one, way) if way else "",
            "allowed": allowed,
            "used": used,
            "left": None if left is None or left < 0 else left,
            "over": None if left is None or left >= 0 else -left,
            "ruling": ruling_word(capped.verdict.ruling) if capped.verdict else "",
            "reason": _reason(capped) if way is None or way is one.ways[0] else "",
            "basis": articles(one.number, way),
        }


def _reason(capped: Capped) -> str:
    """Why it is not met or not clear."""
    verdict = capped.verdict
    told = verdict is not None and verdict.ruling in (Ruling.FAIL, Ruling.UNDECIDED)
    return reason_alone(verdict) if verdict is not None and told else ""


def _condition_sheet(quotas: Quotas) -> Sheet:
    columns = (
        Column(t("quota.column.subject"), most=28),
        Column(t("quota.column.title"), most=28),
        Column(t("quota.column.condition"), most=36),
        Column(t("quota.column.step"), most=30),
        Column(t("quota.column.needed"), Kind.WHOLE),
        Column(t("quota.column.have"), Kind.WHOLE),
        Column(t("quota.column.lacking"), Kind.WHOLE),
        Column(t("quota.column.basis"), most=34),
    )
    rows = [
        [
            f"{one.unit} ({t(f'quota.set.{name}')})" if len(quotas.sets) > 1 else one.unit,
            titles()[one.title].name,
            says(one.requirement.rule, one.requirement.number, quotas.book),
            required_step(one.requirement),
            one.requirement.needed,
            one.requirement.have,
            one.requirement.lacking,
            articles(one.requirement.number),
        ]
        for name, found in quotas.sets
        for one in found.required
    ]
    lines = [t("quota.conditions_title"), heading(quotas), *left_out(quotas)]
    return Sheet(t("quota.sheet.conditions"), columns, rows, titles=lines)


def _ruling_sheet(name: str, verdicts: Sequence[Verdict], quotas: Quotas) -> Sheet:
    columns = (
        Column(t("quota.column.subject"), most=28),
        Column(t("quota.column.rule"), most=36),
        Column(t("quota.column.ruling"), Kind.CENTRED, most=16),
        Column(t("quota.column.reason"), most=60),
        Column(t("quota.column.basis"), most=30),
    )
    rows = [
        [
            one.subject,
            f"{rule_name(one, quotas.book)} [{one.rule}]",
            ruling_word(one.ruling),
            reason_alone(one),
            cited(dict.fromkeys(one.basis)),
        ]
        for one in verdicts
    ]
    lines = [t(f"quota.{name}_title"), heading(quotas), *left_out(quotas)]
    return Sheet(t(f"quota.sheet.{name}"), columns, rows, titles=lines)
