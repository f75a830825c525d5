"""The worked example of `docs/vi-du-mau/`: an office's file, a plan, and what comes of them."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest

from thidua_cli.cli.main import execute
from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.document.office.names import office_names
from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.verdict import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.document.composing.compose import Composed

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "docs" / "vi-du-mau"
TEMPLATE = EXAMPLE / "templates" / "ke-hoach.docx"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> bytes:
    """What `thidua render` makes of the example; it gives no finding."""
    monkeypatch.chdir(EXAMPLE)
    target = tmp_path / "ke-hoach.docx"
    assert execute(["render", "plan.yaml", "--docx", "-o", str(target)]) == 0
    assert capsys.readouterr().err == ""
    return target.read_bytes()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_file_is_what_its_script_makes(example_script: Any) -> None:
    stream = io.BytesIO()
    example_script.template().save(stream)
    assert parts(stream.getvalue()) == parts(TEMPLATE.read_bytes())


def test_everything_but_the_text_is_the_offices_own(written: bytes) -> None:
    before, after = parts(TEMPLATE.read_bytes()), parts(written)
    changed = {name for name in before if before[name] != after[name]}
    footers = {name for name in before if re.fullmatch(r"word/footer\d\.xml", name) and b"{{" in before[name]}
    assert len(footers) == 1
    assert changed == {"word/document.xml", "docProps/core.xml", *footers}
    assert set(after) == set(before)


def test_word_finds_the_plan_in_it(written: bytes) -> None:
    word = docx.Document(io.BytesIO(written))
    texts = [each.text for each in word.paragraphs]
    assert texts[:2] == ["KẾ HOẠCH", "Tổ chức phong trào thi đua năm 2026"]
    assert "{" not in "".join(texts)
    styles = {each.text: each.style.name for each in word.paragraphs if each.style}
    assert styles["I. MỤC ĐÍCH, YÊU CẦU"] == "Heading 1"
    rows = [[cell.text for cell in row.cells] for row in word.tables[-1].rows]
    assert rows[0] == ["TT", "Chỉ tiêu", "Mức phấn đấu"]
    assert [row[0] for row in rows[1:]] == ["01", "02", "03"]
    assert rows[2][1:] == ["Lao động tiên tiến", "ít nhất 80%"]
    assert word.core_properties.title == "Kế hoạch Tổ chức phong trào thi đua năm 2026"


def test_it_obeys_the_decree(written: bytes) -> None:
    word, findings = word_file_of(written, "a.docx")
    assert word is not None, findings
    checked = judge(word).checked
    assert [message_of(one, "vi") for one in checked.findings] == []
    assert sum(one.ruling is Ruling.PASS for one in checked.verdicts) > 40


def test_the_pages(written: bytes, to_pdf: Callable[[bytes, str], Path]) -> None:
    pdf = to_pdf(written, "office")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = text.stdout.split("\f")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert "Sở Công Thương – 12 đường Trần Phú" in pages[0]
    assert "DANH MỤC CHỈ TIÊU THI ĐUA" in pages[2]
    assert not any("đường Trần Phú" in page for page in pages[1:])
    signed = next(page for page in pages if "Phạm Thu Hà" in page)
    assert "./." in signed  # nobody signs an empty page


def test_the_guide_names_only_what_there_is(plan: Composed) -> None:
    guide = (ROOT / "docs" / "templates.md").read_text("utf-8")
    own = {"n", "c", "a", "loop", "…"}
    assert plan.document is not None
    known = {*plan.values, *office_names(plan.document.blocks, plan.values), *own}
    named = set(re.findall(r"\{\{ (\w+)", re.sub(r"```text.*?```", "", guide, flags=re.DOTALL)))
    assert named - known == set()
    assert len(named) > 12


def test_the_rows_of_the_guide_print_sensible_text(fill: Callable[..., Any], example_plan: Composed) -> None:
    guide = (ROOT / "docs" / "templates.md").read_text("utf-8").split("\n")
    start = guide.index("| TT | Chỉ tiêu | Mức |")
    rows = guide[start : guide.index("", start)]
    table = "\n".join(row.replace("`", "").replace("\\|", "¤") for row in rows if "---" not in row)
    made = fill(table, made=example_plan)
    assert made.text().split("\n") == [
        "| TT | Chỉ tiêu | Mức |",
        "| 01 | Hoàn thành tốt nhiệm vụ trở lên | ít nhất 90% |",
        "| 02 | Lao động tiên tiến | ít nhất 80% |",
        "| 03 | Hồ sơ giải quyết đúng hạn | ít nhất 99% |",
    ]
