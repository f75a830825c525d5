"""Where LibreOffice is looked for, and what a run of it is given."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.document.pdf import libreoffice
from thidua_cli.document.pdf.libreoffice import find_libreoffice, run_libreoffice, version_of

Fake = Callable[[str], Path]


def test_the_path_comes_first(libreoffice: Fake) -> None:
    program = libreoffice("")
    assert find_libreoffice(os.environ) == program


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_then_where_it_is_installed(tmp_path: Path, system: str) -> None:
    variable, rest = next(place for place in libreoffice.PLACES[system] if place[0])
    place = tmp_path / rest
    place.parent.mkdir(parents=True)
    place.touch()
    assert find_libreoffice({"PATH": "", variable: str(tmp_path)}, system) == place
    assert find_libreoffice({"PATH": "", variable: str(tmp_path / "other")}, system) in (None, *_standing())


def _standing() -> list[Path]:
    """The places that this machine itself may have."""
    return [Path(rest) for places in libreoffice.PLACES.values() for variable, rest in places if not variable]


def test_it_tells_its_version(libreoffice: Fake, tmp_path: Path) -> None:
    assert (
        version_of(libreoffice("print('warning: no display\\nLibreOffice 7.4')"), tmp_path)
        == "LibreOffice 7.4"
    )
    assert (
        version_of(libreoffice("print('Office\\x1b]0;x\\x07 ' * 99)"), tmp_path) == ("Office ]0;x " * 9)[:100]
    )
    assert version_of(libreoffice("raise SystemExit(1)"), tmp_path) is None
    assert version_of(tmp_path / "nowhere", tmp_path) is None


def test_a_run_has_a_profile_of_its_own(libreoffice: Fake, tmp_path: Path) -> None:
    program = libreoffice("import os, sys; print(os.getcwd(), *sys.argv[1:])")
    folder = tmp_path / "work"
    folder.mkdir()
    ended = run_libreoffice(program, ["--version"], folder, 30)
    profile = folder / "profile"
    assert ended.output.split() == [
        str(folder), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
        "--version",
    ]  # fmt: skip
    assert "PDFUACompliance" in (profile / "user" / "registrymodifications.xcu").read_text("utf-8")
