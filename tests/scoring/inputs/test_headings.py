"""What headings mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.headings import MOST_ASKED, Headings, Meaning

if TYPE_CHECKING:
    from typing import Any

Make = Callable[..., Criteria]
LEAF = {"kind": "yes_no", "id": "ky-luat", "name": "Kỷ luật", "max": "1"}
PENALTY = {
    "kind": "penalty",
    "id": "vi-pham",
    "name": "Vi phạm",
    "point": "1",
    "aliases": ["Số vụ vi phạm", "VP"],
    "exempt_column": "Vụ tự báo",
    "evidence": "note",
}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Kỷ luật", Meaning(("ky-luat",))),
        ("ky_luat", Meaning(("ky-luat",))),
        ("số vụ vi phạm", Meaning(("vi-pham",))),
        ("VP", Meaning(("vi-pham",))),
        ("VP – tự báo cáo", Meaning(("vi-pham.exempt",))),
        ("Vụ tự báo", Meaning(("vi-pham.exempt",))),
        ("vi-pham.minh_chung", Meaning(("vi-pham.evidence",))),
        ("Vi phạm (tài liệu kiểm chứng)", Meaning(("vi-pham.evidence",))),
        ("Kỷ luật – minh chứng", Meaning(idle="Kỷ luật")),
        ("Kỷ luật – tự chấm", Meaning(("ky-luat",), "tu_cham")),
        ("Kỷ luật: thẩm định lần 2", Meaning(("ky-luat",), "tham_dinh_lan_2")),
        ("Kỷ luật – lý do", Meaning(("ky-luat",), reason=True)),
        ("Kỷ luật – thẩm định – lý do", Meaning(("ky-luat",), "tham_dinh", reason=True)),
        ("Loại đơn vị", Meaning(("@type",))),
        ("Cụm", Meaning(("@cluster",))),
        ("liet-1", Meaning(("@veto.liet-1",))),
        ("Mất đoàn kết", Meaning(("@veto.liet-1",))),
        ("MĐK", Meaning(("@veto.liet-1",))),
        ("Biên chế", Meaning(("@count.tong_so", "@tie.Biên chế"))),
        ("STT", Meaning()),
        ("Kỷ luậtt", None),
        ("thẩm định", None),
        ("Kỷ luật – lần cuối", None),
        ("lý do", None),
        ("№", None),
    ],
)
def test_exact_spellings_and_endings(criteria: Make, text: str, meaning: Meaning | None) -> None:
    headings = Headings(
        criteria(
            LEAF,
            PENALTY,
            cluster_column="Cụm",
            vetoes=[{"id": "liet-1", "name": "Mất đoàn kết", "column": "MĐK"}],
            ranking={"tie_breaks": [{"column": "Biên chế"}]},
        )
    )
    assert headings.meaning(text) == meaning


def test_a_name_that_two_criteria_share_is_neither(criteria: Make) -> None:
    headings = Headings(criteria(LEAF | {"aliases": ["Số vụ vi phạm"]}, PENALTY))
    assert headings.meaning("Số vụ vi phạm") is None
    assert headings.meaning("Số vụ vi phạm – tự chấm") is None
    assert headings.meaning("Vi phạm") == Meaning(("vi-pham",))


def test_a_heading_of_two_readings_has_none(criteria: Make) -> None:
    longer = LEAF | {"id": "kl-kq", "name": "Kỷ luật kết quả"}
    assert Headings(criteria(LEAF)).meaning("Kỷ luật kết quả thẩm định") == Meaning(("ky-luat",), "tham_dinh")
    assert Headings(criteria(LEAF, longer)).meaning("Kỷ luật kết quả phúc tra") is not None
    split = criteria(LEAF | {"aliases": ["KL"]}, longer | {"aliases": ["KL lần"]}, layers=["Một", "Lần một"])
    assert Headings(split).meaning("KL lần một") is None


def test_the_criteria_file_names_the_columns_of_units_and_types(criteria: Make) -> None:
    headings = Headings(criteria(LEAF, unit_column="Trường", type_column="Cấp học"))
    assert headings.meaning("Trường") == Meaning(("@unit",))
    assert headings.meaning("Cấp học") == Meaning(("@type",))
    assert headings.meaning("Đơn vị") is None
    assert headings.meaning("Loại đơn vị") is None


def test_layers_are_those_of_the_criteria_file(criteria: Make) -> None:
    headings = Headings(criteria(LEAF, layers=["Đơn vị tự chấm", "Khối chấm chéo"]))
    assert [layer.name for layer in headings.layers] == ["Đơn vị tự chấm", "Khối chấm chéo"]
    assert headings.meaning("Kỷ luật – tự đánh giá") == Meaning(("ky-luat",), "tu_cham")
    assert headings.meaning("Kỷ luật – khối chấm chéo") == Meaning(("ky-luat",), "khoi-cham-cheo")
    assert headings.meaning("Kỷ luật – thẩm định") is None


@pytest.mark.parametrize(
    ("text", "near"),
    [("Kỷ luậtt", "Kỷ luật"), ("ky-luatt", "ky-luat"), ("Vụ tự báoo", "Vụ tự báo"), ("Trườngg", "Trường")],
)
def test_near_names_are_found(criteria: Make, text: str, near: str) -> None:
    assert Headings(criteria(LEAF, PENALTY, unit_column="Trường")).near(text) == near


def test_looking_for_near_names_is_bounded(criteria: Make) -> None:
    headings = Headings(criteria(LEAF))
    assert {headings.near(f"không gần {number}") for number in range(MOST_ASKED)} == {""}
    assert headings.near("Kỷ luậtt") == ""


def test_what_is_asked_about_is_never_the_heading_itself(criteria: Make) -> None:
    twins: list[dict[str, Any]] = [LEAF | {"id": id} for id in ("mot", "hai")]
    assert Headings(criteria(*twins)).near("Kỷ luật") == ""


def test_a_criterion_goes_before_a_head_count_of_the_same_name(criteria: Make) -> None:
    headings = Headings(criteria(LEAF | {"id": "ldtt", "name": "Danh hiệu"}))
    assert headings.meaning("ldtt") == Meaning(("ldtt",))


TEXT = st.text("Kỷ luật-tự chấm(lýdo).0\x00\ud800\n", max_size=60) | st.text(max_size=30)


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXT, max_size=8))
def test_no_heading_is_too_odd(texts: list[str]) -> None:
    headings = Headings(Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [LEAF, PENALTY]}))
    for text in [*texts, "Kỷ luật" + " – lý do" * 5_000]:
        meaning = headings.meaning(text)
        assert meaning is None or isinstance(meaning.keys, tuple)
