"""Anniversaries: their number of years, their day, and the built-in list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Related, Severity
from thidua_cli.law.pack import is_verified
from thidua_cli.law.registers.anniversary_years import ROUND, anniversary_year, kind_named, kinds
from thidua_cli.law.registers.commemorations import Commemoration as Listed
from thidua_cli.law.registers.commemorations import commemorations
from thidua_cli.rules.consistency.timeline import shown, written_like
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.timing import Commemoration
    from thidua_cli.source.nodes import Path


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A commemoration of the plan beside its entry in the built-in list."""

    index: int
    stated: Commemoration
    listed: Listed | None

    def path(self, key: str) -> Path:
        """Where one of its values stands."""
        return ("commemorations", self.index, key)

    @property
    def name(self) -> str:
        """Its name as stated, else as listed."""
        return self.stated.name or (self.listed.name if self.listed else self.stated.id)

    @property
    def origin_year(self) -> int | None:
        """The year that anniversaries are counted from: as stated, else as listed and verified."""
        if self.stated.origin:
            return self.stated.origin.year
        return self.listed.year if self.listed and self.listed.year_verified else None

    def observed_on(self, plan: Plan) -> date | None:
        """The day it is observed: as stated, else the listed day, if verified, in the period's one year."""
        if self.stated.observed:
            return self.stated.observed.exact
        year, listed = plan.period.year, self.listed
        return listed.observed_in(year) if listed and is_verified(listed.grade) and year else None


def anniversaries(plan: Plan) -> Iterator[Anniversary]:
    """Every commemoration with its listed entry."""
    for index, stated in enumerate(plan.commemorations):
        yield Anniversary(index, stated, commemorations().get(stated.use) if stated.use else None)


def years_disagree(loaded: Loaded) -> Iterator[Finding]:
    """TD201: the stated number of years is not the observed year less the year of origin."""
    for item in anniversaries(loaded.plan):
        years, origin, observed = item.stated.years, item.origin_year, item.stated.observed
        if years is None or origin is None:
            continue
        period = loaded.plan.period
        counted = [observed.year] if observed else list(range(period.first.year, period.last.year + 1))
        if years in (year - origin for year in counted):
            continue
        computed = str(counted[0] - origin)
        values = {
            "name": item.name,
            "stated": str(years),
            "origin": shown(item.stated.origin) if item.stated.origin else str(origin),
            "observed": shown(observed) if observed else str(counted[0]),
            "computed": computed,
        }
        span = loaded.span(item.path("years"))
        yield Finding(
            "TD201",
            span,
            values,
            related=tuple(_stated_places(loaded, item)),
            fix=Fix(span, computed, safe=_origin_confirmed(item) and _in_period(loaded.plan, item)),
        )


def years_not_verified(loaded: Loaded) -> Iterator[Finding]:
    """TD201, a note: the list counts other years, but from a year that it could not verify."""
    for item in anniversaries(loaded.plan):
        years, listed = item.stated.years, item.listed
        if years is None or item.origin_year is not None or listed is None or listed.year is None:
            continue
        year = item.stated.observed.year if item.stated.observed else loaded.plan.period.year
        if year is None or year - listed.year == years:
            continue
        values = {
            "name": item.name,
            "stated": str(years),
            "origin": str(listed.year),
            "observed": str(year),
            "computed": str(year - listed.year),
        }
        yield Finding("TD201", loaded.span(item.path("years")), values, "chua-kiem-chung", Severity.INFO)


def kinds_of_year(loaded: Loaded) -> Iterator[Finding]:
    """TD201, a warning: the name says `năm tròn`, the number of years says otherwise."""
    for item in anniversaries(loaded.plan):
        said = kind_named(item.name)
        observed, origin = item.stated.observed, item.origin_year
        counted = observed.year - origin if observed and origin is not None else None
        years = item.stated.years if item.stated.years is not None else counted
        # Whether a day that is not of the list is one of the national days is not known.
        if said is None or years is None or (said[0] != ROUND and item.stated.use is None):
            continue
        day = (observed.exact if observed else None) or loaded.plan.period.last
        found = anniversary_year(years, day, item.stated.use)
        if found is None or not found.verified or found.kind == said[0]:
            continue
        values = {"name": item.name, "said": said[1], "stated": str(years), "kind": kinds()[found.kind][0]}
        values["basis"] = f"{found.basis.at} {found.basis.document}"
        place = loaded.span(item.path("name" if item.stated.name else "use"))
        yield Finding("TD201", place, values, "loai-nam", Severity.WARNING, (found.basis,))


