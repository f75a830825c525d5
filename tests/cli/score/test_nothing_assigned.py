"""A unit that was assigned nothing has no total, in whatever form it is told."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

Score = Callable[..., tuple[int, str, str]]
TABLE = "don_vi;a\nX;không giao\nY;2\n"
NOTE = "không được giao tiêu chí nào; chưa chấm, chưa xếp hạng"
MORE = ["", "floor: 5\n"]


@pytest.mark.parametrize("more", MORE)
def test_people_see_a_blank_and_why(score_one: Score, more: str) -> None:
    code, out, err = score_one(TABLE, "--format", "csv", more=more)
    assert (code, "TD559" in err) == (1, True)
    assert out.splitlines()[-1] == f';;X;;;;"{NOTE}"'
    _, out, _ = score_one(TABLE, more=more)
    assert "   –  X               –\n" in out
    assert f"X: {NOTE}\n" in out
    _, out, _ = score_one(TABLE, "--format", "md", more=more)
    assert f"|  | X |  |  | {NOTE} |\n" in out
    assert f"|  | X | – |{'  |' if more else ''}  |\n" in out


@pytest.mark.parametrize("more", MORE)
def test_programs_see_null(score_one: Score, more: str) -> None:
    _, out, _ = score_one(TABLE, "--format", "json", more=more)
    unit = json.loads(out)["units"][-1]
    assert (unit["total"], unit["exact"], unit["complete"]) == (None, None, False)


def test_a_floor_raises_nothing(score_one: Score) -> None:
    _, out, _ = score_one(TABLE, "--explain", "X", more="floor: 5\n")
    assert out.startswith("X: ?\n")
    assert "sàn" not in out


@pytest.mark.parametrize("value", ["không giao", "11", "abc"])
def test_what_is_tried_is_told_and_exits_as_if_it_stood_there(score_one: Score, value: str) -> None:
    code, _, err = score_one(f"don_vi;a\nX;{value}\nY;2\n")
    tried, _, told = score_one("don_vi;a\nX;1\nY;2\n", "--what-if", f"X.a={value}")
    assert (tried, told) == (code, err)
    assert code == 1


def test_a_total_that_would_be_gone_is_null(score_one: Score) -> None:
    asked = ("--what-if", "X.a=không giao")
    _, out, _ = score_one("don_vi;a\nX;1\n", *asked)
    assert "1,00 → –" in out
    _, out, _ = score_one("don_vi;a\nX;1\n", *asked, "--format", "json")
    after = json.loads(out)["what_if"]["moves"][0]["after"]
    assert (after["total"], after["exact"]) == (None, None)
