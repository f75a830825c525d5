"""`validate --fix`, `--unsafe-fixes` and `--diff` on real plans."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
RunIn = Callable[..., Any]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Hà Tĩnh's plan with an invisible letter more, and a comment beside a malformed symbol."""
    shutil.copytree(ROOT / "plans/ha-tinh-2022", tmp_path / "kh")
    path = tmp_path / "kh/plan.yaml"
    text = path.read_text("utf-8")
    assert "    number: 41/CT-TU\n" in text
    text = text.replace("    number: 41/CT-TU\n", "    number: 41/CT-TU  # như bản gốc\n")
    path.write_text("# đầu tệp\u200b\n" + text, "utf-8", newline="\n")
    return tmp_path


def test_diff_shows_and_writes_nothing(thidua_in: RunIn, campaign: Path) -> None:
    before = (campaign / "kh/plan.yaml").read_bytes()
    done = thidua_in(campaign, "validate", "kh", "--diff", "--unsafe-fixes")
    told = done.stdout.decode()
    assert done.returncode == 1
    assert "+    number: 41-CT/TU  # như bản gốc\n" in told
    assert (campaign / "kh/plan.yaml").read_bytes() == before
    (campaign / "p.diff").write_bytes(done.stdout)
    subprocess.run(["git", "init", "-q", "."], cwd=campaign, check=True)
    subprocess.run(["git", "apply", "p.diff"], cwd=campaign, check=True)
    assert thidua_in(campaign, "validate", "kh", "--diff", "--unsafe-fixes").returncode == 0


def test_fix_keeps_everything_else(thidua_in: RunIn, campaign: Path) -> None:
    path = campaign / "kh/plan.yaml"
    before = path.read_text("utf-8").splitlines()
    done = thidua_in(campaign, "validate", "kh", "--fix")
    after = path.read_text("utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("# đầu tệp\u200b", "# đầu tệp")]
    assert "kh/plan.yaml: đã sửa 1 chỗ (TD008)" in done.stderr.decode()
    assert done.returncode == 1  # the law is still broken
    thidua_in(campaign, "validate", "kh", "--fix", "--unsafe-fixes")
    assert "    number: 41-CT/TU  # như bản gốc" in path.read_text("utf-8").splitlines()
    again = thidua_in(campaign, "validate", "kh", "--fix", "--unsafe-fixes")
    assert "đã sửa" not in again.stderr.decode()


def test_what_was_not_selected_is_not_mended(thidua_in: RunIn, campaign: Path) -> None:
    before = (campaign / "kh/plan.yaml").read_bytes()
    thidua_in(campaign, "validate", "kh", "--fix", "--unsafe-fixes", "--select", "TD204")
    assert (campaign / "kh/plan.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [("--fix", "--diff"), ("--unsafe-fixes",), ("--diff", "--format", "json"), ("--diff", "--verdicts")],
)
def test_options_that_contradict_are_refused(thidua_in: RunIn, campaign: Path, options: Any) -> None:
    done = thidua_in(campaign, "validate", "kh", *options)
    assert (done.returncode, done.stdout) == (2, b"")


def test_standard_input_is_shown_and_not_mended(thidua_in: RunIn, campaign: Path) -> None:
    assert thidua_in(campaign, "validate", "-", "--fix", stdin=b"thidua: 1\n").returncode == 2
    text = (campaign / "kh/plan.yaml").read_bytes()
    done = thidua_in(campaign, "validate", "-", "--diff", stdin=text)
    assert (done.returncode, b"-# \xc4\x91\xe1\xba\xa7u" in done.stdout) == (1, True)


def test_a_plan_that_names_itself_as_criteria_is_not_mended_as_criteria(
    thidua_in: RunIn, campaign: Path
) -> None:
    path = campaign / "kh/plan.yaml"
    text = path.read_text("utf-8").replace("criteria: criteria.yaml", "criteria: plan.yaml")
    path.write_text(text, "utf-8", newline="\n")
    done = thidua_in(campaign, "validate", "kh", "--fix", "--unsafe-fixes", "--format", "line")
    assert "TD528" in done.stdout.decode()
    assert "milestones:" in path.read_text("utf-8")


def test_what_a_file_turns_out_to_be_decides_its_rules(thidua_in: RunIn, tmp_path: Path) -> None:
    pack = (ROOT / "docs/vi-du-goi/tinh-gia-lai.yaml").read_text("utf-8")
    path = tmp_path / "goi.yaml"
    path.write_text(pack.replace("rules:\n", "\trules:\n", 1), "utf-8", newline="\n")
    thidua_in(tmp_path, "validate", "goi.yaml", "--fix", "--unsafe-fixes")
    once = path.read_bytes()
    thidua_in(tmp_path, "validate", "goi.yaml", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == once


def test_a_patch_applies_to_a_file_with_a_byte_order_mark(thidua_in: RunIn, campaign: Path) -> None:
    path = campaign / "kh/plan.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    done = thidua_in(campaign, "validate", "kh", "--diff")
    (campaign / "p.diff").write_bytes(done.stdout)
    subprocess.run(["git", "init", "-q", "."], cwd=campaign, check=True)
    subprocess.run(["git", "apply", "p.diff"], cwd=campaign, check=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# \xc4\x91\xe1\xba\xa7u t\xe1\xbb\x87p\n")
