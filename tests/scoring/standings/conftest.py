from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.tables.table import Origin, Row, Table


def late(unit: str, points: str, criterion: str | None = None, reason: str = "Chấm lại") -> Adjustment:
    """A late change, as the table of adjustments would tell it."""
    place = Span("dieu-chinh.csv", 2, 1, 2, 1, "C2")
    return Adjustment(unit, criterion, Decimal(points), reason, None, "Hội đồng", place)


def assess(
    text: str, *items: dict[str, Any], adjustments: Sequence[Adjustment] = (), **more: Any
) -> tuple[Results, list[Finding]]:
    """Score lines of cells parted by `;` without a file in between."""
    rows = [line.split(";") for line in text.strip().splitlines()]
    origin = Origin("u.csv")
    made = [Row(number, number, tuple(row), origin) for number, row in enumerate(rows, start=1)]
    table = Table(origin, tuple(made[0].cells()), tuple(made[1:]))
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": list(items), **more})
    inputs, findings = inputs_of(criteria, [table])
    assert inputs is not None
    results, problems = score(criteria, inputs, adjustments)
    return results, findings + problems


@pytest.fixture(scope="session", name="assess")
def assess_fixture() -> Callable[..., tuple[Results, list[Finding]]]:
    return assess


@pytest.fixture(scope="session", name="late")
def late_fixture() -> Callable[..., Adjustment]:
    return late
