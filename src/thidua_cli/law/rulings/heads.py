"""Head counts as far as they are known: what a sum of counts over units can be, said in one place only."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.facts import fact_kinds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Heads(NamedTuple):
    """A number of heads in [low, high]; `high` None: no end is known.

    `contradictory`: the counts cannot all be true, so that nothing follows from them.
    """

    low: int
    high: int | None
    contradictory: bool = False

    @property
    def known(self) -> int | None:
        """The number, where it is one."""
        return self.low if self.low == self.high else None


class _Link(NamedTuple):
    """A count and parts of it that share nobody; `exact`: there is nobody else in it."""

    whole: str
    parts: tuple[str, ...]
    exact: bool


CONTRADICTORY = Heads(0, None, contradictory=True)
_UNTOLD = Heads(0, None)


@cache
def sums() -> Mapping[str, tuple[str, ...]]:
    """The counts that others make up, by id."""
    return {kind.id: kind.sum_of for kind in fact_kinds().values() if kind.sum_of}


def heads(idents: Sequence[str], units: Sequence[Mapping[str, object]]) -> Heads:
    """The sum of counts over units; one that is not told lies between what its parts and its whole leave.

    What the law counts together with a count is added where it is told. Without units nothing is known.
    """
    if not units:
        return _UNTOLD
    low, high = 0, 0
    bounded = True
    for unit in units:
        found = _of_unit(idents, unit)
        if found.contradictory:
            return CONTRADICTORY
        low += found.low
        high += found.high or 0
        bounded = bounded and found.high is not None
    return Heads(low, high if bounded else None)


def ceiling(idents: Sequence[str], units: Sequence[Mapping[str, object]]) -> int | None:
    """The most that a sum of counts could be made, were they not told: everybody else stays what he is."""
    kinds = fact_kinds()
    total = 0
    for unit in units:
        asked = counted(idents, unit)
        above = {whole for ident in asked for whole in _wholes_of(ident) if kinds[whole].part_of}
        rest = {ident: count for ident, count in unit.items() if ident not in above | set(asked)}
        high = _of_unit(asked, rest).high
        if high is None:
            return None
        total += high
    return total


def completed(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts with those that follow from them: a sum from its parts, the last part from the sum."""
    known = dict(counts)
    for whole, parts in sums().items():
        missing = [part for part in parts if part not in known]
        there = sum(known[part] for part in parts if part in known)
        if not missing:
            known.setdefault(whole, there)
        elif len(missing) == 1 and known.get(whole, -1) >= there:
            known[missing[0]] = known[whole] - there
    return known


def counted(idents: Sequence[str], unit: Mapping[str, object]) -> tuple[str, ...]:
    """The counts with those that the law takes together with them, where the unit tells them."""
    beside = (other for ident in idents for other in fact_kinds()[ident].counted_with if other in unit)
    return tuple(dict.fromkeys((*idents, *beside)))


def with_sums(counts: Mapping[str, object]) -> dict[str, object]:
    """The counts, each that the law takes together with others as their sum."""
    together = [kind.id for kind in fact_kinds().values() if kind.counted_with and kind.id in counts]
    known = {ident: heads((ident,), [counts]).known for ident in together}
    return {**counts, **{ident: count for ident, count in known.items() if count is not None}}


def _of_unit(idents: Sequence[str], unit: Mapping[str, object]) -> Heads:
    asked = counted(idents, unit)
    links = _links_about(asked, tuple(ident for ident in asked if ident in unit))
    told = tuple(_told(unit.get(ident)) for ident in _about(asked, links))
    return _found(asked, links, told)


