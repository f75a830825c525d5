"""Proposals of titles: how many people, within which caps of the law, and which collectives."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.competences import Competence, competence_on
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.reporting.awards.collectives import collective_facts, said
from thidua_cli.reporting.facts.awards import AwardsFacts, ProposedFacts, QuotaFacts, SumFacts
from thidua_cli.rosters.counts.review import review
from thidua_cli.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from thidua_cli.law.quotas.allowances import Allowance
    from thidua_cli.law.registers.titles import Title
    from thidua_cli.reporting.awards.collectives import Law
    from thidua_cli.reporting.facts.awards import CollectiveFacts
    from thidua_cli.rosters.counts.head_counts import HeadCount
    from thidua_cli.rosters.counts.review import Capped

OR = " hoặc "
NOBODY: frozenset[str] = frozenset()


def awards_facts(counts: Sequence[HeadCount], law: Law, listed: int) -> AwardsFacts:
    """What the units propose; of collectives those that fail a condition are `refused`, not listed."""
    proposed = [
        title
        for title in titles().values()
        if title.holder == INDIVIDUAL and any(title.id.lower() in count.values for count in counts)
    ]
    collectives = list(collective_facts(counts, law))
    allowed = [(title, each) for title, each in collectives if each.ruling != Ruling.FAIL]
    refused = tuple(each for _, each in collectives if each.ruling == Ruling.FAIL)
    quotas = list(_quotas(proposed, counts, law))
    capped = {title for title, _ in quotas}
    sums = _sums(proposed, allowed, counts, law)
    known = competence_on(law.day) if law.day else Competence(NOBODY, (), frozenset(titles()))
    return AwardsFacts(
        day=law.day,
        titles=tuple(_name(title, law) for title in proposed),
        quotas=tuple(quota for _, quota in quotas),
        uncapped=tuple(fact for title, fact in sums.items() if title in proposed and title not in capped),
        people=tuple(_people(proposed, counts))[:listed],
        sums=tuple(_sum(title, counts) for title in proposed),
        collectives=tuple(each for _, each in allowed[:listed]),
        refused=refused[:listed],
        questions=tuple(dict.fromkeys(reason for _, each in allowed for reason in each.reasons)),
        own=tuple(fact for title, fact in sums.items() if title.id in known.titles),
        own_basis=cited(known.basis),
        doubtful=tuple(fact for title, fact in sums.items() if title.id in known.doubtful),
        others=tuple(fact for title, fact in sums.items() if title.id not in known.titles | known.doubtful),
        allowed=len(allowed),
        open=sum(each.ruling == Ruling.UNDECIDED for _, each in allowed),
        failed=len(refused),
    )


def _sums(
    proposed: Sequence[Title],
    collectives: Sequence[tuple[Title, CollectiveFacts]],
    counts: Sequence[HeadCount],
    law: Law,
) -> Mapping[Title, SumFacts]:
    """How many people and collectives are proposed for each title that is proposed at all."""
    people = {
        title: SumFacts(_name(title, law), INDIVIDUAL, _sum(title, counts, format_count))
        for title in proposed
        if any(count.values.get(title.id.lower()) for count in counts)
    }
    claims = {
        title: format_count(sum(each.claimed for _, each in some))
        for title, some in groupby(collectives, lambda pair: pair[0])
    }
    return people | {
        title: SumFacts(_name(title, law), COLLECTIVE, number) for title, number in claims.items()
    }


def _name(title: Title, law: Law) -> str:
    return title.name if law.day is None else title.name_on(law.day)


def _people(proposed: Sequence[Title], counts: Sequence[HeadCount]) -> Iterator[ProposedFacts]:
    for count in counts:
        told = [count.values.get(title.id.lower()) for title in proposed]
        if any(told):
            yield ProposedFacts(
                count.unit, tuple("" if each is None else format_number(each) for each in told)
            )


def _sum(title: Title, counts: Sequence[HeadCount], printed: Callable[[int], str] = format_number) -> str:
    """All people of a title; empty where a unit does not tell."""
    told = [count.values.get(title.id.lower()) for count in counts]
    known = [each for each in told if each is not None]
    return printed(sum(known)) if len(known) == len(told) else ""


def _quotas(
    proposed: Sequence[Title], counts: Sequence[HeadCount], law: Law
) -> Iterator[tuple[Title, QuotaFacts]]:
    """For each title the caps that bear on it."""
    if law.day is None or not proposed:
        return
    capped = review(counts, law.book, law.day, law.place, rows=law.rows).capped
    for title in proposed:
        own = [one for one in capped if one.allowance.rule.numerator == title.id.lower()]
        for one in own:
            if not one.allowance.subject or _questionable(one):
                yield title, _quota(title, one, law)


def _questionable(one: Capped) -> bool:
    """Whether the cap of a single row has something to say: it fails, or is not decided."""
    return one.verdict is not None and one.verdict.ruling in (Ruling.FAIL, Ruling.UNDECIDED)


def _quota(title: Title, one: Capped, law: Law) -> QuotaFacts:
    found, verdict = one.allowance, one.verdict
    used = None if found.used is None else found.used.known
    over = used - found.allowed if used is not None and found.allowed is not None else 0
    subject = f" – {found.subject}" if found.subject else ""
    return QuotaFacts(
        title=f"{_name(title, law)}{subject}",
        proposed="" if used is None else format_number(used),
        allowed=_allowed(found),
        over=format_number(over) if over > 0 else "",
        ruling=verdict.ruling if verdict else "",
        reason=said(verdict) if verdict else "",
        basis=cited(verdict.basis if verdict else found.basis),
    )


def _allowed(found: Allowance) -> str:
    """The number that is allowed; by several readings of the law each of theirs, empty where one is open."""
    if found.allowed is not None:
        return format_number(found.allowed)
    known = [way.allowed.known for way in found.ways]
    told = [each for each in known if each is not None]
    return OR.join(dict.fromkeys(map(format_number, told))) if len(told) == len(known) else ""
