"""Which column is what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.scoring.inputs.columns import Columns, match_columns
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.plan.criteria import Criteria
    from thidua_cli.tables.table import Table

Item = Callable[..., dict[str, Any]]


@pytest.fixture
def match(
    tabulate: Callable[[str], Table], criteria_of: Callable[..., Criteria]
) -> Callable[..., tuple[Columns | None, list[tuple[str, str, str]]]]:
    def run(header: str, **more: Any) -> tuple[Columns | None, list[tuple[str, str, str]]]:
        leaves = [
            {"kind": "yes_no", "id": "nhiem-vu", "name": "Nhiệm vụ", "max": "1"},
            {"kind": "yes_no", "id": "ky-luat", "name": "Kỷ luật", "max": "1"},
        ]
        findings = FindingLog()
        width = header.count(";")
        table = tabulate(f"{header}\n{'x;' * width}x\n")
        columns = match_columns(criteria_of(*leaves, **more), table, findings)
        return columns, [(item.code, item.variant, item.span.cell or "") for item in findings.close()]

    return run


Match = Callable[..., tuple[Columns | None, list[tuple[str, str, str]]]]


@pytest.mark.parametrize("unit", ["don_vi", "Đơn vị", "ĐƠN VỊ", "don vi", "Tên đơn vị", "unit"])
@pytest.mark.parametrize("leaf", ["nhiem-vu", "nhiem_vu", "Nhiệm vụ", "NHIỆM VỤ", "nhiem vu"])
def test_spellings_of_one_heading(match: Match, unit: str, leaf: str) -> None:
    assert match(f"STT;{leaf};Kỷ luật;{unit};Ghi chú") == (Columns(3, {"nhiem-vu": 1, "ky-luat": 2}, {}), [])


def test_head_counts_are_known_by_their_names(match: Match) -> None:
    columns, _ = match("don_vi;nhiem-vu;ky-luat;Tổng số;LĐTT;Chiến sỹ thi đua cơ sở")
    assert columns is not None
    assert columns.counts == {"tong_so": 3, "ldtt": 4, "cstdcs": 5}


def test_a_near_name_is_asked_about_and_never_taken(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vuj;ky-luat")
    assert columns is not None
    assert columns.leaves == {"ky-luat": 2}
    assert findings == [("TD521", "near", "B1"), ("TD520", "criterion", "A1")]


def test_an_unknown_column_is_only_told(match: Match) -> None:
    assert match("don_vi;nhiem-vu;ky-luat;Số điện thoại")[1] == [("TD521", "", "D1")]


def test_data_without_a_heading_is_told(match: Match) -> None:
    assert match("don_vi;nhiem-vu;;ky-luat")[1] == [("TD521", "unnamed", "C1")]


def test_neither_of_two_equal_columns_is_taken(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vu;Nhiệm vụ;ky-luat")
    assert columns is not None
    assert columns.leaves == {"ky-luat": 3}
    assert findings == [("TD522", "", "C1")]


def test_without_a_column_of_units_there_is_nothing(match: Match) -> None:
    assert match("nhiem-vu;ky-luat") == (None, [("TD520", "unit", "A1")])
    assert match("don_vi;Đơn vị;nhiem-vu;ky-luat") == (None, [("TD522", "", "B1")])


def test_the_criteria_file_may_name_the_column_of_units(match: Match) -> None:
    columns, findings = match("Trường;nhiem-vu;ky-luat", unit_column="Trường")
    assert columns == Columns(0, {"nhiem-vu": 1, "ky-luat": 2}, {})
    assert findings == []


def test_what_is_asked_about_is_never_the_heading_itself(
    tabulate: Callable[[str], Table], criteria_of: Callable[..., Criteria], criterion: Item
) -> None:
    def near(header: str, *items: dict[str, Any], **more: Any) -> list[str]:
        findings = FindingLog()
        match_columns(criteria_of(*items, **more), tabulate(f"{header}\nx;x;x\n"), findings)
        return [item.values["near"] for item in findings.close() if item.code == "TD521"]

    leaf = criterion("yes_no", "ldtt", max="1")
    assert near("Trường;ldtt;don_vi", leaf, unit_column="Trường") == [""]
    assert near("Trường;ldtt;Trườngg", leaf, unit_column="Trường") == ["Trường"]
    twins = [{**criterion("yes_no", id, max="1"), "name": "Kỷ luật"} for id in ("mot", "hai")]
    assert near("don_vi;mot;Kỷ luật", *twins) == [""]


def test_a_criterion_goes_before_a_head_count_of_the_same_name(
    tabulate: Callable[[str], Table], criteria_of: Callable[..., Criteria], criterion: Item
) -> None:
    criteria = criteria_of(criterion("yes_no", "ldtt", max="1"))
    columns = match_columns(criteria, tabulate("don_vi;ldtt\nA;1\n"), FindingLog())
    assert columns == Columns(0, {"ldtt": 1}, {})
