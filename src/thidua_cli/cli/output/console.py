"""The streams of the process, and what becomes of a run that ends badly."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.findings.formats.display import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

DEBUG = "THIDUA_DEBUG"
USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
# What a write to a stream fails with where the stream, not the program, is at fault.
_STREAM_FAILS = frozenset({errno.EBADF, errno.EIO, errno.ENOSPC, errno.EFBIG, errno.EDQUOT})


def prepare_streams() -> None:
    """UTF-8 on every system: a console that cannot show a character gets an escape, never a crash.

    Of the streams that the caller closed the standard output refuses what is written, the other forgets it.
    """
    sys.stdout = sys.stdout or _null(os.O_RDONLY)
    sys.stderr = sys.stderr or _null(os.O_WRONLY)
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
        _silence(sys.stdout)
        return PIPE_CLOSED
    except Exception as fault:
        if os.environ.get(DEBUG):
            raise
        _tell(fault)
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


def _tell(fault: Exception) -> None:
    text = t("error.internal", fault=printable(describe(fault)))
    # An error at a file names the file.
    if isinstance(fault, OSError) and fault.errno in _STREAM_FAILS and fault.filename is None:
        text = t("error.output")
        _silence(sys.stdout)
    try:
        sys.stderr.write(text + "\n")
    except OSError:
        _silence(sys.stderr)


def _null(flags: int) -> TextIO:
    return os.fdopen(os.open(os.devnull, flags), "w", encoding="utf-8")


def _silence(stream: TextIO) -> None:
    """Point a stream at nothing, so that the interpreter's last flush finds it in order."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
