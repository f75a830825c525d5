from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.rules import DatedValue, rule
from thidua_cli.law.rulings.stated import Measure, Stated
from thidua_cli.law.rulings.stated_floors import judge_aim


def floor_on(day: date) -> DatedValue:
    number = rule("TD302").on(day)
    assert number is not None
    return number


OLD, NEW = floor_on(date(2023, 12, 31)), floor_on(date(2024, 1, 1))


def share(low: int, high: int | None = None) -> Stated:
    top = low if high is None else high
    return Stated(f"{low}%", Measure.SHARE, Fraction(low, 100), Fraction(top, 100), "nhan-su")


@pytest.mark.parametrize(
    ("aim", "number", "every", "ruling", "variant"),
    [
        (share(51), OLD, True, Ruling.PASS, "chi-tieu-du"),
        (share(50), OLD, True, Ruling.FAIL, "chi-tieu-thieu"),
        (share(50), OLD, False, Ruling.UNDECIDED, "tuy-tap-the"),
        (share(70), NEW, True, Ruling.PASS, "chi-tieu-du"),
        (share(69), NEW, True, Ruling.FAIL, "chi-tieu-thieu"),
        (share(60, 80), NEW, True, Ruling.UNDECIDED, "tuy-tap-the"),
    ],
)
def test_judge_aim(aim: Stated, number: DatedValue, every: bool, ruling: Ruling, variant: str) -> None:
    found = judge_aim(aim, number, every=every)
    assert (found.ruling, found.variant) == (ruling, variant)


@pytest.mark.parametrize(
    "unclear",
    [
        replace(share(90), excluded=frozenset({"lãnh đạo Sở"})),
        replace(share(90), gap="mo-ho"),
        replace(share(90), high=None),
        replace(share(90), measure=Measure.HEADS),
    ],
)
def test_a_share_of_not_everybody_decides_nothing(unclear: Stated) -> None:
    found = judge_aim(unclear, NEW, every=True)
    assert (found.ruling, found.variant) == (Ruling.UNDECIDED, "chi-tieu-chua-ro")


def test_the_step_is_shown() -> None:
    assert judge_aim(share(60, 80), NEW, every=True).trace == ("60% < 70%", "80% > 70%")