@lru_cache(maxsize=4096)
def _found(asked: tuple[str, ...], links: tuple[_Link, ...], told: tuple[int | None, ...]) -> Heads:
    """What counts come to, where those about them are told so: the readings of a cap ask the same again."""
    bounds = _bounds(links, dict(zip(_about(asked, links), told, strict=True)))
    if bounds is None:
        return CONTRADICTORY
    found = _sum([bounds[ident] for ident in asked])
    shared = next((link for link in links if set(asked) <= set(link.parts)), None)
    if shared is None or len(asked) == 1:
        return found
    # Several parts of one whole together are not more than it, less its other parts.
    whole, rest = bounds[shared.whole], _sum([bounds[ident] for ident in shared.parts if ident not in asked])
    low, high = found.low, found.high
    if whole.high is not None:
        high = whole.high - rest.low if high is None else min(high, whole.high - rest.low)
    if shared.exact and rest.high is not None:
        low = max(low, whole.low - rest.high)
    return Heads(low, high)


def _sum(parts: Sequence[Heads]) -> Heads:
    highs = [part.high for part in parts]
    high = None if None in highs else sum(each or 0 for each in highs)
    return Heads(sum(part.low for part in parts), high)


@cache
def _about(idents: tuple[str, ...], links: tuple[_Link, ...]) -> tuple[str, ...]:
    """The counts, and those that the links hold against them."""
    return tuple(dict.fromkeys((*idents, *(ident for link in links for ident in (link.whole, *link.parts)))))


def _bounds(links: Sequence[_Link], told: Mapping[str, int | None]) -> Mapping[str, Heads] | None:
    """What each count can be, the told ones as they are; None where they contradict each other."""
    bounds = {ident: _UNTOLD if count is None else Heads(count, count) for ident, count in told.items()}
    # The links make a tree, so that once up and once down tells all.
    for link in (*links, *reversed(links)):
        _tighten(link, bounds)
    possible = all(
        found.low >= 0 and (found.high is None or found.low <= found.high) for found in bounds.values()
    )
    return bounds if possible else None


def _told(count: object) -> int | None:
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _tighten(link: _Link, bounds: dict[str, Heads]) -> None:
    """What a whole and its parts leave to each other."""
    whole, parts = bounds[link.whole], _sum([bounds[ident] for ident in link.parts])
    low, high = max(whole.low, parts.low), whole.high
    if link.exact and parts.high is not None:
        high = parts.high if high is None else min(high, parts.high)
    bounds[link.whole] = Heads(low, high)
    for ident in link.parts:
        own, rest = bounds[ident], _sum([bounds[other] for other in link.parts if other != ident])
        low, most = own.low, own.high
        if high is not None:
            most = high - rest.low if most is None else min(most, high - rest.low)
        if link.exact and rest.high is not None:
            low = max(low, bounds[link.whole].low - rest.high)
        bounds[ident] = Heads(low, most)


@cache
def _links_about(idents: tuple[str, ...], told: tuple[str, ...]) -> tuple[_Link, ...]:
    """The links by which other counts bound these, parts before wholes: those above, and those below where a
    count is not told.
    """
    upward = {whole for ident in idents for whole in _wholes_of(ident)}
    below = {each for ident in idents if ident not in told for each in _parts_of(ident)}
    near = {*idents, *upward, *below}
    wholes = upward | {ident for ident in (*idents, *below) if ident not in told}
    return tuple(link for link in _links() if link.whole in wholes and near & set(link.parts))


@cache
def _links() -> tuple[_Link, ...]:
    """Every link, parts before wholes."""
    kinds = fact_kinds()
    found = [_Link(whole, parts, exact=True) for whole, parts in sums().items()]
    for kind in kinds.values():
        if kind.part_of and kind.id not in kinds[kind.part_of].sum_of:
            beside = (*kind.apart_from, *kind.counted_with)
            found.append(_Link(kind.part_of, (kind.id, *beside), exact=False))
    return tuple(sorted(found, key=lambda link: -len(_wholes_of(link.whole))))


@cache
def _wholes_of(ident: str) -> tuple[str, ...]:
    whole = fact_kinds()[ident].part_of
    return (whole, *_wholes_of(whole)) if whole else ()


@cache
def _parts_of(ident: str) -> tuple[str, ...]:
    """Every count of which this is a whole, however far down."""
    return tuple(kind.id for kind in fact_kinds().values() if ident in _wholes_of(kind.id))
