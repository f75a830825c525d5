"""LibreOffice: where it is, and a run of it apart from one that a person has open."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.document.pdf.programs import printable, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.document.pdf.programs import Ended

NAMES = ("soffice", "libreoffice")
# Where its installers put it, which is seldom on the PATH. A place begins with a variable or stands as it is.
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (
        ("PROGRAMFILES", "LibreOffice/program/soffice.com"),
        ("PROGRAMFILES(X86)", "LibreOffice/program/soffice.com"),
    ),
    "darwin": (
        ("", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ),
    "linux": (("", "/usr/lib/libreoffice/program/soffice"), ("", "/snap/bin/libreoffice")),
}
PROFILE = Path(__file__).with_name("profile.xcu")
ASKING = 15  # seconds within which it tells its version


def find_libreoffice(environment: Mapping[str, str], system: str = sys.platform) -> Path | None:
    """The program on the PATH, else where it is usually installed."""
    for name in NAMES:
        if found := shutil.which(name, path=environment.get("PATH", "")):
            return Path(found)
    return next((place for place in _places(environment, system) if place.is_file()), None)


def _places(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    for variable, rest in PLACES.get(system, ()):
        if not variable:
            yield Path(rest)
        elif environment.get(variable):
            yield Path(environment[variable], rest)


def version_of(program: Path, folder: Path) -> str | None:
    """What the program says of itself, None where it does not run; `folder` holds its profile meanwhile."""
    try:
        said = run_libreoffice(program, ["--version"], folder, ASKING).output.strip()
    except OSError:
        return None
    return printable(said.splitlines()[-1]) if said else None


def run_libreoffice(program: Path, arguments: Sequence[str], folder: Path, seconds: float) -> Ended:
    """Run it in a folder with a profile of its own, apart from one that a person has open.

    Raises OSError where it cannot be started.
    """
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(PROFILE, settings)
    own = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo")
    return run([str(program), *own, *arguments], seconds, folder)
