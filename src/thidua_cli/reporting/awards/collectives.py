"""Collectives that are proposed for a title, each with what the law says of its own counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.titles import COLLECTIVE, titles
from thidua_cli.law.rulings.head_counts import NO_FACTS
from thidua_cli.law.rulings.rules import Kind
from thidua_cli.reporting.facts.awards import CollectiveFacts
from thidua_cli.reporting.words import words_of
from thidua_cli.rosters.counts.rulings import ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.registers.titles import Title
    from thidua_cli.law.rulings.rules import Rule
    from thidua_cli.law.rulings.table_caps import Rows
    from thidua_cli.rosters.counts.head_counts import HeadCount

LANGUAGE = "vi"  # documents are Vietnamese, whatever the terminal speaks
HEAVIEST = (Ruling.FAIL, Ruling.UNDECIDED, Ruling.PASS)
# What the data of the program, or a table of counts, do not tell: findings say so, never a signed document.
UNSAID = frozenset({"ngoai-du-lieu", "chua-kiem-chung", "chua-xet"})


class Law(NamedTuple):
    """The law by which proposals are judged; the day is None where nobody told one."""

    book: Lawbook
    day: date | None
    place: Span
    rows: Rows | None = None


def collective_facts(counts: Sequence[HeadCount], law: Law) -> Iterator[tuple[Title, CollectiveFacts]]:
    """Every collective that claims a title, title by title in the law's order."""
    for title in titles().values():
        if title.holder != COLLECTIVE:
            continue
        for count in counts:
            claimed = count.values.get(title.id.lower(), 0)
            if claimed:
                yield title, _collective(count, title, claimed, law)


def _collective(count: HeadCount, title: Title, claimed: int, law: Law) -> CollectiveFacts:
    day = law.day
    name = title.name if day is None else title.name_on(day)
    if day is None:
        return CollectiveFacts(count.unit, name, claimed, Ruling.UNDECIDED, ())
    if claimed > 1:
        return CollectiveFacts(count.unit, name, claimed, Ruling.UNDECIDED, (words_of("awards")["several"],))

    def asked(rule: Rule) -> bool:
        return rule.kind is not Kind.RATIO_CAP and (not rule.guarded or title.id in rule.guarded)

    verdicts = ruled([count], NO_FACTS, law.book, day, law.place, law.rows, asked)
    ruling = next((each for each in HEAVIEST if any(one.ruling is each for one in verdicts)), None)
    if ruling is None:
        return CollectiveFacts(count.unit, name, claimed, Ruling.UNDECIDED, ())
    told = [] if ruling is Ruling.PASS else [one for one in verdicts if one.ruling is ruling]
    return CollectiveFacts(count.unit, name, claimed, ruling, _reasons(told, count.unit))


def _reasons(verdicts: Sequence[Verdict], unit: str) -> tuple[str, ...]:
    """Why, without the unit's name, which stands beside."""
    reasons = (said(verdict).removeprefix(f"{unit}: ") for verdict in verdicts)
    return tuple(dict.fromkeys(reason for reason in reasons if reason))


def said(verdict: Verdict) -> str:
    """The reason of a verdict as a document may give it; empty where only the program has it."""
    return "" if verdict.variant in UNSAID else reason_of(verdict, LANGUAGE)
