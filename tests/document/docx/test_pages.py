"""The pages as they come out: LibreOffice lays them out once, poppler reads them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from thidua_cli.document.blocks import (
    Body,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Run,
    Signature,
    Table,
)
from thidua_cli.document.docx.letterhead import NATION
from thidua_cli.document.docx.writer import write_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pages(pdf: Path) -> list[str]:
    return output("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


@pytest.mark.parametrize("size", [14, 13])
def test_campaign(campaign: Callable[..., Document], to_pdf: Callable[[bytes, str], Path], size: int) -> None:
    pdf = to_pdf(write_docx(campaign(size)), f"campaign-{size}")
    first, *others = pages(pdf)
    assert len(others) >= 3
    assert NATION in first.split("\n")[0]
    assert re.search(r"Số: +/KH-KKTKT +Hà Tĩnh, ngày 09 tháng 3 năm 2022", first.replace("\u00a0", " "))
    assert not re.match(r"\s*1\s*\n", first)
    assert [page.split("\n")[0].strip() for page in others] == [
        str(number) for number in range(2, len(others) + 2)
    ]
    assert "TimesNewRoman" in output("pdffonts", str(pdf)).replace(" ", "") or "Tinos" in output(
        "pdffonts", str(pdf)
    )


def test_names_break_between_their_parts(to_pdf: Callable[[bytes, str], Path]) -> None:
    """LibreOffice breaks the lines where they were meant to break."""
    bodies = (
        Body("Hội đồng Thi đua - Khen thưởng", ("Ủy ban nhân dân thành phố Phủ Lý, tỉnh Hà Nam",)),
        Body("Ủy ban nhân dân phường Lê Hồng Phong"),
    )
    head = Letterhead(bodies, "Số: 05/KH-HĐ", "Hà Nam, ngày 09 tháng 3 năm 2022")
    signed = Closing((Signature(("TM. Hội đồng Thi đua-Khen thưởng", "Chủ tịch"), "Lê Văn A"),))
    (page,) = pages(to_pdf(write_docx(Document("a", "b", (head, signed))), "names"))
    lines = [re.split(r" {2,}", line.replace("\u00a0", " ").strip()) for line in page.split("\n")]
    found = [part for line in lines for part in line if part and part == part.upper()]
    assert [part for part in found if part != NATION] == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ PHỦ LÝ,",
        "TỈNH HÀ NAM",
        "HỘI ĐỒNG",
        "THI ĐUA - KHEN THƯỞNG",
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG LÊ HỒNG PHONG",
        "TM. HỘI ĐỒNG",
        "THI ĐUA-KHEN THƯỞNG",
        "CHỦ TỊCH",
    ]


@pytest.mark.parametrize("paragraphs", range(5, 10))
def test_signature_is_never_alone(
    campaign: Callable[..., Document], to_pdf: Callable[[bytes, str], Path], paragraphs: int
) -> None:
    """Wherever the page ends, the name stands with the last words of the body."""
    found = pages(to_pdf(write_docx(campaign(14, paragraphs)), f"closing-{paragraphs}"))
    signed = next(page for page in found if "Hoàng Văn Quảng" in page)
    assert "Trên đây là Kế hoạch năm 2022./." in signed
    assert "TM. KHỐI KINH TẾ KỸ THUẬT" in signed


def test_page_numbers_restart_in_an_appendix(
    appendices: Document, to_pdf: Callable[[bytes, str], Path]
) -> None:
    found = pages(to_pdf(write_docx(appendices), "appendices"))
    assert len(found) == 3
    assert [page.strip().split("\n")[0].strip() for page in found] == [
        "Nội dung./.",
        "Phụ lục I",
        "Phụ lục II",
    ]


def test_a_long_table_before_the_signature_breaks_over_pages(to_pdf: Callable[[bytes, str], Path]) -> None:
    words = (Run("Chỉ tiêu"),)
    blocks = (
        Paragraph(words),
        Table((words,), ((words,),) * 60),
        Closing((Signature(("Giám đốc",), "Tên"),)),
    )
    first, second = pages(to_pdf(write_docx(Document("a", "b", blocks)), "table"))
    assert first.count("Chỉ tiêu") > 30
    assert second.split("\n")[2].strip() == "Chỉ tiêu"
    assert "Tên" in second
