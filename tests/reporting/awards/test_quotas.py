"""Caps over rows of which nobody said whether they are agencies or parts of one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.table_caps import Rows
from thidua_cli.reporting.awards.collectives import Law
from thidua_cli.reporting.awards.quotas import heads_text, quotas_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.reporting.facts.awards import QuotaFacts
    from thidua_cli.rosters.counts.head_counts import HeadCount

FIGHTERS = next(title for title in titles().values() if title.id == "CSTDCS")


def quotas(counts: list[HeadCount], rows: Rows | None) -> list[QuotaFacts]:
    law = Law(national_law(), date(2022, 12, 31), Span("u.csv"), rows)
    return [quota for _, quota in quotas_of([FIGHTERS], counts, law)]


@pytest.fixture
def mixed(counted: Callable[..., HeadCount]) -> list[HeadCount]:
    """15% together, 20% of the first."""
    return [counted("Sở A", ldtt=50, cstdcs=10), counted("Sở B", ldtt=50, cstdcs=5)]


def test_of_unknown_rows_both_readings_are_told_and_none_concluded(mixed: list[HeadCount]) -> None:
    (quota,) = quotas(mixed, None)
    assert (quota.ruling, quota.allowed, quota.above) == (Ruling.UNDECIDED, "", ("Sở A",))
    assert quota.readings.startswith("tính chung: ")
    assert "15/100 = 15%" in quota.readings
    assert "tính riêng từng đơn vị: 01 đơn vị vượt: Sở A (đề nghị 10, tối đa 07)" in quota.readings


def test_agencies_are_told_one_by_one_without_advice(mixed: list[HeadCount]) -> None:
    (quota,) = quotas(mixed, Rows.AGENCIES)
    assert (quota.title, quota.ruling, quota.over) == (f"{FIGHTERS.name} – Sở A", Ruling.FAIL, "03")
    assert quota.reason.startswith("10/50 = 20% > 15%, vượt mức 15% (")
    assert "nâng" not in quota.reason


@pytest.mark.parametrize("rows", [None, Rows.AGENCIES])
def test_where_no_row_exceeds_all_together_are_told(
    counted: Callable[..., HeadCount], rows: Rows | None
) -> None:
    units = [counted("Sở A", ldtt=50, cstdcs=5), counted("Sở B", ldtt=50, cstdcs=5)]
    (quota,) = quotas(units, rows)
    assert (quota.title, quota.ruling, quota.above) == (FIGHTERS.name, Ruling.PASS, ())


def test_parts_of_an_agency_are_judged_together(mixed: list[HeadCount]) -> None:
    (quota,) = quotas(mixed, Rows.PARTS)
    assert (quota.ruling, quota.readings, quota.allowed) == (Ruling.PASS, "", "15")


def test_what_all_together_exceed_is_concluded(counted: Callable[..., HeadCount]) -> None:
    units = [counted("Sở A", ldtt=50, cstdcs=10), counted("Sở B", ldtt=50, cstdcs=9)]
    (quota,) = quotas(units, None)
    assert (quota.ruling, quota.readings) == (Ruling.FAIL, "")


@pytest.mark.parametrize(("count", "text"), [(0, "0"), (8, "08"), (63, "63"), (1200, "1.200")])
def test_heads_are_written_alike(count: int, text: str) -> None:
    assert heads_text(count) == text
