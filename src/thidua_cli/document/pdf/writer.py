"""Word files into PDF, in as few runs of LibreOffice as it allows."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from thidua_cli.document.pdf.libreoffice import find_libreoffice, run_libreoffice
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

START, EACH = 90, 10  # seconds: to begin, and for one document
START_OF_FILE, END_OF_FILE = b"%PDF-", b"%%EOF"
MOST_AT_ONCE = 200  # its launcher passes on at most 255 arguments


def write_pdfs(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Finding]]:
    """The PDF of each Word file, under the same name; what could not be made is a finding.

    Codes: TD640 without LibreOffice, TD641 where it fails.
    """
    if not files:
        return {}, []
    program = find_libreoffice(os.environ)
    if program is None:
        return {}, [Finding("TD640", Span("."), {"count": str(len(files))})]
    made: dict[str, bytes] = {}
    findings: list[Finding] = []
    names = list(files)
    for start in range(0, len(names), MOST_AT_ONCE):
        part = {name: files[name] for name in names[start : start + MOST_AT_ONCE]}
        with TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
            pages, problems = _converted(program, Path(folder), part)
        made |= pages
        findings += problems
    return made, findings


def _converted(
    program: Path, folder: Path, files: Mapping[str, bytes]
) -> tuple[dict[str, bytes], list[Finding]]:
    # Names of ours: the program never sees what a person called a file.
    drafts = {name: str(number) for number, name in enumerate(files)}
    for name, content in files.items():
        (folder / f"{drafts[name]}.docx").write_bytes(content)
    seconds = START + EACH * len(files)
    arguments = ["--convert-to", "pdf", "--outdir", ".", *(f"{draft}.docx" for draft in drafts.values())]
    try:
        ended = run_libreoffice(program, arguments, folder, seconds)
    except OSError as error:
        values = {"program": program.as_posix(), "reason": type(error).__name__}
        return {}, [Finding("TD641", Span("."), values, "start")]
    made = {name: content for name, draft in drafts.items() if (content := _whole(folder / f"{draft}.pdf"))}
    variant = "late" if ended.late else ""
    missing = (f"{name}.pdf" for name in files if name not in made)
    return made, [
        Finding("TD641", Span(name, 0), {"name": name, "seconds": str(seconds)}, variant) for name in missing
    ]


def _whole(path: Path) -> bytes:
    """A file that was written to its end, else nothing."""
    try:
        content = path.read_bytes()
    except OSError:
        return b""
    whole = content.startswith(START_OF_FILE) and content.rstrip().endswith(END_OF_FILE)
    return content if whole else b""
