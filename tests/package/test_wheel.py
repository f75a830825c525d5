"""The installed wheel does the whole main job, away from the source tree and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the built wheel, unpacked as pip unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-w", str(folder), str(ROOT)], check=True, capture_output=True)
    wheel = next(folder.glob("thidua_cli-*.whl"))
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target"]
    subprocess.run([*install, str(folder / "site"), str(wheel)], check=True, capture_output=True)
    return folder / "site"


def thidua(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "thidua_cli", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(ROOT / "plans" / "ha-tinh-2022", folder / "plans" / "ha-tinh-2022")
    return folder


def test_the_code_that_runs_is_the_installed_one(installed: Path, campaign: Path) -> None:
    code = "import thidua_cli; print(thidua_cli.__file__)"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=campaign, env=environment, capture_output=True, text=True
    )
    assert done.stdout.startswith(str(installed))


def test_validate(installed: Path, campaign: Path) -> None:
    done = thidua(installed, campaign, "validate")
    assert done.returncode == 1, done.stderr
    assert "TD301" in done.stdout
    assert "16,67%" in done.stdout


def test_score(installed: Path, campaign: Path) -> None:
    done = thidua(installed, campaign, "score", "plans/ha-tinh-2022/units.csv")
    assert done.returncode in (0, 1), done.stderr
    assert "Sở Công Thương" in done.stdout


def test_render(installed: Path, campaign: Path) -> None:
    done = thidua(installed, campaign, "render", "--docx", "-o", "out")
    assert done.returncode == 0, done.stderr
    assert len(list((campaign / "out").glob("*.docx"))) == 1


def test_schema_and_law_are_shipped(installed: Path, campaign: Path) -> None:
    assert '"$schema"' in thidua(installed, campaign, "schema").stdout
    assert "91/2017/NĐ-CP" in thidua(installed, campaign, "explain", "TD301").stdout
