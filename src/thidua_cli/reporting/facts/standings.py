"""Units in their ranks, grades, and what the criteria earned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from thidua_cli.reporting.facts.naming import Named


class UnitFacts(NamedTuple):
    """A unit in the ranking; texts are empty where there is nothing to tell. `tied`: it shares its rank."""

    unit: str
    cluster: str
    rank: str
    tied: bool
    total: str
    percent: str
    grade: str
    note: str


class ClusterFacts(NamedTuple):
    """The units that are ranked together; the name is empty where all are.

    `shown`: as many of them as the text lists; `best` and `worst`: those ranked first and last.
    """

    name: str
    units: tuple[UnitFacts, ...]
    shown: tuple[UnitFacts, ...]
    best: Named[UnitFacts]
    worst: Named[UnitFacts]


class GradeFacts(NamedTuple):
    """How many units have a grade, and their share of all units in percent."""

    name: str
    units: int
    share: str


class RankingFacts(NamedTuple):
    """The standings. `ties`: the units that share a rank, by rank; `unranked` ones have a note that says why.

    `mean`: of the totals that are certain, rounded to `places` as they are. `notes` say how ranks were found.
    `listed`: how many units the text lists; `shares`: they were not all assigned the same points;
    `graded`: there are grades; `noted`: a unit has a note; `illustrative`: nobody issued these criteria.
    """

    name: str
    units: int
    ranked: int
    clusters: tuple[ClusterFacts, ...]
    grades: tuple[GradeFacts, ...]
    ties: Named[Named[UnitFacts]]
    unranked: Named[UnitFacts]
    mean: str
    places: int
    listed: int
    shares: bool
    graded: bool
    noted: bool
    notes: tuple[str, ...]
    illustrative: bool
    charted: tuple[UnitFacts, ...]


class CriterionFacts(NamedTuple):
    """A criterion over all units: points as printed. `share`: the mean in percent of the maximum.

    `short`: its name within a sentence. `kind`: criterion, bonus or penalty; of the two last `units` counts
    the units that got any.
    """

    name: str
    short: str
    kind: str
    most: str
    mean: str
    share: str
    highest: str
    lowest: str
    units: int


class CriteriaFacts(NamedTuple):
    """All criteria in their order; `strong` and `weak`: those with the highest and the lowest share."""

    rows: tuple[CriterionFacts, ...]
    strong: Named[CriterionFacts]
    weak: Named[CriterionFacts]
