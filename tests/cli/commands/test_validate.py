"""`validate` takes every file for what it is, and each once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PACKS = "docs/vi-du-goi"
RunIn = Callable[..., Any]
CRITERIA = """thidua: 1
name: Bảng thử
max: 12
criteria:
  - {id: a, name: A, kind: direct, max: 10}
"""


def test_a_table_of_criteria_is_read_as_one(thidua_in: RunIn, tmp_path: Path) -> None:
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    done = thidua_in(tmp_path, "validate", "criteria.yaml", "--format", "line")
    told = done.stdout.decode()
    assert {line.split("[")[1][:3] for line in told.splitlines() if "[" in line} == {"TD5"}


def test_what_a_plan_names_is_told_once(thidua_in: RunIn, tmp_path: Path) -> None:
    plan = (ROOT / "plans/ha-tinh-2022/plan.yaml").read_text("utf-8")
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    (tmp_path / "criteria.yaml").write_text(CRITERIA, "utf-8")
    alone = thidua_in(tmp_path, "validate", "plan.yaml").stdout.decode()
    assert "criteria.yaml" in alone
    for files in (("criteria.yaml", "plan.yaml"), ("./plan.yaml", "./criteria.yaml")):
        told = thidua_in(tmp_path, "validate", *files).stdout.decode()
        assert told.count("criteria.yaml:") == alone.count("criteria.yaml:")


def test_packs_and_cases_are_known(thidua_in: RunIn, tmp_path: Path) -> None:
    done = thidua_in(ROOT, "validate", f"{PACKS}/truong-hoc.yaml", f"{PACKS}/tinh-gia-lai.yaml")
    assert (done.returncode, done.stdout.decode().count("TD1")) == (0, 0)
    done = thidua_in(ROOT, "validate", f"{PACKS}/ca-kiem-thu/truong-hoc.yaml")
    assert (done.returncode, "thidua rules test" in done.stdout.decode()) == (0, True)
    (tmp_path / "p.yaml").write_text("pack:\n  name: a\nrules:\n  b: {over: TD999}\n", "utf-8")
    done = thidua_in(tmp_path, "validate", "p.yaml", "--format", "line")
    assert done.returncode == 1
    assert "TD8" in done.stdout.decode()
