"""Data on persons in running text and in the headings of columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.vietnamese.personal_data import find_personal, masked, personal_column


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("ông A, ĐT 0912 345 678.", "phone", "0912 345 678"),
        ("gọi +84 912345678", "phone", "+84 912345678"),
        ("gọi 0912.345.678", "phone", "0912.345.678"),
        ("CCCD: 001203004567", "identity", "001203004567"),
        ("Căn cước công dân số 001203004567", "identity", "001203004567"),
        ("CMND 123456789", "identity", "123456789"),
        ("số 034203000123 cấp tại", "identity", "034203000123"),
        ("STK 0123 4567 8901 ngân hàng", "account", "0123 4567 8901"),
        ("gửi nguyen.van-a@gmail.com.", "email", "nguyen.van-a@gmail.com"),
    ],
)
def test_found(text, kind, found):
    assert [(each.kind, text[each.start : each.end]) for each in find_personal(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "19.663.000.000 đồng",
        "0912345678/QĐ-UBND",
        "điện thoại 0236 3822 217",
        "mã 123456789012",
        "123456789",
        "0912345678,5",
        "091234567",
        "09123456789",
        "034503000123",  # no such sex and century
        "2021-2025",
        "@",
        "",
    ],
)
def test_what_only_resembles(text):
    assert list(find_personal(text)) == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Số CCCD", "identity"),
        ("Số điện thoại", "phone"),
        ("Ngày sinh", "birth"),
        ("Số tài khoản", "account"),
        ("Email", "email"),
        ("Nơi ở", "address"),
        ("Đơn vị", ""),
        ("Số người", ""),
        ("", ""),
    ],
)
def test_columns(heading, kind):
    assert personal_column(heading) == kind


def test_a_message_repeats_only_the_ends():
    assert masked(" 0912 345 678 ") == "09…78"
    assert masked("0912") == "…"


@given(st.text(max_size=200))
def test_any_text_ends(text):
    for found in find_personal(text):
        assert 0 <= found.start < found.end <= len(text)
