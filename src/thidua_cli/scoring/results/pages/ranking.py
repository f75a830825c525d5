"""The ranking as a sheet: rank, unit, total, share of the possible points, grade, and why."""

from __future__ import annotations

from decimal import localcontext
from typing import TYPE_CHECKING

from thidua_cli.scoring.exact import EXACT, rounded
from thidua_cli.scoring.results.pages.notes import grade_of, note_of, total_of
from thidua_cli.tables.writing.sheets import Band, Column, Kind, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.tables.writing.sheets import Content

TIED = "x"
PERCENT_PLACES = 2
NOTE_MOST = 50


def ranking_sheet(results: Results, say: Say) -> Sheet:
    """Every unit in its place, the units of each cluster below its name.

    Where all are ranked together although they belong to clusters, a column says to which.
    """
    tied = any(unit.tied for unit in results.units)
    mixed = not results.clusters and any(unit.cluster for unit in results.units)
    columns = [Column(say("column.rank"), Kind.CENTRED)]
    columns += [Column(say("column.tied"), Kind.CENTRED)] if tied else []
    columns.append(Column(say("column.unit")))
    columns += [Column(say("column.cluster"))] if mixed else []
    columns += [
        Column(say("column.total"), Kind.NUMBER, results.criteria.rounding.places),
        Column(say("column.percent"), Kind.PERCENT, PERCENT_PLACES),
    ]
    columns += [Column(say("column.grade"))] if results.criteria.grades else []
    columns.append(Column(say("column.note"), most=NOTE_MOST))
    return Sheet(
        say("sheet.ranking"),
        columns,
        in_clusters(results, say, lambda unit: _row(results, unit, tied, mixed, say)),
        (say("title.ranking"), results.criteria.name),
        (*ranking_notes(results, say), *incomplete_notes(results, say)),
    )


def ranking_notes(results: Results, say: Say) -> tuple[str, ...]:
    """How the ranks were found, and what kind of criteria these are."""
    ranking = results.criteria.ranking
    notes = [say(f"by.{ranking.by}"), say(f"note.{ranking.ties}")]
    barred = [unit for unit in results.units if any(veto.kind == "unranked" for veto in unit.vetoes)]
    count, ranked = len(results.units) - len(barred), sum(unit.rank is not None for unit in results.units)
    if ranked < count:
        notes.append(say("note.partial", ranked=ranked, count=count))
    if results.criteria.illustrative:
        notes.append(say("note.illustrative"))
    return tuple(notes)


def incomplete_notes(results: Results, say: Say) -> tuple[str, ...]:
    """What the mark of a total says, where one has it."""
    marked = any(not (unit.complete or unit.nothing_assigned) for unit in results.units)
    return (say("marks.incomplete"),) if marked else ()


def in_clusters(
    results: Results, say: Say, row_of: Callable[[UnitResult], list[Content]]
) -> Iterator[list[Content] | Band]:
    """The rows of all units, the name of a cluster above its own."""
    cluster = None
    for unit in results.units:
        if results.clusters and unit.cluster != cluster:
            cluster = unit.cluster
            yield Band(cluster or say("no_cluster"))
        yield row_of(unit)


def _row(results: Results, unit: UnitResult, tied: bool, mixed: bool, say: Say) -> list[Content]:
    row: list[Content] = [unit.rank]
    row += [TIED if unit.tied else None] if tied else []
    row.append(unit.unit)
    row += [unit.cluster] if mixed else []
    row += [published_of(results, unit), percent_of(unit)]
    row += [grade_of(results, unit, say)] if results.criteria.grades else []
    return [*row, note_of(results, unit, say)]


def published_of(results: Results, unit: UnitResult) -> Content:
    """The total: a number where it is certain."""
    return unit.published if unit.complete else total_of(results, unit)


def percent_of(unit: UnitResult) -> Content:
    """What a unit earned of its possible points, in percent."""
    if unit.percent is None:
        return None
    with localcontext(EXACT):
        return rounded(unit.percent, PERCENT_PLACES, "half_up")
