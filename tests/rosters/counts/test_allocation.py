"""Sharing a number of awards among the units of a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.counts.allocation import Bounds, Shared, share_table
from thidua_cli.rosters.counts.unit_table import read_counted
from thidua_cli.tables.table import Table

Tabulate = Callable[[str], Table]


def shared(
    tabulate: Tabulate, text: str, total: int, bounds: Bounds | None = None, by: str = "LĐTT"
) -> tuple[Shared | None, list[Finding]]:
    counted, _ = read_counted(tabulate(text))
    assert counted is not None
    column = counted.column(by)
    assert column is not None
    return share_table(counted, total, column, bounds or Bounds())


def finals(found: Shared | None) -> dict[str, int]:
    assert found is not None
    return {share.unit: share.final for share in found.shares}


def test_by_the_weights_of_a_column(tabulate: Tabulate) -> None:
    found, findings = shared(tabulate, "Đơn vị;LĐTT\nA;40\nB;30\nC;20\n", 13)
    assert finals(found) == {"A": 6, "B": 4, "C": 3}
    assert findings == []


def test_bounds_of_a_unit_go_before_those_of_all(tabulate: Tabulate) -> None:
    text = "Đơn vị;LĐTT;Tối thiểu;Tối đa\nA;40;;2\nB;30;;\nC;20;5;\n"
    assert finals(shared(tabulate, text, 13)[0]) == {"A": 2, "B": 6, "C": 5}
    found, findings = shared(tabulate, text, 10, Bounds(3, 5))
    assert found is None
    assert [(each.code, each.variant, each.values["unit"]) for each in findings] == [("TD354", "bounds", "A")]


@pytest.mark.parametrize(
    ("rows", "total", "expected"),
    [
        ("A;40;;\nB;;;\n", 3, ("TD355", "missing", "B3")),
        ("A;40;;\nB;nhiều;;\n", 3, ("TD355", "", "B3")),
        ("A;40;;\nB;-1;;\n", 3, ("TD355", "", "B3")),
        ("A;40;x;\nB;1;;\n", 3, ("TD355", "bound", "C2")),
        ("A;40;2;\nB;1;2;\n", 3, ("TD354", "least", "B1")),
        ("A;40;;1\nB;1;;1\n", 3, ("TD354", "most", "B1")),
        ("A;0;;\nB;0;;\n", 3, ("TD354", "weight", "B1")),
    ],
)
def test_what_cannot_be_shared_is_a_finding(
    tabulate: Tabulate, rows: str, total: int, expected: tuple[str, str, str]
) -> None:
    found, findings = shared(tabulate, f"Đơn vị;LĐTT;Tối thiểu;Tối đa\n{rows}", total)
    assert found is None
    assert expected in [(each.code, each.variant, each.span.cell) for each in findings]


def test_a_tie_is_shown_with_who_won(tabulate: Tabulate) -> None:
    found, findings = shared(tabulate, "Đơn vị;LĐTT\nĐông;10\nDương;10\nAn;10\n", 2)
    assert finals(found) == {"Đông": 0, "Dương": 1, "An": 1}
    (tie,) = findings
    assert (tie.code, tie.values["won"]) == ("TD356", "“Dương”, “An”")
