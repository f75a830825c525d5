"""Types and options that several commands share; their help texts are `option.<name>` in the texts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import typer
from typer._click.types import ParamType

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context, Parameter
    from typer._click.shell_completion import CompletionItem

FORMATS = ("auto", "text", "line", "json", "github")
SEVERITIES = ("error", "warning", "info")


class OneOf(ParamType):
    """One of a few words; the error lists them and names the nearest."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The words themselves stand in the help."""
        return "|".join(self.words)

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> str:
        """The word in lower case, or a usage error."""
        word = str(value).lower()
        if word not in self.words:
            self.fail(t("error.choice", value=value, choices=", ".join(self.words)), param, ctx)
        return word

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """The words that begin as typed."""
        from typer._click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


class Day(ParamType):
    """A day, as `2022-12-31` or `31/12/2022`; reaches the command as a `date`."""

    name = "date"

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The word for a day in the help."""
        return t("metavar.day")

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> date:
        """The day, or a usage error that shows both ways of writing it."""
        if isinstance(value, date):
            return value
        from thidua_cli.vietnamese.dates import DateError, parse_date

        try:
            day = parse_date(str(value)).exact
        except DateError:
            day = None
        if day is None:
            self.fail(t("error.day", value=value), param, ctx)
        return day


FORMAT: Any = typer.Option("auto", "--format", click_type=OneOf(FORMATS))
PAGE_FORMAT: Any = typer.Option("text", "--format", click_type=OneOf(("text", "json")))
FAIL_ON: Any = typer.Option("error", "--fail-on", click_type=OneOf(SEVERITIES))
SELECT: Any = typer.Option(None, "--select")
IGNORE: Any = typer.Option(None, "--ignore")
VERDICTS: Any = typer.Option(False, "--verdicts")
LAW: Any = typer.Option(None, "--law")
ROWS: Any = typer.Option(None, "--rows", click_type=OneOf(("agencies", "parts")))
AS_OF: Any = typer.Option(None, "--as-of", click_type=Day())
FORCE: Any = typer.Option(False, "--force")
