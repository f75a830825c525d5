"""`thidua bonus LIST`: the money that goes with the awards of a list."""

from __future__ import annotations

import sys
from collections.abc import Sequence  # noqa: TC003 - beside what typer reads
from datetime import date  # noqa: TC003 - typer reads the annotation
from decimal import Decimal  # noqa: TC003 - typer reads the annotation
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.figures import Figure, Named, NamedFigure
from thidua_cli.cli.options.parameters import FORCE, Day, OneOf
from thidua_cli.cli.output.reports import emit
from thidua_cli.cli.output.result_forms import SHEET_FILE, SHEET_FORM, chosen_form, put_out

if TYPE_CHECKING:
    from thidua_cli.law.bonuses.answers import Answers

# What people say, and the way of rounding that the law's data call by another name.
ROUNDINGS = {"up": "up", "nearest": "half_up"}
LIST: Any = typer.Argument(...)
DATE: Any = typer.Option(None, "--date", click_type=Day())
SHEET: Any = typer.Option(None, "--sheet")
BASE_SALARY: Any = typer.Option(None, "--base-salary", click_type=Figure(positive=True))
ROUNDING: Any = typer.Option(None, "--rounding", click_type=OneOf(tuple(ROUNDINGS)))
MULTIPLE: Any = typer.Option(None, "--multiple", click_type=NamedFigure(positive=True))


def bonus(
    awards: str = LIST,
    date: date | None = DATE,
    sheet: str | None = SHEET,
    base_salary: Decimal | None = BASE_SALARY,
    rounding: str | None = ROUNDING,
    multiple: list[Named] | None = MULTIPLE,
    format: str | None = SHEET_FORM,
    output: str | None = SHEET_FILE,
    force: bool = FORCE,
) -> int:
    """Compute the bonuses of a list; the result to stdout or a file, findings to stderr."""
    form = chosen_form(format, output)
    answers = _answers(base_salary, rounding, multiple or ())
    from thidua_cli.cli.bonus.forms import bonus_forms
    from thidua_cli.findings.report import Report
    from thidua_cli.law.pack import pack_name
    from thidua_cli.rosters.awards.bonuses import paid_list
    from thidua_cli.tables.reader import read_table

    table, findings = read_table(Path(awards), Path(awards).as_posix(), sheet)
    paid, problems = paid_list(table, date, answers) if table else (None, [])
    report = Report(date, pack_name(), (*findings, *problems), (), (awards,))
    code = emit(report, stream=sys.stderr) if report.findings else 0
    if paid is None:
        return code or 2
    return max(code, put_out(form, output, force, bonus_forms(paid, report), (Path(awards),)))


def _answers(base_salary: Decimal | None, rounding: str | None, multiples: Sequence[Named]) -> Answers:
    """What the person vouches for, or a usage error."""
    from thidua_cli.law.bonuses.answers import Answers
    from thidua_cli.law.registers.titles import title_of

    if base_salary is not None and base_salary != base_salary.to_integral_value():
        from thidua_cli.vietnamese.numbers import format_number

        raise typer.BadParameter(t("bonus.salary_is_whole", value=format_number(base_salary)))
    known = {}
    for name, value in multiples:
        title = title_of(name)
        if title is None:
            raise typer.BadParameter(t("bonus.no_title", name=name))
        known[title.id] = Fraction(value)
    return Answers(None if base_salary is None else int(base_salary), ROUNDINGS.get(rounding or ""), known)
