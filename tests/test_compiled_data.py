"""The JSON that the program loads is that of the YAML that people edit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_no_compiled_file_is_stale() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "compile_data.py"), "--check"]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.stdout == ""
    assert done.returncode == 0
