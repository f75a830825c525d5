"""A cap on the page: on one subject with every step, on several its readings once and a table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.cli.output.page import INDENT, note
from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.cli.quota.people_page import ruling_word
from thidua_cli.cli.quota.words import (
    articles,
    balance,
    figure,
    headline,
    kept,
    listed,
    open_facts,
    practice,
    reading_words,
    reason_alone,
    short_balance,
    step,
)
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import OF_ROWS, cited
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.quotas.allowances import Allowance
    from thidua_cli.rosters.counts.review import Capped


def rule_lines(capped: Sequence[Capped], quotas: Quotas) -> Iterator[str]:
    """A cap: on one subject with every step; on several its readings once, then a table of them."""
    if len(capped) == 1:
        yield from _cap_lines(capped[0], quotas)
        return
    first = next((one.allowance for one in capped if one.allowance.ways), capped[0].allowance)
    yield _headline(first, quotas)
    # The only one is the headline itself.
    for place, way in enumerate(first.ways if len(first.ways) > 1 else (), 1):
        source = f" – {articles(first.number, way)}" if way.reading.basis else ""
        yield note(f"({place}) {reading_words(way, first)}{source}")
    yield from (INDENT * 2 + line for line in _table(capped))
    whole = capped[0].verdict
    if whole is not None and (whole.ruling is Ruling.FAIL or whole.variant in OF_ROWS):
        yield note(printable(reason_alone(whole)))
    if not first.rule.groups and not any(one.verdict for one in capped[1:]):
        yield note(t("quota.of_everybody"))
    if any(one.allowance.questioned for one in capped):
        yield _question(first)
    missing = dict.fromkeys(each for one in capped for each in one.allowance.missing)
    if missing and any(one.allowance.allowed is None for one in capped):
        yield note(t("quota.missing", counts=listed(missing)))
    if first.number is not None:
        yield note(t("quota.basis", basis=cited(first.basis)))


def _table(capped: Sequence[Capped]) -> list[str]:
    """Subject by subject: what is allowed by each reading, what is used and left."""
    ways = max(len(one.allowance.ways) for one in capped)
    same = all(len({way.allowed for way in one.allowance.ways}) == 1 for one in capped)
    named_ways = [t("quota.column.allowed")] if same else [f"({place})" for place in range(1, ways + 1)]
    columns = (
        Column(t("quota.column.subject"), most=28),
        *(Column(name, Kind.CENTRED) for name in named_ways),
        Column(t("quota.column.used"), Kind.WHOLE),
        Column(t("quota.column.left")),
        Column(t("quota.column.ruling"), most=16),
    )
    rows = [
        [
            one.allowance.subject or t("quota.whole_table"),
            *_padded([figure(way.allowed.known) for way in one.allowance.ways], len(named_ways)),
            one.allowance.used.known if one.allowance.used else None,
            _left(one.allowance),
            ruling_word(one.verdict.ruling) if one.verdict else "",
        ]
        for one in capped
    ]
    return [line.rstrip("\n") for line in page_of(Sheet("", columns, rows, titles=[])) if line.strip()]


def _padded(figures: list[str], many: int) -> list[str]:
    return (figures + [""] * many)[:many]


def _left(one: Allowance) -> str:
    """What is left or over: by the strictest and by the mildest reading, where they differ."""
    known = sorted(
        (way for way in one.ways if way.allowed.known is not None), key=lambda way: way.allowed.low
    )
    ends = dict.fromkeys(short_balance(one, way) for way in (*known[:1], *known[-1:]))
    return " … ".join(ends)


def _cap_lines(capped: Capped, quotas: Quotas) -> Iterator[str]:
    one = capped.allowance
    yield _headline(one, quotas)
    for place, way in enumerate(one.ways, 1):
        if len(one.ways) > 1:
            yield note(f"({place}) {reading_words(way, one)}")
        known = way.allowed.known
        allowed = t("quota.allowed", allowed=figure(known)) if known is not None else ""
        parts = [allowed, step(one, way), balance(one, way), kept(one, way)]
        yield note("; ".join(part for part in parts if part))
        if practice(way):
            yield note(practice(way))
        if len(one.ways) > 1 and way.reading.basis:
            yield note(articles(one.number, way))
    if one.questioned:
        yield _question(one)
    if one.missing and one.allowed is None:
        yield note(t("quota.missing", counts=listed(one.missing)))
    if capped.verdict is not None:
        yield note(_ruling_of(capped.verdict))
    if one.number is not None:
        yield note(t("quota.basis", basis=cited(one.basis)))


def _headline(one: Allowance, quotas: Quotas) -> str:
    subject = f"{one.subject} – " if one.subject else ""
    readings = [way.reading for way in one.ways]
    return printable(f"{subject}{headline(one.rule, one.number, readings, quotas.book)} [{one.rule.code}]")


def _ruling_of(verdict: Verdict) -> str:
    """The ruling; what is not met or not clear with its reason."""
    line = t("quota.ruling", ruling=ruling_word(verdict.ruling))
    told = verdict.ruling in (Ruling.FAIL, Ruling.UNDECIDED)
    return printable(f"{line} – {reason_alone(verdict)}" if told else line)


def _question(one: Allowance) -> str:
    facts = listed(open_facts(one.ways))
    hint = t("quota.tell_facts", facts=facts) if facts else ""
    return note(f"{t('quota.question')} {hint}".strip())
