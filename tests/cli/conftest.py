"""The program as users run it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-X", "utf8=0", "-c", "from thidua_cli.cli.main import run; run()")
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("THIDUA", "_THIDUA", "GITHUB", "NO_COLOR", "FORCE_COLOR", "COLUMNS"))
}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def thidua() -> Run:
    """Run `thidua ARGUMENTS…` with changes to the environment as keywords."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=CLEAN | environment,
            timeout=60,
        )

    return run


@pytest.fixture
def thidua_in() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run `thidua ARGUMENTS…` in a folder, with bytes on standard input."""

    def run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [*PROGRAM, *arguments]
        return subprocess.run(
            command, cwd=folder, input=stdin, env=CLEAN, capture_output=True, check=False, timeout=120
        )

    return run
