"""`thidua report [PLAN] UNITS… --period P`: the report on a period, and the documents that go with it."""

from __future__ import annotations

import sys
from datetime import date  # noqa: TC003 - typer reads the annotation
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.documents import DOCX, HTML, MD, OUTPUT, PDF, chosen_target
from thidua_cli.cli.options.parameters import AS_OF, FORCE, LAW, ROWS, Day, OneOf
from thidua_cli.cli.report.options import Period, parted
from thidua_cli.reporting.kinds import Kind

if TYPE_CHECKING:
    from thidua_cli.reporting.periods import PeriodKind

KINDS = tuple(kind.value for kind in Kind)
SOURCES: Any = typer.Argument(...)
PERIOD: Any = typer.Option(..., "--period", click_type=Period())
KIND: Any = typer.Option(KINDS[0], "--as", click_type=OneOf(KINDS))
ACTUALS: Any = typer.Option(None, "--actuals")
PREVIOUS: Any = typer.Option(None, "--previous")
PREVIOUS_PERIOD: Any = typer.Option(None, "--previous-period", click_type=Period())
UNIT: Any = typer.Option(None, "--unit")
ISSUED: Any = typer.Option(None, "--date", click_type=Day())
CRITERIA: Any = typer.Option(None, "--criteria")
SHEET: Any = typer.Option(None, "--sheet")
ADJUSTMENTS: Any = typer.Option(None, "--adjustments")
ROSTER: Any = typer.Option(None, "--roster")


def report(
    sources: list[str] = SOURCES,
    period: Any = PERIOD,
    kind: str = KIND,
    actuals: str | None = ACTUALS,
    previous: list[str] = PREVIOUS,
    previous_period: Any = PREVIOUS_PERIOD,
    unit: list[str] = UNIT,
    issued: date | None = ISSUED,
    criteria: str | None = CRITERIA,
    sheet: str | None = SHEET,
    adjustments: str | None = ADJUSTMENTS,
    roster: str | None = ROSTER,
    as_of: date | None = AS_OF,
    law: list[str] = LAW,
    rows: str | None = ROWS,
    docx: bool = DOCX,
    html: bool = HTML,
    md: bool = MD,
    pdf: bool = PDF,
    output: str = OUTPUT,
    force: bool = FORCE,
) -> int:
    """Write the documents of a period; what keeps one from being written is reported."""
    asked: PeriodKind = period
    plan, units = parted(sources)
    _check_together(sheets=kind == Kind.SELF_SCORE, unit=unit, previous=previous, period=previous_period)
    target = chosen_target(output, docx=docx, html=html, md=md, pdf=pdf, default="docx")
    from thidua_cli.cli.output.documents import put_documents
    from thidua_cli.cli.output.reports import emit
    from thidua_cli.cli.report.making import Asked, documents_of
    from thidua_cli.cli.score.inputs import read_inputs
    from thidua_cli.reporting.periods import SO_FAR

    # What ends on the day of the document is judged by the law of that day.
    day = as_of or (issued if asked.id == SO_FAR else None)
    scored = read_inputs(units, plan, criteria, sheet, day, adjustments, roster, law, rows, output)
    if scored.ground is None or scored.results is None:
        return emit(scored.report, stream=sys.stderr) or 2
    earlier = (tuple(previous or ()), previous_period)
    wanted = Asked(kind, asked, actuals, *earlier, tuple(unit or ()), issued, rows)
    made = documents_of(scored, scored.results, scored.ground, wanted)
    findings = [*scored.report.findings, *made.findings]
    inputs = [*scored.files, *(Path(name) for name in made.files)]
    read = [*scored.report.files, *made.files]
    return put_documents(made.documents, target, findings, force=force, inputs=inputs, read=read)


def _check_together(*, sheets: bool, unit: list[str], previous: list[str], period: Any) -> None:
    """Refuse options that would be without effect."""
    if unit and not sheets:
        raise typer.BadParameter(t("report.unit_without_sheet"))
    if period is not None and not previous:
        raise typer.BadParameter(t("report.previous_period_alone"))
