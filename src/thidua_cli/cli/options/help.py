"""Help pages: every word comes from the texts, by the name of the command and of the parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperArgument, TyperOption

from thidua_cli.cli.language import first_text, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter

Row = tuple[str, str]


def write_usage(command: Command, context: Context, formatter: HelpFormatter) -> None:
    """`Cách dùng: thidua explain [TÙY CHỌN] MÃ`."""
    pieces = [t("usage.options")]
    pieces += [
        _usage_piece(one, command, context) for one in command.params if isinstance(one, TyperArgument)
    ]
    if context.parent is None:
        pieces.append(t("usage.command"))
    formatter.write_usage(context.command_path, " ".join(pieces), prefix=t("usage.prefix") + " ")


def write_help(
    command: Command, context: Context, formatter: HelpFormatter, commands: Sequence[Row] = ()
) -> None:
    """Usage, description, arguments, options, commands, examples."""
    write_usage(command, context, formatter)
    name = _text_name(command, context)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(t(f"{name}.description"))
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    options = [one for one in command.get_params(context) if isinstance(one, TyperOption)]
    sections = (
        ("heading.arguments", [(_usage_piece(one, command, context), _help(one, name)) for one in arguments]),
        ("heading.options", [(_option(one, name, context), _help(one, name)) for one in options]),
        ("heading.commands", commands),
    )
    for heading, rows in sections:
        if rows:
            with formatter.section(t(heading)):
                formatter.write_dl(rows)
    with formatter.section(t("heading.examples")):
        for line in t(f"{name}.examples").splitlines():
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")


def metavar(parameter: Parameter, name: str, context: Context) -> str:
    """What stands for the value of a parameter: its own word, else that of its type."""
    own = first_text(f"{name}.{parameter.name}.metavar", f"metavar.{parameter.name}")
    return own or parameter.type.get_metavar(parameter, context) or t("metavar.value")


def _text_name(command: Command, context: Context) -> str:
    return context.info_name or command.name or "" if context.parent else "thidua"


def _usage_piece(argument: TyperArgument, command: Command, context: Context) -> str:
    word = metavar(argument, _text_name(command, context), context)
    word = word if argument.required else f"[{word}]"
    return word if argument.nargs == 1 else f"{word}…"


def _option(option: TyperOption, name: str, context: Context) -> str:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    return names if option.is_flag else f"{names} {metavar(option, name, context)}"


def _help(parameter: TyperOption | TyperArgument, name: str) -> str:
    text = first_text(f"{name}.{parameter.name}", f"option.{parameter.name}")
    default = parameter.default
    if default is None or default is False or isinstance(parameter, TyperArgument):
        return text
    return f"{text} {t('help.default', value=default)}"
