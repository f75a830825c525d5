"""Proposals of people held against the caps of the law; what the tables leave open the officer decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.reporting.awards.collectives import said
from thidua_cli.reporting.facts.awards import QuotaFacts
from thidua_cli.reporting.words import words_of
from thidua_cli.rosters.counts.review import review
from thidua_cli.vietnamese.numbers import format_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.quotas.allowances import Allowance
    from thidua_cli.law.registers.titles import Title
    from thidua_cli.reporting.awards.collectives import Law
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.counts.review import Capped

OR = " hoặc "
MOST_NAMED = 10
SETTLED = (Ruling.FAIL, Ruling.UNDECIDED)


def quotas_of(
    proposed: Sequence[Title], counts: Sequence[HeadCount], law: Law
) -> Iterator[tuple[Title, QuotaFacts]]:
    """For each title the caps that bear on it.

    Where the rows are agencies only those that exceed are told, not all of them together; where nobody said
    what the rows are, and some exceed by themselves, both readings stand beside each other.
    """
    if law.day is None or not proposed:
        return
    capped = review(counts, law.book, law.day, law.place, rows=law.rows).capped
    for title in proposed:
        own = [one for one in capped if one.allowance.rule.numerator == title.id.lower()]
        alone = [one for one in own if one.allowance.subject]
        told = [one for one in alone if one.verdict is not None and one.verdict.ruling in SETTLED]
        for one in () if told and law.rows is Rows.AGENCIES else (each for each in own if each not in alone):
            above = [each for each in alone if _over(each.allowance)] if law.rows is None else []
            yield title, _both(title, one, above, law) if above and _passes(one) else _quota(title, one, law)
        for one in told:
            yield title, _quota(title, one, law)


def _passes(one: Capped) -> bool:
    return one.verdict is not None and one.verdict.ruling is Ruling.PASS


def _quota(title: Title, one: Capped, law: Law) -> QuotaFacts:
    found, verdict = one.allowance, one.verdict
    over = _over(found)
    return QuotaFacts(
        title=_named(title, found, law),
        proposed=_used(found),
        allowed=_allowed(found),
        over=heads_text(over) if over else "",
        ruling=verdict.ruling if verdict else "",
        reason=_reason(verdict) if verdict else "",
        basis=cited(verdict.basis if verdict else found.basis),
    )


def _both(title: Title, one: Capped, above: Sequence[Capped], law: Law) -> QuotaFacts:
    """A cap that all together keep, and some rows by themselves do not."""
    words = words_of("awards")
    units = [
        words["row_above"].format(
            unit=each.allowance.subject, used=_used(each.allowance), allowed=_allowed(each.allowance)
        )
        for each in above
    ]
    rest = words["rows_more"] if len(units) > MOST_NAMED else ""
    values = {
        "whole": _reason(one.verdict) if one.verdict else "",
        "count": format_count(len(units)),
        "units": ", ".join(units[:MOST_NAMED]) + rest,
    }
    quota = _quota(title, one, law)
    return quota._replace(
        allowed="",
        ruling=Ruling.UNDECIDED,
        reason=words["rows_decide"],
        readings=words["readings"].format_map(values),
        above=tuple(each.allowance.subject for each in above),
    )


def _named(title: Title, found: Allowance, law: Law) -> str:
    name = title.name if law.day is None else title.name_on(law.day)
    return f"{name} – {found.subject}" if found.subject else name


def _reason(verdict: Verdict) -> str:
    """Why, as a document to the body above may say it: what exceeds by how much, no advice."""
    if verdict.ruling is not Ruling.FAIL:
        return said(verdict)
    if "arithmetic" not in verdict.values:
        return ""
    return str(words_of("awards")["exceeded"]).format_map({**verdict.values, "basis": cited(verdict.basis)})


def _over(found: Allowance) -> int:
    """How many more are proposed than allowed; 0 where that is not known."""
    used = None if found.used is None else found.used.known
    return max(0, used - found.allowed) if used is not None and found.allowed is not None else 0


def _used(found: Allowance) -> str:
    return "" if found.used is None or found.used.known is None else heads_text(found.used.known)


def _allowed(found: Allowance) -> str:
    """The number that is allowed; by several readings of the law each of theirs, empty where one is open."""
    if found.allowed is not None:
        return heads_text(found.allowed)
    known = [way.allowed.known for way in found.ways]
    told = [each for each in known if each is not None]
    return OR.join(dict.fromkeys(map(heads_text, told))) if len(told) == len(known) else ""


def heads_text(count: int) -> str:
    """A count of people, alike in tables and in sentences: `08`, but `0` for nobody."""
    return format_count(count) if count else "0"
