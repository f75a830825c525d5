"""The words that tables use for their columns and answers: data of `columns.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.text import fold, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).with_name("columns.json")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Accepted spellings. Headings and the openings of a foot's lines are keys; answers are folded texts."""

    unit: frozenset[str]
    head_counts: Mapping[str, str]
    claims: frozenset[str]
    at_most: tuple[tuple[str, str], ...]
    ignored: frozenset[str]
    total_rows: frozenset[str]
    foot_lines: tuple[str, ...]
    foot_date: re.Pattern[str]
    yes: frozenset[str]
    no: frozenset[str]
    blank: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The accepted spellings; `head_counts` leads from a heading's key to the id of the count."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    counts = {heading_key(name): key for key, names in data["head_counts"].items() for name in (key, *names)}
    return Vocabulary(
        unit=frozenset(map(heading_key, data["unit"])),
        head_counts=counts,
        claims=frozenset(data["claims"]),
        at_most=tuple((small, large) for small, large in data["at_most"]),
        ignored=frozenset(map(heading_key, data["ignored"])),
        total_rows=frozenset(map(heading_key, data["total_rows"])),
        foot_lines=tuple(f"{heading_key(line)}-" for line in data["foot_lines"]),
        foot_date=re.compile(data["foot_date"]),
        yes=frozenset(map(fold, data["yes"])),
        no=frozenset(map(fold, data["no"])),
        blank=frozenset(data["blank"]),
    )


def heading_key(text: str) -> str:
    """What two spellings of one heading share: `Đơn vị`, `don_vi` and `DON VI` are `don-vi`."""
    return slug(text)
