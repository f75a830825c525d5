"""The same document, whoever wrote the file and whoever reads it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx2python import docx2python
from docx2python.iterators import iter_paragraphs
from word_files import WordFileParts, as_read, cell, p, row, table

from thidua_cli.conformance.model.lines import Line

TABLE = table(
    row(cell("UBND TỈNH A"), cell("CỘNG HÒA")),
    row(cell("Số: 05/KH-ABC"), cell("Hà Nội, ngày 05 tháng 01 năm 2026")),
)
BLOCKS = (p("đầu"), TABLE, p("I. MỤC"), p("một\thai"), TABLE, p("cuối"))


def test_text_and_order_as_an_independent_reader_sees_them() -> None:
    data = WordFileParts().body(*BLOCKS).packed()
    with docx2python(io.BytesIO(data)) as read:
        expected = [text for text in iter_paragraphs(read.body) if text.strip()]
    assert [line.text for line in as_read(data).lines if line.text] == expected


def test_a_default_document_of_python_docx() -> None:
    made = docx.Document()
    made.add_heading("Tiêu đề", 1)
    made.add_paragraph("thân", style="List Bullet")
    made.add_table(1, 2, style="Table Grid").cell(0, 0).text = "ô"
    stream = io.BytesIO()
    made.save(stream)
    word = as_read(stream.getvalue())
    heading, bullet = word.lines[:2]
    assert heading.style == "heading 1"
    assert (heading.stretches[0].fonts[0], heading.stretches[0].size, heading.stretches[0].bold) == (
        "Calibri",
        28,
        True,
    )
    assert (bullet.label, bullet.left, bullet.first, bullet.stretches[0].fonts[0]) == (
        "•",
        360,
        -360,
        "Cambria",
    )
    assert (bullet.after, bullet.spacing, bullet.contextual) == (200, 276, True)
    assert word.tables[0].bordered
    assert (word.sections[0].width, word.author, word.compatibility) == (12240, "python-docx", 14)


def seen(line: Line) -> tuple[object, ...]:
    look = [(each.fonts[:2], each.size, each.bold, each.italic, each.capitals) for each in line.stretches]
    return (
        line.text,
        line.align,
        (line.left, line.right, line.first),
        (line.before, line.after, line.spacing, line.spacing_rule),
        look[:1],
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_again_by_libreoffice(tmp_path: Path) -> None:
    """What another program makes of the same file is written quite differently and reads alike."""
    data = WordFileParts().body(*BLOCKS, p("nghiêng", '<w:ind w:firstLine="567"/>', "<w:i/><w:b/>")).packed()
    (tmp_path / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", tmp_path / "out", tmp_path / "a.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    again = as_read((tmp_path / "out" / "a.docx").read_bytes())
    assert [seen(line) for line in again.lines] == [seen(line) for line in as_read(data).lines]
