"""What collective titles ask for in heads."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.quotas.requirements import Requirement, requirements
from thidua_cli.law.rulings.conditions import judge_floor
from thidua_cli.law.rulings.rules import rules

BEFORE, AFTER = date(2023, 12, 31), date(2024, 1, 1)


def asked(code: str, title: str, counts: dict[str, int], day: date) -> Requirement:
    found = {one.rule.code: one for one in requirements(rules().values(), title, counts, day)}
    return found[code]


@pytest.mark.parametrize(
    ("people", "before", "after"),
    [(1, 1, 1), (2, 2, 2), (3, 2, 3), (9, 5, 7), (10, 6, 7), (11, 6, 8), (20, 11, 14), (100, 51, 70)],
)
def test_how_many_of_a_collective_must_hold_the_title(people: int, before: int, after: int) -> None:
    for day, needed in ((BEFORE, before), (AFTER, after)):
        one = asked("TD302", "TTLDTT", {"tong_so": people}, day)
        assert (one.base, one.needed, one.have, one.lacking) == (people, needed, None, None)
        # The floor is met by that many, and by no fewer.
        assert judge_floor(needed, people, one.number).ruling is Ruling.PASS
        assert judge_floor(needed - 1, people, one.number).ruling is Ruling.FAIL


def test_the_product_and_what_is_lacking() -> None:
    one = asked("TD302", "TTLDTT", {"tong_so": 9, "ldtt": 6}, AFTER)
    assert (one.product, one.needed, one.have, one.lacking) == (Fraction(63, 10), 7, 6, 1)
    assert asked("TD302", "TTLDTT", {"tong_so": 9, "ldtt": 8}, AFTER).lacking == 0


def test_counts_that_no_share_is_of() -> None:
    least = asked("TD306", "TTLDXS", {"cstdcs": 0}, AFTER)
    assert (least.needed, least.lacking, least.at_most) == (1, 1, False)
    most = asked("TD304", "TTLDTT", {"canh_cao": 2}, AFTER)
    assert (most.needed, most.lacking, most.at_most) == (0, 2, True)


def test_without_the_size_nothing_is_reckoned() -> None:
    one = asked("TD302", "TTLDTT", {"ldtt": 6}, AFTER)
    assert (one.base, one.product, one.needed, one.lacking) == (None, None, None, None)


def test_only_what_the_law_of_the_day_asks_of_the_title() -> None:
    codes = {one.rule.code for one in requirements(rules().values(), "TTLDXS", {}, AFTER)}
    assert {"TD303", "TD305", "TD306"} <= codes
    assert not codes & {"TD302", "TD304", "TD307"}
    assert list(requirements(rules().values(), "TTLDXS", {}, date(2016, 1, 1))) == []
