"""The source distribution is the whole project: what can be done in a checkout can be done in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# `src` as well: the wheel built from it is held against the wheel of the checkout.
FOLDERS = (".ci", "benchmarks", "docs", "plans", "requirements", "scripts", "templates", "tests")


def build(source: Path, kind: str, target: Path) -> Path:
    """A distribution of a source tree, as the build backend makes it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(build(ROOT, "sdist", folder / "built")) as archive:
        archive.extractall(folder / "tree", filter="data")
    (root,) = (folder / "tree").iterdir()
    return root


def wheel_of(source: Path, target: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(build(source, "wheel", target)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_a_folder_is_in_it(unpacked: Path, folder: str) -> None:
    files = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    own = {path for path in files if "__pycache__" not in path.parts}
    assert own
    assert [path.as_posix() for path in sorted(own) if not (unpacked / path).is_file()] == []


def test_the_wheel_built_from_it_is_the_wheel_of_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    assert wheel_of(unpacked, tmp_path / "there") == wheel_of(ROOT, tmp_path / "here")


def test_the_wheel_holds_what_the_program_reads_and_no_source_of_data(unpacked: Path, tmp_path: Path) -> None:
    names = wheel_of(unpacked, tmp_path)
    assert [name for name in names if name.endswith((".yaml", ".yml"))] == []
    held = {f"src/{name}" for name in names if name.endswith(".json")}
    assert held == {path.relative_to(ROOT).as_posix() for path in (ROOT / "src").rglob("*.json")}


def test_its_compiled_data_can_be_made_again(unpacked: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(unpacked / "src")}
    command = [sys.executable, "scripts/compile_data.py", "--check"]
    done = subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
