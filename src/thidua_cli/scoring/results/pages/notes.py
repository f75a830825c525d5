"""Why a unit stands where it stands: what its total lacks, vetoes, conditions, adjustments, ties broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from thidua_cli.scoring.inputs.input_table import Adjustment
    from thidua_cli.scoring.standings.results import Condition, Results, UnitResult

    # A word or note by its key, its places filled: `say("note.lacking", names=…)`.
    Say = Callable[..., str]


INCOMPLETE = "*"
# What takes the grade of a unit and leaves its rank.
UNGRADED = frozenset({"ungraded", "no_self_score"})


def note_of(results: Results, unit: UnitResult, say: Say) -> str:
    """All that a reader of the ranking should know of a unit, in one line; empty for most."""
    return "; ".join(_notes(results, unit, say))


def _notes(results: Results, unit: UnitResult, say: Say) -> Iterator[str]:
    if unit.doubled:
        yield say("note.doubled")
    if unit.nothing_assigned:
        yield say("note.nothing_assigned")
    if unit.unknown:
        key = "note.settled" if unit.complete else "note.lacking"
        yield say(key, names=", ".join(lacking_of(results, unit)))
    yield from (condition_text(veto, say) for veto in unit.vetoes)
    if unit.rank is not None and any(veto.kind in UNGRADED and veto.holds for veto in unit.vetoes):
        yield say("note.still_ranked")
    shown = {(veto.kind, veto.label) for veto in unit.vetoes}
    needs = [each for each in unit.grading.lowered_by if (each.kind, each.label) not in shown]
    if unit.grading.by_total and (needs or unit.vetoes) and unit.grading.grade != unit.grading.by_total:
        yield say("note.by_total", grade=unit.grading.by_total)
    yield from (condition_text(need, say) for need in needs)
    for late in unit.adjustments:
        yield say(
            "note.adjusted", points=signed(late.points), of=name_of(results, late, say), reason=late.reason
        )
    for one in unit.tie_breaks:
        yield say("note.tie_break", label=one.label, value=one.shown)


def total_of(results: Results, unit: UnitResult) -> str:
    """The total as people read it; one that is not certain is marked, one of nothing assigned is blank."""
    if unit.nothing_assigned:
        return ""
    text = format_number(unit.published, results.criteria.rounding.places)
    return text if unit.complete else f"{text}{INCOMPLETE}"


def grade_of(results: Results, unit: UnitResult, say: Say) -> str:
    """The grade; of a complete total without one that it has none, of an open one that it is open."""
    if unit.grade:
        return unit.grade
    if unit.grading.state == "undecided":
        return say("undecided")
    return say("ungraded") if unit.complete and results.criteria.grades else ""


def lacking_of(results: Results, unit: UnitResult) -> list[str]:
    """The names of the criteria whose points are not known."""
    return [item.name for item in results.criteria.scored() if item.id in unit.unknown]


def condition_text(condition: Condition, say: Say) -> str:
    """A veto, or a need that is not met, in words; one that is not known says so."""
    suffix = ".unknown" if condition.holds is None else ""
    return say(
        f"condition.{condition.kind}{suffix}",
        label=condition.label,
        grade=condition.grade,
        found=condition.found,
        wanted=condition.wanted,
    )


def name_of(results: Results, late: Adjustment, say: Say) -> str:
    """What an adjustment is of: a criterion, a group, or the total."""
    return results.breakdowns.name(late.criterion) if late.criterion else say("of_total")


def signed(points: Decimal) -> str:
    """Points given or taken, with their sign."""
    text = format_number(points)
    return text if text.startswith("-") else f"+{text}"
