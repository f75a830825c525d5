"""The points of every unit by criterion as a sheet, groups with their sums."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.counted import Penalty
from thidua_cli.plan.criteria.table import Group, highest, is_bonus
from thidua_cli.scoring.exact import EXACT, Ratio, rounded
from thidua_cli.scoring.results.pages.notes import grade_of
from thidua_cli.scoring.results.pages.ranking import incomplete_notes, published_of
from thidua_cli.scoring.standings.amounts import NOTHING, add_up, minus
from thidua_cli.scoring.standings.limits import inside
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.plan.criteria.table import Criterion
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.scoring.standings.tree_sums import Breakdown
    from thidua_cli.tables.writing.sheets import Content

UNIT_MOST = 32


class Line(NamedTuple):
    """The points of a unit in the order of the columns, and what was given or taken besides them."""

    unit: UnitResult
    points: list[Content]
    besides: Ratio


def details_sheet(results: Results, say: Say) -> Sheet:
    """Every criterion of every unit, the sum of each group behind it, what was given or taken besides."""
    criteria = results.criteria
    places = criteria.rounding.places
    lines = _lines(results, say)
    clusters = any(unit.cluster for unit in results.units)
    besides = any(line.besides.numerator for line in lines)
    columns = [Column(say("column.rank"), Kind.CENTRED), Column(say("column.unit"), most=UNIT_MOST)]
    columns += [Column(say("column.cluster"), most=UNIT_MOST)] if clusters else []
    columns += [column for _, column in _columns(criteria.criteria, "", places, say)]
    columns += [Column(say("column.besides"), Kind.NUMBER, places)] if besides else []
    columns.append(Column(say("column.total"), Kind.NUMBER, places))
    columns += [Column(say("column.grade"))] if criteria.grades else []
    notes = [say("details.rounded"), *([say("details.besides")] if besides else [])]
    notes += incomplete_notes(results, say)
    rows = (_row(results, line, clusters, besides, say) for line in lines)
    return Sheet(say("sheet.details"), columns, rows, (say("title.details"), criteria.name), notes, fixed=2)


def _columns(
    items: Sequence[Criterion], over: str, places: int, say: Say
) -> Iterator[tuple[Criterion, Column]]:
    """A column for each criterion, below the name of its outermost group, whose sum comes last."""
    for item in items:
        if isinstance(item, Group):
            above = over or _heading(item, say)
            yield from _columns(item.items, above, places, say)
            name = say("column.sum") if not over else say("column.sum_of", name=item.name)
            yield item, Column(name, Kind.NUMBER, places, above)
        else:
            yield item, Column(_heading(item, say), Kind.NUMBER, places, over)


def _heading(item: Criterion, say: Say) -> str:
    if isinstance(item, Penalty):
        return say("heading.penalty", name=item.name)
    if is_bonus(item):
        return say("heading.bonus", name=item.name)
    return say("heading.max", name=item.name, max=format_number(highest(item)))


def _lines(results: Results, say: Say) -> list[Line]:
    criteria = results.criteria
    items = [item for item, _ in _columns(criteria.criteria, "", 0, say)]
    lines = []
    with localcontext(EXACT):
        for unit in results.units:
            opened = results.breakdowns.of(unit.position)
            top = [_counted(opened, item) for item in criteria.criteria]
            points = [_shown(opened, item, criteria.rounding.places, say) for item in items]
            besides = minus(opened.total, add_up(top)) if unit.complete else NOTHING
            lines.append(Line(unit, points, besides))
    return lines


def _counted(opened: Breakdown, item: Criterion) -> Ratio:
    """What a criterion or group adds to the total."""
    return opened.groups[item.id].total if isinstance(item, Group) else opened.items[item.id].part


def _shown(opened: Breakdown, item: Criterion, places: int, say: Say) -> Content:
    parts = [opened.items[each.id] for each in inside(item)]
    if not any(part.assigned for part in parts):
        return say("details.not_assigned")
    if not all(part.known for part in parts):
        return say("details.unknown")
    return rounded(_counted(opened, item), places, "half_up")


def _row(results: Results, line: Line, clusters: bool, besides: bool, say: Say) -> list[Content]:
    unit = line.unit
    row: list[Content] = [unit.rank, unit.unit]
    row += [unit.cluster] if clusters else []
    row += line.points
    if besides and unit.nothing_assigned:
        row.append(None)
    elif besides:
        with localcontext(EXACT):
            row.append(rounded(line.besides, results.criteria.rounding.places, "half_up"))
    row.append(published_of(results, unit))
    row += [grade_of(results, unit, say)] if results.criteria.grades else []
    return row
