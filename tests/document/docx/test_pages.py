"""The pages as they come out: LibreOffice lays them out once, poppler reads them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.blocks import Document, Paragraph, Run, Table
from thidua_cli.document.components import Body, Closing, Letterhead, Signature
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.fixed_words import NATION

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


JOINT = """@issuer Sở A
@issuer Đoàn B
@issuer Hội C
@issuer Liên đoàn D
@number Số: 05/KHLT-SA-ĐB
@place-date Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026
@type Kế hoạch liên tịch
Nội dung./.
@capacity Giám đốc Sở A
@signer Lê Thị A
@capacity TM. Ban Thường vụ
@capacity Bí thư
@signer Trần Văn B
@capacity Chủ tịch
@signer Phạm Thị C
@office Phó Trưởng ban
@capacity Chủ tịch
@signer Hoàng D
@recipient Sở E
@archive Lưu: VT
"""
MINUTES = """@parent UBND tỉnh
@issuer Hội đồng Thi đua
@number Số: 05/BB-HĐTĐ
@type Biên bản
@subject Họp Hội đồng
| TT | Họ và tên | Số phiếu |
| 1 | Nguyễn Văn A | 10 |
Kết thúc lúc 11 giờ./.
@capacity Thư ký
@signer Nguyễn Thị Thư
@capacity Chủ tọa
@signer Trần Văn Chủ
@recipient Thành viên Hội đồng
"""


@pytest.mark.parametrize("shape", ["every-block", "joint", "minutes"])
def test_text_in_reading_order(
    opened: Callable[..., Any], every_block: str, to_pdf: Callable[[bytes, str], Path], shape: str
) -> None:
    """Whoever copies the pages, or hears them read, gets the words in the order of the document."""
    markup = {"every-block": without_charts(every_block), "joint": JOINT, "minutes": MINUTES}[shape]
    file = opened(markup)
    words = "".join("".join(each.text for each in file.paragraphs).split())
    address = "".join(each.text for each in file.word.sections[0].first_page_footer.paragraphs)
    found = []
    for page in output("pdftotext", "-raw", str(to_pdf(file.data, f"order-{shape}")), "-").split("\f"):
        first, _, rest = page.partition("\n")
        found += (rest if first.strip().isdigit() else page).replace(address, "").split()
    assert "".join(found) == words


def without_charts(markup: str) -> str:
    """The markup without its charts, whose text stands in no paragraph."""
    return re.sub(r"(@chart.*\n)+(\|.*\n)+", "", markup)


def test_the_figures_of_a_chart_have_a_decimal_comma(
    opened: Callable[..., Any], every_block: str, to_pdf: Callable[[bytes, str], Path]
) -> None:
    text = output("pdftotext", str(to_pdf(opened(every_block).data, "charts")), "-")
    assert all(label in text for label in ("98,50 điểm", "97,00 điểm", "-1,25 điểm", "105%", "Năm trước"))


@pytest.mark.parametrize("lines", [31, 32, 36])
def test_four_signatures_stay_with_the_last_words(
    opened: Callable[..., Any], to_pdf: Callable[[bytes, str], Path], lines: int
) -> None:
    text = "\n".join(f"Đoạn {number}." for number in range(lines))
    found = pages(to_pdf(opened(text + JOINT.partition("./.")[2]).data, f"four-{lines}"))
    last = next(page for page in found if "Lê Thị A" in page)
    assert f"Đoạn {lines - 1}." in last
    assert all(name in last for name in ("Trần Văn B", "Phạm Thị C", "Hoàng D", "Sở E"))
