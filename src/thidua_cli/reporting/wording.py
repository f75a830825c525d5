"""The facts of a plan in the plan's own words, as its documents print them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.document.composing.fact_texts import WORDINGS
from thidua_cli.document.composing.head import head_of
from thidua_cli.document.composing.plan_values import plan_values
from thidua_cli.document.composing.prose import Prose
from thidua_cli.document.markup.values import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.loading import Loaded

TOLD = frozenset(
    {
        *("phases", "movements", "activities", "commemorations", "targets"),
        *("milestones", "reports", "registration"),
    }
)


def prose_of(loaded: Loaded, templates: Templates) -> Prose:
    """What prints the plan's facts; its `values` are those that every template of the plan is given.

    `source` is the head of the plan's own document.
    """
    plan = loaded.plan
    values: Mapping[str, Any] = {
        **plan_values(plan),
        "source": head_of(plan.document, plan.period.year),
        "referenced": frozenset(),
    }
    return Prose(loaded, templates, values)


def sentences_of(prose: Prose, templates: Templates) -> tuple[Mapping[str, str], list[Finding]]:
    """The full sentence of every fact that a report may tell, by id; findings where a template is wrong."""
    sentences: dict[str, str] = {}
    for section, _, fact in prose.loaded.plan.facts():
        if section not in TOLD:
            continue
        name = f"su-kien/{WORDINGS[section]}.j2"
        told, faults = templates.guarded(name, partial(prose.mention, fact.id, alone=True))
        if told is None:
            return sentences, faults
        sentences[fact.id] = shown(str(told))
    return sentences, prose.findings
