"""Proposals of titles, within what the law allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class QuotaFacts(NamedTuple):
    """A title of people under a cap of the law: how many are proposed in all, how many are allowed.

    `ruling`: dat, khong-dat, chua-du-can-cu, khong-ap-dung, or empty where it is of all together. Empty
    figures are not known. `readings`: what all together and each row by itself come to, where the table
    does not tell which of them counts; `above`: the units that exceed by themselves.
    """

    title: str
    proposed: str
    allowed: str
    over: str
    ruling: str
    reason: str
    basis: str
    readings: str = ""
    above: tuple[str, ...] = ()


class CollectiveFacts(NamedTuple):
    """A collective that is proposed for a title, and whether it meets the conditions.

    `claimed`: how many of the unit's collectives. `reasons`: why not, or what is missing.
    """

    unit: str
    title: str
    claimed: int
    ruling: str
    reasons: tuple[str, ...]


class ProposedFacts(NamedTuple):
    """How many people a unit proposes for each of the titles, in their order; empty where it tells none."""

    unit: str
    counts: tuple[str, ...]


class LackFacts(NamedTuple):
    """What the tables do not tell, and the titles on whose conditions it bears."""

    what: str
    titles: tuple[str, ...]


class SumFacts(NamedTuple):
    """How many are proposed for a title in all; empty where a unit does not tell.

    `holder`: ca-nhan, tap-the.
    """

    title: str
    holder: str
    number: str


class AwardsFacts(NamedTuple):
    """What is proposed, within what the law allows on `day`.

    `own`: titles on which the head of an agency decides by the article `own_basis`; `doubtful`: those of
    which that is not verified; `others` go to a level above. `people`: how many each unit proposes for each
    of the `titles`; `sums`: of all; `uncapped`: titles of people on which no cap of the law bears.
    `collectives` meet the conditions or leave `questions` open, `refused` ones fail one; `allowed`, `open`
    and `failed` count all of them.
    """

    day: date | None
    titles: tuple[str, ...]
    quotas: tuple[QuotaFacts, ...]
    uncapped: tuple[SumFacts, ...]
    people: tuple[ProposedFacts, ...]
    sums: tuple[str, ...]
    collectives: tuple[CollectiveFacts, ...]
    refused: tuple[CollectiveFacts, ...]
    questions: tuple[LackFacts, ...]
    own: tuple[SumFacts, ...]
    own_basis: str
    doubtful: tuple[SumFacts, ...]
    others: tuple[SumFacts, ...]
    allowed: int
    open: int
    failed: int
