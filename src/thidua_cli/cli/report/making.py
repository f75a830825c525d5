"""From scored tables to the documents that were asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.report.inputs import (
    earlier,
    of_period,
    period_of,
    previous_of,
    results_of_targets,
    say,
)
from thidua_cli.cli.score.targets import near
from thidua_cli.findings.span import Span
from thidua_cli.forms.units import SUFFIX, FormUnit, file_names
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.reporting.actuals.target_names import TargetNames
from thidua_cli.reporting.awards.collectives import Law
from thidua_cli.reporting.documents import report_document
from thidua_cli.reporting.kinds import Kind
from thidua_cli.reporting.places_to_fill import fill_findings
from thidua_cli.reporting.standings.self_score import self_score_facts
from thidua_cli.reporting.summary import NO_ACTUALS, Material, report_facts
from thidua_cli.reporting.wording import prose_of, sentences_of
from thidua_cli.repository.discovery import PlanFile, templates_folder
from thidua_cli.repository.names import output_names
from thidua_cli.repository.templates import templates_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from thidua_cli.cli.score.inputs import Scored
    from thidua_cli.document.blocks import Document
    from thidua_cli.findings.finding import Finding
    from thidua_cli.reporting.facts.sheets import SelfScoreFacts
    from thidua_cli.reporting.periods import PeriodKind
    from thidua_cli.rules.ground import Ground
    from thidua_cli.scoring.standings.results import Results, UnitResult


class Asked(NamedTuple):
    """What the command line asks for; `units`: whose score sheets, empty for all."""

    kind: str
    period: PeriodKind
    actuals: str | None
    previous: tuple[str, ...]
    previous_period: PeriodKind | None
    units: tuple[str, ...]
    issued: date | None
    rows: str | None


class Made(NamedTuple):
    """The documents by name, what was found on the way, and the files read besides the scored ones."""

    documents: list[tuple[str, Document]]
    findings: list[Finding]
    files: tuple[str, ...]


def documents_of(scored: Scored, results: Results, ground: Ground, asked: Asked) -> Made:
    """The documents of a period; a usage error where there is no plan, or no such period or unit."""
    loaded = ground.loaded
    if loaded is None:
        raise typer.BadParameter(t("report.needs_plan"))
    period = period_of(asked.period, loaded.plan, asked.issued)
    templates = templates_over(templates_folder(Path.cwd()))
    prose = prose_of(loaded, templates)
    sentences, findings = sentences_of(prose, templates)
    names = TargetNames(loaded.plan, sentences)
    actuals = NO_ACTUALS
    files: tuple[str, ...] = ()
    if asked.actuals is not None:
        actuals, problems = results_of_targets(asked.actuals, names, of_period(period))
        findings += problems
        files = (Path(asked.actuals).as_posix(),)
    then = previous_of(asked.previous_period, period, loaded.plan)
    before = earlier(asked.previous, then, results.criteria, names)
    law = Law(ground.book, ground.day, Span(scored.report.files[0]), Rows(asked.rows) if asked.rows else None)
    material = Material(loaded, period, results, law, sentences, actuals, before.previous)
    facts, doubts = report_facts(material, say)
    findings += [*before.findings, *doubts]
    documents = []
    kind = Kind(asked.kind)
    for name, sheet in _named(kind, period.id, ground, results, asked.units):
        document, faults = report_document(kind, facts, prose, templates, asked.issued, sheet)
        findings += faults
        if document is None:
            break  # the others fail alike
        findings += fill_findings(name, document, Span(law.place.path))
        documents.append((name, document))
    return Made(documents, findings, (*files, *before.files))


def _named(
    kind: Kind, period: str, ground: Ground, results: Results, units: Sequence[str]
) -> Iterator[tuple[str, SelfScoreFacts | None]]:
    """The name of each document, and the score sheet that it is made of, where it is one."""
    plan = ground.files[0]
    base = output_names([PlanFile(plan, plan.as_posix())], "")[0]
    if kind is not Kind.SELF_SCORE:
        yield f"{base}-{kind}-{period}", None
        return
    chosen = [_unit(results, name) for name in units] or list(results.units)
    stems = file_names([FormUnit(unit.unit) for unit in chosen])
    for unit, stem in zip(chosen, stems, strict=True):
        name = f"{kind}-{period}-{stem.removesuffix(SUFFIX)}"
        yield name, self_score_facts(results, unit, say)


def _unit(results: Results, name: str) -> UnitResult:
    found = results.find(name)
    if found is None:
        known = (unit.unit for unit in results.units)
        raise typer.BadParameter(t("score.no_unit", unit=name) + near(name, known))
    return found
