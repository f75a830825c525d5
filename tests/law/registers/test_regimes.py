from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.law.registers.rating_regimes import rating_regimes_on
from thidua_cli.law.registers.regimes import governing, regime_on


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 6, 30), None),
        (date(2017, 9, 30), "R0"),
        (date(2017, 10, 1), "R1a"),
        (date(2019, 12, 31), "R1a"),
        (date(2020, 1, 1), "R1b"),
        (date(2023, 12, 31), "R1b"),
        (date(2024, 1, 1), "R2"),
        (date(2025, 6, 30), "R2"),
        (date(2025, 7, 1), "R3"),
        (date(2026, 9, 30), "R3"),
        (date(2026, 10, 1), "R4"),
        (date(2100, 1, 1), "R4"),
    ],
)
def test_regime_on(day: date, expected: str | None) -> None:
    regime = regime_on(day)
    assert (regime.id if regime else None) == expected


@pytest.mark.parametrize(
    ("day", "verified", "open_"),
    [
        (date(2004, 6, 30), [], []),
        (
            date(2022, 12, 31),
            [
                *("luat-15-2003", "luat-47-2005", "luat-32-2009", "luat-39-2013"),
                *("nd-91-2017", "tt-12-2019", "tt-05-2020"),
            ],
            [],
        ),
        (date(2019, 12, 31), ["nd-91-2017", "tt-08-2017"], []),
        (date(2024, 2, 23), ["luat-06-2022", "nd-98-2023"], []),
        # Since when the circular of 2024 holds, and when it ended, no good source says.
        (date(2024, 2, 24), ["luat-06-2022", "nd-98-2023"], ["tt-01-2024"]),
        (date(2025, 8, 4), ["luat-06-2022", "nd-152-2025"], ["tt-01-2024"]),
        (date(2026, 10, 1), ["luat-06-2022", "luat-06-2026", "nd-152-2025", "tt-15-2025"], []),
    ],
)
def test_what_governs_a_day(day: date, verified: list[str], open_: list[str]) -> None:
    found = governing(day)
    known = [each.document.id for each in found if each.verified]
    assert known[-len(verified) :] == verified
    assert [each.document.id for each in found if not each.verified] == open_


@pytest.mark.parametrize(
    ("day", "staff", "expected"),
    [
        (date(2020, 8, 19), None, []),
        (date(2023, 9, 14), "cong-chuc", ["RT0"]),
        (date(2023, 9, 15), "vien-chuc", ["RT1"]),
        (date(2025, 12, 31), "cong-chuc", ["RT1"]),
        (date(2026, 1, 1), "cong-chuc", ["RT2"]),
        (date(2026, 1, 1), "vien-chuc", ["RT1"]),
        (date(2026, 1, 1), None, ["RT1", "RT2"]),
        (date(2026, 6, 30), "vien-chuc", ["RT1"]),
        # A unit without a regulation of its own rates 2026 by the old decrees still.
        (date(2026, 7, 1), "vien-chuc", ["RT1", "RT3"]),
        (date(2027, 1, 15), "vien-chuc", ["RT3"]),
        (date(2027, 1, 15), "cong-chuc", ["RT2"]),
    ],
)
def test_rating_regimes(day: date, staff: str | None, expected: list[str]) -> None:
    assert [regime.id for regime in rating_regimes_on(day, staff)] == expected


def test_points_of_the_ratings() -> None:
    (regime,) = rating_regimes_on(date(2026, 12, 31), "cong-chuc")
    assert [regime.rating_of(points) for points in (90, 89, 70, 69, 50, 49)] == [
        *("HTXSNV", "HTTNV", "HTTNV", "HTNV", "HTNV", "KHTNV")
    ]
    (old,) = rating_regimes_on(date(2025, 12, 31), "cong-chuc")
    assert old.rating_of(95) is None
