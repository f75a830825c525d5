from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.citations_in_prose import FoundCitation, find_citations
from thidua_cli.vietnamese.dates_in_prose import find_dates
from thidua_cli.vietnamese.printed_dates import format_short

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def told(found: FoundCitation) -> tuple[str, str, str, str, str]:
    when = format_short(found.date) if found.date else ""
    return found.kind, found.number or "", when, found.issuer or "", found.title or ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về “Đổi mới”; các văn bản khác.",
            [("chi-thi", "34-CT/TW", "07/4/2014", "Bộ Chính trị", "")],
        ),
        (
            "theo Nghị định 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định chi tiết",
            [("nghi-dinh", "91/2017/NĐ-CP", "31/7/2017", "Chính phủ", "")],
        ),
        (
            "Kế hoạch số 177/KH-UBND ngày 25/5/2021 về phong trào",
            [("ke-hoach", "177/KH-UBND", "25/5/2021", "", "")],
        ),
        (
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị khóa XII về học tập",
            [("chi-thi", "05-CT/TW", "15/5/2016", "Bộ Chính trị khóa XII", "")],
        ),
        (
            "Nghị quyết số 04-NQ/TW ngày 30/10/2016 của Ban Chấp hành Trung ương Đảng (Khóa XII) về xây dựng",
            [("nghi-quyet", "04-NQ/TW", "30/10/2016", "Ban Chấp hành Trung ương Đảng (Khóa XII)", "")],
        ),
        (
            "Chỉ thị số 01/CTLT-BCT-CDCT ngày 16/01/2018 của Bộ Công Thương - Công đoàn Công Thương Việt Nam"
            " về tổ chức",
            [
                (
                    "chi-thi",
                    "01/CTLT-BCT-CDCT",
                    "16/01/2018",
                    "Bộ Công Thương - Công đoàn Công Thương Việt Nam",
                    "",
                )
            ],
        ),
        (
            "Chỉ thị số 34-CT/TW và Chỉ thị số 20-CT/TU ngày 07 tháng 11 năm 2014 của Tỉnh ủy Đắk Nông.",
            [
                ("chi-thi", "34-CT/TW", "", "", ""),
                ("chi-thi", "20-CT/TU", "07/11/2014", "Tỉnh ủy Đắk Nông", ""),
            ],
        ),
        (
            "(theo Chỉ thị số 45/CT-TTg ngày 31/12/2020 của Thủ tướng Chính phủ); tiếp",
            [("chi-thi", "45/CT-TTg", "31/12/2020", "Thủ tướng Chính phủ", "")],
        ),
        (
            "Nghị quyết số 04-NQ/TW của Bộ Chính trị ngày 30/10/2016 về",
            [("nghi-quyet", "04-NQ/TW", "30/10/2016", "Bộ Chính trị", "")],
        ),
        (
            "Quyết định số 12/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch và các đơn vị",
            [("quyet-dinh", "12/QĐ-BVHTTDL", "", "Bộ Văn hóa, Thể thao và Du lịch", "")],
        ),
        (
            "Thông tư liên tịch số 05/2014/TTLT-BNV-BTC của Bộ Nội vụ và Bộ Tài chính hướng dẫn",
            [("thong-tu-lien-tich", "05/2014/TTLT-BNV-BTC", "", "Bộ Nội vụ và Bộ Tài chính", "")],
        ),
        (
            "Quyết định số 7/QĐ-UBND của UBND TP. Hà Nội, giao",
            [("quyet-dinh", "7/QĐ-UBND", "", "UBND TP. Hà Nội", "")],
        ),
        (
            "Nghị định số 98/2023/NĐ-CP\nngày 31/12/2023 của\nChính phủ;",
            [("nghi-dinh", "98/2023/NĐ-CP", "31/12/2023", "Chính phủ", "")],
        ),
        (
            "Quyết định số 7/QĐ-SCT của Sở Công Thương\n\nNơi nhận",
            [("quyet-dinh", "7/QĐ-SCT", "", "Sở Công Thương", "")],
        ),
        (
            "Quyết định số 7/QĐ-SCT của Sở Công Thương\n- Mục",
            [("quyet-dinh", "7/QĐ-SCT", "", "Sở Công Thương", "")],
        ),
        # Faulty symbols are found as they stand.
        ("Chỉ thị số 19/-CT/TU ngày 17/10/2014", [("chi-thi", "19/-CT/TU", "17/10/2014", "", "")]),
        ("Chỉ thị số 34 - CT/TW ngày 07/4/2014", [("chi-thi", "34 - CT/TW", "07/4/2014", "", "")]),
        ("chỉ thị số 02/ct-ubnd", [("chi-thi", "02/ct-ubnd", "", "", "")]),
        ("Chỉ thị số 20/CT ngày 31/02/2022 của UBND tỉnh", [("chi-thi", "20/CT", "", "UBND tỉnh", "")]),
        ("CHỈ THỊ SỐ 5", []),
        ("Chỉ thị 05 ngày 15/5/2016 của Bộ Chính trị", [("chi-thi", "05", "15/5/2016", "Bộ Chính trị", "")]),
        ("Chỉ thị số 05 của Bộ Chính trị", [("chi-thi", "05", "", "Bộ Chính trị", "")]),
        ("Quyết định ngày 05/3/2022 của UBND tỉnh về", [("quyet-dinh", "", "05/3/2022", "UBND tỉnh", "")]),
        # Laws go by their name.
        ("Luật Thi đua, khen thưởng năm 2013;", [("luat", "", "2013", "", "Luật Thi đua, khen thưởng")]),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013",
            [("luat", "", "2013", "", "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng")],
        ),
        (
            "Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022 của Quốc hội",
            [("luat", "06/2022/QH15", "15/6/2022", "Quốc hội", "Luật Thi đua, khen thưởng")],
        ),
        ("Luật số 06/2022/QH15", [("luat", "06/2022/QH15", "", "", "")]),
        ("thi hành Luật Thi đua, khen thưởng và", [("luat", "", "", "", "Luật Thi đua, khen thưởng")]),
        ("Luật An ninh mạng năm 2018", [("luat", "", "2018", "", "Luật An ninh mạng")]),
        # So do resolutions of congresses and five-year plans.
        (
            "Nghị quyết Đại hội Đại biểu toàn quốc lần thứ XIII của Đảng; Nghị quyết Đại hội Đảng bộ tỉnh XIX"
            " và Kế hoạch 05 năm 2021-2025",
            [
                ("nghi-quyet", "", "", "", "Nghị quyết Đại hội Đại biểu toàn quốc lần thứ XIII của Đảng"),
                ("nghi-quyet", "", "", "", "Nghị quyết Đại hội Đảng bộ tỉnh XIX"),
                ("ke-hoach", "", "", "", "Kế hoạch 05 năm 2021-2025"),
            ],
        ),
        (
            "Nghị quyết Đại hội Đảng bộ thành phố Gia Nghĩa khóa XII, nhiệm kỳ 2020-2025\n\nỦy ban",
            [
                (
                    "nghi-quyet",
                    "",
                    "",
                    "",
                    "Nghị quyết Đại hội Đảng bộ thành phố Gia Nghĩa khóa XII, nhiệm kỳ 2020-2025",
                )
            ],
        ),
        (
            "kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025;",
            [("ke-hoach", "", "", "", "kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025")],
        ),
    ],
)
def test_found(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    found = find_citations(text)
    assert [told(one) for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Số: 04/KH-HĐTĐKT",
        "ban hành Kế hoạch hoạt động thi đua năm 2022 của Khối",
        "chính sách, pháp luật của Nhà nước trong năm 2022",
        "các luật sư năm 2022; luật thi đua",
        "pháp luật thi đua, khen thưởng; pháp luật Viên chức",
        "kế hoạch ngày 5/3/2022 của đơn vị",
        "Báo cáo 6 tháng, 9 tháng (trước ngày 25/6/2022)",
        "Kế hoạch ngày 5/3/2022",
        "Chương trình 135 và các chương trình khác",
        "Nghị quyết của HĐND thành phố về phương hướng",
        "chỉ tiêu 100% đơn vị; quyết định 12 đơn vị",
    ],
)
def test_no_citation(text: str) -> None:
    assert find_citations(text) == []


