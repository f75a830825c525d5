"""Typer's command and group, speaking the user's language; commands are imported when they are run."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption

from thidua_cli.cli.language import OPTION, t
from thidua_cli.cli.options.help import write_help, write_usage
from thidua_cli.cli.options.parameters import OneOf
from thidua_cli.findings.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter


@cache
def _language_option() -> TyperOption:
    """`--lang`, accepted before and after the command; it was acted on before parsing began."""
    return TyperOption(param_decls=[OPTION], type=OneOf(LANGUAGES), expose_value=False)


def _with_language(params: list[Parameter]) -> list[Parameter]:
    *own, help_option = params
    return [*own, _language_option(), help_option]


@contextmanager
def _errors_belong_to(context: Context) -> Iterator[None]:
    """Give the parser's errors the context that it leaves out of some of them."""
    try:
        yield
    except UsageError as error:
        error.ctx = error.ctx or context
        raise


class Command(TyperCommand):
    """A command whose help, usage and errors come from the texts."""

    allow_extra_args = True  # so that the message about them is ours

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, `--lang` and `--help` last."""
        return _with_language(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, and refuse arguments that the command does not take."""
        with _errors_belong_to(ctx):
            left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise UsageError(t("error.extra", arguments=" ".join(left)), ctx)
        return left

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The usage line."""
        write_usage(self, ctx, formatter)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The help page."""
        write_help(self, ctx, formatter)


class Group(TyperGroup):
    """The program: commands by name, each the function of that name in its own module."""

    modules: Mapping[str, str] = {}

    def list_commands(self, ctx: Context) -> list[str]:
        """The names, in the order of the table."""
        return list(self.modules)

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:
        """The command, imported now; None for a name that is not in the table."""
        if cmd_name not in self.modules:
            return None
        return load_command(cmd_name, self.modules[cmd_name])

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        """The command of the first word, or a usage error with the nearest names."""
        if args[0] in self.modules or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise UsageError(t("error.command", name=args[0]) + did_you_mean(args[0], self.modules), ctx)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The parameters, `--lang` and `--help` last."""
        return _with_language(super().get_params(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse; without a command the help page is shown as a usage error."""
        with _errors_belong_to(ctx):
            left = super().parse_args(ctx, args)
        if not ctx._protected_args and not ctx.resilient_parsing:
            raise NoArgsIsHelpError(ctx)
        return left

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The usage line."""
        write_usage(self, ctx, formatter)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The help page with the list of commands, none of which is imported for it."""
        rows = [(name, t(f"{name}.summary")) for name in self.modules]
        write_help(self, ctx, formatter, commands=rows)


def load_command(name: str, module: str) -> AnyCommand:
    """The command `name`: the function of that name (dashes as underscores) in `module`."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    function: Any = getattr(import_module(module), name.replace("-", "_"))
    app.command(name, cls=Command, help=t(f"{name}.summary"))(function)
    return typer.main.get_command(app)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Có phải … ?` for what resembles the word, nothing where nothing does."""
    from thidua_cli.vietnamese.text import nearest

    near = nearest(word, known)
    return " " + t("error.near", words=", ".join(near)) if near else ""
