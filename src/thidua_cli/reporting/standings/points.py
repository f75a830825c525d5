"""The table of points by criterion, in parts that fit side by side on a page."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from thidua_cli.reporting.facts.sheets import DifferenceFacts, PointsColumn, PointsPart, PointsRow
from thidua_cli.reporting.standings.criteria import column_heading
from thidua_cli.scoring.inputs.input_table import VETO
from thidua_cli.scoring.results.pages.listed import text_of
from thidua_cli.scoring.results.pages.notes import grade_of, total_of
from thidua_cli.scoring.results.point_texts import PointTexts
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results

# More columns than these are no longer read across an A4 page that lies.
MOST_COLUMNS = 13
# A table of points of more cells than these is for a spreadsheet.
MOST_CELLS = 20_000


def points_parts(results: Results, say: Say, listed: int) -> tuple[PointsPart, ...]:
    """The points of the first units by criterion; as many units as a document may hold cells of."""
    items = results.criteria.scored()
    columns = [PointsColumn(*column_heading(item)) for item in items]
    units = results.units[: max(1, min(listed, MOST_CELLS // max(1, len(items))))]
    places = results.criteria.rounding.places
    texts = PointTexts(results, lambda ratio: format_number(ratio.fraction, places))
    points = [tuple(text or "" for _, text in texts.of(unit)) for unit in units]
    parts = []
    side_by_side = ceil(len(columns) / ceil(len(columns) / MOST_COLUMNS))
    for first in range(0, len(columns), side_by_side):
        stretch = slice(first, first + side_by_side)
        rows = tuple(
            PointsRow(
                "" if unit.rank is None else str(unit.rank),
                unit.unit,
                own[stretch],
                total_of(results, unit),
                grade_of(results, unit, say),
            )
            for unit, own in zip(units, points, strict=True)
        )
        blank = not all(all(row.points) for row in rows)
        parts.append(PointsPart(tuple(columns[stretch]), rows, stretch.stop >= len(columns), blank))
    return tuple(parts)


def difference_facts(results: Results, listed: int) -> Iterator[DifferenceFacts]:
    """What one layer told otherwise than the one before, the first of them."""
    names = {item.id: item.name for item in results.criteria.leaves()}
    names |= {VETO + veto.id: veto.name for veto in results.criteria.vetoes}
    for each in results.differences[:listed]:
        yield DifferenceFacts(
            each.unit,
            names.get(each.criterion, each.criterion),
            each.earlier,
            text_of(each.before),
            each.later,
            text_of(each.after),
            each.reason,
        )
