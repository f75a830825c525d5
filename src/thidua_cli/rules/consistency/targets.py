"""Targets: what they measure, and figures that cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Related
from thidua_cli.law.registers.document_types import kind_name
from thidua_cli.law.registers.titles import title_of
from thidua_cli.rules.consistency.document_kinds import launches
from thidua_cli.vietnamese.amounts import AmountKind
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Target
    from thidua_cli.source.nodes import Path
    from thidua_cli.vietnamese.amounts import Amount

WHOLE = Decimal(100)


def not_measurable(loaded: Loaded) -> Iterator[Finding]:
    """TD250: a target without figure, rating, yes or no, or award; or a plan without targets."""
    targets = loaded.plan.targets
    if not targets and launches(loaded.plan):
        stated = loaded.plan.document.type
        values = {"type": kind_name(stated).lower() or stated}
        yield Finding("TD250", loaded.span(("outline",)), values, "none")
    for index, target in enumerate(targets):
        told = (target.value, target.growth, target.per_unit, target.rating, target.award)
        if all(part is None for part in told):
            yield Finding("TD250", loaded.span(("targets", index, "measure")), {"measure": target.measure})


def growth_without_baseline(loaded: Loaded) -> Iterator[Finding]:
    """TD251: growth against no stated year."""
    for index, target in enumerate(loaded.plan.targets):
        if target.growth and not target.baseline:
            values = {"measure": target.measure, "growth": target.growth.text}
            yield Finding("TD251", loaded.span(("targets", index, "growth")), values)


def ambiguous_notation(loaded: Loaded) -> Iterator[Finding]:
    """TD252: a number with two readings."""
    for path, amount in _amounts(loaded.plan):
        if amount.ambiguous:
            readings = [format_number(reading) for reading in amount.readings]
            values = {"text": amount.text, "decimal": readings[0], "grouped": readings[1]}
            yield Finding("TD252", loaded.span(path), values)


def self_contradictory(loaded: Loaded) -> Iterator[Finding]:
    """TD253: an amount whose bounds exclude each other, or that is closed and open at once."""
    for path, amount in _amounts(loaded.plan):
        if amount.contradictory:
            reversed_range = amount.low is not None and amount.high is not None and amount.low > amount.high
            yield Finding(
                "TD253", loaded.span(path), {"text": amount.text}, "reversed" if reversed_range else ""
            )


def _amounts(plan: Plan) -> Iterator[tuple[Path, Amount]]:
    for index, target in enumerate(plan.targets):
        stated = {"value": target.value, "per_unit": target.per_unit}
        if target.growth:
            stated["growth"] = target.growth.amount
        for key, amount in stated.items():
            if amount:
                yield ("targets", index, key), amount
        if target.baseline and target.baseline.value:
            yield ("targets", index, "baseline", "value"), target.baseline.value
    for index, contribution in enumerate(plan.contributions):
        for key, amount in (("gives", contribution.gives), ("builds", contribution.builds)):
            if amount:
                yield ("contributions", index, key), amount


def part_exceeds_whole(loaded: Loaded) -> Iterator[Finding]:
    """TD255: a share `trong đó` that is larger than the one it is part of, both of one base."""
    places = {target.id: (index, target) for index, target in reversed(list(enumerate(loaded.plan.targets)))}
    for index, target in enumerate(loaded.plan.targets):
        if target.within not in places or target.within == target.id:
            continue
        outer_index, outer = places[target.within]
        if target.of == outer.of and _must_exceed(target.value, outer.value):
            values = {
                "inner": target.value.text if target.value else "",
                "outer": outer.value.text if outer.value else "",
                "measure": target.measure,
                "outer_measure": outer.measure,
            }
            related = (Related(loaded.span(("targets", outer_index, "value")), "outer"),)
            yield Finding("TD255", loaded.span(("targets", index, "value")), values, related=related)


def _must_exceed(inner: Amount | None, outer: Amount | None) -> bool:
    """Whether the least that the inner share can be is more than the most that the outer one can be."""
    if not (inner and outer and inner.percent and outer.percent and inner.computable and outer.computable):
        return False
    if inner.low is None or outer.high is None:
        return False
    strict = inner.kind is AmountKind.MORE_THAN or outer.kind is AmountKind.LESS_THAN
    return inner.low > outer.high or (strict and inner.low == outer.high)


def above_whole(loaded: Loaded) -> Iterator[Finding]:
    """TD256: more than a hundred percent of a base."""
    for index, target in enumerate(loaded.plan.targets):
        value = target.value
        if target.of and value and value.percent and any(figure > WHOLE for figure in value.figures):
            base = next((base.name for base in loaded.plan.bases if base.id == target.of), target.of)
            yield Finding(
                "TD256", loaded.span(("targets", index, "value")), {"text": value.text, "base": base}
            )


def percent_sign_missing(loaded: Loaded) -> Iterator[Finding]:
    """TD257: a share of a base, or of a title, written as a decimal without the percent sign."""
    for index, target in enumerate(loaded.plan.targets):
        value = target.value
        if value is None or not value.unit_missing:
            continue
        below_one = all(figure < 1 for figure in value.figures)
        if title_of(target.measure) is None and not (target.of and below_one):
            continue
        percents = [figure * 100 if below_one else figure for figure in value.figures]
        meant = " - ".join(format_number(percent) for percent in percents) + "%"
        span = loaded.span(("targets", index, "value"))
        fix = Fix(span, meant) if value.kind is AmountKind.EXACTLY else None
        values = {"text": value.text, "measure": target.measure, "meant": meant}
        yield Finding("TD257", span, values, fix=fix)


def two_baselines(loaded: Loaded) -> Iterator[Finding]:
    """TD258: one indicator measured from two baselines."""
    first: dict[tuple[str, str | None, str], tuple[int, Target]] = {}
    for index, target in enumerate(loaded.plan.targets):
        if target.baseline is None:
            continue
        key = (fold(target.measure), target.of, fold(target.prices or ""))
        other_index, other = first.setdefault(key, (index, target))
        if other.baseline is None or other is target:
            continue
        same_period = fold(other.baseline.period) == fold(target.baseline.period)
        if same_period and other.baseline.value in (None, target.baseline.value):
            continue
        if same_period and target.baseline.value is None:
            continue
        values = {
            "measure": target.measure,
            "stated": _baseline(target),
            "other": _baseline(other),
        }
        related = (Related(loaded.span(("targets", other_index, "baseline")), "other"),)
        variant = "value" if same_period else ""
        yield Finding("TD258", loaded.span(("targets", index, "baseline")), values, variant, related=related)


def _baseline(target: Target) -> str:
    baseline = target.baseline
    if baseline is None:
        return ""
    return f"{baseline.period}: {baseline.value.text}" if baseline.value else baseline.period
