"""Results as rows of text for people and their spreadsheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.scoring.results.results import Results, UnitResult

    # A word or note by its key, its places filled: `say("lacking", names=…)`.
    Say = Callable[..., str]

# A cell that opens with one of these would be run as a formula by a sheet.
_FORMULA_MARKS = frozenset("=+-@\t\r")
TIED = "x"


def results_to_rows(results: Results, say: Say) -> Iterator[tuple[str, ...]]:
    """A heading and a row a unit, numbers as Vietnamese sheets read them, text safe from formulas.

    Columns: rank, tied, unit, each criterion by its name, total, grade, note. `say` gives the headings
    by these names, `ungraded`, and the notes `lacking` (`names`) and `doubled`.
    """
    headings = (say("rank"), say("tied"), say("unit"), *_names(results))
    yield (*map(safe, headings), say("total"), say("grade"), say("note"))
    for unit in results.units:
        yield _row(results, unit, say)


def _names(results: Results) -> list[str]:
    """What the criteria are called; their ids tell apart those of one name."""
    rules = [score.rule for score in results.columns.values()]
    times = Counter(rule.name for rule in rules)
    return [rule.name if times[rule.name] == 1 else f"{rule.name} ({rule.id})" for rule in rules]


def _row(results: Results, unit: UnitResult, say: Say) -> tuple[str, ...]:
    places = results.criteria.rounding.places
    points = [results.points(unit, key) for key in results.columns]
    ungraded = say("ungraded") if unit.complete and results.criteria.grades else ""
    return (
        "" if unit.rank is None else str(unit.rank),
        TIED if unit.tied else "",
        safe(unit.unit),
        *("" if value is None else format_number(value, places) for value in points),
        format_number(unit.published, places),
        safe(unit.grade or ungraded),
        safe(_note(results, unit, say)),
    )


def _note(results: Results, unit: UnitResult, say: Say) -> str:
    """Why a unit has no rank; empty where it has one."""
    if unit.complete:
        return ""
    keys = zip(_names(results), results.columns, strict=True)
    lacking = [name for name, key in keys if results.points(unit, key) is None]
    notes = [say("lacking", names=", ".join(lacking))] if lacking else []
    return "; ".join([say("doubled"), *notes] if unit.doubled else notes)


def safe(cell: str) -> str:
    """Text that no sheet takes for a formula: an apostrophe goes before it."""
    return f"'{cell}" if cell[:1] in _FORMULA_MARKS and cell else cell
