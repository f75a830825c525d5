"""Sizes that have to agree within one document (Mục V, note 1; Mục II, 6.đ)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.metrics import size_of
from thidua_cli.conformance.rules.outcome import UNPLACED, Deviation, Outcome, Sizes, at, outcome_of
from thidua_cli.conformance.rules.values import points

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

FEWEST = 2  # sizes that can be compared
PROSE = (Component.BODY, Component.CLAUSE, Component.POINT)


def in_step(case: Case, check: Check) -> Outcome:
    """The components `steps` points above the first; sizes outside their own range are not compared."""
    lines = [case.first(component) for component in check.components]
    sizes = [None if line is None else size_of(line.line) for line in lines]
    known = [
        (line, size, 2 * step)
        for line, size, step, (low, high) in zip(
            lines, sizes, check.options["steps"], check.options["ranges"], strict=True
        )
        if line is not None and size is not None and 2 * low <= size <= 2 * high
    ]
    if len(known) < FEWEST:
        return Outcome(unknown=UNPLACED)
    base = known[0][1] - known[0][2]
    wrong = next((line for line, size, step in known if size != base + step), None)
    if wrong is None:
        return Outcome(looked=1)
    values: dict[str, str] = {}
    for place, (size, step) in enumerate(zip(sizes, check.options["steps"], strict=True), 1):
        values |= points(f"size{place}", size or base + 2 * step) | points(
            f"expected{place}", base + 2 * step
        )
    present = [line for line in lines if line is not None]
    step_of = dict(zip(check.components, check.options["steps"], strict=True))
    sized = tuple((each.line, base + 2 * step_of[each.component]) for each in present)
    return outcome_of([at(wrong, values, wanted=Sizes(sized))])


def as_prose(case: Case, check: Check) -> Outcome:
    """The components in the size that most of the text is set in, as far as its sizes are allowed."""
    low, high = 2 * check.options["from"], 2 * check.options["to"]
    weights: Counter[int] = Counter()
    for found in case.text_lines:
        size = size_of(found.line) if found.component in PROSE else None
        if size is not None and low <= size <= high:
            weights[size] += len(found.line.text)
    if not weights:
        return Outcome(unknown=UNPLACED) if case.of(check.components) else Outcome()
    usual = max(weights, key=lambda size: (weights[size], size))
    wanted = frozenset(check.components)

    def look(found: Recognised) -> Deviation | None:
        size = size_of(found.line)
        if size is None or size == usual or not low <= size <= high:
            return None
        values = case.name(found.component) | points("actual", size) | points("usual", usual)
        return at(found, values, f"{found.component}{size}", wanted=Sizes(((found.line, usual),)))

    return outcome_of(look(found) for found in case.text_lines if found.component in wanted)
