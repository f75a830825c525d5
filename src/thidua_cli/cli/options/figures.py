"""Options that take a number, or a name with a number: `2.530.000`, `ldtt=90`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from typer._click.types import ParamType

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


class Named(NamedTuple):
    """A number by its name."""

    name: str
    value: Decimal


class Figure(ParamType):
    """A number as people write it here; reaches the command as a `Decimal`, never below nought."""

    name = "figure"

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The word for a number in the help."""
        return t("metavar.figure")

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Decimal:
        """The number, or a usage error that shows how to write one."""
        if isinstance(value, Decimal):
            return value
        from thidua_cli.vietnamese.numbers import NumberError, parse_number

        try:
            number = parse_number(str(value)).value
        except NumberError:
            number = None
        if number is None or number < 0:
            self.fail(t("error.figure", value=value), param, ctx)
        return number


class NamedFigure(ParamType):
    """`NAME=NUMBER`; reaches the command as a `Named`."""

    name = "named figure"

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The words for the pair in the help."""
        return t("metavar.named_figure")

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Named:
        """The pair, or a usage error that shows how to write one."""
        if isinstance(value, Named):
            return value
        name, equals, figure = str(value).partition("=")
        if not equals or not name.strip():
            self.fail(t("error.named_figure", value=value), param, ctx)
        return Named(name.strip(), Figure().convert(figure, param, ctx))
