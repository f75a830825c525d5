"""Results as rows of text for people and their spreadsheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.scoring.results.pages.notes import grade_of, note_of
from thidua_cli.scoring.results.point_texts import PointTexts
from thidua_cli.tables.writing.delimited import safe
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult

TIED = "x"


def results_to_rows(results: Results, say: Say) -> Iterator[tuple[str, ...]]:
    """A heading and a row a unit, numbers as Vietnamese sheets read them, text safe from formulas.

    Columns: rank, tied, unit, cluster where there are any, each criterion by its name, total, grade, note.
    """
    items = results.criteria.scored()
    clusters = any(unit.cluster for unit in results.units)
    cluster = (say("column.cluster"),) if clusters else ()
    opening = (say("column.rank"), say("column.tied"), say("column.unit"), *cluster)
    closing = (say("column.total"), say("column.grade"), say("column.note"))
    yield tuple(map(safe, (*opening, *_names(items), *closing)))
    places = results.criteria.rounding.places
    points = PointTexts(results, lambda ratio: format_number(ratio.fraction, places))
    for unit in results.units:
        yield _row(results, unit, points, clusters, say)


def _names(items: Sequence[Item]) -> list[str]:
    """What the criteria are called; their ids tell apart those of one name."""
    times = Counter(item.name for item in items)
    return [item.name if times[item.name] == 1 else f"{item.name} ({item.id})" for item in items]


def _row(results: Results, unit: UnitResult, points: PointTexts, clusters: bool, say: Say) -> tuple[str, ...]:
    places = results.criteria.rounding.places
    return (
        "" if unit.rank is None else str(unit.rank),
        TIED if unit.tied else "",
        safe(unit.unit),
        *((safe(unit.cluster),) if clusters else ()),
        *(text or "" for _, text in points.of(unit)),
        "" if unit.nothing_assigned else format_number(unit.published, places),
        safe(grade_of(results, unit, say)),
        safe(note_of(results, unit, say)),
    )
