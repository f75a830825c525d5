"""Units that were no more: each way of naming them, the days of change, and what looks back."""

from __future__ import annotations

import pytest

from thidua_cli.rules.consistency.administrative_units import unit_ceased

LAST, FIRST = "2025-06-30", "2025-07-01"


@pytest.fixture
def told(edit):
    def run(text, day):
        loaded = edit({"document.date": day, "outline.0.items.1": text})
        return [
            (finding.variant, finding.values["name"], finding.values.get("now"))
            for finding in unit_ceased(loaded)
        ]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND tỉnh Bình Định", [("merged", "tỉnh Bình Định", "tỉnh Gia Lai")]),
        ("Tỉnh Hà Nam Ban Thi đua", [("merged", "Tỉnh Hà Nam", "tỉnh Ninh Bình")]),
        ("tỉnh Bà Rịa - Vũng Tàu", [("merged", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh")]),
        ("UBND huyện Phù Cát", [("", "huyện Phù Cát", None)]),
        ("Quận 1", [("", "Quận 1", None)]),
        ("thành phố Quy Nhơn", [("", "thành phố Quy Nhơn", None)]),
        ("thành phố Hà Tĩnh", [("", "thành phố Hà Tĩnh", "tỉnh Hà Tĩnh")]),
        ("UBND cấp huyện", [("level", "cấp huyện", None)]),
        ("các huyện, thị xã", [("level", "các huyện", None)]),
        ("Huyện ủy", [("level", "Huyện ủy", None)]),
    ],
)
def test_told_from_the_first_day_on(told, text, found):
    assert told(text, FIRST) == found
    assert told(text, LAST) == []


@pytest.mark.parametrize(
    "text",
    [
        "tỉnh Gia Lai, TP. Huế, thành phố Hải Phòng, tỉnh Hà Tĩnh",
        "tỉnh Bình Định (cũ)",
        "trước đây là tỉnh Hà Nam",
        "sau khi hợp nhất tỉnh Ninh Bình, tỉnh Hà Nam và tỉnh Nam Định",
        "Quyết định số 12/QĐ-UBND ngày 03/3/2022 của UBND tỉnh Bình Định",
        "các tỉnh, thành phố",
        "toàn tỉnh; trong tỉnh Đảng bộ",
        "huyện nghèo",
    ],
)
def test_what_stands_or_looks_back_is_silent(told, text):
    assert told(text, FIRST) == []


def test_a_province_that_became_a_city(told):
    assert told("tỉnh Đồng Nai", "2026-04-29") == []
    assert told("tỉnh Đồng Nai", "2026-04-30") == [("other-kind", "tỉnh Đồng Nai", "thành phố Đồng Nai")]


def test_a_change_whose_source_is_weak_is_not_held_against_a_text(told):
    assert told("tỉnh Bắc Ninh", "2026-09-20") == []


def test_each_way_of_naming_it_once(told):
    assert len(told("tỉnh Bình Định, tỉnh Bình Định, Tỉnh Bình Định", FIRST)) == 2
