"""Quotas as a page for the terminal: each cap with its arithmetic, collectives, targets, people."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.cli.output.page import item, note, section
from thidua_cli.cli.quota.caps_page import rule_lines
from thidua_cli.cli.quota.people_page import people_sections, ruling_word
from thidua_cli.cli.quota.words import (
    articles,
    figure,
    heading,
    headline,
    left_out,
    named,
    reason_alone,
    required_step,
    rule_name,
)
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.rosters.counts.review import is_applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.rosters.counts.review import Required, Review

# Open readings, missing counts, how many more people there are.
_QUESTIONS = frozenset({"TD350", "TD351", "TD375"})


def quota_page(quotas: Quotas) -> Iterator[str]:
    """Set by set: what each cap allows, what titles ask, what was not considered; then the rulings."""
    yield f"{heading(quotas)}\n"
    yield from (f"{line}\n" for line in left_out(quotas))
    for name, found in quotas.sets:
        if len(quotas.sets) > 1:
            yield f"\n── {t(f'quota.set.{name}')}\n"
        for block in _set_blocks(found, quotas):
            yield f"\n{block}\n"
    if quotas.targets:
        yield "\n" + section(t("quota.targets"), map(_verdict_line, quotas.targets)) + "\n"
    for block in people_sections(quotas):
        yield f"\n{block}\n"


def said_by_page(quotas: Quotas, finding: Finding) -> bool:
    """Whether the page, and the sheets, say what a finding says: a ruling, or a question that is open."""
    ruled = {verdict.code for verdict in quotas.report.verdicts}
    return finding.code in ruled | _QUESTIONS


def none_said(_: Finding) -> bool:
    """Nothing is said elsewhere."""
    return False


def _set_blocks(found: Review, quotas: Quotas) -> Iterator[str]:
    for _, capped in groupby(found.capped, key=lambda one: one.allowance.rule.code):
        yield "\n".join(rule_lines(list(capped), quotas))
    required = [line for one in _worth_a_line(found.required) for line in _condition_lines(one)]
    if required:
        yield section(t("quota.conditions"), required)
    capping = {one.allowance.rule.code for one in found.capped}
    rest = [each for each in found.verdicts if each.rule not in capping]
    if rest:
        yield section(t("quota.collectives"), _ruling_lines(rest, quotas))
    if found.unread:
        lines = (_unread_line(title, rules, quotas) for title, rules in found.unread.items())
        yield section(t("quota.conditions"), lines)
    if found.unasked:
        yield section(t("quota.unasked"), [item(_named(rule, quotas)) for rule in found.unasked])


def _named(rule: Rule, quotas: Quotas) -> str:
    number = rule.on(quotas.day)
    ways = rule.readings(number) if number and is_applied(number) else ()
    return f"{headline(rule, number, ways, quotas.book)} [{rule.code}]"


def _worth_a_line(required: Sequence[Required]) -> Iterator[Required]:
    """Of one unit everything; of several what each has to reckon, and what it falls short of."""
    single = len({one.unit for one in required}) == 1
    for one in required:
        if single or one.requirement.product is not None or one.requirement.lacking:
            yield one


def _condition_lines(one: Required) -> Iterator[str]:
    asked = one.requirement
    subject = f"{one.unit} – " if one.unit else ""
    needed = t("quota.unknown") if asked.needed is None else figure(asked.needed)
    key = "quota.at_most" if asked.at_most else "quota.at_least"
    line = t(key, title=titles()[one.title].name, needed=needed, what=named(asked.rule.numerator))
    parts = [line, required_step(asked)]
    if asked.have is not None:
        lacking = asked.lacking or 0
        form = "too_many" if asked.at_most else "lacking"
        have = {"have": figure(asked.have), "lacking": figure(lacking)}
        parts.append(t(f"quota.{form}" if lacking else "quota.have", **have))
    yield item(printable(subject + "; ".join(part for part in parts if part)))
    yield note(f"{articles(asked.number)} [{asked.rule.code}]")


def _ruling_lines(verdicts: Iterable[Verdict], quotas: Quotas) -> Iterator[str]:
    """Rulings on collectives; what several rules say of the same ones in the same words is said once."""
    alike: dict[tuple[str, str, str], list[Verdict]] = {}
    for each in verdicts:
        reason = "" if each.ruling in (Ruling.PASS, Ruling.NOT_IN_FORCE) else reason_alone(each)
        alike.setdefault((each.ruling, each.subject, reason), []).append(each)
    for (ruling, subject, reason), same in alike.items():
        basis = cited(dict.fromkeys(basis for each in same for basis in each.basis))
        if ruling in (Ruling.PASS, Ruling.NOT_IN_FORCE):
            codes = ", ".join(each.rule for each in same)
            yield item(printable(f"{subject}: {ruling_word(Ruling(ruling))} [{codes}]"))
            continue
        names = "; ".join(dict.fromkeys(f"{rule_name(each, quotas.book)} [{each.rule}]" for each in same))
        yield item(printable(f"{subject}: {ruling_word(Ruling(ruling))} – {reason}"))
        yield note(printable(f"{names} ({basis})" if basis else names))


def _unread_line(title: str, rules: Sequence[Rule], quotas: Quotas) -> str:
    numbers = [number for rule in rules if (number := rule.on(quotas.day))]
    basis = cited(dict.fromkeys(each for number in numbers for each in number.basis))
    codes = ", ".join(rule.code for rule in rules)
    return item(t("quota.not_verified", title=titles()[title].name, basis=basis, codes=codes))


def _verdict_line(verdict: Verdict) -> str:
    from thidua_cli.cli.language import language
    from thidua_cli.findings.formats.words import reason_of

    reason = reason_of(verdict, language())
    said = reason if verdict.subject in reason else f"{verdict.subject} – {reason}"
    return item(printable(f"{ruling_word(verdict.ruling)} [{verdict.rule}]: {said} – {verdict.span.place}"))
