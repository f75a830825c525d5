from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.law.regimes import regime_on


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 6, 30), None),
        (date(2017, 9, 30), "R0"),
        (date(2017, 10, 1), "R1"),
        (date(2023, 12, 31), "R1"),
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
