"""The score sheet of one unit: what it told, the points of each criterion, and what was changed."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import YesNo
from thidua_cli.plan.criteria.table import Group, OneOf, highest, walk
from thidua_cli.reporting.facts.sheets import ScoreLine, SelfScoreFacts
from thidua_cli.reporting.standings.criteria import column_heading
from thidua_cli.reporting.words import words_of
from thidua_cli.rosters.reading.readings import read_yes_no
from thidua_cli.scoring.exact import EXACT, rounded
from thidua_cli.scoring.results.pages.listed import text_of
from thidua_cli.scoring.results.pages.notes import grade_of, note_of, signed, total_of
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.roman import roman
from thidua_cli.vietnamese.text import fold, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.scoring.standings.tree_sums import Breakdown
    from thidua_cli.tables.table import CellValue


def self_score_facts(results: Results, unit: UnitResult, say: Say) -> SelfScoreFacts:
    """The sheet of a unit, line by line in the order of the criteria."""
    return SelfScoreFacts(
        unit=unit.unit,
        issuer=_issuer(unit.unit),
        cluster=unit.cluster,
        name=results.criteria.name,
        lines=tuple(_lines(results, unit)),
        most="" if unit.possible is None else format_number(unit.possible),
        total=total_of(results, unit),
        grade=grade_of(results, unit, say),
        note=note_of(results, unit, say),
    )


def _issuer(name: str) -> str:
    """The body that signs for a unit: of a bare administrative unit its people's committee."""
    words = words_of("standings")
    bare = any(fold(name).startswith(f"{kind} ") for kind in words["administrative"])
    return str(words["committee"]).format(unit=lower_first(name)) if bare else name


def _lines(results: Results, unit: UnitResult) -> Iterator[ScoreLine]:
    opened = results.breakdown(unit)
    groups = items = 0
    for path, item in walk(results.criteria.criteria, ()):
        if isinstance(item, Group):
            groups += 1
            number = roman(groups) if len(path) == 1 else ""
            yield ScoreLine(
                number, item.name, True, format_number(highest(item)), "", _sum(results, opened, item), ""
            )
            continue
        items += 1
        name, most = column_heading(item)
        points = results.points(unit, item.id)
        shown = "" if points is None else format_number(points, results.criteria.rounding.places)
        told = _told(results, unit, item)
        yield ScoreLine(str(items), name, False, most, told, shown, _changes(results, unit, item))


def _sum(results: Results, opened: Breakdown, group: Group) -> str:
    """The points of a group; blank where one of its criteria has none that are certain."""
    if not all(
        opened.items[item.id].known for _, item in walk(group.items, ()) if not isinstance(item, Group)
    ):
        return ""
    with localcontext(EXACT):
        places = results.criteria.rounding.places
        return format_number(rounded(opened.groups[group.id].total, places, "half_up"), places)


def _told(results: Results, unit: UnitResult, item: Item) -> str:
    """What the unit's tables say of a criterion: of alternatives all that are told."""
    inputs = results.breakdowns.inputs
    leaves = item.items if isinstance(item, OneOf) else [item]
    texts = [
        _said(leaf, unit.row.values[inputs.columns[leaf.id]]) for leaf in leaves if leaf.id in inputs.columns
    ]
    return "; ".join(text for text in texts if text)


def _said(leaf: Item, value: CellValue) -> str:
    """What a cell says; a mark that means yes or no in words."""
    answer = read_yes_no(value).value if isinstance(leaf, YesNo) else None
    if answer is None:
        return text_of(value)
    return str(words_of("standings")["yes" if answer else "no"])


def _changes(results: Results, unit: UnitResult, item: Item) -> str:
    """What a later layer told otherwise, and points given or taken late, with the reasons."""
    leaves: Mapping[str, Item] = {
        leaf.id: leaf for leaf in (item.items if isinstance(item, OneOf) else [item])
    }
    layers = [
        f"{each.earlier}: {_said(leaves[each.criterion], each.before)}; "
        f"{each.later}: {_said(leaves[each.criterion], each.after)}"
        + (f" ({each.reason})" if each.reason else "")
        for each in results.differences
        if each.unit == unit.unit and each.criterion in leaves
    ]
    late = [
        f"{signed(each.points)} ({each.reason})"
        for each in unit.adjustments
        if each.criterion in {*leaves, item.id}
    ]
    return "; ".join((*layers, *late))
