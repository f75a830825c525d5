"""Rulings on people, rule by rule: who falls short or is unclear, how many pass. Nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.page import item, note, section
from thidua_cli.cli.quota.words import heading, left_out, reason_alone, rule_name
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.texts import label
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.tables.writing.sheets import Column, Content, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.rosters.people.judging import RuleRulings

_TOLD = (Ruling.FAIL, Ruling.UNDECIDED)


def ruling_word(ruling: Ruling) -> str:
    """`đạt`, `không đạt` …"""
    return label(f"ruling.{ruling}", language())


def people_sections(quotas: Quotas) -> Iterator[str]:
    """A section for each rule that somebody fails or leaves unclear; the other rules in one list."""
    apart = [one for one in quotas.people if one.told]
    if quotas.people:
        yield t("quota.people")
    yield from (section(printable(_title(one, quotas)), _lines(one)) for one in apart)
    alike = [line for one in quotas.people if not one.told for line in _common_lines(one, quotas)]
    if alike:
        yield section(t("quota.people_alike"), alike)


def _title(one: RuleRulings, quotas: Quotas) -> str:
    basis = cited(dict.fromkeys(one.example.basis))
    name = f"{rule_name(one.example, quotas.book)} [{one.rule}]"
    return f"{name} – {basis}" if basis else name


def _lines(one: RuleRulings) -> Iterator[str]:
    for each in sorted(one.told, key=lambda each: _TOLD.index(each.verdict.ruling)):
        who = ", ".join(part for part in (each.place, each.unit, each.titles) if part)
        yield item(printable(f"{who}: {ruling_word(each.verdict.ruling)} – {reason_alone(each.verdict)}"))
    for ruling in _TOLD:
        told = sum(each.verdict.ruling is ruling for each in one.told)
        more = one.counts.get(ruling, 0) - told
        if more > 0:
            yield item(t("quota.people_more", count=more, ruling=ruling_word(ruling)))
    for ruling in (Ruling.PASS, Ruling.NOT_IN_FORCE):
        if count := one.counts.get(ruling, 0):
            yield item(t("quota.people_count", count=count, ruling=ruling_word(ruling)))


def _common_lines(one: RuleRulings, quotas: Quotas) -> Iterator[str]:
    said = f" – {reason_alone(one.common)}" if one.common else ""
    for ruling, count in one.counts.items():
        yield item(printable(f"{t('quota.people_number', count=count)}: {ruling_word(ruling)}{said}"))
    yield note(printable(_title(one, quotas)))


def people_sheet(quotas: Quotas) -> Sheet:
    """The same as a sheet: a row for each person who falls short or is unclear, one for the others."""
    columns = (
        Column(t("quota.column.cell"), Kind.CENTRED),
        Column(t("quota.column.subject"), most=28),
        Column(t("quota.column.title"), Kind.CENTRED, most=16),
        Column(t("quota.column.rule"), most=36),
        Column(t("quota.column.ruling"), Kind.CENTRED, most=16),
        Column(t("quota.column.reason"), most=60),
        Column(t("quota.column.basis"), most=30),
    )
    rows = [row for one in quotas.people for row in _rows(one, quotas)]
    lines = [t("quota.people_title"), heading(quotas), *left_out(quotas)]
    return Sheet(t("quota.sheet.people"), columns, rows, titles=lines)


def _rows(one: RuleRulings, quotas: Quotas) -> Iterator[list[Content]]:
    rule = f"{rule_name(one.example, quotas.book)} [{one.rule}]"
    basis = cited(dict.fromkeys(one.example.basis))
    for each in one.told:
        word, reason = ruling_word(each.verdict.ruling), reason_alone(each.verdict)
        yield [each.place, each.unit, each.titles, rule, word, reason, basis]
    for ruling, count in one.counts.items():
        others = count - sum(each.verdict.ruling is ruling for each in one.told)
        if others:
            reason = reason_alone(one.common) if one.common else ""
            yield ["", t("quota.people_number", count=others), "", rule, ruling_word(ruling), reason, basis]
