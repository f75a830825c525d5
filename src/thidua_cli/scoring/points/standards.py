"""What units are compared with: the best of each comparison group, and the average of the others."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.scoring.exact import ZERO, Ratio
from thidua_cli.scoring.points.outcomes import Standard

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from thidua_cli.scoring.points.column_scores import Key
    from thidua_cli.scoring.points.outcomes import Given
    from thidua_cli.scoring.points.scene import Scene


class Peers(NamedTuple):
    """The rows that are compared, by key: a column has far fewer keys than rows.

    `keys`: of every row. `groups`: the comparison group of each key, None where it is not known.
    `counted`: how many rows of a key stand once. `leading`: the keys with a row that may set a standard.
    `out`: positions of the rows that may not.
    """

    keys: Sequence[Key]
    groups: Mapping[Key, str | None]
    counted: Mapping[Key, int]
    leading: Collection[Key]
    out: frozenset[int]


class Average(NamedTuple):
    """The sum of the points of a group's units that have any, and how many these are."""

    total: Ratio
    units: int

    @property
    def mean(self) -> Ratio:
        """The average itself. Runs in EXACT."""
        return Ratio(self.total.numerator, self.total.divisor * self.units)


def peers_of(keys: Sequence[Key], group_of: Callable[[Key], str | None], scene: Scene) -> Peers:
    """The rows of a scene as peers, by the keys of one criterion."""
    counted = _count(keys, scene.doubled)
    out = scene.doubled | scene.barred
    leading = _count(keys, out) if scene.barred else counted
    return Peers(keys, {key: group_of(key) for key in dict.fromkeys(keys)}, counted, leading, out)


def _count(keys: Sequence[Key], without: frozenset[int]) -> Counter[Key]:
    if not without:
        return Counter(keys)
    return Counter(key for at, key in enumerate(keys) if at not in without)


def standards(
    peers: Peers, given: Mapping[Key, Given], rank: Callable[[Given], Ratio | None]
) -> dict[str, Standard]:
    """The best of each group among the rows that may set a standard. Runs in EXACT."""
    best: dict[str, tuple[Ratio, Given]] = {}
    first: dict[str, list[Key]] = {}
    for key in peers.leading:
        figures, group = given.get(key), peers.groups[key]
        reached = None if figures is None else rank(figures)
        if figures is None or reached is None or group is None:
            continue
        order = 1 if group not in best else _compare(reached, best[group][0])
        if order > 0:
            best[group], first[group] = (reached, figures), [key]
        elif order == 0:
            first[group].append(key)
    rows: dict[str, list[int]] = {group: [] for group in first}
    group_of = {key: group for group, keys in first.items() for key in keys}
    for at, key in enumerate(peers.keys):
        if key in group_of and at not in peers.out:
            rows[group_of[key]].append(at)
    return {group: Standard(each.actual, each.side, tuple(rows[group])) for group, (_, each) in best.items()}


def _compare(first: Ratio, second: Ratio) -> int:
    """Above zero where the first is larger, below where it is smaller."""
    one, other = first.numerator * second.divisor, second.numerator * first.divisor
    return (one > other) - (one < other)


def averages(peers: Peers, points: Mapping[Key, Ratio]) -> dict[str, Average]:
    """The sum and number of the points in each group, of the rows that have some. Runs in EXACT."""
    sums: dict[str, dict[Decimal, Decimal]] = {}
    units: dict[str, int] = {}
    for key, count in peers.counted.items():
        earned, group = points.get(key), peers.groups[key]
        if earned is not None and group is not None:
            # By divisor first: a sum of fractions costs far more than one of decimals.
            own = sums.setdefault(group, {})
            own[earned.divisor] = own.get(earned.divisor, ZERO) + earned.numerator * count
            units[group] = units.get(group, 0) + count
    return {group: Average(_whole(own), units[group]) for group, own in sums.items()}


def _whole(sums: Mapping[Decimal, Decimal]) -> Ratio:
    total = sum((Ratio(top, bottom).fraction for bottom, top in sums.items()), Fraction(0))
    return Ratio(Decimal(total.numerator), Decimal(total.denominator))
