"""The report as a whole: its period, what the plan says of it, its appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.reporting.facts.awards import AwardsFacts
    from thidua_cli.reporting.facts.comparison import ComparisonFacts
    from thidua_cli.reporting.facts.sheets import DifferenceFacts, PointsPart
    from thidua_cli.reporting.facts.standings import CriteriaFacts, RankingFacts
    from thidua_cli.reporting.facts.targets import TargetsFacts


class PeriodFacts(NamedTuple):
    """The period of the report; `following` is what comes after it, `whole` what the plan covers.

    `until`: its end in words; `cut`: that is a day that was named. `awards`: awards are proposed at its end.
    """

    id: str
    name: str
    first: date
    last: date
    following: str
    final: bool
    until: str
    cut: bool
    awards: bool
    whole: str


class EventsFacts(NamedTuple):
    """What the plan says of the period, and of the time after it, each in the plan's words."""

    phases: tuple[str, ...]
    movements: tuple[str, ...]
    activities: tuple[str, ...]
    commemorations: tuple[str, ...]
    due: tuple[str, ...]
    next_phases: tuple[str, ...]
    next_activities: tuple[str, ...]
    next_due: tuple[str, ...]


class AnnexFacts(NamedTuple):
    """An appendix of a report: what it holds (`xep-hang`, `diem`, `de-nghi`, `chenh-lech`), and its name."""

    id: str
    name: str


class ReportFacts(NamedTuple):
    """Everything that a report tells; `previous`: what the earlier period is called, empty if not known."""

    period: PeriodFacts
    previous: str
    targets: TargetsFacts
    ranking: RankingFacts
    criteria: CriteriaFacts
    comparison: ComparisonFacts | None
    awards: AwardsFacts
    events: EventsFacts
    points: tuple[PointsPart, ...]
    differences: tuple[DifferenceFacts, ...]
    listed: int
