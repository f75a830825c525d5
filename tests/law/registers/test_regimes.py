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
    found = [each for each in governing(day) if not each.ratings]
    known = [each.document.id for each in found if each.verified]
    assert known[-len(verified) :] == verified
    assert [each.document.id for each in found if not each.verified] == open_


@pytest.mark.parametrize(
    ("day", "verified", "open_"),
    [
        (date(2020, 8, 19), [], []),
        # Its first day is from memory only.
        (date(2023, 9, 14), [], ["nd-90-2020"]),
        (date(2023, 9, 15), ["nd-48-2023"], ["nd-90-2020"]),
        (date(2026, 1, 1), ["nd-48-2023", "nd-335-2025"], ["nd-90-2020"]),
        # A unit without a regulation of its own rates 2026 by the old decrees still, though they have ended.
        (date(2026, 7, 1), ["nd-335-2025", "nd-233-2026"], ["nd-90-2020", "nd-48-2023"]),
        (date(2027, 1, 15), ["nd-335-2025", "nd-233-2026"], []),
    ],
)
def test_the_decrees_on_ratings_govern_too(day: date, verified: list[str], open_: list[str]) -> None:
    found = [each for each in governing(day) if each.ratings]
    assert [each.document.id for each in found if each.verified] == verified
    assert [each.document.id for each in found if not each.verified] == open_


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 8, 19), []),
        (date(2023, 9, 14), ["RT0"]),
        (date(2023, 9, 15), ["RT1"]),
        (date(2025, 12, 31), ["RT1"]),
        (date(2026, 1, 1), ["RT1", "RT2"]),
        (date(2026, 7, 1), ["RT1", "RT2", "RT3"]),
        (date(2027, 1, 15), ["RT2", "RT3"]),
    ],
)
def test_rating_regimes(day: date, expected: list[str]) -> None:
    assert [regime.id for regime in rating_regimes_on(day)] == expected
