from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.dates_in_prose import FoundDate, find_dates, find_years


def told(found: FoundDate) -> str:
    if found.value is None:
        return f"{found.text} {found.reason}".strip()
    parts = (found.value.year, found.value.month, found.value.day)
    return "-".join(str(part) for part in parts if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ban hành ngày 07/4/2014, hết hạn 15/12/2022.", ["2014-4-7", "2022-12-15"]),
        ("Hà Tĩnh, ngày 09 tháng 3 năm 2022", ["2022-3-9"]),
        ("Hà Nam, ngày tháng 3 năm 2022", ["2022-3"]),
        ("Đắk Nông, ngày …… tháng 3 năm 2022", ["2022-3"]),
        ("ngày     tháng     năm 2022", ["2022"]),
        ("thi đấu trong tháng 6/2022 (dự kiến)", ["2022-6"]),
        ("tháng 3 năm 2022", ["2022-3"]),
        ("nộp 6/2022", ["2022-6"]),
        ("12/9/1930-12/9/2022", ["1930-9-12", "2022-9-12"]),
        ("(03/02/1930 – 03/02/2022)", ["1930-2-3", "2022-2-3"]),
        ("trước ngày 25/6/2022; 25/9/2022", ["2022-6-25", "2022-9-25"]),
        ("hạn 2022-03-09.", ["2022-3-9"]),
        ("ngày 09.3.2022", ["2022-3-9"]),
        ("từ ngày 01/7/2022 đến ngày 31/12/2022:", ["2022-7-1", "2022-12-31"]),
        # The year of the far end holds for the near one.
        ("Từ 01 tháng 01 đến 30 tháng 6 năm 2022", ["2022-1-1", "2022-6-30"]),
        ("từ 01 tháng 7 đến 20/11/2022", ["2022-7-1", "2022-11-20"]),
        ("từ ngày 15/6 đến hết ngày 20/11/2022", ["2022-6-15", "2022-11-20"]),
        ("từ 01 tháng 12 đến 20/01/2023", ["01 tháng 12 no_year", "2023-1-20"]),
        ("ngày 31 tháng 6 đến 20/11/2022", ["ngày 31 tháng 6 short_month", "2022-11-20"]),
        ("gửi trước ngày 25/6", ["25/6 no_year"]),
        ("sinh ngày 26/31931", ["26/31931 malformed"]),
        ("ngày 31/02/2022", ["31/02/2022 short_month"]),
        ("đến năm 20201", ["năm 20201 malformed"]),
        ("Ngày: 30/3/22", ["30/3/22 short_year"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    found = find_dates(text)
    assert [told(one) for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 91/2017/NĐ-CP",
        "Luật số 06/2022/QH15",
        "Chỉ thị số 02/CT-UBND",
        "số 01/2022 của tỉnh",
        "giai đoạn 2021-2025 (2021 - 2025)",
        "năm 2022",
        "đạt 3/4 chỉ tiêu, tăng 8,76%",
        "tỷ lệ 10/12345",
        "19.663 tỷ đồng, 174.186,0 tỷ đồng",
        "Đợt 1, mục 2.1.2, Điều 5",
        "ngày 25 tháng cuối cùng của Quý",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_missing_stroke_is_suggested() -> None:
    assert find_dates("26/31931")[0].suggestion == "26/3/1931"


def test_years_stand_alone() -> None:
    text = "năm 2022, ngày 09 tháng 3 năm 2021, Năm 2018; năm 2021-2025; năm học 2024"
    assert [told(one) for one in find_years(text)] == ["2022", "2018"]
    assert find_years(text, find_dates(text)) == find_years(text)


PIECES = st.sampled_from(
    [
        "ngày",
        "tháng",
        "năm",
        "đến",
        "25",
        "6",
        "2022",
        "31931",
        "/",
        "-",
        ".",
        "…",
        " ",
        "\n",
        "số ",
        "/NĐ-CP",
        "0",
    ]
)


@settings(deadline=None, max_examples=120)
@given(st.text() | st.lists(PIECES, max_size=14).map("".join))
def test_any_text_can_be_searched(text: str) -> None:
    ends = 0
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= ends
        assert (found.value is None) == bool(found.reason)
        ends = found.end
    find_years(text)
