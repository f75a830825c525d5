"""Proposals of titles: how many people, within which caps of the law, and which collectives."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.registers.competences import Competence, competence_on
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.reporting.awards.collectives import collective_facts
from thidua_cli.reporting.awards.quotas import heads_text, quotas_of
from thidua_cli.reporting.facts.awards import AwardsFacts, LackFacts, ProposedFacts, SumFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.law.registers.titles import Title
    from thidua_cli.reporting.awards.collectives import Law
    from thidua_cli.reporting.facts.awards import CollectiveFacts
    from thidua_cli.rosters.counts.head_counts import HeadCount

ARTICLE = re.compile(r" \([^()]*\)$")
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
    quotas = list(quotas_of(proposed, counts, law))
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
        questions=tuple(_lacks([each for _, each in allowed])),
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
        title: SumFacts(_name(title, law), INDIVIDUAL, _sum(title, counts))
        for title in proposed
        if any(count.values.get(title.id.lower()) for count in counts)
    }
    claims = {
        title: heads_text(sum(each.claimed for _, each in some))
        for title, some in groupby(collectives, lambda pair: pair[0])
    }
    return people | {
        title: SumFacts(_name(title, law), COLLECTIVE, number) for title, number in claims.items()
    }


def _name(title: Title, law: Law) -> str:
    return title.name if law.day is None else title.name_on(law.day)


def _lacks(collectives: Sequence[CollectiveFacts]) -> Iterator[LackFacts]:
    """What the tables lack, each once, with the titles that need it; the articles stand in the conditions."""
    found: dict[str, dict[str, None]] = {}
    for each in collectives:
        for reason in each.reasons:
            found.setdefault(ARTICLE.sub("", reason), {})[each.title] = None
    for what, names in found.items():
        yield LackFacts(what, tuple(names))


def _people(proposed: Sequence[Title], counts: Sequence[HeadCount]) -> Iterator[ProposedFacts]:
    for count in counts:
        told = [count.values.get(title.id.lower()) for title in proposed]
        if any(told):
            yield ProposedFacts(count.unit, tuple("" if each is None else heads_text(each) for each in told))


def _sum(title: Title, counts: Sequence[HeadCount]) -> str:
    """All people of a title; empty where a unit does not tell."""
    told = [count.values.get(title.id.lower()) for count in counts]
    known = [each for each in told if each is not None]
    return heads_text(sum(known)) if len(known) == len(told) else ""
