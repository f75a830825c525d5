"""A run of another program that nothing outlives: bounded in time and in what is kept of its words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MOST_KEPT = 1 << 20  # bytes of what a program says
CHUNK = 1 << 16
ENDING = 2  # seconds within which one that was killed is gone
LONGEST_SHOWN = 100


class Ended(NamedTuple):
    """What the program said, and whether it was stopped because its time was over."""

    output: str
    late: bool = False


def run(
    command: Sequence[str],
    seconds: float,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program with words of ours, and keep the first MOST_KEPT bytes that it says.

    Raises OSError where it cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603  # a program of the machine, found by name, with words of ours
        command,
        cwd=folder,
        env=None if environment is None else dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    said = bytearray()
    end = monotonic() + seconds
    listener = Thread(target=_listen, args=(process.stdout, said), daemon=True)
    try:
        listener.start()
        listener.join(seconds)
        late = listener.is_alive()
        if not late:
            process.wait(max(0, end - monotonic()))
    except subprocess.TimeoutExpired:  # it had closed its output
        late = True
    finally:
        _end(process)
        listener.join(ENDING)
    return Ended("" if late else said.decode("utf-8", "replace"), late)


def printable(text: str) -> str:
    """What a program said as one short line that no terminal takes for a command."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(line.split())[:LONGEST_SHOWN]


def _listen(stream: IO[bytes], said: bytearray) -> None:
    """Keep the beginning of what a program says, and let it say the rest."""
    with stream:
        while chunk := stream.read(CHUNK):
            said += chunk[: MOST_KEPT - len(said)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: the name on the PATH is often but a script."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        ending = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(ending, check=False, capture_output=True)  # noqa: S603  # our own process
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
