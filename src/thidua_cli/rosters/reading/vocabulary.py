"""The words that tables use for their columns and answers: data of `words/units.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rosters.words import words_of
from thidua_cli.vietnamese.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Mapping


class Layer(NamedTuple):
    """A layer of scoring. `keys` are the heading keys that name it; `explains`: its words are a reason."""

    id: str
    name: str
    keys: frozenset[str]
    explains: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Accepted spellings. Headings and the openings of a foot's lines are keys; answers are folded texts.

    A mapping leads from a heading's key to the id of what it names.
    """

    unit: frozenset[str]
    type: frozenset[str]
    head_counts: Mapping[str, str]
    count_spellings: tuple[str, ...]
    claims: frozenset[str]
    sides: Mapping[str, str]
    layers: tuple[Layer, ...]
    reason: frozenset[str]
    long: Mapping[str, str]
    adjustments: Mapping[str, str]
    ignored: frozenset[str]
    total_rows: frozenset[str]
    foot_lines: tuple[str, ...]
    foot_date: re.Pattern[str]
    yes: frozenset[str]
    no: frozenset[str]
    not_assigned: frozenset[str]
    blank: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The accepted spellings."""
    data = words_of("units")
    return Vocabulary(
        unit=frozenset(map(heading_key, data["unit"])),
        type=frozenset(map(heading_key, data["type"])),
        head_counts=_ids(data["head_counts"]),
        count_spellings=tuple(name for names in data["head_counts"].values() for name in names),
        claims=frozenset(data["claims"]),
        sides=_ids(data["sides"]),
        layers=tuple(
            Layer(id, names[0], frozenset(map(heading_key, (id, *names))), id in data["explains"])
            for id, names in data["layers"].items()
        ),
        reason=frozenset(map(heading_key, data["reason"])),
        long=_ids(data["long"]),
        adjustments=_ids(data["adjustments"]),
        ignored=frozenset(map(heading_key, data["ignored"])),
        total_rows=frozenset(map(heading_key, data["total_rows"])),
        foot_lines=tuple(f"{heading_key(line)}-" for line in data["foot_lines"]),
        foot_date=re.compile(data["foot_date"]),
        yes=frozenset(map(fold, data["yes"])),
        no=frozenset(map(fold, data["no"])),
        not_assigned=frozenset(map(fold, data["not_assigned"])),
        blank=frozenset(data["blank"]),
    )


def _ids(spellings: Mapping[str, list[str]]) -> dict[str, str]:
    return {heading_key(name): id for id, names in spellings.items() for name in (id, *names)}


def heading_key(text: str) -> str:
    """What two spellings of one heading share: `Đơn vị`, `don_vi` and `DON VI` are `don-vi`."""
    return slug(text)
