"""What is proposed, to whom, and what the documents leave for the officer."""

from __future__ import annotations

from typing import Any

import pytest
from made_reports import made, only

from thidua_cli.document.blocks import Table, plain
from thidua_cli.document.markdown.writer import write_markdown


def text_of(campaign: str, kind: str = "bao-cao", period: str = "nam", **more: Any) -> str:
    return write_markdown(only(made(campaign, period, kind, **more))).decode()


@pytest.mark.parametrize(
    ("rows", "codes", "pooled"), [(None, ["TD664"], True), ("agencies", [], False), ("parts", [], True)]
)
def test_a_cap_that_depends_on_what_the_rows_are(rows: str | None, codes: list[str], pooled: bool) -> None:
    result = made("ha-tinh-2022", kind="to-trinh", rows=rows)
    assert [one.code for one in result.findings if one.code == "TD664"] == codes
    text = write_markdown(only(result)).decode()
    assert ("119/817" in text) is pooled
    assert ("tính riêng từng đơn vị: 04 đơn vị vượt" in text) is bool(codes)
    assert ("Trong mức cho phép" in text) is (rows == "parts")
    assert "nâng Lao động tiên tiến" not in text


@pytest.mark.parametrize(("campaign", "own"), [("ha-nam-2022", 6), ("gia-lai-2018", 7)])
def test_the_list_parts_what_the_body_above_decides(campaign: str, own: int) -> None:
    document = only(made(campaign, kind="to-trinh"))
    lists = [block for block in document.blocks if isinstance(block, Table)]
    sums = [plain(block.rows[-1][1]) for block in lists]
    assert [each for each in sums if each.endswith("lượt")] == ["Cộng: 02 lượt", f"Cộng: 0{own} lượt"]
    text = write_markdown(document).decode()
    assert "khen thưởng theo danh sách tại mục 1 Phụ lục II" in text
    assert "xem xét, quyết định./." in text


@pytest.mark.parametrize("kind", ["bao-cao", "to-trinh"])
def test_nobody_above_is_a_place_to_fill(kind: str) -> None:
    text = text_of("gia-nghia-2022", kind)
    assert "Kính gửi: \\[cơ quan" in text
    assert "- Như trên;" in text


def test_criteria_that_nobody_issued_are_a_place_to_fill() -> None:
    text = text_of("gia-lai-2018")
    assert "**\\[Bảng tiêu chí dùng để chấm là bảng minh họa" in text
    assert "Bảng tiêu chí minh họa, không phải bảng đã ban hành." not in text


def test_columns_without_anything_are_not_printed() -> None:
    assert "| TT | Chỉ tiêu | Mức đề ra | Kết quả | Đánh giá |\n" in text_of("binh-dinh-2022")
    assert "| Kết quả | Đánh giá | Ghi chú |\n" in text_of("ha-tinh-2022")


def test_every_target_tells_what_it_wants() -> None:
    assert "(PCI) | Cải thiện |" in text_of("binh-dinh-2022")
    assert "từ khiển trách trở lên | Không có |" in text_of("ha-tinh-2022")
