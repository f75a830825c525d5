"""The result of a ballot: exact shares, and who passed where the plan states a threshold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_cli.plan.ballot import Ballot
from thidua_cli.plan.data_tables.ballots import ballot_table


def ballot(candidates: list[dict[str, Any]], **more: Any) -> Ballot:
    counts = {"members": 20, "issued": 19, "returned": 19, "valid": 18, "invalid": 1}
    return Ballot.model_validate({"id": "b", "title": "Bỏ phiếu", **counts, "candidates": candidates, **more})


@pytest.mark.parametrize(
    ("base", "share"),
    [
        ("members", "18/20 (90,00%)"),
        ("issued", "18/19 (94,74%)"),
        ("returned", "18/19 (94,74%)"),
        ("valid", "18/18 (100,00%)"),
    ],
)
def test_the_share_is_of_what_the_plan_says(base: str, share: str) -> None:
    table = ballot_table(ballot([{"name": "An", "for": 18}], ratio_of=base))
    assert table.rows[0].cells == ("1", "An", "18", "00", share)


def test_threshold_and_details_have_columns_of_their_own() -> None:
    candidates = [{"name": "An", "detail": "Phòng A", "for": 18, "against": 0}, {"name": "Bình", "for": 17}]
    table = ballot_table(ballot(candidates, threshold="90%"))
    assert table.header == (
        *("TT", "Tập thể, cá nhân", "Chức vụ, đơn vị", "Đồng ý", "Không đồng ý", "Tỷ lệ đồng ý", "Kết quả"),
    )
    assert table.numeric == {3, 4, 5}
    assert [row.cells[2:] for row in table.rows] == [
        ("Phòng A", "18", "00", "18/20 (90,00%)", "Đạt"),
        ("", "17", "01", "17/20 (85,00%)", "Không đạt"),
    ]


@pytest.mark.parametrize(
    ("votes", "members", "threshold", "printed", "result"),
    [
        (6, 9, "2/3", "06/09 (66,67%)", "Đạt"),
        (6, 9, "66,67%", "06/09 (66,667%)", "Không đạt"),
        (6, 9, "66,66%", "06/09 (66,67%)", "Đạt"),
        (13333, 20000, "2 / 3", "13.333/20.000 (66,665%)", "Không đạt"),
        (5, 9, "66,67%", "05/09 (55,56%)", "Không đạt"),
    ],
)
def test_the_printed_share_agrees_with_the_result(
    votes: int, members: int, threshold: str, printed: str, result: str
) -> None:
    everybody = dict.fromkeys(("members", "issued", "returned", "valid"), members) | {"invalid": 0}
    table = ballot_table(ballot([{"name": "An", "for": votes}], **everybody, threshold=threshold))
    assert table.rows[0].cells[-2:] == (printed, result)


@pytest.mark.parametrize(
    ("votes", "counts", "printed"),
    [
        ({"for": 20}, {"valid": 19, "invalid": 0}, "20/20 (100,00%)"),
        ({"for": 18, "against": 1}, {}, "18/20 (90,00%)"),
        ({"for": 18}, {"members": 0}, "18/00"),
        ({"for": 18}, {"invalid": 2}, "18/20 (90,00%)"),
    ],
)
def test_of_figures_that_disagree_nobody_concludes(
    votes: dict[str, int], counts: dict[str, int], printed: str
) -> None:
    table = ballot_table(ballot([{"name": "An", **votes}], **counts, threshold="90%"))
    assert table.rows[0].cells[-2:] == (printed, "")
    assert table.rows[0].open == {4, 5}


def test_votes_that_add_up_are_settled() -> None:
    assert ballot_table(ballot([{"name": "An", "for": 18}], threshold="90%")).rows[0].open == frozenset()


def test_of_nobody_there_is_no_share() -> None:
    none = dict.fromkeys(("members", "issued", "returned", "valid", "invalid"), 0)
    table = ballot_table(ballot([{"name": "An", "for": 0}], **none))
    assert table.rows[0].cells[-1] == "00/00"


@given(st.integers(0, 500), st.integers(1, 500), st.integers(1, 100))
def test_passing_is_decided_by_the_exact_share(votes: int, members: int, percent: int) -> None:
    counted = ballot([{"name": "An", "for": votes}], members=members, threshold=f"{percent}%")
    assert counted.passed(counted.candidates[0]) == (votes * 100 >= percent * members)
