"""What documents need of a machine, each as a check that is met or not."""

from __future__ import annotations

import codecs
import locale
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OUTPUT = "out"
UTF_8 = "utf-8"
WINDOWS_UTF_8 = 65001  # the code page of a console that shows every letter


class Check(NamedTuple):
    """What was looked at and how it stands: words `doctor.<id>.<state>`, the cure where it is not `ok`.

    `values` fill the words in.
    """

    id: str
    state: str
    values: Mapping[str, object]
    ok: bool = True


def all_checks() -> Iterable[Check]:
    """The checks in the order in which they are told."""
    yield _program()
    yield _font()
    yield _libreoffice()
    yield _terminal()
    yield _templates()
    yield _output()


def _program() -> Check:
    from thidua_cli import __version__

    python = ".".join(map(str, sys.version_info[:3]))
    return Check("program", "ok", {"version": __version__, "python": python})


def _font() -> Check:
    from thidua_cli.document.pdf.fonts import FONT, LETTERS, font_found

    found = font_found(os.environ)
    values = {"font": FONT, "found": found.name, "letters": len(LETTERS), "missing": len(found.missing)}
    if not found.name:
        return Check("font", "none", values, ok=False)
    if not found.fits:
        return Check("font", "other", values, ok=False)
    return Check("font", "letters" if found.missing else "ok", values, ok=not found.missing)


def _libreoffice() -> Check:
    """Whether it is there, runs, and makes a PDF of a Word file: without its Writer it does not."""
    from thidua_cli.document.pdf.libreoffice import find_libreoffice, version_of
    from thidua_cli.document.pdf.writer import write_pdfs

    program = find_libreoffice(os.environ)
    if program is None:
        return Check("libreoffice", "none", {}, ok=False)
    with tempfile.TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
        version = version_of(program, Path(folder))
    if version is None:
        return Check("libreoffice", "still", {"program": program.as_posix()}, ok=False)
    made, _ = write_pdfs({"thu": _trial()})
    return Check("libreoffice", "ok" if made else "writer", {"version": version}, ok=bool(made))


def _trial() -> bytes:
    from thidua_cli.document.blocks import Document, Paragraph, Run
    from thidua_cli.document.writing import written

    return written(Document("Thử", "thidua", (Paragraph((Run("Độc lập - Tự do - Hạnh phúc"),)),)), "docx")


def _terminal() -> Check:
    """Whether what the program prints, always in UTF-8, is understood where it is shown."""
    if sys.platform == "win32":
        import ctypes

        page = ctypes.windll.kernel32.GetConsoleOutputCP()
        # Nought is no console: the output goes to a file or another program.
        return _told_of(UTF_8 if page in (0, WINDOWS_UTF_8) else f"cp{page}")
    return _told_of(codecs.lookup(locale.getencoding()).name)


def _told_of(encoding: str) -> Check:
    ok = encoding == UTF_8
    return Check("terminal", "ok" if ok else "other", {"encoding": encoding.upper()}, ok=ok)


def _templates() -> Check:
    """Whether the templates of the office, if it has any, can be read."""
    from thidua_cli.repository.discovery import templates_folder

    folder = templates_folder(Path.cwd())
    if folder is None:
        return Check("templates", "shipped", {})
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    closed = [path for path in files if not os.access(path, os.R_OK)]
    if closed or not os.access(folder, os.R_OK | os.X_OK):
        path = os.path.relpath((closed or [folder])[0]).replace(os.sep, "/")
        return Check("templates", "closed", {"path": path}, ok=False)
    shown = os.path.relpath(folder).replace(os.sep, "/")
    return Check("templates", "ok", {"path": shown, "count": len(files)})


def _output() -> Check:
    """Whether files can be put where they go by default."""
    folder = Path.cwd() / OUTPUT
    place = folder if folder.is_dir() else Path.cwd()
    shown = f"{OUTPUT}/"
    try:
        with tempfile.TemporaryFile(dir=place):
            return Check("output", "ok", {"path": shown})
    except OSError:
        return Check("output", "closed", {"path": shown}, ok=False)
