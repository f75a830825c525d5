"""The examples of the page on tables are read as they stand, without anything to ask about."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "bang-so-lieu.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"<!-- ([a-z-]+) -->\n```csv\n(.*?)```", PAGE, re.DOTALL))
CRITERIA = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "criteria.yaml").write_text(CRITERIA, "utf-8")
    for name, text in EXAMPLES.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "thidua_cli", *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", ["rong", "lan-cham", "dai"])
def test_a_table_of_units_is_scored(tmp_path: Path, name: str) -> None:
    options = ("--criteria", "criteria.yaml", "--roster", "danh-sach.csv", "--adjustments", "dieu-chinh.csv")
    done = run(tmp_path, "score", f"{name}.csv", *options, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    # 20 × 92/95 + 0,5 and 10; the ceiling of 20, less 1.
    assert [(unit["unit"], unit["total"]) for unit in told["units"]] == [("Sở A", "29.87"), ("Sở B", "19.00")]
    assert bool(told.get("differences")) == (name == "lan-cham")


@pytest.mark.parametrize(
    ("command", "name"), [("quota", "so-nguoi"), ("quota", "nguoi"), ("bonus", "khen-thuong")]
)
def test_other_lists_are_read(tmp_path: Path, command: str, name: str) -> None:
    day = ("--as-of", "2025-12-31") if command == "quota" else ()
    done = run(tmp_path, command, f"{name}.csv", *day, "--format", "json")
    assert done.returncode != 2, done.stderr
    assert "TD5" not in done.stderr
    assert done.stdout.startswith("{")
