"""Completion of commands and options in the user's shell."""

from __future__ import annotations

from typing import Any

import typer

from thidua_cli.cli.language import t

PROGRAM = "thidua"
VARIABLE = "_THIDUA_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def install(wanted: bool) -> None:
    """Write the completion script where the shell reads it, and end the run."""
    if wanted:
        from typer._completion_shared import install as write_script

        shell, path = write_script(shell=_shell(), prog_name=PROGRAM, complete_var=VARIABLE)
        typer.echo(t("completion.installed", shell=shell, path=path))
        raise typer.Exit


def show(wanted: bool) -> None:
    """Print the completion script, and end the run."""
    if wanted:
        from typer._completion_shared import get_completion_script

        script = get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=_shell())
        typer.echo(script)
        raise typer.Exit


def answer(command: Any) -> None:
    """Answer the shell's question about what may follow, and end the process."""
    from typer._completion_classes import completion_init

    completion_init()
    command.main(prog_name=PROGRAM, complete_var=VARIABLE)


def _shell() -> str:
    from typer._completion_shared import _get_shell_name

    shell = _get_shell_name()
    if shell not in SHELLS:
        raise typer.BadParameter(t("completion.unknown", shells=", ".join(SHELLS)))
    return shell
