from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.vietnamese.bodies import body_key, compatible_bodies, place_of

NAMES = st.sampled_from(
    [
        "UBND tỉnh",
        "Ủy ban nhân dân tỉnh Hà Tĩnh",
        "Bộ Chính trị",
        "Bộ Chính trị khóa XII",
        "Tỉnh ủy Đắk Nông",
        "TĐ-KT",
    ]
)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban Nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("TT. HĐND", "TT Hội đồng nhân dân"),
        ("Ban TĐKT", "Ban Thi đua - Khen thưởng"),
        ("Ban TĐ-KT", "Ban Thi đua, khen thưởng"),
        ("Ban TĐ - KT", "Ban Thi đua – Khen thưởng"),
        ("HĐTĐKT tỉnh", "Hội đồng Thi đua - Khen thưởng tỉnh"),
        ("Ủy ban MTTQ Việt Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("BCH TW", "Ban Chấp hành Trung ương"),
        ("BCH T.Ư", "Ban Chấp hành Trung ương"),
        ("TP. Hà Nội", "thành phố Hà Nội"),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GD & ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ],
)
def test_abbreviations_are_expanded(short: str, full: str) -> None:
    assert body_key(short) == body_key(full)


@pytest.mark.parametrize("name", ["Sở Kế hoạch và Đầu tư", "Sở Tư pháp", "Ban Dân vận"])
def test_plain_words_stay(name: str) -> None:
    assert body_key(name) == name.lower()


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("UBND tỉnh Gia Lai", "Gia Lai"),
        ("UBND TỈNH GIA LAI", "GIA LAI"),
        ("Ban Thường vụ Tỉnh ủy Đắk Nông", "Đắk Nông"),
        ("Thành uỷ Gia Nghĩa", "Gia Nghĩa"),
        ("UBND TP. Hà Nội", "Hà Nội"),
        ("UBND phường 5", "5"),
        ("UBND thị xã Ba Đồn (b/c)", "Ba Đồn"),
        ("UBND xã Ia Der huyện Ia Grai", "Ia Der"),
        ("Ủy ban nhân dân thành phố Gia Nghĩa, tỉnh Đắk Nông", "Gia Nghĩa"),
        ("UBND tỉnh", None),
        ("Sở Lao động - Thương binh và Xã hội", None),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", None),
        ("Tỉnh ủy", None),
        ("Sở Công Thương Hà Nam", None),
        ("", None),
    ],
)
def test_place(name: str, place: str | None) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("Tỉnh uỷ", "Tỉnh ủy Đắk Nông"),
        ("Bộ Chính trị", "Bộ Chính trị khóa XII"),
        ("Sở Công Thương", "Sở Công Thương Hà Nam"),
        ("Sở Công Thương", "Sở Công Thương tỉnh Gia Lai"),
    ],
)
def test_compatible(one: str, other: str) -> None:
    assert compatible_bodies(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Kon Tum", "UBND tỉnh Gia Lai"),
        ("UBND tỉnh", "UBND huyện"),
        ("UBND tỉnh", "HĐND tỉnh"),
        ("Chính phủ", "Thủ tướng Chính phủ"),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh"),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
    ],
)
def test_incompatible(one: str, other: str) -> None:
    assert not compatible_bodies(one, other)


@settings(deadline=None, max_examples=60)
@given(st.text() | NAMES, st.text() | NAMES)
def test_compatibility_is_symmetric_and_every_name_goes_with_itself(one: str, other: str) -> None:
    assert compatible_bodies(one, one)
    assert compatible_bodies(one, other) == compatible_bodies(other, one)
    assert body_key(body_key(one)) == body_key(one)
    place_of(one)
