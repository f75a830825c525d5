"""Errors in the command line, told in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperOption

from thidua_cli.cli.language import t
from thidua_cli.cli.options.commandline import did_you_mean
from thidua_cli.cli.options.help import metavar
from thidua_cli.findings.formats.display import printable

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


def usage_text(error: ClickException) -> str:
    """What to print on stderr: what is wrong, the usage line, where the help is."""
    if isinstance(error, NoArgsIsHelpError):
        return f"{error.ctx.get_help()}\n"
    lines = [t("error.usage", message=printable(_message(error)))]
    context = error.ctx if isinstance(error, UsageError) else None
    if context is not None:
        lines += [context.get_usage(), t("error.see_help", command=f"{context.command_path} --help")]
    return "\n".join(lines) + "\n"


def _message(error: ClickException) -> str:
    if isinstance(error, NoSuchOption):
        return t("error.option", name=error.option_name) + did_you_mean(
            error.option_name, sorted(error.possibilities or ())
        )
    if isinstance(error, MissingParameter):
        return t("error.missing", name=_shown(error.param, error.ctx))
    if isinstance(error, BadParameter) and error.param is not None:
        return t("error.value", name=_shown(error.param, error.ctx), message=error.message)
    if isinstance(error, BadOptionUsage):
        return _bad_option(error)
    return error.message


def _bad_option(error: BadOptionUsage) -> str:
    """An option without its value, or a flag that was given one."""
    options = error.ctx.command.get_params(error.ctx) if error.ctx else []
    flags = {name for one in options if isinstance(one, TyperOption) and one.is_flag for name in one.opts}
    return t("error.flag" if error.option_name in flags else "error.no_value", name=error.option_name)


def _shown(parameter: Parameter | None, context: Context | None) -> str:
    if parameter is None or context is None:
        return ""
    if parameter.param_type_name == "option":
        return " / ".join(parameter.opts)
    return metavar(parameter, context.info_name or "", context)
