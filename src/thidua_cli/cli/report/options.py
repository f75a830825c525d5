"""The period of a report, and which of the paths on the command line is the plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer._click.types import ParamType

from thidua_cli.cli.language import t
from thidua_cli.repository.discovery import PLAN_NAME
from thidua_cli.repository.unit_files import is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context, Parameter
    from typer._click.shell_completion import CompletionItem

    from thidua_cli.reporting.periods import PeriodKind

PLAN_SUFFIXES = frozenset({".yaml", ".yml"})


class Period(ParamType):
    """A period in any of its spellings; reaches the command as a `PeriodKind`."""

    name = "period"

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The word for a period in the help."""
        return t("report.period.metavar")

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> PeriodKind:
        """The period, or a usage error that lists what is accepted."""
        from thidua_cli.reporting.periods import period_ids, read_period_kind

        found = read_period_kind(str(value))
        if found is None:
            self.fail(t("report.unknown_period", value=value, known=", ".join(period_ids())), param, ctx)
        return found

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids that begin as typed."""
        from typer._click.shell_completion import CompletionItem

        from thidua_cli.reporting.periods import period_ids

        return [CompletionItem(ident) for ident in period_ids() if ident.startswith(incomplete)]


class Sources(NamedTuple):
    """The plan (None where it lies beside the tables), and the tables of the units."""

    plan: str | None
    units: tuple[str, ...]


def parted(paths: Sequence[str]) -> Sources:
    """The plan, which comes first where it is named, and the tables; a usage error without tables."""
    first, *others = paths
    named = _is_plan(first) or (bool(others) and _holds_plan(first))
    units = tuple(others) if named else tuple(paths)
    second = next((path for path in units if _is_plan(path)), None)
    if second is not None:
        raise typer.BadParameter(t("report.second_plan" if named else "report.plan_first", plan=second))
    if not units:
        raise typer.BadParameter(t("report.no_units", plan=first))
    plan = Path(first) / PLAN_NAME if named and is_folder(Path(first)) else Path(first)
    return Sources(plan.as_posix() if named else None, units)


def _is_plan(path: str) -> bool:
    return Path(path).suffix.lower() in PLAN_SUFFIXES


def _holds_plan(path: str) -> bool:
    return is_folder(Path(path)) and (Path(path) / PLAN_NAME).is_file()
