"""The components that a document of its type cannot lack (Điều 8, khoản 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.outcome import NOT_ASKED, PARTLY_READ, Deviation, Outcome, outcome_of

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Component
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check


def complete(case: Case, check: Check) -> Outcome:
    """Every component that the profile requires of the document's type is there; appendices have none."""
    if case.only_appendices:
        return NOT_ASKED
    asked = case.profile.completeness

    def look(component: Component) -> Deviation | str | None:
        there = any(map(case.has, (component, *asked.instead.get(component, ()))))
        if there or (case.anatomy.draft and component in asked.later):
            return None
        return PARTLY_READ if case.partly_read else Deviation(values=case.name(component), cause=component)

    return outcome_of(map(look, asked.of(case.type)))
