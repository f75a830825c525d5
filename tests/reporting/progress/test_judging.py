"""The boundary cases: exactly reached, missed by 0,01, no figure, every kind of aim."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua_cli.plan.target import Target
from thidua_cli.reporting.actuals.actual import Actual, read_actual
from thidua_cli.reporting.progress.judging import judge
from thidua_cli.reporting.progress.progress import Progress
from thidua_cli.reporting.progress.states import State
from thidua_cli.reporting.targets import ratio_text
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.reporting.progress.states import Judged

TURNOVER = {"value": "110 tỷ đồng", "growth": "tăng 10%"}
REACHED, MISSED, UNKNOWN = State.REACHED, State.MISSED, State.UNKNOWN


def target(**fields: Any) -> Target:
    return Target.model_validate({"id": "a", "measure": "Chỉ tiêu", **fields})


def judged(wanted: Target, text: str) -> Judged:
    actual = read_actual(text)
    assert isinstance(actual, Actual)
    return judge(wanted, actual)


@pytest.mark.parametrize(
    ("value", "text", "state"),
    [
        ("90%", "90%", REACHED),
        ("90%", "89,99%", MISSED),
        ("90%", "9/10", REACHED),
        ("90%", "899/1000", MISSED),
        ("ít nhất 80%", "80%", REACHED),
        ("ít nhất 80%", "79,99%", MISSED),
        ("trên 80%", "80%", MISSED),
        ("trên 80%", "80,01%", REACHED),
        ("không quá 5 vụ", "5 vụ", REACHED),
        ("không quá 5 vụ", "6 vụ", MISSED),
        ("không quá 5 vụ", "không có", REACHED),
        ("dưới 5%", "5%", MISSED),
        ("dưới 5%", "4,99%", REACHED),
        ("từ 15 đến 20%", "15%", REACHED),
        ("từ 15 đến 20%", "14,99%", MISSED),
        ("từ 15 đến 20%", "20%", REACHED),
        ("từ 15 đến 20%", "20,01%", REACHED),
        ("không", "không", REACHED),
        ("không", "0 vụ", REACHED),
        ("không", "01 vụ", MISSED),
        ("không", "có", MISSED),
        ("đạt", "đạt", REACHED),
        ("đạt", "không", MISSED),
        ("19.663 tỷ đồng", "19.663 tỷ đồng", REACHED),
        ("19.663 tỷ đồng", "19.662,99 tỷ đồng", MISSED),
        ("19.663 tỷ đồng", "19.663.000 triệu đồng", REACHED),
        ("19.663 tỷ đồng", "19.662.999 triệu đồng", MISSED),
        ("19.663 tỷ đồng", "470 triệu USD", UNKNOWN),
        ("19.663 tỷ đồng", "19.663.000", UNKNOWN),  # without a unit, and a thousand times too much
        ("90%", "0,9", UNKNOWN),
        ("90%", "91", REACHED),
        ("57,500 tỷ đồng", "58 tỷ đồng", UNKNOWN),
        ("khoảng 90%", "90%", REACHED),
        ("khoảng 90%", "89%", UNKNOWN),
        ("90%", "không đạt", MISSED),
        ("90%", "rất tốt", UNKNOWN),
        ("giảm 5%", "giảm 5%", REACHED),
        ("giảm 5%", "giảm 4,99%", MISSED),
        ("giảm 5%", "tăng 6%", MISSED),
        ("giảm 5%", "6%", UNKNOWN),
    ],
)
def test_values(value: str, text: str, state: State) -> None:
    assert judged(target(value=value), text).state is state


@pytest.mark.parametrize(
    ("fields", "text", "state"),
    [
        ({"growth": "tăng 8,76%"}, "tăng 8,76%", REACHED),
        ({"growth": "tăng 8,76%"}, "tăng 8,75%", MISSED),
        ({"growth": "tăng 8,76%"}, "9%", REACHED),
        ({"growth": "tăng 8,76%"}, "giảm 9%", MISSED),
        ({"growth": "giảm 31,2%"}, "giảm 31,2%", REACHED),
        ({"growth": "giảm 31,2%"}, "giảm 31,1%", MISSED),
        ({"growth": "giảm 31,2%"}, "32%", UNKNOWN),
        (
            {"growth": "tăng 10%", "baseline": {"period": "2021", "value": "100 tỷ đồng"}},
            "110 tỷ đồng",
            REACHED,
        ),
        (
            {"growth": "tăng 10%", "baseline": {"period": "2021", "value": "100 tỷ đồng"}},
            "109,99 tỷ đồng",
            MISSED,
        ),
        ({"growth": "tăng 10%"}, "110 tỷ đồng", UNKNOWN),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "86 triệu USD", UNKNOWN),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "86 triệu USD, giảm 31,2%", REACHED),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "85 triệu USD (giảm 31,1%)", MISSED),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "86,01 triệu USD; giảm 32%", MISSED),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "86 tỷ đồng, giảm 32%", UNKNOWN),
        ({**TURNOVER, "baseline": {"period": "2021", "value": "100 tỷ đồng"}}, "110 tỷ đồng", REACHED),
        ({**TURNOVER, "baseline": {"period": "2021", "value": "101 tỷ đồng"}}, "110 tỷ đồng", MISSED),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "86,01 triệu USD", MISSED),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "giảm 32%", UNKNOWN),
        ({"value": "86 triệu USD", "growth": "giảm 31,2%"}, "giảm 31,1%", MISSED),
        ({"value": "2%", "direction": "giam"}, "2%", REACHED),
        ({"value": "2%", "direction": "giam"}, "2,01%", MISSED),
        ({"direction": "tang", "baseline": {"period": "2021", "value": "70"}}, "70,01", REACHED),
        ({"direction": "tang", "baseline": {"period": "2021", "value": "70"}}, "70", MISSED),
        ({"direction": "giam"}, "giảm 3%", REACHED),
        ({"direction": "tang"}, "80", UNKNOWN),
        ({"direction": "cai-thien"}, "đạt", REACHED),
        ({"direction": "cai-thien"}, "65", UNKNOWN),
        ({"rating": "hoàn thành tốt nhiệm vụ trở lên"}, "Hoàn thành xuất sắc nhiệm vụ", REACHED),
        ({"rating": "hoàn thành tốt nhiệm vụ"}, "Hoàn thành tốt nhiệm vụ", REACHED),
        ({"rating": "hoàn thành xuất sắc nhiệm vụ"}, "hoàn thành tốt nhiệm vụ", MISSED),
        ({"rating": "trong sạch vững mạnh"}, "đạt trong sạch vững mạnh", REACHED),
        ({"rating": "trong sạch vững mạnh"}, "khá", UNKNOWN),
    ],
)
def test_growth_direction_and_rating(fields: dict[str, Any], text: str, state: State) -> None:
    assert judged(target(**fields), text).state is state


@pytest.mark.parametrize(
    ("text", "part"), [("86 triệu USD", "giảm 31,2%"), ("giảm 31,3%", "86 triệu USD"), ("đạt", "")]
)
def test_the_part_that_is_not_told_is_named(text: str, part: str) -> None:
    assert judged(target(value="86 triệu USD", growth="giảm 31,2%"), text).part == part


def test_a_range_that_is_passed_is_told() -> None:
    assert judged(target(value="từ 15 đến 20%"), "20,01%").reason == "above_range"
    assert judged(target(value="từ 15 đến 20%"), "20%").reason == ""


@given(st.integers(1, 10**6), st.integers(1, 9_999))
def test_a_share_of_heads_is_exact(whole: int, hundredths: int) -> None:
    """A share is reached just where the fraction is, however near it lies."""
    share = Fraction(hundredths, 100)
    aim = target(value=f"ít nhất {format_number(Decimal(hundredths) / 100, 2)}%")
    part = int(share * whole / 100)
    for heads in {part, min(whole, part + 1)}:
        found = judge(aim, Actual("", Fraction(heads * 100, whole), "%"))
        assert (found.state is REACHED) == (Fraction(heads * 100, whole) >= share)


@given(st.fractions(min_value=0, max_value=2, max_denominator=10**9))
@example(Fraction(99_999, 100_000))
def test_what_misses_is_never_printed_as_all_of_it(ratio: Fraction) -> None:
    missed = ratio_text(Progress(target(), None, MISSED, ratio))
    usual = format_number(ratio * 100, 2)
    assert missed == ("99,99" if ratio < 1 and usual == "100,00" else usual)


def test_a_ratio_is_rounded_half_up() -> None:
    assert ratio_text(Progress(target(), None, MISSED, Fraction(8, 63) / Fraction(15, 100))) == "84,66"
