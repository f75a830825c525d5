"""Which line of a letterhead is which component."""

from __future__ import annotations

import pytest
from written_documents import ISSUER, NUMBER, PARENT, check, head
from written_heads import LAYOUTS
from written_lines import Rows, word_file, written

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.recognition.anatomy import recognise


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_head(layout: list[str | Rows]) -> None:
    check(layout)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ỦY BAN NHÂN DÂN", "TỈNH NAM HẢI"),
        ("HỘI ĐỒNG NHÂN DÂN", "XÃ HÒA BÌNH"),
        ("BẢO HIỂM XÃ HỘI", "THÀNH PHỐ NAM HẢI"),
        ("CỤC THUẾ", "PHƯỜNG AN LẠC"),
    ],
)
@pytest.mark.parametrize("joint", ["\n", ""])
def test_a_name_over_two_bold_lines_is_that_of_the_issuer(first: str, second: str, joint: str) -> None:
    names = [f"{{cb}}{first}{joint}{second}"] if joint else [f"{{cb}}{first}", f"{{cb}}{second}"]
    found = recognise(word_file(written(*head([*names, "---", NUMBER]))))
    names = [(each.component.name, each.group) for each in found.of(Component.PARENT, Component.ISSUER)]
    assert names == [("ISSUER", 0)] * (1 if joint else 2)


@pytest.mark.parametrize("name", ["TỈNH ĐOÀN HÀ NAM", "TỈNH ỦY HÀ NAM"])
def test_a_body_of_a_province_is_no_rest_of_a_name(name: str) -> None:
    found = recognise(word_file(written(*head(["{cb}SỞ NỘI VỤ", f"{{cb}}{name}", "---", NUMBER]))))
    assert [each.group for each in found.of(Component.PARENT, Component.ISSUER)] == [0, 1]


@pytest.mark.parametrize(
    ("names", "sure"),
    [
        ((PARENT, ISSUER), 100),
        (("{c}UBND TỈNH HÀ NAM", "{c}SỞ CÔNG THƯƠNG"), 90),
        (("{cb}UBND TỈNH HÀ NAM", ISSUER), 85),
        (("{cb}SỞ NỘI VỤ", "---", "{cb}UBND TỈNH HÀ NAM"), 95),
        (("{cb}PHÒNG MỘT", "{cb}UBND TỈNH HÀ NAM"), 70),
    ],
)
def test_how_sure_the_first_name_is(names: tuple[str, ...], sure: int) -> None:
    found = recognise(word_file(written(*head([*names, NUMBER]))))
    assert found.lines[0].sure == sure
