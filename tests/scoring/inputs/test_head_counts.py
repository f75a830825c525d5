"""Head counts of the units."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.results.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "yes_no", "id": "a", "name": "A", "max": "1"}


def counted(run: Run, header: str, *rows: str) -> tuple[Results, list[tuple[str, str, str]]]:
    text = f"don_vi;a;{header}\n" + "".join(f"Đơn vị {n};x;{row}\n" for n, row in enumerate(rows))
    results, findings = run(text, LEAF)
    assert results is not None
    return results, [(item.code, item.variant, item.span.cell or "") for item in findings]


def test_counts_at_their_cells(run: Run) -> None:
    results, findings = counted(run, "tong_so;ldtt;cstdcs", "40;36;5", "20;18;2")
    assert [dict(unit.values) for unit in results.head_counts] == [
        {"tong_so": 40, "ldtt": 36, "cstdcs": 5},
        {"tong_so": 20, "ldtt": 18, "cstdcs": 2},
    ]
    assert results.head_counts[1].spans["ldtt"].cell == "D3"
    assert findings == []


def test_a_blank_count_is_unknown(run: Run) -> None:
    results, findings = counted(run, "tong_so;ldtt", "40;", "20;18")
    assert [dict(unit.values) for unit in results.head_counts] == [
        {"tong_so": 40},
        {"tong_so": 20, "ldtt": 18},
    ]
    assert findings == []


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("40;36;5;", "40;30;5;", {"tong_so": 40, "cstdcs": 5}),
        ("40;36;5;", "40;36;;", {"tong_so": 40, "ldtt": 36}),
        ("40;36;5;x", "40;36;5;", {"tong_so": 40, "ldtt": 36, "cstdcs": 5, "ttldtt": 1}),
        ("40;36;5;không", "40;36;5;có", {"tong_so": 40, "ldtt": 36, "cstdcs": 5, "ttldtt": 1}),
    ],
)
def test_of_a_unit_that_stands_twice_only_what_its_rows_agree_on_is_known(
    run: Run, first: str, second: str, values: dict[str, int]
) -> None:
    header = "don_vi;a;tong_so;ldtt;cstdcs;ttldtt\n"
    results, _ = run(f"{header}Sở A;x;{first}\nB;x;1;1;0;\nSỞ A;x;{second}\n", LEAF)
    assert results is not None
    assert [(unit.unit, len(unit.readings)) for unit in results.head_counts] == [("Sở A", 2), ("B", 0)]
    assert dict(results.head_counts[0].values) == values


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("40;36,5;5", ("TD531", "whole", "D2")),
        ("40;-1;5", ("TD533", "count", "D2")),
        ("40;ba;5", ("TD531", "", "D2")),
    ],
)
def test_a_wrong_count_is_told(run: Run, row: str, code: tuple[str, str, str]) -> None:
    assert counted(run, "tong_so;ldtt;cstdcs", row)[1] == [code]


@pytest.mark.parametrize(
    ("row", "cells"), [("40;41;5", ["D2"]), ("40;36;37", ["E2"]), ("40;40;40", []), ("3;4;5", ["D2", "E2"])]
)
def test_a_part_cannot_exceed_the_whole(run: Run, row: str, cells: list[str]) -> None:
    assert counted(run, "tong_so;ldtt;cstdcs", row)[1] == [("TD560", "", cell) for cell in cells]


def test_titles_of_collectives_may_be_ticked(run: Run) -> None:
    results, findings = counted(run, "ttldtt;ttldxs", "x;không", "3;1")
    assert [dict(unit.values) for unit in results.head_counts] == [
        {"ttldtt": 1, "ttldxs": 0},
        {"ttldtt": 3, "ttldxs": 1},
    ]
    assert findings == []


def test_without_such_columns_there_are_no_counts(run: Run) -> None:
    results, _ = run("don_vi;a\nA;x\n", LEAF)
    assert results is not None
    assert results.head_counts == ()
