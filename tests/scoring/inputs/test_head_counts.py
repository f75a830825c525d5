"""Head counts of the units."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.law.rulings.rules import Kind, rules
from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.scoring.inputs.input_table import InputTable

Tell = Callable[..., tuple[InputTable | None, list[Finding]]]
LEAF = {"kind": "yes_no", "id": "a", "name": "A", "max": "1"}


def counted(tell: Tell, header: str, *rows: str) -> tuple[InputTable, list[tuple[str, str, str]]]:
    text = f"don_vi;a;{header}\n" + "".join(f"Đơn vị {n};x;{row}\n" for n, row in enumerate(rows))
    inputs, findings = tell(text, items=(LEAF,))
    assert inputs is not None
    return inputs, [(item.code, item.variant, item.span.cell or "") for item in findings]


def test_counts_at_their_cells(tell: Tell) -> None:
    inputs, findings = counted(tell, "tong_so;ldtt;cstdcs", "40;36;5", "20;18;2")
    assert [dict(unit.values) for unit in inputs.head_counts] == [
        {"tong_so": 40, "ldtt": 36, "cstdcs": 5},
        {"tong_so": 20, "ldtt": 18, "cstdcs": 2},
    ]
    assert inputs.head_counts[1].spans["ldtt"].cell == "D3"
    assert findings == []


def test_a_blank_count_is_unknown(tell: Tell) -> None:
    inputs, findings = counted(tell, "tong_so;ldtt", "40;", "20;18")
    assert [dict(unit.values) for unit in inputs.head_counts] == [
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
    tell: Tell, first: str, second: str, values: dict[str, int]
) -> None:
    header = "don_vi;a;tong_so;ldtt;cstdcs;ttldtt\n"
    inputs, _ = tell(f"{header}Sở A;x;{first}\nB;x;1;1;0;\nSỞ A;x;{second}\n", items=(LEAF,))
    assert inputs is not None
    assert [(unit.unit, len(unit.readings)) for unit in inputs.head_counts] == [("Sở A", 2), ("B", 0)]
    assert dict(inputs.head_counts[0].values) == values


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("40;36,5;5", ("TD531", "whole", "D2")),
        ("40;-1;5", ("TD533", "count", "D2")),
        ("40;ba;5", ("TD531", "", "D2")),
    ],
)
def test_a_wrong_count_is_told(tell: Tell, row: str, code: tuple[str, str, str]) -> None:
    assert counted(tell, "tong_so;ldtt;cstdcs", row)[1] == [code]


@pytest.mark.parametrize(
    ("row", "cells"), [("40;41;5", ["D2"]), ("40;36;37", ["E2"]), ("40;40;40", []), ("3;4;5", ["D2", "E2"])]
)
def test_a_part_cannot_exceed_the_whole(tell: Tell, row: str, cells: list[str]) -> None:
    assert counted(tell, "tong_so;ldtt;cstdcs", row)[1] == [("TD560", "", cell) for cell in cells]


def test_titles_of_collectives_may_be_ticked(tell: Tell) -> None:
    inputs, findings = counted(tell, "ttldtt;ttldxs", "x;không", "3;1")
    assert [dict(unit.values) for unit in inputs.head_counts] == [
        {"ttldtt": 1, "ttldxs": 0},
        {"ttldtt": 3, "ttldxs": 1},
    ]
    assert findings == []


def test_without_such_columns_there_are_no_counts(tell: Tell) -> None:
    inputs, _ = tell("don_vi;a\nA;x\n", items=(LEAF,))
    assert inputs is not None
    assert inputs.head_counts == ()


def test_every_count_that_a_cap_asks_for_is_a_column() -> None:
    caps = [rule for rule in rules().values() if rule.kind is Kind.RATIO_CAP]
    asked = {name for rule in caps for name in (rule.numerator, rule.base) if name}
    assert asked
    assert asked <= set(vocabulary().head_counts.values())


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("HTTNV trở lên", "tot_tro_len"),
        ("Số tập thể", "tap_the_tong_so"),
        ("Tập thể HTXSNV", "tap_the_htxsnv"),
        ("Cờ thi đua của Chính phủ", "ctdcp"),
        ("Dẫn đầu cụm, khối thi đua", "dan_dau_cum"),
        ("Chiến sỹ tiên tiến", "cstt"),
    ],
)
def test_counts_of_collectives_and_ratings(tell: Tell, heading: str, count: str) -> None:
    inputs, findings = tell(f"don_vi;a;{heading}\nA;x;3\n", items=(LEAF,))
    assert inputs is not None
    assert [dict(unit.values) for unit in inputs.head_counts] == [{count: 3}]
    assert findings == []


@pytest.mark.parametrize(
    ("header", "row", "values"),
    [
        ("ldtt;cstt", "70;30", {"ldtt": 70, "cstt": 30}),
        ("ldtt", "70", {"ldtt": 70}),
        # The law takes both together: where one of them is blank, their sum is not known.
        ("ldtt;cstt", "70;", {}),
        ("ldtt;cstt", ";30", {"cstt": 30}),
        ("cstt", "30", {"cstt": 30}),
    ],
)
def test_soldiers_stand_beside_workers(tell: Tell, header: str, row: str, values: dict[str, int]) -> None:
    inputs, _ = counted(tell, header, row)
    assert [dict(unit.values) for unit in inputs.head_counts] == [values]


def test_those_chosen_from_workers_are_chosen_from_soldiers_too(tell: Tell) -> None:
    _, found = counted(tell, "ldtt;cstt;cstdcs", "2;8;3", "2;0;3")
    assert found == [("TD560", "", "E3")]
