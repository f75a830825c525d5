"""One criterion, and a way to score with it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.cli.main import execute

CRITERIA = "thidua: 1\nname: Bảng thử\n{more}criteria:\n  - {{id: a, name: Điểm a, kind: direct, max: 10}}\n"
Score = Callable[..., tuple[int, str, str]]


@pytest.fixture
def score_one(tmp_path: Path) -> Score:
    """Score a table by one criterion `a`: the exit code, what is put out, what is said beside it."""

    def run(table: str, *options: str, more: str = "") -> tuple[int, str, str]:
        (tmp_path / "c.yaml").write_text(CRITERIA.format(more=more), "utf-8")
        (tmp_path / "u.csv").write_text(table, "utf-8")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = execute(
                ["score", str(tmp_path / "u.csv"), "--criteria", str(tmp_path / "c.yaml"), *options]
            )
        return code, out.getvalue(), err.getvalue()

    return run
