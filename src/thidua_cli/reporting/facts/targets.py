"""Targets and how far each was reached."""

from __future__ import annotations

from typing import NamedTuple


class TargetFacts(NamedTuple):
    """One target. `state`: reached, missed or unknown; `reason` says what has to be known of that.

    `question`: what a person can settle where it is unknown. `measure`: what it measures, `short`: so much of
    it as a chart has room for. `ratio`: the result in percent of the aim (`104,25`), empty where
    that says nothing. `proposed`: what the units propose, where the result says otherwise. `before`: the
    result of the previous period, `moved`: by how much it changed.
    """

    id: str
    name: str
    measure: str
    short: str
    aim: str
    actual: str
    ratio: str
    state: str
    reason: str
    question: str
    proposed: str
    note: str
    before: str = ""
    moved: str = ""


class TargetsFacts(NamedTuple):
    """All targets in the plan's order, and those of each state; `compared`: some have one of both periods."""

    rows: tuple[TargetFacts, ...]
    reached: tuple[TargetFacts, ...]
    missed: tuple[TargetFacts, ...]
    unknown: tuple[TargetFacts, ...]
    charted: tuple[TargetFacts, ...]
    compared: bool
