"""The font that stands for Times New Roman on a machine: its widths, and the Vietnamese letters it has."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.pdf.programs import printable, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FONT = "Times New Roman"
# Fonts whose letters are as wide as those of Times New Roman, so that lines and pages break alike.
SAME_WIDTHS = (FONT, "Tinos", "Liberation Serif")
FACES = ("", ":bold", ":italic", ":bold:italic")
LETTERS = frozenset(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
) | {"đ", "Đ"}
# Where there is no fontconfig: the folders of fonts, and what the four faces are called there.
FOLDERS: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")),
    "darwin": (
        ("", "/System/Library/Fonts/Supplemental"),
        ("", "/Library/Fonts"),
        ("HOME", "Library/Fonts"),
    ),
}
FILES: dict[str, tuple[tuple[str, ...], ...]] = {
    FONT: (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        tuple(f"{FONT}{face}.ttf" for face in ("", " Bold", " Italic", " Bold Italic")),
    ),
    "Tinos": (tuple(f"Tinos-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")),),
}
ASKING = 5  # seconds


class FontFound(NamedTuple):
    """The name of the font, empty where none was found, and the Vietnamese letters that it lacks."""

    name: str
    missing: frozenset[str] = frozenset()

    @property
    def fits(self) -> bool:
        """Whether lines break as with Times New Roman."""
        return self.name in SAME_WIDTHS


def font_found(environment: Mapping[str, str], system: str = sys.platform) -> FontFound:
    """What documents are set in on this machine."""
    program = shutil.which("fc-match", path=environment.get("PATH", ""))
    if program is None:
        return FontFound(_installed(environment, system))
    faces: list[FontFound] = []
    for face in FACES:
        found = _matched(program, face, environment)
        if found is None:  # it would not answer for the other faces either
            return FontFound("")
        faces.append(found)
    unlike = next((face for face in faces if not face.fits), faces[0])
    return unlike._replace(missing=frozenset().union(*(face.missing for face in faces)))


def _matched(program: str, face: str, environment: Mapping[str, str]) -> FontFound | None:
    """What fontconfig gives for a face, one family on the first line, its characters on the second.

    None where it does not answer in time.
    """
    command = [program, "--format", "%{family[0]}\n%{charset}\n", FONT + face]
    try:
        said = run(command, ASKING, environment=environment)
    except OSError:
        return None
    name, _, characters = said.output.partition("\n")
    ranges = list(_ranges(characters))
    missing = frozenset(letter for letter in LETTERS if not _has(ranges, letter))
    return None if said.late else FontFound(printable(name), missing)


def _ranges(text: str) -> Iterator[range]:
    """`20-7e a0` as fontconfig writes it, in hexadecimal."""
    for part in text.split():
        first, _, last = part.partition("-")
        try:
            yield range(int(first, 16), int(last or first, 16) + 1)
        except ValueError:  # not written by fontconfig
            continue


def _has(ranges: list[range], letter: str) -> bool:
    return any(ord(letter) in each for each in ranges)


def _installed(environment: Mapping[str, str], system: str) -> str:
    """The first font all of whose faces lie in the folders of fonts."""
    names: set[str] = set()
    for variable, rest in FOLDERS.get(system, ()):
        base = environment.get(variable, "") if variable else "/"
        if base:
            names |= _names(Path(base, rest))
    found = (
        font for font, ways in FILES.items() if any(names.issuperset(map(str.lower, way)) for way in ways)
    )
    return next(found, "")


def _names(folder: Path) -> set[str]:
    try:
        return {path.name.lower() for path in folder.iterdir()}
    except OSError:
        return set()
