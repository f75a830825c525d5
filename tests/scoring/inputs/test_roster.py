"""The units that are expected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.rosters.reading.unit_names import MOST_ASKED, MOST_CANDIDATES, UnitNames
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.joining import join
from thidua_cli.scoring.inputs.reading import read_inputs
from thidua_cli.scoring.inputs.roster import check_roster, read_roster
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import Cell, Origin

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.table import Table

Found = tuple["InputTable | None", list[tuple[str, str, str]]]
Check = Callable[..., Found]


@pytest.fixture
def check(table: Callable[..., Table], criteria: Callable[..., Criteria]) -> Check:
    def run(roster: str, units: str, **more: Any) -> Found:
        findings = FindingLog()
        made = criteria(**more)
        expected = read_roster(Headings(made), table(roster, "roster.csv"), findings)
        inputs = None
        if expected is not None:
            headings = Headings(made, expected.keys)
            part = read_inputs(headings, table(units, "u.csv"), findings)
            assert part is not None
            inputs = check_roster(join([part], findings), expected, findings)
        return inputs, [(item.code, item.variant, item.span.place) for item in findings.close()]

    return run


HEADER = "don_vi;nhiem-vu;giai-ngan\n"


def test_who_is_missing_and_who_is_not_on_the_list(check: Check) -> None:
    roster = "STT;Đơn vị;Ghi chú\n1;Sở Y tế;\n2;Sở Tư pháp;\n3;Sở Nội vụ;\n"
    inputs, findings = check(roster, HEADER + "SỞ Y TẾ;x;1\nSở Tư phápp;x;1\nBan Tổ chức;x;1\n")
    assert findings == [
        ("TD568", "roster_near", "u.csv:A3"),
        ("TD568", "roster", "u.csv:A4"),
        ("TD569", "", "roster.csv:B3"),
        ("TD569", "", "roster.csv:B4"),
    ]
    assert inputs is not None
    assert [inputs.unit(row).text for row in inputs.rows] == ["SỞ Y TẾ", "Sở Tư phápp", "Ban Tổ chức"]


def test_a_name_that_has_reported_is_not_asked_about(check: Check) -> None:
    _, findings = check("Đơn vị\nXã Tân Thanh\n", HEADER + "Xã Tân Thanh;x;1\nXã Tân Thành;x;1\n")
    assert findings == [("TD568", "roster", "u.csv:A3")]


def test_types_and_clusters_may_stand_in_the_list_only(check: Check) -> None:
    roster = "Cụm;Đơn vị;Loại đơn vị\nI;Sở Y tế;Sở\nII;Xã A;Xã\n"
    inputs, findings = check(roster, HEADER + "Xã A;x;1\nSở Y tế;x;2\nSở X;x;3\n", cluster_column="Cụm")
    assert inputs is not None
    told = {
        key: [row.cell(inputs.columns[key]).span.place for row in inputs.rows]
        for key in ("@type", "@cluster")
    }
    assert told == {
        "@type": ["roster.csv:C3", "roster.csv:C2", "u.csv:A4"],
        "@cluster": ["roster.csv:A3", "roster.csv:A2", "u.csv:A4"],
    }
    assert [row.values[inputs.columns["@cluster"]] for row in inputs.rows] == ["II", "I", ""]
    assert [row.values[inputs.columns["giai-ngan"]] for row in inputs.rows] == ["1", "2", "3"]
    assert findings == [("TD568", "roster", "u.csv:A4")]


def test_what_the_table_says_itself_is_not_replaced(check: Check) -> None:
    inputs, _ = check("Đơn vị;Cụm\nA;I\n", "don_vi;nhiem-vu;giai-ngan;Cụm\nA;x;1;II\n", cluster_column="Cụm")
    assert inputs is not None
    assert [row.values[inputs.columns["@cluster"]] for row in inputs.rows] == ["II"]


def test_a_list_without_units_is_told(check: Check) -> None:
    assert check("Cụm;Ghi chú\nI;x\n", HEADER + "A;x;1\n") == (None, [("TD520", "unit", "roster.csv:A1")])


def test_looking_for_near_names_is_bounded() -> None:
    findings = FindingLog()
    names = UnitNames(["Sở Y tế"])
    cell = Cell("Sở Y tếế", 2, 0, 2, Origin("u.csv"))
    for _ in range(MOST_ASKED):
        names.ask(cell, names.all, "roster", findings)
    names.ask(cell, names.all, "roster", findings)
    assert [item.variant for item in findings.items] == ["roster_near"] * MOST_ASKED + ["roster"]
    UnitNames([]).ask(cell, ["Sở Y tế"] * (MOST_CANDIDATES + 1), "adjustment", findings)
    assert findings.items[-1].variant == "adjustment"


def test_targets_of_the_list_count(table: Callable[..., Table]) -> None:
    from thidua_cli.plan.criteria.table import Criteria

    items = [
        {"kind": "proportional", "id": "thu", "name": "Thu", "max": 10, "target_column": "Chỉ tiêu thu"},
    ]
    made = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": items})
    roster = "Đơn vị;Chỉ tiêu thu\nXã A;95\nXã B;không giao\nXã C;\nXã D;1.250,5\nXã E;7\n"
    units = "don_vi;thu;Chỉ tiêu thu\nXã A;50;50\nXã B;1;2\nXã C;3;4\nXã D;5;1250,5\nXã E;1;\n"
    findings = FindingLog()
    expected = read_roster(Headings(made), table(roster, "r.csv"), findings)
    assert expected is not None
    part = read_inputs(Headings(made, expected.keys), table(units, "u.csv"), findings)
    assert part is not None
    inputs = check_roster(part, expected, findings)
    column = inputs.columns["thu.target"]
    assert [row.cell(column).text for row in inputs.rows] == ["95", "không giao", "4", "1250,5", "7"]
    told = [(each.code, each.span.place, each.values["given"]) for each in findings.close()]
    assert told == [("TD589", "u.csv:C2", "95"), ("TD589", "u.csv:C3", "không giao")]
    without = read_inputs(
        Headings(made, expected.keys), table("don_vi;thu\nXã A;50\n", "u.csv"), FindingLog()
    )
    assert without is not None
    added = check_roster(without, expected, FindingLog())
    assert added.rows[0].cell(added.columns["thu.target"]).span.place == "r.csv:B2"
