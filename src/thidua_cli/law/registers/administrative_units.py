"""Administrative units: which stand on a day, of what kind, and what took over those that ceased."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified, national
from thidua_cli.law.registers.documents import documents
from thidua_cli.vietnamese.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping


class UnitKind(StrEnum):
    """What people call a unit before its name. A city may be of the level of provinces or of districts."""

    PROVINCE = "tinh"
    CITY = "thanh-pho"
    DISTRICT = "huyen"
    URBAN_DISTRICT = "quan"
    TOWN = "thi-xa"


class State(StrEnum):
    """How a named unit stands on a day. A unit of the other kind stands, under another kind than named."""

    STANDS = "stands"
    OTHER_KIND = "other-kind"
    ENDED = "ended"


class DatedKind(NamedTuple):
    """The kind of a unit in [since, to); None where it is open or before the data."""

    kind: UnitKind
    since: date | None
    to: date | None
    document: str
    grade: str

    def covers(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return (self.since is None or self.since <= day) and (self.to is None or day < self.to)


class Unit(NamedTuple):
    """A province or centrally-run city. `successor`: the id of the unit that took it over in 2025."""

    id: str
    name: str
    spellings: tuple[str, ...]
    kinds: tuple[DatedKind, ...]
    successor: str | None

    def kind_on(self, day: date) -> DatedKind:
        """Its kind on a day, with the trust in it; of a unit that ended, the last one."""
        return next((kind for kind in self.kinds if kind.covers(day)), self.kinds[-1])


class NamedUnit(NamedTuple):
    """A unit as a text names it: the kind it says, None for a bare name, and the province of that name."""

    kind: UnitKind | None
    name: str
    province: Unit | None


class Standing(NamedTuple):
    """How a named unit stands on a day: since when so, its kind now, and what took it over, as far as known.

    `verified`: whether the sources of this answer may be applied.
    """

    state: State
    since: date | None
    kind: UnitKind | None
    successor: Unit | None
    basis: Basis | None
    grade: str

    @property
    def verified(self) -> bool:
        """Whether this may be held against a text."""
        return is_verified(self.grade)


_KINDS = {
    "tỉnh": UnitKind.PROVINCE,
    "thành phố": UnitKind.CITY,
    "tp": UnitKind.CITY,
    "huyện": UnitKind.DISTRICT,
    "quận": UnitKind.URBAN_DISTRICT,
    "thị xã": UnitKind.TOWN,
}
_NAMED = re.compile(
    r"^(?:ubnd |ủy ban nhân dân )?(?:(?P<kind>" + "|".join(_KINDS) + r")\.? ?\b)?(?P<name>.+)$"
)


@cache
def provinces() -> Mapping[str, Unit]:
    """Every province and centrally-run city since 2017, by id."""
    return {ident: _unit(ident, item) for ident, item in _tables()["provinces"].items()}


def unit_named(text: str) -> NamedUnit | None:
    """The unit that a text names (`tỉnh Hải Dương`, `TP. Huế`, `UBND huyện Gia Lộc`, `Hải Dương`).

    None for anything else; communes are not in the data.
    """
    found = _NAMED.match(fold(text))
    if found is None:
        return None
    kind = _KINDS.get(found["kind"] or "")
    province = _by_name().get(found["name"].strip())
    if kind is None and province is None:
        return None
    written = squeeze(text)[-len(found["name"]) :].strip()
    return NamedUnit(kind, province.name if province else written, province)


def standing(named: NamedUnit, day: date) -> Standing | None:
    """How a named unit stands on a day; None for a province that the data do not know."""
    unit = named.province
    central = unit is not None and unit.successor is None and unit.kind_on(day).kind is UnitKind.CITY
    if named.kind in (None, UnitKind.PROVINCE) or central:
        return None if unit is None else _of_province(unit, named.kind, day)
    return _of_district(named.kind, day)


def _of_province(unit: Unit, said: UnitKind | None, day: date) -> Standing:
    now = unit.kind_on(day)
    basis = _basis(now.document, now.since, now.to) if now.document else None
    merger = _tables()["merger"]
    if unit.successor and day >= date.fromisoformat(merger["on"]):
        return _ended(merger, now.kind, provinces()[unit.successor])
    if said not in (None, now.kind):
        return Standing(State.OTHER_KIND, now.since, now.kind, None, basis, now.grade)
    return Standing(State.STANDS, now.since, now.kind, None, basis, now.grade)


def _of_district(kind: UnitKind | None, day: date) -> Standing:
    """Which districts there were is not in the data; that none is left is."""
    districts = _tables()["districts"]
    if day >= date.fromisoformat(districts["on"]):
        return _ended(districts, kind, None)
    return Standing(State.STANDS, None, kind, None, None, districts["grade"])


def _ended(act: Mapping[str, Any], kind: UnitKind | None, successor: Unit | None) -> Standing:
    on = date.fromisoformat(act["on"])
    return Standing(State.ENDED, on, kind, successor, _basis(act["document"], on, None), act["grade"])


def _basis(document: str, since: date | None, to: date | None) -> Basis:
    return Basis(documents()[document].label, "", since, to)


def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = national()["administrative_units"]
    return tables


@cache
def _by_name() -> Mapping[str, Unit]:
    return {fold(name): unit for unit in provinces().values() for name in (unit.name, *unit.spellings)}


def _unit(ident: str, item: Mapping[str, Any]) -> Unit:
    kinds = tuple(
        DatedKind(
            UnitKind(one["kind"]),
            day_of(one["from"]),
            day_of(one["to"]),
            one.get("document", ""),
            one["grade"],
        )
        for one in item.get("kinds", ())
    )
    province = DatedKind(UnitKind.PROVINCE, None, None, "", _tables()["merger"]["grade"])
    return Unit(
        id=ident,
        name=item["name"],
        spellings=tuple(item.get("spellings", ())),
        kinds=kinds or (province,),
        successor=item.get("successor"),
    )
