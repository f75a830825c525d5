"""Deadlines of reports, milestones and registration; moments that lead nowhere."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rules.consistency.timeline import add_months, issued, resolve, shown
from thidua_cli.vietnamese.moments import Days, MomentKind
from thidua_cli.vietnamese.periods import QUARTERS, quarter_span
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.source.nodes import Path
    from thidua_cli.vietnamese.moments import Moment

# Final reports and dossiers of a campaign are due soon after its end.
MONTHS_AFTER_PERIOD = 3
DATED_SECTIONS = {"registration": "what", "milestones": "name", "reports": "period"}
KEYS = ("before", "by", "on")
QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])\b")
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
EVERY_QUARTER = re.compile(r"(?:báo cáo )?(?:(?:hằng|hàng|từng|mỗi|các) )?quý|quarter(?:ly)?")
# The quarter whose end a report of several months coincides with.
QUARTER_OF_MONTHS = (
    ("tháng cuối năm", 4),
    ("6 tháng", 2),
    ("sáu tháng", 2),
    ("9 tháng", 3),
    ("chín tháng", 3),
)
YEARLY = "năm"


class Due(NamedTuple):
    """One stated deadline: where it stands, of what, and the last days it allows (several if it recurs)."""

    path: Path
    what: str
    moment: Moment
    last_days: tuple[date, ...]

    @property
    def variant(self) -> str:
        """How messages call it: a report goes by its period alone."""
        return "report" if self.path[0] == "reports" else ""


def dues(plan: Plan) -> Iterator[Due]:
    """Every deadline of the plan that is stated; without days where it leads nowhere."""
    for section, label in DATED_SECTIONS.items():
        for index, fact in enumerate(getattr(plan, section)):
            what = getattr(fact, label)
            for key in KEYS:
                moment: Moment | None = getattr(fact, key, None)
                if moment is not None:
                    yield Due(
                        (section, index, key),
                        what,
                        moment,
                        tuple(_last_day(days, key) for days in _days(plan, moment, what)),
                    )


def _days(plan: Plan, moment: Moment, what: str) -> list[Days]:
    if moment.kind is MomentKind.DAY_OF_QUARTER and moment.days is None:
        years = range(plan.period.first.year, plan.period.last.year + 1)
        quarters = (moment.number,) if moment.number else _quarters(what)
        due = [
            (moment.resolve_quarter(quarter, year), quarter_span(quarter, year))
            for year in years
            for quarter in quarters
        ]
        return [
            days
            for days, (first, last) in due
            if days and first <= plan.period.last and last >= plan.period.first
        ]
    if moment.kind is MomentKind.DAY_OF_MONTH:
        return moment.resolve_months((plan.period.first, plan.period.last))
    days = resolve(plan, moment)
    return [days] if days else []


def _quarters(what: str) -> tuple[int, ...]:
    text = fold(what)
    if EVERY_QUARTER.fullmatch(text) and not QUARTER.search(text):
        return (1, 2, 3, 4)
    quarter = _ending_quarter(text)
    if quarter is None and YEARLY in text:
        return (4,)
    return () if quarter is None else (quarter,)


def _ending_quarter(text: str) -> int | None:
    """The quarter with which the time reported on ends; None where the text names none."""
    if named := QUARTER.search(text):
        return QUARTERS[named[1]]
    return next((quarter for months, quarter in QUARTER_OF_MONTHS if months in text), None)


def _last_day(days: Days, key: str) -> date:
    # `trước ngày` does not include the day itself.
    if key == "before":
        return days[0] - timedelta(days=1) if days[0] > date.min else days[0]
    return days[1]


def due_before_issue(loaded: Loaded) -> Iterator[Finding]:
    """TD220: the deadline had passed when the document was issued."""
    plan = loaded.plan
    day = issued(plan)
    for due in dues(plan):
        if day and plan.document.date and due.last_days and max(due.last_days) < day:
            values = {"what": due.what, "due": due.moment.text, "issued": shown(plan.document.date)}
            place = Related(loaded.span(("document", "date")), "issued")
            yield Finding("TD220", loaded.span(due.path), values, due.variant, related=(place,))


def due_outside_period(loaded: Loaded) -> Iterator[Finding]:
    """TD221: a deadline more than three months after the period, or before it.

    Registration usually precedes the period; and what is due after the day of issue is not a slip.
    """
    plan = loaded.plan
    latest, day = add_months(plan.period.last, MONTHS_AFTER_PERIOD), issued(plan)
    for due in dues(plan):
        if not due.last_days:
            continue
        early = max(due.last_days) < plan.period.first and day is None and due.path[0] != "registration"
        if early or min(due.last_days) > latest:
            values = {
                "what": due.what,
                "due": due.moment.text,
                "period": plan.period.text,
                "latest": format_short(latest),
            }
            place = Related(loaded.span(("period",)), "period")
            variant = "-".join(part for part in ("early" if early else "", due.variant) if part)
            yield Finding("TD221", loaded.span(due.path), values, variant, related=(place,))


def due_apart_from_its_time(loaded: Loaded) -> Iterator[Finding]:
    """TD223: a report on a quarter, on six or on nine months, due before that quarter or long after it."""
    plan = loaded.plan
    earliest = issued(plan) or plan.period.first
    latest = add_months(plan.period.last, MONTHS_AFTER_PERIOD)
    for due in dues(plan):
        quarter = _ending_quarter(fold(due.what)) if due.path[0] == "reports" else None
        if quarter is None or not due.last_days:
            continue
        # Before the issue (TD220) and long after the period (TD221) it is told already.
        if max(due.last_days) < earliest or min(due.last_days) > latest:
            continue
        spans = list(_quarters_in_period(plan, quarter, due.what))
        windows = [(first, add_months(last, MONTHS_AFTER_PERIOD)) for first, last in spans]
        if not spans or any(first <= day <= last for day in due.last_days for first, last in windows):
            continue
        values = {
            "what": due.what,
            "due": due.moment.text,
            "last": format_short(spans[0][1]),
            "latest": format_short(windows[0][1]),
        }
        variant = "early" if max(due.last_days) < windows[0][0] else ""
        yield Finding("TD223", loaded.span(due.path), values, variant)


def _quarters_in_period(plan: Plan, quarter: int, what: str) -> Iterator[Days]:
    """That quarter of the year named, else of every year in which the period has days of it."""
    named = YEAR.search(what)
    years = [int(named[0])] if named else range(plan.period.first.year, plan.period.last.year + 1)
    for year in years:
        first, last = quarter_span(quarter, year)
        if named or (first <= plan.period.last and last >= plan.period.first):
            yield first, last


def due_without_date(loaded: Loaded) -> Iterator[Finding]:
    """TD222: a report or milestone that names no date at all."""
    stated = {due.path[:2] for due in dues(loaded.plan)}
    for section in ("milestones", "reports"):
        for index, fact in enumerate(getattr(loaded.plan, section)):
            if (section, index) not in stated:
                label = DATED_SECTIONS[section]
                span = loaded.span((section, index, label))
                yield Finding(
                    "TD222", span, {"what": getattr(fact, label)}, "" if section == "reports" else "milestone"
                )


def moment_leads_nowhere(loaded: Loaded) -> Iterator[Finding]:
    """TD218: a relative moment that means no day in this plan."""
    plan = loaded.plan
    for due in dues(plan):
        if not due.last_days and _should_resolve(due.moment):
            yield Finding(
                "TD218", loaded.span(due.path), {"text": due.moment.text, "period": plan.period.text}
            )
    for path, moment in _other_moments(plan):
        if _should_resolve(moment) and resolve(plan, moment) is None:
            yield Finding("TD218", loaded.span(path), {"text": moment.text, "period": plan.period.text})


def _other_moments(plan: Plan) -> Iterator[tuple[Path, Moment]]:
    for index, phase in enumerate(plan.phases):
        yield ("phases", index, "from"), phase.start
        yield ("phases", index, "to"), phase.end
    for index, activity in enumerate(plan.activities):
        if activity.at and not activity.at.recurring:
            yield ("activities", index, "at"), activity.at


def _should_resolve(moment: Moment) -> bool:
    # `ngày ký` has no day yet in a draft, which is as it should be.
    return moment.relative and moment.kind is not MomentKind.SIGNING
