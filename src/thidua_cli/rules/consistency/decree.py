"""Nghị định 30/2020/NĐ-CP as the ground of a finding on layout."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Basis

if TYPE_CHECKING:
    from thidua_cli.plan.plan import Plan

IN_FORCE = date(2020, 3, 5)
TYPES = "Điều 7"
BODY = "Phụ lục I, Phần I, mục II, khoản 6"
APPENDICES = "Phụ lục I, Phần I, mục III, khoản 1"
SAMPLES = "Phụ lục III"
NUMBER = "Phụ lục I, Phần I, mục II, khoản 3"
SIGNATURE = "Phụ lục I, Phần I, mục II, khoản 7"
RECIPIENTS = "Phụ lục I, Phần I, mục II, khoản 9"


def decree(plan: Plan, at: str) -> tuple[Basis, ...]:
    """The decree's article, for a document of its time; older documents have no ground in it."""
    day = plan.document.date.last if plan.document.date else plan.period.last
    return (Basis("Nghị định 30/2020/NĐ-CP", at, IN_FORCE),) if day >= IN_FORCE else ()
