"""What every template that speaks of a plan has at hand of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.document.composing.annexes import annex_names

if TYPE_CHECKING:
    from thidua_cli.plan.plan import Plan


def plan_values(plan: Plan) -> dict[str, Any]:
    """The plan, and by name what templates ask of it most."""
    return {
        "plan": plan,
        "theme": plan.theme,
        "slogan": plan.slogan,
        "period": plan.period.text,
        "facts": {fact.id: fact for _, _, fact in plan.facts()},
        "sets": {base.id: base for base in plan.bases},
        "annexes": annex_names(plan),
    }
