"""Which column is what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.scoring.inputs.columns import Columns, match_columns
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.tables.table import Table

Found = tuple[Columns | None, list[tuple[str, str, str]]]
Match = Callable[..., Found]
TARGETED = {"kind": "proportional", "id": "thu", "name": "Thu ngân sách", "max": "10"}


@pytest.fixture
def match(table: Callable[..., Table], criteria: Callable[..., Criteria]) -> Match:
    def run(header: str, *items: dict[str, Any], **more: Any) -> Found:
        findings = FindingLog()
        read = table(f"{header}\n{'x;' * header.count(';')}x\n")
        columns = match_columns(Headings(criteria(*items, **more)), read, findings)
        return columns, [(item.code, item.variant, item.span.cell or "") for item in findings.close()]

    return run


@pytest.mark.parametrize("unit", ["don_vi", "Đơn vị", "ĐƠN VỊ", "don vi", "Tên đơn vị", "unit"])
@pytest.mark.parametrize("leaf", ["nhiem-vu", "nhiem_vu", "Nhiệm vụ", "NHIỆM VỤ", "nhiem vu"])
def test_spellings_of_one_heading(match: Match, unit: str, leaf: str) -> None:
    columns, findings = match(f"STT;{leaf};Giải ngân;{unit};Ghi chú")
    assert columns == Columns({"nhiem-vu": 1, "giai-ngan": 2, "@unit": 3})
    assert findings == []


def test_head_counts_are_known_by_their_names(match: Match) -> None:
    columns, _ = match("don_vi;nhiem-vu;giai-ngan;Tổng số;LĐTT;Chiến sỹ thi đua cơ sở")
    assert columns is not None
    counts = {key: column for key, column in columns.keys.items() if key.startswith("@count.")}
    assert counts == {"@count.tong_so": 3, "@count.ldtt": 4, "@count.cstdcs": 5}
    assert columns.data == (1, 2, 3, 4, 5)


def test_a_near_name_is_asked_about_and_never_taken(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vuj;giai-ngan")
    assert columns == Columns({"@unit": 0, "giai-ngan": 2})
    assert findings == [("TD521", "near", "B1"), ("TD520", "criterion", "A1")]


def test_an_unknown_column_is_only_told(match: Match) -> None:
    assert match("don_vi;nhiem-vu;giai-ngan;Số điện thoại")[1] == [("TD521", "", "D1")]


def test_data_without_a_heading_is_told(match: Match) -> None:
    assert match("don_vi;nhiem-vu;;giai-ngan")[1] == [("TD521", "unnamed", "C1")]


def test_neither_of_two_equal_columns_is_taken(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vu;Nhiệm vụ;giai-ngan")
    assert columns == Columns({"@unit": 0, "giai-ngan": 3})
    assert findings == [("TD522", "", "C1")]


def test_without_a_column_of_units_there_is_nothing(match: Match) -> None:
    assert match("nhiem-vu;giai-ngan") == (None, [("TD520", "unit", "A1")])
    assert match("don_vi;Đơn vị;nhiem-vu;giai-ngan") == (None, [("TD522", "", "B1")])


def test_layers_stand_beside_what_is_told_once(match: Match) -> None:
    columns, findings = match(
        "don_vi;nhiem-vu;Giải ngân – tự chấm;giai-ngan.tham_dinh;"
        "Giải ngân (lý do);Giải ngân - thẩm định - lý do"
    )
    assert findings == []
    assert columns == Columns(
        {"@unit": 0, "nhiem-vu": 1},
        {"giai-ngan": {"tu_cham": 2, "tham_dinh": 3}},
        {("giai-ngan", ""): 4, ("giai-ngan", "tham_dinh"): 5},
    )
    assert columns.data == (1, 2, 3)


def test_a_column_without_a_layer_beside_layers_has_no_certain_place_among_them(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vu;Giải ngân;Giải ngân – thẩm định")
    assert columns == Columns({"@unit": 0, "nhiem-vu": 1})
    assert findings == [("TD522", "layers", "C1")]


def test_one_column_may_serve_two_purposes(match: Match) -> None:
    shared = {"target_column": "Dân số"}
    items = [TARGETED | shared, TARGETED | shared | {"id": "chi", "name": "Chi ngân sách"}]
    columns, findings = match(
        "don_vi;Thu ngân sách;Chi ngân sách;Dân số;Tổng số",
        *items,
        ranking={"tie_breaks": [{"column": "Tổng số"}, {"column": "Dân số", "order": "low"}]},
    )
    assert findings == []
    assert columns is not None
    assert {key: columns.keys[key] for key in ("thu.target", "chi.target", "@tie.Dân số")} == dict.fromkeys(
        ("thu.target", "chi.target", "@tie.Dân số"), 3
    )
    assert columns.keys["@count.tong_so"] == columns.keys["@tie.Tổng số"] == 4


@pytest.mark.parametrize(
    "heading", ["Kế hoạch 2025", "Thu ngân sách – chỉ tiêu", "thu.chi_tieu", "thu.target"]
)
def test_a_target_of_each_unit_has_a_named_column_or_one_by_its_ending(match: Match, heading: str) -> None:
    columns, findings = match(f"don_vi;thu;{heading}", TARGETED | {"target_column": "Kế hoạch 2025"})
    assert findings == []
    assert columns == Columns({"@unit": 0, "thu": 1, "thu.target": 2})


def test_a_figure_that_a_criterion_does_not_take_is_told(match: Match) -> None:
    columns, findings = match("don_vi;nhiem-vu;giai-ngan;Giải ngân – chỉ tiêu")
    assert columns == Columns({"@unit": 0, "nhiem-vu": 1, "giai-ngan": 2})
    assert findings == [("TD521", "side", "D1")]


def test_a_name_of_two_criteria_is_no_heading_to_be_asked_for(match: Match) -> None:
    items = [{"kind": "direct", "id": id, "name": "Công tác khác", "max": "5"} for id in ("b", "c")]
    _, findings = match("don_vi;b;Công tác khác", *items)
    assert findings == [("TD521", "", "C1"), ("TD520", "criterion_id", "A1")]
