"""How a criterion is scored, in the plain words of a regulation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.forms.formulas.items import by_council
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Occurrence, Penalty, YesNo
from thidua_cli.plan.criteria.measured import Leader, Measured, Proportional, Relative
from thidua_cli.plan.criteria.modifiers import Entered
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.plan.criteria.table import Group, OneOf
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from thidua_cli.plan.criteria.modifiers import Judged
    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.plan.criteria.values import Bounds

PERCENT = "%"


def how_scored(item: Group | Item, names: Mapping[str, str], council: str) -> str:
    """The sentences that say how an item earns its points.

    `names`: id to name, for what it depends on; `council`: who computes what no form can.
    """
    if isinstance(item, Group):
        return " ".join(_group(item))
    sentences = list(HOW[type(item)](item))
    if by_council(item) and not isinstance(item, OneOf):
        sentences.append(word("how.council", council=council))
    return " ".join([*sentences, *_modifiers(item, names, council)])


def interval(bounds: Bounds, unit: str | None = None) -> str:
    """An interval in words: `từ 95% đến dưới 98%`."""
    low = None if bounds.lower is None else amount(bounds.lower, unit)
    high = None if bounds.upper is None else amount(bounds.upper, unit)
    if high is None:
        return word("interval.upward" if bounds.lower_in else "interval.above", low=low or "")
    if low is None:
        return word("interval.downward" if bounds.upper_in else "interval.below", high=high)
    if low == high:
        return word("interval.only", low=low)
    start = word("interval.from" if bounds.lower_in else "interval.above", low=low)
    return f"{start} {word('interval.to' if bounds.upper_in else 'interval.till', high=high)}"


def amount(value: Decimal, unit: str | None) -> str:
    """A figure with its unit: `95%`, `12 tỷ đồng`."""
    shown = format_number(value)
    return shown + (unit if unit == PERCENT else f" {unit}" if unit else "")


def _points(value: Decimal | None) -> str:
    return "" if value is None else format_number(value)


def _list(pieces: list[str]) -> str:
    return sentence_case("; ".join(pieces))


def _group(item: Group) -> list[str]:
    caps = {"bonus": item.bonus_cap, "penalty": item.penalty_cap, "cap": item.cap, "floor": item.floor}
    return [
        word(f"how.group.{name}", **{"floor" if name == "floor" else "cap": _points(cap)})
        for name, cap in caps.items()
        if cap is not None
    ]


def _proportional(rule: Proportional) -> list[str]:
    said = [word(f"how.proportional.{rule.direction}", max=_points(rule.max))]
    if rule.ceiling is not None and rule.ceiling > rule.max:
        said.append(word("how.proportional.ceiling", ceiling=_points(rule.ceiling)))
    return said


def _leader(rule: Leader) -> list[str]:
    values = {"below": _points(rule.below_target), "at": _points(rule.at_target * rule.max)}
    return [word("how.leader", max=_points(rule.max), **values)]


def _relative(rule: Relative) -> list[str]:
    return [word(f"how.relative.{rule.direction}", max=_points(rule.max))]


def _bands(rule: Bands) -> list[str]:
    bands = [
        word("how.band", interval=interval(band.bounds, rule.unit), points=_points(band.points))
        for band in rule.bands
    ]
    return [word("how.bands", bands=_list(bands))]


def _matrix(rule: Matrix) -> list[str]:
    columns = "; ".join(interval(column.bounds, rule.by_unit) for column in rule.columns)
    rows = [
        word(
            "how.matrix.row",
            interval=interval(row.bounds, rule.unit),
            points=" – ".join(map(_points, row.points)),
        )
        for row in rule.rows
    ]
    return [word("how.matrix", by=rule.by_column, columns=columns, rows=_list(rows))]


def _segments(rule: Segments) -> list[str]:
    pieces = []
    for segment in rule.segments:
        bounds, slope = segment.bounds, segment.slope
        values = {"interval": interval(bounds, rule.unit), "base": _points(segment.base)}
        if slope and bounds.lower is not None:
            values |= {"slope": _points(abs(slope)), "start": amount(bounds.lower, rule.unit)}
        name = "flat" if not slope else "rise" if slope > 0 else "fall"
        pieces.append(word(f"how.segment.{name}", **values))
    return [word("how.segments", bands=_list(pieces))]


def _steps(rule: Steps) -> list[str]:
    said = [
        word(
            f"how.steps.{rule.direction}",
            start=amount(rule.start, rule.unit),
            step=amount(rule.step, rule.unit),
            point=_points(rule.point),
            max=_points(rule.max),
            counting=word(f"how.counting.{rule.counting}"),
        )
    ]
    return [*said, word("how.steps.base", base=_points(rule.base))] if rule.base else said


def _deadline(rule: Deadline) -> list[str]:
    bands = [
        word("how.band", interval=_days(band.bounds), points=_points(band.points)) for band in rule.ladder
    ]
    due = (
        word("how.deadline.own_due")
        if rule.due is None
        else word("how.deadline.due", due=format_short(rule.due))
    )
    said = [due, word("how.deadline", bands=_list(bands))]
    return [*said, word("how.deadline.working")] if rule.days == "working" else said


def _days(bounds: Bounds) -> str:
    """An interval of days late, negative for early, as people say it."""
    lower, _, upper, _ = bounds.of_whole_numbers()
    first, last = lower, None if upper is None else upper - 1
    if last is not None and last < 0:
        return word("days.early", span=_span(-last, None if first is None else -first))
    if first is not None and first > 0:
        return word("days.late", span=_span(first, last))
    if last == 0:
        return (
            word("days.on_time" if first is None else "days.exact") if first in (None, 0) else _mixed(bounds)
        )
    return word("days.not_early") if first == 0 and last is None else _mixed(bounds)


def _mixed(bounds: Bounds) -> str:
    return word("days.mixed", interval=interval(bounds))


def _span(first: Decimal, last: Decimal | None) -> str:
    """So many days, from the fewest to the most."""
    if last is None:
        return word("days.from", low=format_number(first))
    if first == last:
        return word("days.just", low=format_number(first))
    return word("days.between", low=format_number(first), high=format_number(last))


def _yes_no(rule: YesNo) -> list[str]:
    return [word("how.yes_no", max=_points(rule.max))]


def _count(rule: Count) -> list[str]:
    return [word("how.count", point=_points(rule.point), max=_points(rule.max))]


def _occurrences(rule: Occurrence) -> list[str]:
    name = f"how.{'penalty' if isinstance(rule, Penalty) else 'bonus'}" + ("" if rule.cap is None else ".cap")
    said = [word(name, point=_points(rule.point), cap=_points(rule.cap))]
    if rule.exempt_column is not None:
        said.append(word("how.exempt", heading=rule.exempt_column))
    return said


def _direct(rule: Direct) -> list[str]:
    return [word("how.direct", max=_points(rule.max))]


def _one_of(item: OneOf) -> list[str]:
    return [word(f"how.one_of.{item.choose}")]


# Each is called only under the key of its own class, which the types cannot say.
HOW: Mapping[type[Item], Callable[[Any], list[str]]] = {
    Proportional: _proportional,
    Leader: _leader,
    Relative: _relative,
    Bands: _bands,
    Matrix: _matrix,
    Segments: _segments,
    Steps: _steps,
    Deadline: _deadline,
    YesNo: _yes_no,
    Count: _count,
    Bonus: _occurrences,
    Penalty: _occurrences,
    Direct: _direct,
    OneOf: _one_of,
}


def _modifiers(item: Judged, names: Mapping[str, str], council: str) -> list[str]:
    said = []
    if item.floor is not None:
        said.append(word("how.floor", floor=_points(item.floor)))
    if isinstance(item, Entered) and item.evidence == "required":
        said.append(word("how.evidence"))
    if item.only_if is not None:
        gate = item.only_if
        share = amount(gate.reaches.scaleb(2), PERCENT)
        said.append(word("how.gate", name=names.get(gate.criterion, gate.criterion), share=share))
    if item.applies_to:
        said.append(word("how.applies", types=", ".join(item.applies_to)))
    if item.evaluator is not None:
        said.append(word("how.evaluator", evaluator=item.evaluator))
    if item.blank != "unknown":
        times = item.blank == "zero" and isinstance(item, Occurrence)
        said.append(word("how.blank.zero_times" if times else f"how.blank.{item.blank}", council=council))
    if item.rounding is not None:
        said.append(word("how.rounded", places=str(item.rounding.places)))
    return said


def measure(item: Item) -> str:
    """The unit that a result is counted in, as its column says it."""
    if isinstance(item, Measured):
        return item.unit or ""
    kinds = {
        YesNo: "yes_no",
        Count: "count",
        Bonus: "times",
        Penalty: "times",
        Deadline: "day",
        Direct: "points",
    }
    name = kinds.get(type(item))
    return word(f"measure.{name}") if name else ""
