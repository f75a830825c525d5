"""PDF files by LibreOffice: whole, tagged, in reading order; without it a hint."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_cli.document.blocks import Document
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.pdf import writer
from thidua_cli.document.pdf.writer import write_pdfs

Fake = Callable[[str], Path]
WRITES = "import pathlib, sys\nfor name in sys.argv:\n    if name.endswith('.docx'):\n        {}"


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_without_libreoffice_there_is_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "find_libreoffice", lambda environment: None)
    made, findings = write_pdfs({"a": b"", "b": b""})
    assert made == {}
    assert [(finding.code, finding.values) for finding in findings] == [("TD640", {"count": "2"})]
    assert write_pdfs({}) == ({}, [])


@pytest.mark.parametrize(
    ("code", "made"),
    [
        ("pathlib.Path(name).with_suffix('.pdf').write_bytes(b'%PDF-1.6 whole %%EOF\\n')", ["a", "b/c"]),
        ("pathlib.Path(name).with_suffix('.pdf').write_bytes(b'%PDF-1.6 hal')", []),
        ("pathlib.Path(name).with_suffix('.pdf').write_bytes(b'error %%EOF')", []),
        ("pass", []),
        ("raise SystemExit(77)", []),
    ],
)
def test_only_whole_files_are_taken(libreoffice: Fake, code: str, made: list[str]) -> None:
    libreoffice(WRITES.format(code))
    pages, findings = write_pdfs({"a": b"", "b/c": b""})
    assert list(pages) == made
    assert [(finding.code, finding.values["name"]) for finding in findings] == [
        ("TD641", f"{name}.pdf") for name in ("a", "b/c") if name not in made
    ]


def test_many_are_made_in_a_few_runs(
    libreoffice: Fake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = "path = pathlib.Path(name); whole = b'%PDF-' + path.read_bytes() + b'%%EOF'; "
    code += "path.with_suffix('.pdf').write_bytes(whole)"
    libreoffice(WRITES.format(code) + f"\nopen({str(tmp_path / 'runs')!r}, 'a').write('x')")
    monkeypatch.setattr(writer, "MOST_AT_ONCE", 2)
    made, findings = write_pdfs({name: name.encode() for name in "abcde"})
    assert made == {name: f"%PDF-{name}%%EOF".encode() for name in "abcde"}
    assert findings == []
    assert (tmp_path / "runs").read_text() == "xxx"


def test_what_hangs_is_told_with_its_time(libreoffice: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    libreoffice("import time; time.sleep(60)")
    monkeypatch.setattr(writer, "START", 0)
    monkeypatch.setattr(writer, "EACH", 1)
    made, findings = write_pdfs({"a": b""})
    assert made == {}
    assert [(finding.code, finding.variant) for finding in findings] == [("TD641", "late")]


def test_what_cannot_be_started_is_named(libreoffice: Fake) -> None:
    program = libreoffice("")
    program.write_text("#!/nowhere/python\n")
    assert [finding.variant for finding in write_pdfs({"a": b""})[1]] == ["start"]


@pytest.fixture(scope="module")
def real() -> None:
    if not all(shutil.which(name) for name in ("soffice", "pdftotext", "pdfinfo")):
        pytest.skip("LibreOffice and poppler are needed")


@pytest.mark.usefixtures("real")
def test_pages_are_tagged_and_read_in_order(
    campaign: Callable[..., Document], letter: Callable[..., Document], tmp_path: Path
) -> None:
    documents = {"campaign": campaign(), "letter": letter("Các phòng", "Các đơn vị")}
    pages, findings = write_pdfs({name: write_docx(document) for name, document in documents.items()})
    assert findings == []
    assert list(pages) == list(documents)
    for name, document in documents.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pages[name])
        told = dict(line.split(":", 1) for line in output("pdfinfo", str(path)).splitlines())
        assert (told["Title"].strip(), told["Author"].strip()) == (document.title, document.author)
        assert told["Tagged"].strip() == "yes"
        assert "A4" in told["Page size"]
        assert b"/Lang(vi-VN)" in pages[name]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pages[name]
    structure = output("pdfinfo", "-struct", str(tmp_path / "campaign.pdf"))
    assert {"H1", "H2", "H3", "Table"} <= set(structure.replace('"', " ").split())
    text = " ".join(output("pdftotext", str(tmp_path / "letter.pdf"), "-").split())
    ordered = (
        "SỞ CÔNG THƯƠNG",
        "V/v phát động",
        "Kính gửi:",
        "- Các phòng;",
        "Phát hiện",
        "Nơi nhận:",
        "GIÁM ĐỐC",
    )
    places = [text.index(each) for each in ordered]
    assert places == sorted(places)
