"""The plans that the command line names, each composed into its document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.cli.options.plan_files import read_plans
from thidua_cli.document.composing.compose import composed
from thidua_cli.plan.files import named_by
from thidua_cli.plan.loading import load_plan
from thidua_cli.repository.discovery import files_beside, templates_folder
from thidua_cli.repository.templates import templates_over

if TYPE_CHECKING:
    from thidua_cli.document.composing.compose import Composed
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding
    from thidua_cli.repository.discovery import PlanFile


class Plans(NamedTuple):
    """The plans that could be read, each with what came of it, and what kept documents from being made.

    `inputs` are the files that went into them: nothing is written over these. `read` are the plans whose text
    could be read, as shown to people.
    """

    made: list[tuple[PlanFile, Composed]]
    templates: Templates
    findings: list[Finding]
    inputs: list[Path]
    read: list[str]


def composed_plans(paths: list[str]) -> Plans:
    """Compose every plan that the paths name, by the templates of the repository over the shipped ones."""
    own = templates_folder(Path.cwd())
    templates = templates_over(own)
    made: list[tuple[PlanFile, Composed]] = []
    read: list[str] = []
    findings: list[Finding] = []
    inputs = [path for path in own.rglob("*") if path.is_file()] if own else []
    for plan, source, problems in read_plans(paths):
        findings += problems
        if plan is None or source is None:
            continue
        read.append(plan.shown)
        loaded, unreadable = load_plan(source, files_beside(plan.path))
        if loaded is None:
            findings += unreadable
            continue
        if plan.path is not None:
            inputs += (plan.path, *(plan.path.parent / name for name in named_by(loaded.plan)))
        one, faults = composed(loaded, templates)
        findings += faults
        if one is not None and one.values:
            made.append((plan, one))
    return Plans(made, templates, findings, inputs, read)
