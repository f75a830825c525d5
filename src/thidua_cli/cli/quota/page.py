"""Quotas as a page for the terminal: each cap with its arithmetic, each condition, each target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.page import item, note, section
from thidua_cli.cli.quota.words import (
    articles,
    balance,
    base_words,
    condition,
    fact_name,
    heading,
    headline,
    kept,
    open_facts,
    practice,
    ratio_of,
    required_step,
    step,
)
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.texts import label
from thidua_cli.law.pack import is_verified
from thidua_cli.law.registers.titles import titles
from thidua_cli.rosters.counts.review import is_applied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.quotas.allowances import Way
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.rosters.counts.review import Capped, Required


def quota_page(quotas: Quotas) -> Iterator[str]:
    """Set by set: what each cap allows, what titles ask, what was not considered; then the rulings."""
    yield f"{heading(quotas)}\n"
    for name, found in quotas.sets:
        if len(quotas.sets) > 1:
            yield f"\n── {t(f'quota.set.{name}')}\n"
        for one in found.capped:
            yield "\n" + "\n".join(_cap_lines(one, quotas.book)) + "\n"
        required = [line for one in _worth_a_line(found.required) for line in _condition_lines(one)]
        if required:
            yield "\n" + section(t("quota.conditions"), required) + "\n"
        if found.unasked:
            yield (
                "\n"
                + section(t("quota.unasked"), [item(_named(rule, quotas)) for rule in found.unasked])
                + "\n"
            )
    for name, verdicts in quotas.rulings:
        lines = [
            item(printable(f"{label(f'ruling.{one.ruling}', language())} [{one.rule}]: {_said(one)}"))
            for one in verdicts
        ]
        yield "\n" + section(t(f"quota.{name}"), lines) + "\n"


def _said(verdict: Verdict) -> str:
    """The reason, after whom it is about where its words do not say so."""
    reason = reason_of(verdict, language())
    return reason if verdict.subject in reason else f"{verdict.subject} – {reason}"


def _worth_a_line(required: Sequence[Required]) -> Iterator[Required]:
    """Of one unit everything; of several what each has to reckon, and what it falls short of."""
    single = len({one.unit for one in required}) == 1
    for one in required:
        if single or one.requirement.product is not None or one.requirement.lacking:
            yield one


def _named(rule: Rule, quotas: Quotas) -> str:
    number = rule.on(quotas.day)
    ways = rule.readings(number) if number and is_applied(number) else ()
    return f"{headline(rule, number, ways, quotas.book)} [{rule.code}]"


def _cap_lines(capped: Capped, book: Lawbook) -> Iterator[str]:
    one = capped.allowance
    subject = f"{one.subject} – " if one.subject else ""
    readings = [way.reading for way in one.ways]
    yield printable(f"{subject}{headline(one.rule, one.number, readings, book)} [{one.rule.code}]")
    for way in one.ways:
        if len(one.ways) > 1:
            yield note(_reading(way))
        parts = [_allowed(way), step(one, way), balance(one, way), kept(one, way)]
        yield note("; ".join(part for part in parts if part))
        if practice(way):
            yield note(practice(way))
        if len(one.ways) > 1 and way.reading.basis:
            yield note(articles(one.number, way))
    if one.questioned:
        facts = open_facts(one.ways)
        hint = t("quota.tell_facts", facts=", ".join(facts)) if facts else ""
        yield note(f"{t('quota.question')} {hint}".strip())
    if one.missing and one.allowed is None:
        yield note(t("quota.missing", counts=", ".join(one.missing)))
    if capped.verdict is not None:
        yield note(t("quota.ruling", ruling=label(f"ruling.{capped.verdict.ruling}", language())))
    if one.number is not None:
        yield note(t("quota.basis", basis=articles(one.number)))


def _reading(way: Way) -> str:
    """Which reading it is, for whom, and whether its text is verified."""
    line = (
        t("quota.reading", ratio=ratio_of(way), base=base_words(way))
        if way.reading.base
        else t("quota.other")
    )
    if way.reading.when is not None:
        line += f" ({condition(way.reading.when)})"
    return line if is_verified(way.reading.grade) else f"{line}, {t('quota.unverified')}"


def _allowed(way: Way) -> str:
    known = way.allowed.known
    return t("quota.allowed", allowed=known) if known is not None else ""


def _condition_lines(one: Required) -> Iterator[str]:
    asked = one.requirement
    subject = f"{one.unit} – " if one.unit else ""
    needed = t("quota.unknown") if asked.needed is None else asked.needed
    key = "quota.at_most" if asked.at_most else "quota.at_least"
    line = t(key, title=titles()[one.title].name, needed=needed, what=fact_name(asked.rule.numerator))
    parts = [line, required_step(asked)]
    if asked.have is not None:
        lacking = asked.lacking or 0
        form = "too_many" if asked.at_most else "lacking"
        parts.append(t(f"quota.{form}" if lacking else "quota.have", have=asked.have, lacking=lacking))
    yield item(printable(subject + "; ".join(part for part in parts if part)))
    yield note(f"{articles(asked.number)} [{asked.rule.code}]")
