"""The streams of the process, and what becomes of a run that ends badly."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEBUG = "THIDUA_DEBUG"
USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def prepare_streams() -> None:
    """UTF-8 on every system: a console that cannot show a character gets an escape, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def guarded(action: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """The exit code of an action, whatever happens in it; no traceback unless THIDUA_DEBUG is set."""
    try:
        code = action(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return PIPE_CLOSED
    except Exception as fault:
        if os.environ.get(DEBUG):
            raise
        sys.stderr.write(t("error.internal", fault=describe(fault)) + "\n")
        return USAGE
    return code


def describe(fault: BaseException) -> str:
    """A fault in one line: its type and message, and the place in our own code where it arose."""
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.partition(".")[0] == __name__.partition(".")[0]:
            place = f" ({name}:{trace.tb_lineno})"
        trace = trace.tb_next
    message = " ".join(str(fault).split())
    return f"{type(fault).__name__}{f': {message}' if message else ''}{place}"


def _silence_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush finds no closed pipe."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
