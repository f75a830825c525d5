"""The units that forms are made for, and safe names for their files."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

LONGEST_NAME = 80
UNNAMED = "don-vi"
SUFFIX = ".xlsx"
# What a system may not take for a file, whatever its ending.
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)


class FormUnit(NamedTuple):
    """A unit; an empty name is for the unit to fill in.

    `targets`: its own, by key (`c1.target`, `c2.due`); a text says that it was not assigned any.
    """

    name: str = ""
    type: str = ""
    cluster: str = ""
    targets: Mapping[str, Decimal | date | str] = MappingProxyType({})


def file_names(units: Sequence[FormUnit]) -> list[str]:
    """A safe file name for each unit; those whose names would be the same are numbered."""
    stems = [_stem(unit.name) for unit in units]
    times = Counter(stems)
    taken = set(times)
    given: Counter[str] = Counter()
    names = []
    for stem in stems:
        name = stem
        if times[stem] > 1:
            given[stem] += 1
            while (name := f"{stem}-{given[stem]}") in taken:
                given[stem] += 1
            taken.add(name)
        names.append(name + SUFFIX)
    return names


def _stem(name: str) -> str:
    plain = slug(name)[:LONGEST_NAME].strip("-")
    return f"{UNNAMED}-{plain}" if plain in DEVICES else plain or UNNAMED
