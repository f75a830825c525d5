"""`thidua quota`: how many awards the law of a day allows, and how a number of them is shared among units."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date  # noqa: TC003 - typer reads the annotation
from decimal import Decimal  # noqa: TC003 - typer reads the annotation
from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.figures import Figure, Named, NamedFigure
from thidua_cli.cli.options.parameters import AS_OF, FORCE, LAW, ROWS
from thidua_cli.cli.output.reports import emit, emit_beside
from thidua_cli.cli.output.result_forms import SHEET_FILE, SHEET_FORM, Handed, chosen_form, put_out

if TYPE_CHECKING:
    from thidua_cli.cli.quota.allocation import Wanted
    from thidua_cli.cli.quota.inputs import Quotas

UNITS: Any = typer.Argument(None)
COUNT: Any = typer.Option(None, "--count", click_type=NamedFigure())
FACT: Any = typer.Option(None, "--fact")
PLAN: Any = typer.Option(None, "--plan")
SHEET: Any = typer.Option(None, "--sheet")
TITLE: Any = typer.Option(None, "--title")
ALLOCATE: Any = typer.Option(None, "--allocate")
TOTAL: Any = typer.Option(None, "--total", click_type=Figure())
BY: Any = typer.Option(None, "--by")
LEAST: Any = typer.Option(None, "--least", click_type=Figure())
MOST: Any = typer.Option(None, "--most", click_type=Figure())


def quota(
    units: str | None = UNITS,
    count: list[Named] | None = COUNT,
    fact: list[str] = FACT,
    plan: str | None = PLAN,
    as_of: date | None = AS_OF,
    law: list[str] = LAW,
    title: str | None = TITLE,
    allocate: str | None = ALLOCATE,
    total: Decimal | None = TOTAL,
    by: str | None = BY,
    least: Decimal | None = LEAST,
    most: Decimal | None = MOST,
    rows: str | None = ROWS,
    sheet: str | None = SHEET,
    format: str | None = SHEET_FORM,
    output: str | None = SHEET_FILE,
    force: bool = FORCE,
) -> int:
    """Tell what the caps allow, or share a number; the result to stdout or a file, findings to stderr."""
    form = chosen_form(format, output)
    wanted = _wanted(allocate, total, by, least, most)
    if units is not None and count:
        raise typer.BadParameter(t("quota.table_or_counts"))
    if wanted is not None and units is None:
        raise typer.BadParameter(t("quota.allocate_needs_table"))
    from thidua_cli.cli.quota.inputs import Asked, read_quotas
    from thidua_cli.findings.report import Report

    asked = Asked(
        units=units,
        counts=count or (),
        plan=plan,
        as_of=as_of,
        law=law or (),
        sheet=sheet,
        title=allocate or title,
        facts=fact or (),
        rows=rows,
        allocating=allocate is not None,
    )
    quotas = read_quotas(asked)
    if isinstance(quotas, Report):
        return emit(quotas, stream=sys.stderr) or 2
    if wanted is not None:
        return _shared(quotas, wanted, form, output, force)
    from thidua_cli.cli.quota.data import quota_data
    from thidua_cli.cli.quota.page import none_said, quota_page, said_by_page
    from thidua_cli.cli.quota.sheets import quota_sheets

    # What the page says line by line is not said again; data leave it to the report.
    said = none_said if form == "json" else partial(said_by_page, quotas)
    code = emit_beside(quotas.report, said, sys.stderr) if quotas.report.findings else 0
    told = Handed(partial(quota_page, quotas), partial(quota_sheets, quotas), partial(quota_data, quotas))
    return max(code, put_out(form, output, force, told, quotas.files))


def _shared(quotas: Quotas, wanted: Wanted, form: str, output: str | None, force: bool) -> int:
    """Share a number among the units of the table."""
    from thidua_cli.cli.quota.allocation import share
    from thidua_cli.cli.quota.allocation_forms import share_forms

    done, findings = share(quotas, wanted)
    report = replace(quotas.report, findings=(*quotas.told, *findings), verdicts=())
    code = emit(report, stream=sys.stderr) if report.findings else 0
    if done is None:
        return code or 2
    told = share_forms(done.shared, done.title, done.step, quotas._replace(report=report))
    return max(code, put_out(form, output, force, told, quotas.files))


def _wanted(
    allocate: str | None, total: Decimal | None, by: str | None, least: Decimal | None, most: Decimal | None
) -> Wanted | None:
    """What to share, or a usage error for options that would be without effect."""
    given = {"--total": total, "--by": by, "--least": least, "--most": most}
    if allocate is None:
        for name, value in given.items():
            if value is not None:
                raise typer.BadParameter(t("quota.only_with_allocate", name=name))
        return None
    for name, figure in (("--total", total), ("--least", least), ("--most", most)):
        if figure is not None and figure != figure.to_integral_value():
            from thidua_cli.vietnamese.numbers import format_number

            raise typer.BadParameter(t("quota.not_whole", name=name, value=format_number(figure)))
    from thidua_cli.cli.quota.allocation import Wanted

    return Wanted(allocate, _whole(total), by, _whole(least) or 0, _whole(most))


def _whole(figure: Decimal | None) -> int | None:
    return None if figure is None else int(figure)
