"""This period beside the previous one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thidua_cli.reporting.facts.naming import Named


class ChangeFacts(NamedTuple):
    """A unit beside itself in the previous period; `moved`: ranks gained (above nought) or lost.

    `difference`: of the totals, with its sign; `size` without.
    """

    unit: str
    before: str
    now: str
    difference: str
    size: str
    rank_before: str
    rank_now: str
    moved: int | None
    grade_before: str
    grade_now: str


class ComparisonFacts(NamedTuple):
    """This period beside the previous one. `shown`: as many rows as the text lists.

    `up`, `down`, `same`: how many totals rose, fell, stayed. `risen`, `fallen`: the greatest changes of
    totals, `climbed`, `dropped`: of ranks. `joined`, `left`: units of one period only.
    """

    rows: tuple[ChangeFacts, ...]
    shown: tuple[ChangeFacts, ...]
    up: int
    down: int
    same: int
    risen: Named[ChangeFacts]
    fallen: Named[ChangeFacts]
    climbed: Named[ChangeFacts]
    dropped: Named[ChangeFacts]
    joined: Named[str]
    left: Named[str]
