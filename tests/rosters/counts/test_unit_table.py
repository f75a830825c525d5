"""Tables of head counts, read without criteria."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.rosters.counts.unit_table import CountedTable, read_counted
from thidua_cli.tables.table import Table

Tabulate = Callable[[str], Table]


def read(tabulate: Tabulate, text: str) -> CountedTable:
    found, _ = read_counted(tabulate(text))
    assert found is not None
    return found


def test_the_counts_of_each_unit(tabulate: Tabulate) -> None:
    found = read(
        tabulate, "STT;Đơn vị;Tổng số;LĐTT;CSTĐCS;Ghi chú\n1;A;10;9;1;x\n2;B;;8;;\n;Tổng cộng;10;17;1;\n"
    )
    assert [(each.unit, dict(each.values)) for each in found.counts] == [
        ("A", {"tong_so": 10, "ldtt": 9, "cstdcs": 1}),
        ("B", {"ldtt": 8}),
    ]
    assert found.counts[0].spans["cstdcs"].cell == "E2"
    assert found.registered == ()


@pytest.mark.parametrize(
    "heading", ["Đăng ký LĐTT", "LĐTT (đăng ký)", "ĐK LĐTT", "Số đăng ký LĐTT", "dang_ky_ldtt"]
)
def test_registered_counts_keep_the_facts_but_no_title(tabulate: Tabulate, heading: str) -> None:
    found = read(tabulate, f"Đơn vị;Tổng số;LĐTT;CSTĐCS;{heading}\nA;10;9;1;8\n")
    assert [dict(each.values) for each in found.registered] == [{"tong_so": 10, "ldtt": 8}]
    assert found.registered[0].spans["ldtt"].cell == "E2"


def test_a_unit_that_stands_twice_is_told_and_counted_once(tabulate: Tabulate) -> None:
    found, findings = read_counted(tabulate("Đơn vị;LĐTT\nA;9\nB;3\n a ;8\n"))
    assert [(each.code, each.span.cell) for each in findings] == [("TD352", "A4")]
    assert found is not None
    assert [(each.unit, dict(each.values)) for each in found.counts] == [("A", {}), ("B", {"ldtt": 3})]
    assert len(found.rows) == 2


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("LĐTT;CSTĐCS", ("TD358", "")),
        ("Đơn vị;Khối lượng", ("TD358", "counts")),
        ("Đơn vị;Tên đơn vị", ("TD522", "")),
        ("Đơn vị;cstdc", ("TD521", "near")),
    ],
)
def test_headings_that_cannot_be_used(tabulate: Tabulate, header: str, expected: tuple[str, str]) -> None:
    _, findings = read_counted(tabulate(f"{header}\nA;1\n"))
    assert expected in [(each.code, each.variant) for each in findings]


def test_a_table_without_units_is_none(tabulate: Tabulate) -> None:
    found, findings = read_counted(tabulate("Đơn vị;LĐTT\nTổng cộng;3\n"))
    assert found is None
    assert (findings[-1].code, findings[-1].variant) == ("TD358", "empty")


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        ("LĐTT", 2),
        ("ldtt", 2),
        ("Lao động tiên tiến", 2),
        ("Khối lượng", 3),
        ("khoi_luong", 3),
        ("CSTĐCS", None),
    ],
)
def test_a_column_is_found_by_heading_or_count(tabulate: Tabulate, asked: str, column: int | None) -> None:
    assert read(tabulate, "Đơn vị;Tổng số;LĐTT;Khối lượng\nA;1;1;1\n").column(asked) == column
