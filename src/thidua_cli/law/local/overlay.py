"""Local packs laid over the national rules: which of both is judged on a day, and how they stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.pack import Form
from thidua_cli.law.pack import pack_name
from thidua_cli.law.rulings.rules import Kind, Rounding, State, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.law.local.pack import LocalPack, LocalRule
    from thidua_cli.law.rulings.rules import DatedValue, Rule

_CEILINGS = frozenset({Kind.RATIO_CAP, Kind.MAXIMUM_COUNT})
_FLOORS = frozenset({Kind.RATIO_FLOOR, Kind.MINIMUM_COUNT})

_ROUNDED = {None: 0, Rounding.FLOOR: 0, Rounding.NEAREST: 1, Rounding.CEIL: 2}


class Standing(StrEnum):
    """How a local rule stands to the national one on a day.

    own: it lies over none; stricter (or the same): it decides, the national number holds with it; delegated:
    the national law leaves it to the local one, which is looser, or all there is; looser: it decides nothing;
    silent: the national law has no number and leaves none; open: the national number is not verified; apart:
    the two cannot be compared, both hold; adopted: it takes over a national number that is not verified.
    """

    OWN = "own"
    STRICTER = "stricter"
    DELEGATED = "delegated"
    LOOSER = "looser"
    SILENT = "silent"
    OPEN = "open"
    APART = "apart"
    ADOPTED = "adopted"


REPLACING = frozenset({Standing.DELEGATED, Standing.ADOPTED})


class Lawbook(NamedTuple):
    """The law as it is judged: the national rules, the local ones, and the names of both.

    `left_out`: the names of packs that cannot be applied; empty for one whose name cannot be read.
    """

    national: Mapping[str, Rule]
    local: Mapping[str, LocalRule]
    packs: tuple[LocalPack, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The law as reports quote it: `vn-2026.11 + gia-lai`."""
        return " + ".join((pack_name(), *(pack.name for pack in self.packs)))

    def over(self, code: str) -> Iterator[LocalRule]:
        """The local rules that lie over a national one, or take it over."""
        return (each for each in self.local.values() if each.target == code)

    def standing(self, local: LocalRule, day: date) -> Standing | None:
        """How a local rule stands on a day; None where it has nothing to say on it."""
        number = local.rule.on(day)
        if number is None:
            return None
        if local.form is Form.ADOPTS:
            return Standing.ADOPTED
        national = self.national.get(local.target or "")
        return Standing.OWN if national is None else _standing(local.rule, number, national, day)

    def on(self, day: date) -> Iterator[Rule]:
        """The rules to be judged on a day: each national rule, unless a local one stands in its place, and
        after it the local ones over it; then the packs' own rules, conditions left out.
        """
        for code, national in self.national.items():
            over = [(local, standing) for local in self.over(code) if (standing := self.standing(local, day))]
            if not any(standing in REPLACING for _, standing in over):
                yield national
            yield from (local.rule for local, _ in over)
        yield from (
            local.rule
            for local in self.local.values()
            if local.target is None and local.condition is None and local.rule.on(day)
        )

    def conditions(self, day: date) -> Iterator[LocalRule]:
        """The conditions of the packs that hold on a day."""
        return (local for local in self.local.values() if local.condition and local.rule.on(day))


def laid_over(national: Mapping[str, Rule], packs: Sequence[LocalPack]) -> tuple[Lawbook, list[Finding]]:
    """The national rules with the packs over them; of two packs of one name only the first counts (TD819)."""
    used: dict[str, LocalPack] = {}
    findings: list[Finding] = []
    for pack in packs:
        if pack.name not in used:
            used[pack.name] = pack
        elif pack.path != used[pack.name].path:
            values = {"name": pack.name, "other": used[pack.name].path}
            findings.append(Finding("TD819", pack.span, values))
    local = {each.id: each for pack in used.values() for each in pack.rules.values()}
    return Lawbook(national, local, tuple(used.values())), findings


def national_law() -> Lawbook:
    """The national rules alone."""
    return Lawbook(rules(), {})


def _standing(local: Rule, number: DatedValue, national: Rule, day: date) -> Standing:
    there = national.on(day)
    if there is None:
        return Standing.OPEN
    measured = local.kind in _CEILINGS | _FLOORS
    comparable = measured and (local.numerator, local.base) == (national.numerator, national.base)
    if there.state is State.IN_FORCE and comparable and not _looser(local.kind, number, there):
        return Standing.STRICTER
    # What an article leaves to the ministries is theirs, whatever the national number, unless that is their
    # limit; a standard adds to it.
    if there.delegates and not there.within and (measured or there.state is State.NONE):
        return Standing.DELEGATED
    if there.state is State.UNVERIFIED:
        return Standing.OPEN
    if there.state is State.NONE:
        return Standing.SILENT
    return Standing.LOOSER if comparable else Standing.APART


def _leniency(number: DatedValue) -> tuple[bool, bool, int]:
    """How much a number of the same value lets through."""
    return not number.strict, number.at_least_one, _ROUNDED[number.rounding]


def _looser(kind: Kind, local: DatedValue, national: DatedValue) -> bool:
    """Whether the local number forbids less."""
    if local.value is None or national.value is None:
        return False
    if local.value == national.value:
        return _leniency(local) > _leniency(national)
    if kind in _CEILINGS:
        return local.value > national.value
    return kind in _FLOORS and local.value < national.value
