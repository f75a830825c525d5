"""Every consistency check, in the order in which they run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.rules.consistency import (
    anniversaries,
    blanks,
    circles,
    citations,
    clauses,
    deadlines,
    greeted_days,
    identifiers,
    letterhead,
    mentions,
    movements,
    phase_names,
    phases,
    prose_dates,
    prose_numbers,
    prose_phases,
    references,
    registration,
    symbols,
    targets,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.loading import Loaded

Check: TypeAlias = "Callable[[Loaded], Iterator[Finding]]"

CHECKS: tuple[Check, ...] = (
    anniversaries.years_disagree,
    anniversaries.days_differ,
    greeted_days.outside_phase,
    greeted_days.already_past,
    anniversaries.differs_from_list,
    greeted_days.outside_period,
    anniversaries.not_in_list,
    phases.phases_meet,
    phases.days_uncovered,
    phases.phase_reversed,
    phases.phase_outside_period,
    phases.days_miscounted,
    phases.launched_late,
    phase_names.names_out_of_sequence,
    deadlines.moment_leads_nowhere,
    deadlines.due_before_issue,
    deadlines.due_outside_period,
    deadlines.due_apart_from_its_time,
    deadlines.due_without_date,
    symbols.malformed_symbol,
    symbols.own_number_and_symbol,
    symbols.symbol_of_other_body,
    citations.cited_two_ways,
    citations.no_longer_in_force,
    citations.not_in_force_yet,
    citations.cited_before_it_was_issued,
    citations.superior_elsewhere,
    references.unknown_links,
    references.unknown_references,
    references.unknown_places_in_wording,
    circles.led_back,
    identifiers.id_given_twice,
    mentions.never_mentioned,
    mentions.slogan_never_mentioned,
    clauses.clause_missing,
    targets.not_measurable,
    targets.growth_without_baseline,
    targets.ambiguous_notation,
    targets.self_contradictory,
    targets.part_exceeds_whole,
    targets.above_whole,
    targets.percent_sign_missing,
    targets.two_baselines,
    prose_numbers.share_disagrees,
    prose_phases.phase_days_disagree,
    registration.registration_without_date,
    movements.assigned_to_nobody,
    movements.called_otherwise,
    movements.listed_twice,
    blanks.blanks_left,
    letterhead.unknown_type,
    letterhead.letter_to_nobody,
    letterhead.capacity_mismatch,
    letterhead.archive_without_clerks,
    letterhead.nobody_receives,
    prose_dates.impossible_date,
)
