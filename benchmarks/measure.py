"""Whole-process timing: two commands in turn, the ratio of their medians, peak memory of each."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

Command = Sequence[str]

# As in an installed program, nothing is compiled twice, whatever the environment says of byte code.
_BYTE_CODE = tempfile.TemporaryDirectory()
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": _BYTE_CODE.name}


@dataclass(frozen=True)
class Figure:
    """Median seconds and peak memory (MiB) of one command."""

    seconds: float
    peak: float


def measure(commands: Sequence[Command], runs: int) -> list[Figure]:
    """Run the commands in turn, `runs` times each after one warm-up."""
    samples: list[list[tuple[float, float]]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for index, command in enumerate(commands):
            sample = _once(command)
            if turn:
                samples[index].append(sample)
    return [
        Figure(statistics.median(seconds for seconds, _ in each), max(peak for _, peak in each))
        for each in samples
    ]


def _once(command: Command) -> tuple[float, float]:
    started = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def report(name: str, subject: Figure, floor: Figure, aim: str) -> None:
    """One line: the ratio first, then what it is made of."""
    sys.stdout.write(
        f"{name:<44} {subject.seconds / floor.seconds:6.2f} x   ({subject.seconds * 1000:.0f} ms / "
        f"{floor.seconds * 1000:.0f} ms, peak {subject.peak:.0f} / {floor.peak:.0f} MiB)   aim {aim}\n"
    )
