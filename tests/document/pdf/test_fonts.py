"""Which font stands for Times New Roman, on machines with fontconfig and on others."""

from __future__ import annotations

import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from thidua_cli.document.pdf import fonts
from thidua_cli.document.pdf.fonts import LETTERS, FontFound, font_found


def test_the_letters_are_those_of_vietnamese() -> None:
    assert len(LETTERS) == 146
    assert set("ắẴỡƯợỷĐđaY") <= LETTERS
    assert all(unicodedata.is_normalized("NFC", letter) and len(letter) == 1 for letter in LETTERS)


ALL = "20-7e a0-ff 102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 1ea0-1ef9"


@pytest.mark.parametrize(
    ("says", "name", "lacking", "fits"),
    [
        (f"print('Tinos'); print('{ALL}')", "Tinos", 0, True),
        (f"print('Times New Roman'); print('{ALL}')", "Times New Roman", 0, True),
        ("print('Liberation Serif'); print('20-7e a0-1ff')", "Liberation Serif", 90, True),
        (f"print('DejaVu Serif'); print('{ALL}')", "DejaVu Serif", 0, False),
        # A family without a bold of its own: another one stands for it.
        (
            f"print('Sans' if 'bold' in sys.argv[-1] else 'Tinos'); print('{ALL}')",
            "Sans",
            0,
            False,
        ),
        ("print('Tinos'); print('not written by fontconfig')", "Tinos", 146, True),
        ("raise SystemExit(1)", "", 146, False),
        ("print('Ti\x1b[2Jnos'); print('20-7e')", "Ti [2Jnos", 134, False),
    ],
)
def test_fontconfig_is_asked(tmp_path: Path, says: str, name: str, lacking: int, fits: bool) -> None:
    program = tmp_path / "fc-match"
    program.write_text(f"#!{sys.executable}\nimport sys\n{says}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    found = font_found({"PATH": str(tmp_path)}, "linux")
    assert (found.name, len(found.missing), found.fits) == (name, lacking, fits)


def test_fontconfig_that_hangs_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "ASKING", 1)
    program = tmp_path / "fc-match"
    program.write_text(
        f"#!{sys.executable}\nopen({str(tmp_path / 'runs')!r}, 'a').write('x')\n"
        "import time; time.sleep(60)\n",
        "utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    assert font_found({"PATH": str(tmp_path)}, "linux") == FontFound("")
    assert (tmp_path / "runs").read_text() == "x"


@pytest.mark.parametrize(
    ("system", "variable", "folder", "files", "name"),
    [
        ("win32", "WINDIR", "Fonts", "times.ttf timesbd.ttf timesi.ttf timesbi.ttf", "Times New Roman"),
        ("win32", "WINDIR", "Fonts", "TIMES.TTF TIMESBD.TTF timesi.ttf timesbi.ttf", "Times New Roman"),
        ("win32", "WINDIR", "Fonts", "times.ttf", ""),
        (
            "win32",
            "LOCALAPPDATA",
            "Microsoft/Windows/Fonts",
            "Tinos-Regular.ttf Tinos-Bold.ttf Tinos-Italic.ttf Tinos-BoldItalic.ttf",
            "Tinos",
        ),
    ],
)
def test_elsewhere_the_folders_are_looked_into(
    tmp_path: Path, system: str, variable: str, folder: str, files: str, name: str
) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    for file in files.split():
        (place / file).touch()
    assert font_found({variable: str(tmp_path)}, system) == FontFound(name)


def test_on_a_mac_the_names_have_spaces(tmp_path: Path) -> None:
    place = tmp_path / "Library" / "Fonts"
    place.mkdir(parents=True)
    for face in ("", " Bold", " Italic", " Bold Italic"):
        (place / f"Times New Roman{face}.ttf").touch()
    assert font_found({"HOME": str(tmp_path)}, "darwin").name == "Times New Roman"
    assert font_found({}, "linux") == FontFound("")
