"""Plans and tables small enough to be read beside the test."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.plan.loading import load_plan
from thidua_cli.rosters.counts.head_counts import HeadCount
from thidua_cli.source.text import decode

if TYPE_CHECKING:
    from thidua_cli.plan.loading import Loaded

HEAD = """\
thidua: 1
document:
  type: ke-hoach
  issuer: {name: Sở A, symbol: SA}
  subject: Phát động thi đua
  signature: {title: Giám đốc}
outline:
  - Nội dung
"""

ReadPlan = Callable[..., "Loaded"]
Counted = Callable[..., HeadCount]


@pytest.fixture
def read_plan() -> ReadPlan:
    """A plan of one period with more keys as YAML."""

    def read(more: str = "", period: str = "2022") -> Loaded:
        source, _ = decode(f"{HEAD}period: {period}\n{more}".encode(), "plan.yaml")
        assert source is not None
        loaded, findings = load_plan(source)
        assert loaded is not None, findings
        return loaded

    return read


@pytest.fixture
def counted() -> Counted:
    """The head counts of a unit; one that is None has a column and no figure."""

    def count(unit: str, **values: int | None) -> HeadCount:
        known = {name: value for name, value in values.items() if value is not None}
        return HeadCount(unit, known, {name: Span("u.csv", 2) for name in values})

    return count
