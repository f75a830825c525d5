"""The standings as reports tell them: clusters, ties, grades, who is not ranked and why."""

from __future__ import annotations

from decimal import localcontext
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from thidua_cli.reporting.facts.naming import Named, named
from thidua_cli.reporting.facts.standings import ClusterFacts, GradeFacts, RankingFacts, UnitFacts
from thidua_cli.reporting.words import words_of
from thidua_cli.scoring.exact import EXACT
from thidua_cli.scoring.results.pages.notes import grade_of, note_of, total_of
from thidua_cli.scoring.results.pages.ranking import percent_of, ranking_notes
from thidua_cli.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult

    Pair = tuple[UnitResult, UnitFacts]

# So many units fit on a page of text; of more only the first are listed there, the others in the appendix.
MOST_IN_TEXT = 40
FIRST_IN_TEXT = 20
LEAST_IN_TEXT = 3
MOST_CHARTED = 20
PERCENT_PLACES = 2
MOST_TOLD = 3


def ranking_facts(results: Results, say: Say, listed: int) -> RankingFacts:
    """The standings; `listed`: how many units a document lists at most."""
    units = [_unit(results, unit, say) for unit in results.units]
    pairs = list(zip(results.units, units, strict=True))
    clusters = tuple(_clusters(results, pairs, listed, say))
    ranked = [unit for unit in results.units if unit.rank is not None]
    return RankingFacts(
        name=results.criteria.name,
        units=len(units),
        ranked=len(ranked),
        clusters=clusters,
        grades=tuple(_grades(results, say)),
        ties=named(list(_ties(results, pairs))),
        unranked=named([facts for unit, facts in pairs if unit.rank is None]),
        mean=_mean(results),
        places=results.criteria.rounding.places,
        listed=sum(len(cluster.shown) for cluster in clusters),
        shares=len({unit.possible for unit in results.units}) > 1,
        graded=bool(results.criteria.grades),
        noted=any(each.note for each in units),
        notes=_notes(results, pairs, say),
        illustrative=results.criteria.illustrative,
        charted=() if results.clusters else tuple(each for each in units if each.rank)[:MOST_CHARTED],
    )


def _unit(results: Results, unit: UnitResult, say: Say) -> UnitFacts:
    percent = percent_of(unit)
    return UnitFacts(
        unit=unit.unit,
        cluster=unit.cluster,
        rank="" if unit.rank is None else str(unit.rank),
        tied=unit.tied,
        total=total_of(results, unit),
        percent="" if percent is None else format_number(Fraction(str(percent)), PERCENT_PLACES),
        grade=grade_of(results, unit, say),
        note=note_of(results, unit, say),
    )


def _clusters(results: Results, pairs: Sequence[Pair], listed: int, say: Say) -> Iterator[ClusterFacts]:
    groups = [
        (name, [facts for _, facts in members])
        for name, members in groupby(pairs, lambda pair: _cluster(results, pair[0]))
    ]
    in_text = len(pairs) if len(pairs) <= MOST_IN_TEXT else max(LEAST_IN_TEXT, FIRST_IN_TEXT // len(groups))
    left = listed
    for name, units in groups:
        ranked = [facts for facts in units if facts.rank]
        yield ClusterFacts(
            name or (say("no_cluster") if results.clusters else ""),
            tuple(units[:left]),
            tuple(units[: min(in_text, left)]),
            named([each for each in ranked if each.rank == ranked[0].rank]),
            named([each for each in ranked if each.rank == ranked[-1].rank]),
        )
        left = max(0, left - len(units))


def _cluster(results: Results, unit: UnitResult) -> str:
    """The cluster in which a unit is ranked."""
    return unit.cluster if results.clusters else ""


def _grades(results: Results, say: Say) -> Iterator[GradeFacts]:
    """The grades from the best on, then what units without one are called."""
    names = [grade.name for grade in results.criteria.grades]
    told = [grade_of(results, unit, say) or words_of("standings")["unscored"] for unit in results.units]
    if not names:
        return
    for name in dict.fromkeys((*names, *sorted(set(told) - set(names)))):
        count = told.count(name)
        share = Fraction(count * 100, len(told))
        yield GradeFacts(name, count, format_number(share, PERCENT_PLACES))


def _ties(results: Results, pairs: Sequence[Pair]) -> Iterator[Named[UnitFacts]]:
    tied = [(unit, facts) for unit, facts in pairs if unit.tied]
    for _, group in groupby(tied, lambda pair: (_cluster(results, pair[0]), pair[0].rank)):
        yield named([facts for _, facts in group])


def _notes(results: Results, pairs: Sequence[Pair], say: Say) -> tuple[str, ...]:
    """How the ranks were found; how they go on after a tie by the ranks that there are."""
    # The general words on ties are told by the ranks; what the criteria lack is a place for the officer.
    left = {say(f"note.{results.criteria.ranking.ties}"), say("note.illustrative")}
    followed = [note for tie in _ties(results, pairs) if (note := _after(results, pairs, tie.rows[0]))]
    notes = [note for note in ranking_notes(results, say) if note not in left]
    return (*notes[:1], *followed[:MOST_TOLD], *notes[1:])


def _after(results: Results, pairs: Sequence[Pair], tied: UnitFacts) -> str:
    """The rank that follows a shared one in its cluster; empty where none does."""
    ranked = [
        unit.rank
        for unit, facts in pairs
        if unit.rank is not None and (facts.cluster == tied.cluster or not results.clusters)
    ]
    rank = int(tied.rank)
    after = min((each for each in ranked if each > rank), default=None)
    if after is None:
        return ""
    count = format_count(ranked.count(rank))
    return str(words_of("standings")["after_ties"]).format(count=count, rank=rank, next=after)


def _mean(results: Results) -> str:
    """The mean of the totals that are certain, rounded as totals are published."""
    with localcontext(EXACT):
        totals = [Fraction(unit.published) for unit in results.units if _certain(unit)]
    if not totals:
        return ""
    return format_number(sum(totals, Fraction(0)) / len(totals), results.criteria.rounding.places)


def _certain(unit: UnitResult) -> bool:
    return unit.complete and not unit.doubled and not unit.nothing_assigned