def _stated_places(loaded: Loaded, item: Anniversary) -> Iterator[Related]:
    for key in ("origin", "observed"):
        if getattr(item.stated, key):
            yield Related(loaded.span(item.path(key)), key)


def _origin_confirmed(item: Anniversary) -> bool:
    listed, origin = item.listed, item.stated.origin
    return bool(listed and listed.year_verified and (not origin or origin.exact == listed.origin))


def _in_period(plan: Plan, item: Anniversary) -> bool:
    observed, period = item.stated.observed, plan.period
    return period.year is not None and (not observed or observed.year == period.year)


def days_differ(loaded: Loaded) -> Iterator[Finding]:
    """TD202: observed on another day of the year than the event's."""
    for item in anniversaries(loaded.plan):
        observed = item.stated.observed.exact if item.stated.observed else None
        origin = _origin_day(item)
        if observed is None or origin is None or (item.listed and item.listed.lunar):
            continue
        expected = _on_day_of(origin, observed.year)
        if observed in expected:
            continue
        span = loaded.span(item.path("observed"))
        written = item.stated.observed.text if item.stated.observed else ""
        yield Finding(
            "TD202",
            span,
            {
                "name": item.name,
                "origin": format_short(origin),
                "observed": format_short(observed),
                "expected": format_short(expected[0]),
            },
            related=tuple(place for place in _stated_places(loaded, item) if place.key == "origin"),
            fix=Fix(span, written_like(written, expected[0])),
        )


def _origin_day(item: Anniversary) -> date | None:
    if item.stated.origin:
        return item.stated.origin.exact
    return item.listed.origin if item.listed and is_verified(item.listed.grade) else None


def _on_day_of(origin: date, year: int) -> tuple[date, ...]:
    try:
        return (origin.replace(year=year),)
    except ValueError:
        # 29/02 has two days that stand for it in an ordinary year.
        return date(year, 2, 28), date(year, 2, 28) + timedelta(days=1)


def differs_from_list(loaded: Loaded) -> Iterator[Finding]:
    """TD205: the stated origin is not the verified one of the built-in list."""
    for item in anniversaries(loaded.plan):
        stated, listed = item.stated.origin, item.listed
        if not stated or not listed or not listed.origin:
            continue
        wrong_year = listed.year_verified and stated.year != listed.origin.year
        wrong_day = (
            is_verified(listed.grade)
            and stated.exact is not None
            and (stated.month, stated.day) != (listed.month, listed.day)
        )
        if wrong_year or wrong_day:
            span = loaded.span(item.path("origin"))
            values = {"name": item.name, "stated": shown(stated), "listed": format_short(listed.origin)}
            yield Finding("TD205", span, values, fix=Fix(span, written_like(stated.text, listed.origin)))


def not_in_list(loaded: Loaded) -> Iterator[Finding]:
    """TD207: `use` names nothing of the built-in list."""
    for item in anniversaries(loaded.plan):
        wanted = item.stated.use
        if wanted is None or item.listed is not None:
            continue
        span = loaded.span(item.path("use"))
        near = _nearest(wanted, item.stated.name)
        if near:
            values = {"use": wanted, "nearest": near.id, "name": near.name}
            yield Finding("TD207", span, values, "near", fix=Fix(span, near.id))
        else:
            yield Finding("TD207", span, {"use": wanted})


def _nearest(wanted: str, name: str | None) -> Listed | None:
    """The entry whose id resembles the wanted one, else whose name resembles the stated name."""
    known = commemorations()
    if near := nearest(wanted, known):
        return known[near[0]]
    by_name = {listed.name: listed for listed in known.values()}
    named = nearest(name, by_name) if name else []
    return by_name[named[0]] if named else None
