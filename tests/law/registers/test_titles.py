from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.law.registers.titles import names_only, title_of, titles


@pytest.mark.parametrize(
    ("text", "holder", "expected"),
    [
        ("LDTT", None, "LDTT"),
        ("ldtt", None, "LDTT"),
        ("LĐTT", None, "LDTT"),
        ("Lao động tiên tiến", None, "LDTT"),
        ("lao  động tiên tiến", "ca-nhan", "LDTT"),
        ("Lao động tiên tiến", "tap-the", "TTLDTT"),
        ("danh hiệu “Lao động tiên tiến”", None, "LDTT"),
        ("Chiến sĩ thi đua cơ sở", None, "CSTDCS"),
        ("Chiến sỹ thi đua cơ sở", None, "CSTDCS"),
        ("chiến sỹ thi đua cấp cơ sở", None, "CSTDCS"),
        ("CSTĐCS", None, "CSTDCS"),
        ("CSTĐ cơ sở", None, "CSTDCS"),
        ("đạt danh hiệu Chiến sĩ thi đua cơ sở", None, "CSTDCS"),
        ("Chiến sỹ thi đua cấp tỉnh", None, "CSTDT"),
        ("Chiến sỹ thi đua cấp tỉnh hoặc ngành", None, None),
        ("Tập thể Lao động xuất sắc", "tap-the", "TTLDXS"),
        ("Lao động xuất sắc", "tap-the", "TTLDXS"),
        ("Cờ thi đua của UBND tỉnh", None, "CTDT"),
        ("Cờ thi đua của UBND thành phố", None, "CTDT"),
        ("Cờ thi đua của Chính phủ", None, "CTDCP"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", None, "BKT"),
        ("Giấy khen", "ca-nhan", "GK"),
        ("Giấy khen", "tap-the", "GK"),
        ("hoàn thành tốt nhiệm vụ", None, "HTTNV"),
        # Tones make the words: an unmarked name is no title, an unmarked code is.
        ("lao dong tien tien", None, None),
        ("LDTT", "tap-the", "LDTT"),
        ("Giá trị sản xuất công nghiệp", None, None),
        ("", None, None),
        # By whose hand: the level of the body decides which award it is.
        ("Giấy khen của Giám đốc Sở", None, "GK"),
        ("Giấy khen của Giám đốc Sở Công Thương", None, "GK"),
        ("Giấy khen của Thủ trưởng đơn vị/cơ quan", None, "GK"),
        ("Giấy khen của Chủ tịch UBND huyện/thành phố", None, "GK"),
        ("GK của Chủ tịch UBND TP Pleiku", None, "GK"),
        ("Giấy khen UBND phường Diên Hồng", None, "GKX"),
        ("Giấy khen của Công đoàn ngành", None, None),
        ("Bằng khen UBND tỉnh", None, "BKT"),
        ("Bằng khen của UBND tỉnh Gia Lai", None, "BKT"),
        ("BK của Chủ tịch UBND TP. Hồ Chí Minh", None, "BKT"),
        ("Bằng khen của tỉnh Gia Lai", None, "BKT"),
        # No city of the level of provinces, and bodies that are no ministry or province.
        ("Bằng khen của UBND thành phố Pleiku", None, None),
        ("Bằng khen của Tỉnh đoàn", None, None),
        ("Bằng khen của Bộ Chỉ huy quân sự tỉnh", None, None),
        ("Bằng khen", None, None),
        ("Bằng khen của Bộ Công Thương", None, "BKB"),
        ("Bằng khen của Bộ trưởng Bộ GD&ĐT", None, "BKB"),
        ("Bằng khen Thủ tướng Chính phủ", None, "BKTTG"),
        ("Kỷ niệm chương “Vì sự nghiệp Công Thương”", None, "KNC"),
        ("Kỷ niệm chương cấp bộ", None, "KNC"),
        ("Kỷ niệm chương của UBTVQH", None, "KNCQH"),
        ("Huân chương Đại đoàn kết toàn dân tộc", None, "HCDDK"),
        ("HCLĐ hạng III", None, "HCLD3"),
        ("CSTĐ cấp tỉnh Gia Lai", None, "CSTDT"),
        ("Chiến sĩ thi đua bộ, ban, ngành, tỉnh", None, "CSTDT"),
        ("Cờ thi đua của Bộ Công Thương", None, "CTDB"),
        # Two awards in one cell are none.
        ("Bằng khen của UBND tỉnh và Giấy khen của Giám đốc Sở", None, None),
        ("Bằng khen của UBND tỉnh; CSTĐCS", None, None),
        ("Kỷ niệm chương" + " rất" * 5_000 + " dài", None, None),
    ],
)
def test_title_of(text: str, holder: str | None, expected: str | None) -> None:
    found = title_of(text, holder)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize("title", titles().values(), ids=lambda title: title.id)
def test_every_name_leads_back_to_its_title(title) -> None:  # type: ignore[no-untyped-def]
    for name in (title.id, title.name, title.abbreviation, *title.spellings):
        assert title_of(name, title.holder) is title


def test_no_two_titles_share_a_name_for_one_holder() -> None:
    seen: dict[tuple[str, str], str] = {}
    for title in titles().values():
        for name in {title.name.casefold(), *(spelling.casefold() for spelling in title.spellings)}:
            for holder in (title.holder,) if title.holder else ("ca-nhan", "tap-the"):
                assert seen.setdefault((name, holder), title.id) == title.id


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        ("XTB", date(2025, 6, 30), "Xã, phường, thị trấn tiêu biểu"),
        ("XTB", date(2025, 7, 1), "Xã, phường, đặc khu tiêu biểu"),
        ("CSTDT", date(2023, 12, 31), "Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh, đoàn thể trung ương"),
        ("CSTDT", date(2024, 1, 1), "Chiến sĩ thi đua bộ, ban, ngành, tỉnh"),
        ("LDTT", date(2020, 1, 1), "Lao động tiên tiến"),
    ],
)
def test_names_changed_with_the_law(title: str, day: date, name: str) -> None:
    assert titles()[title].name_on(day) == name


def test_a_name_alone_does_not_tell_whose_it_is() -> None:
    assert names_only("Tặng Giấy khen", titles()["GK"])
    assert names_only("GK", titles()["GK"])
    assert not names_only("Giấy khen của Giám đốc Sở", titles()["GK"])


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    found = title_of(text)
    assert found is None or found.id in titles()
