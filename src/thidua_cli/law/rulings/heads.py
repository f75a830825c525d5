"""Head counts as far as they are known: what a sum of counts over units can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Counts that are the sum of others, of which no person is in two.
SUMS: dict[str, tuple[str, ...]] = {"tot_tro_len": ("httnv", "htxsnv")}
# What no count of collectives, or of people, can be more than; and the counts of which that is not said.
_WHOLES = {"tap_the_": "tap_the_tong_so", "": "tong_so"}
_UNBOUNDED = frozenset({"tong_so", "tap_the_tong_so", "ttldtt", "ttldxs", "ctdcp", "dan_dau_cum"})


class Heads(NamedTuple):
    """A number of heads in [low, high]; `high` None: no end is known."""

    low: int
    high: int | None

    @property
    def known(self) -> int | None:
        """The number, where it is one."""
        return self.low if self.low == self.high else None


def completed(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts with those that follow from them: a sum from its parts, the last part from the sum."""
    known = dict(counts)
    for whole, parts in SUMS.items():
        missing = [part for part in parts if part not in known]
        there = sum(known[part] for part in parts if part in known)
        if not missing:
            known.setdefault(whole, there)
        elif len(missing) == 1 and known.get(whole, -1) >= there:
            known[missing[0]] = known[whole] - there
    return known


def heads(idents: Sequence[str], units: Iterable[Mapping[str, int]]) -> Heads:
    """The sum of counts over units; one that is not told lies between nobody and everybody of its unit."""
    low, high = 0, 0
    bounded = True
    for unit in units:
        found = _of_unit(idents, unit)
        low += found.low
        high += found.high or 0
        bounded = bounded and found.high is not None
    return Heads(low, high if bounded else None)


def _of_unit(idents: Sequence[str], unit: Mapping[str, int]) -> Heads:
    for whole, parts in SUMS.items():
        if set(parts) == set(idents) and whole in unit:
            return Heads(unit[whole], unit[whole])
    low = sum(unit.get(ident, 0) for ident in idents)
    limits = [_most(ident, unit) for ident in idents if ident not in unit]
    if None in limits:
        return Heads(low, None)
    # Of one whole its parts are not more than it together.
    return Heads(low, max([low, *(limit or 0 for limit in limits)]) if limits else low)


def _most(ident: str, unit: Mapping[str, int]) -> int | None:
    for whole, parts in SUMS.items():
        if ident in parts and whole in unit:
            return unit[whole]
    if ident in _UNBOUNDED:
        return None
    return unit.get(next(whole for prefix, whole in _WHOLES.items() if ident.startswith(prefix)))
