"""The entry point: options of the whole program, the table of commands, one exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

import typer
from typer._click.exceptions import ClickException

from thidua_cli import __version__
from thidua_cli.cli.language import detect, t, use
from thidua_cli.cli.options import completion
from thidua_cli.cli.options.commandline import Group
from thidua_cli.cli.options.usage import usage_text
from thidua_cli.cli.output.console import INTERRUPTED, USAGE, guarded, prepare_streams

if TYPE_CHECKING:
    from collections.abc import Sequence

# Command → the module that holds the function of the same name; its texts are `<command>.…`.
COMMANDS = {
    "validate": "thidua_cli.cli.commands.validate",
    "form": "thidua_cli.cli.commands.form",
    "score": "thidua_cli.cli.commands.score",
    "quota": "thidua_cli.cli.commands.quota",
    "bonus": "thidua_cli.cli.commands.bonus",
    "render": "thidua_cli.cli.commands.render",
    "report": "thidua_cli.cli.commands.report",
    "check": "thidua_cli.cli.commands.check",
    "explain": "thidua_cli.cli.commands.explain",
    "rules": "thidua_cli.cli.commands.rules",
    "schema": "thidua_cli.cli.commands.schema",
    "doctor": "thidua_cli.cli.commands.doctor",
}

OBJECTS_BEFORE_SEARCH = 100_000


def run() -> None:
    """What the installed `thidua` calls: end the process with the exit code of the run."""
    prepare_streams()
    # Nothing here makes cycles by the thousand: searching for them as often as by default only costs time.
    gc.set_threshold(OBJECTS_BEFORE_SEARCH)
    sys.exit(guarded(execute, sys.argv[1:]))


def execute(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code: 0, 1 for findings, 2 for usage and faults."""
    use(detect(arguments, os.environ))
    if not _has_folder():
        sys.stderr.write(t("error.no_folder") + "\n")
        return USAGE
    program = build()
    if completion.VARIABLE in os.environ:
        completion.answer(program)
    try:
        with program.make_context(completion.PROGRAM, list(arguments)) as context:
            code: int | None = program.invoke(context)
    except ClickException as error:
        sys.stderr.write(usage_text(error))
        return error.exit_code
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return INTERRUPTED
    return code or 0


def _has_folder() -> bool:
    """Whether the current folder still exists: a shell may stand in one that was deleted."""
    try:
        os.getcwd()  # noqa: PTH109 - `Path.cwd` would be the same, and a slower start
    except OSError:
        return False
    return True


def build() -> Any:
    """The program as Typer builds it."""
    app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
    app.callback(context_settings={"help_option_names": ["-h", "--help"]})(_program)
    program: Any = typer.main.get_command(app)
    program.modules = COMMANDS
    return program


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{completion.PROGRAM} {__version__}")
        raise typer.Exit


_VERSION: Any = typer.Option(False, "--version", callback=_print_version, is_eager=True)
_INSTALL: Any = typer.Option(False, "--install-completion", callback=completion.install, is_eager=True)
_SHOW: Any = typer.Option(False, "--show-completion", callback=completion.show, is_eager=True)


def _program(
    version: bool = _VERSION, install_completion: bool = _INSTALL, show_completion: bool = _SHOW
) -> None: ...
