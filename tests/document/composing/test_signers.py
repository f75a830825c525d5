"""Who signs what: minutes, counting boards, covenants."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.composing.head import head_of
from thidua_cli.document.composing.signers import signers_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.plan.loading import Loaded

MEETING = {
    "from": "2026-01-05 08:00",
    "to": "2026-01-05 09:00",
    "place": "A",
    "chair": "Ông An",
    "secretary": "Bà Bình",
}
BOARD = ["Ông Chi, Tổ trưởng", "Bà Dung"]


def plan(kind: str, **more: Any) -> str:
    issuer = {"name": "Sở Nội vụ", "symbol": "SNV"}
    document = {"type": kind, "issuer": issuer, "subject": "Thi đua", **more.pop("document", {})}
    return json.dumps({"thidua": 1, "document": document, "period": 2026, "outline": ["A"], **more})


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (plan("bien-ban", meeting=MEETING), [(("Thư ký",), "Bình"), (("Chủ tọa",), "An")]),
        (
            plan("bien-ban", meeting=MEETING | {"counting_board": BOARD}),
            [(("Tổ trưởng",), "Chi"), (("Thành viên",), "Dung")],
        ),
        (
            plan(
                "giao-uoc",
                parties=[
                    {"unit": "Sở Y tế", "title": "Giám đốc", "name": "An"},
                    {"unit": "Xã A", "capacity": ["TM."], "body": "Ủy ban nhân dân", "title": "Chủ tịch"},
                ],
            ),
            [(("Sở Y tế", "Giám đốc"), "An"), (("Xã A", "TM. Ủy ban nhân dân", "Chủ tịch"), "")],
        ),
    ],
)
def test_who_signs(
    read_plan: Callable[[str], Loaded], text: str, signed: list[tuple[tuple[str, ...], str]]
) -> None:
    signers = signers_of(read_plan(text).plan)
    assert [(signer.capacity, signer.name) for signer in signers] == signed


@pytest.mark.parametrize(
    ("signature", "authority"),
    [
        ({"title": "Giám đốc"}, "Giám đốc Sở Nội vụ"),
        ({"capacity": ["KT."], "title": "Giám đốc", "own_title": "Phó Giám đốc"}, "Giám đốc Sở Nội vụ"),
        ({"capacity": ["TM."], "body": "Hội đồng", "title": "Chủ tịch"}, "Hội đồng"),
        ({"capacity": ["TM."], "body": "Sở", "title": "Chủ tịch"}, "Sở Nội vụ"),
        ({"title": "Giám đốc Sở Nội vụ"}, "Giám đốc Sở Nội vụ"),
    ],
)
def test_who_has_the_power_to_decide(
    read_plan: Callable[[str], Loaded], signature: dict[str, Any], authority: str
) -> None:
    text = plan("quyet-dinh", document={"signature": signature})
    head = head_of(read_plan(text).plan.document, 2026)
    assert head.authority == authority
    assert head.reference.endswith(f"năm 2026 của {authority}")
    stated = plan("quyet-dinh", document={"signature": signature, "authority": "Chủ tịch xã"})
    assert head_of(read_plan(stated).plan.document, 2026).authority == "Chủ tịch xã"


def test_a_covenant_has_a_number_only_where_it_is_given(read_plan: Callable[[str], Loaded]) -> None:
    parties = [{"unit": "A", "title": "Giám đốc"}]
    assert head_of(read_plan(plan("giao-uoc", parties=parties)).plan.document).number_line == ""
    numbered = plan("giao-uoc", parties=parties, document={"number": "5", "symbol": "GU-CTD2"})
    assert head_of(read_plan(numbered).plan.document).number_line == "Số: 05/GU-CTD2"
