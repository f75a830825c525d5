"""The report for people, as it is printed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from thidua_cli.findings.formats import terminal, text

if TYPE_CHECKING:
    from thidua_cli.findings.report import Report

VIETNAMESE = """\
lỗi[TD201] so-nam-ky-niem-sai: Ngày thành lập, 1%: ghi 91 năm
 --> plan.yaml:4:10
4 |   years:    91
  |             ^^
  = cần: 92 năm
  = cách chữa: Sửa số năm.
  = liên quan: plan.yaml:3:11: nơi ghi ngày gốc
3 |   origin: 1831-01-01
  |           ^^^^^^^^^^
  = liên quan: law.yaml:7:1
  = sửa thành: 92
  = tìm hiểu: thidua explain TD201

lỗi[TD301] ty-le-vuot: CSTĐCS vượt tỷ lệ
 --> plan.yaml:5:1 (đến dòng 6)
5 | targets:
  | ^^^^^^^^
  = căn cứ: Nghị định 91/2017/NĐ-CP, khoản 3 Điều 9 (hiệu lực 01/10/2017 – 31/12/2023): “không quá 15%”
  = tìm hiểu: thidua explain TD301

lưu ý[TD202] ngay-lech: ngày 9\\n10 lệch
 --> units.csv:B3
  | Sở A;9
  = tìm hiểu: thidua explain TD202

chưa đủ căn cứ[TD999]: TTLĐTT (xét tại ngày 31/12/2022)
--> plan.yaml:4:10

không đạt[TD301] ty-le-vuot: CSTĐCS (xét tại ngày 31/12/2022)
--> plan.yaml:5:1
    CSTĐCS vượt tỷ lệ
    15/90 = 16,67% > 15%
  = căn cứ: Nghị định 91/2017/NĐ-CP, khoản 3 Điều 9 (hiệu lực 01/10/2017 – 31/12/2023): “không quá 15%”

Số lỗi: 2; cảnh báo: 0; lưu ý: 1 (số tệp đã xem: 2).
Kết luận theo quy định (xét tại ngày 31/12/2022; quy định: vn-2026.11): \
đạt 0, không đạt 1, chưa đủ căn cứ 1, không áp dụng 0.
"""
ENGLISH_END = """\
Errors: 2; warnings: 0; notes: 1 (files read: 2).
Rulings under the law (as of 31/12/2022; rules: vn-2026.11): \
met 0, not met 1, undecided 1, not applicable 0.
"""


def test_the_page_in_vietnamese(report: Report) -> None:
    assert text.render(report, "vi", verdicts=True) == VIETNAMESE


def test_verdicts_are_counted_even_when_not_listed(report: Report) -> None:
    page = text.render(report, "en")
    assert page.endswith(ENGLISH_END)
    assert "15/90" not in page


def test_nothing_found(empty: Report) -> None:
    assert text.render(empty, "vi") == "Không phát hiện điều gì phải sửa (số tệp đã xem: 1).\n"


def test_the_terminal_shows_the_same_words(report: Report) -> None:
    stream = io.StringIO()
    terminal.paint(text.lines(report, "vi", verdicts=True), stream)
    painted = stream.getvalue()
    assert "\x1b[1;31mlỗi\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == VIETNAMESE


def test_every_style_has_a_look(report: Report) -> None:
    used = {style for line in text.lines(report, "vi", verdicts=True) for style, _ in line}
    assert used - {""} <= set(terminal.STYLES)
