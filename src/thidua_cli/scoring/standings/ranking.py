"""Ranks inside each cluster: ties are broken by the stated list, and what stays tied is shown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.collation import CollationKey, collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal
    from fractions import Fraction

    from thidua_cli.plan.criteria.standings import Ranking
    from thidua_cli.rosters.reading.rows import InputRow
    from thidua_cli.scoring.exact import Ratio
    from thidua_cli.scoring.standings.results import Condition, TieBreak
    from thidua_cli.scoring.standings.tie_breaks import TieBreaks


class Tally(NamedTuple):
    """A unit's row added up. `ranked`: complete, in a known cluster, and under no veto of ranks.

    A unit that is not `complete`, as none is that is `doubled`, has no certain total. `unknown`: the ids of
    the criteria without certain points.
    """

    unit: str
    row: InputRow
    position: int
    total: Ratio
    published: Decimal
    complete: bool
    doubled: bool
    cluster: str
    possible: Decimal | None
    percent: Ratio | None
    vetoes: tuple[Condition, ...]
    ranked: bool
    unknown: tuple[str, ...] = ()
    nothing_assigned: bool = False


class Standing(NamedTuple):
    """A unit in its place; `rank` None is without one. `tie_breaks`: what parted equal totals."""

    tally: Tally
    rank: int | None
    tied: bool
    tie_breaks: tuple[TieBreak, ...] = ()


class Clusters(NamedTuple):
    """Standings cluster by cluster, and the clusters' names in that order."""

    standings: list[Standing]
    names: tuple[str, ...]


def rank(ranking: Ranking, tallies: Iterable[Tally], tie_breaks: TieBreaks) -> Clusters:
    """In each cluster the ranked units by falling total, then the others, each by name where they are equal.

    Clusters come in Vietnamese order, units of no known cluster last; a table ranked as one is one cluster.
    """
    groups: dict[str, list[Tally]] = {}
    for tally in tallies:
        groups.setdefault(tally.cluster if ranking.within == "cluster" else "", []).append(tally)
    names = sorted(groups, key=lambda name: (not name, collation_key(name)))
    standings = [place for name in names for place in _in_cluster(ranking, groups[name], tie_breaks)]
    return Clusters(standings, tuple(name for name in names if name))


def _in_cluster(ranking: Ranking, tallies: Sequence[Tally], tie_breaks: TieBreaks) -> Iterator[Standing]:
    def measure(tally: Tally) -> Decimal | Fraction:
        return tally.published if ranking.by == "rounded" else tally.total.fraction

    ranked = sorted((tally for tally in tallies if tally.ranked), key=measure, reverse=True)
    place = 1
    for _, equals in groupby(ranked, key=measure):
        for tied in tie_breaks.parted(list(equals)):
            for tally, looked_at in tied:
                yield Standing(tally, place, len(tied) > 1, looked_at)
            place += len(tied) if ranking.ties == "skip" else 1
    yield from (Standing(tally, None, False) for tally in by_name(t for t in tallies if not t.ranked))


def by_name(tallies: Iterable[Tally]) -> list[Tally]:
    """Units in Vietnamese order; what their rows say decides between equal names."""
    found = list(tallies)
    return sorted(found, key=_name_order) if len(found) > 1 else found


def _name_order(tally: Tally) -> tuple[CollationKey, list[str]]:
    return collation_key(tally.unit), [cell.text for cell in tally.row.cells()] if tally.doubled else []
