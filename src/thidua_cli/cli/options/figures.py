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
    """A number as people write it here; reaches the command as a `Decimal`, never below nought.

    `positive`: nor nought itself.
    """

    name = "figure"

    def __init__(self, *, positive: bool = False) -> None:
        self._positive = positive

    def get_metavar(self, param: Parameter, ctx: Context) -> str:
        """The word for a number in the help."""
        return t("metavar.figure")

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Decimal:
        """The number, or a usage error that shows how to write one."""
        if isinstance(value, Decimal):
            return value
        from thidua_cli.vietnamese.numbers import MOST_DIGITS, NumberError, format_number, parse_number

        try:
            read = parse_number(str(value))
        except NumberError as error:
            key = "error.figure_long" if error.reason == "too_long" else "error.figure"
            self.fail(t(key, value=value, most=MOST_DIGITS), param, ctx)
        if read.value is None:
            first, second = map(format_number, read.readings)
            self.fail(t("error.figure_readings", value=value, first=first, second=second), param, ctx)
        if read.value < 0 or (self._positive and not read.value):
            key = "error.figure_positive" if self._positive else "error.figure"
            self.fail(t(key, value=value), param, ctx)
        return read.value


class NamedFigure(ParamType):
    """`NAME=NUMBER`; reaches the command as a `Named`. `positive`: as of `Figure`."""

    name = "named figure"

    def __init__(self, *, positive: bool = False) -> None:
        self._figure = Figure(positive=positive)

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
        return Named(name.strip(), self._figure.convert(figure, param, ctx))