WORDS = ["Chỉ thị", "Luật", "Nghị quyết", "Đại hội", "Kế hoạch", "của", "Bộ Chính trị", "và", "năm 2013"]
SIGNS = [" ", " số ", "34", "-CT/TW", "/", " ngày ", "07/4/2014", ",", ".", "\n", "(Khóa XII)", "- "]
PIECES = st.sampled_from([*WORDS, *SIGNS, "Thi đua, khen thưởng"])


@settings(deadline=None, max_examples=150)
@given(st.text() | st.lists(PIECES, max_size=16).map("".join))
def test_any_text_can_be_searched(text: str) -> None:
    ends = 0
    for found in find_citations(text):
        assert text[found.start : found.end] == found.text
        assert ends <= found.start < found.end
        ends = found.end


# Counted by reading the five real campaigns: dates of day or month, and documents a reader could fetch.
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real campaigns are kept outside the project")
@pytest.mark.parametrize(
    ("seed", "dates", "citations"),
    [("000", 34, 21), ("001", 7, 4), ("002", 3, 7), ("003", 20, 6), ("004", 20, 10)],
)
def test_real_campaigns(seed: str, dates: int, citations: int) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    text = path.read_text(encoding="utf-8")
    assert len(find_dates(text)) == dates
    assert len(find_citations(text)) == citations
