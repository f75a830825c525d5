"""What `--what-if` takes for a unit, a criterion and a value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Score = Callable[..., tuple[int, str, str]]


def test_a_unit_that_may_be_a_criterion_is_asked_about(score_one: Score) -> None:
    table = "don_vi;a\nX;1\nX.a;2\n"
    code, _, err = score_one(table, "--what-if", "X.a=5")
    assert code == 2
    assert "tên một đơn vị" in err
    assert '"X/a=5"' in err
    code, out, _ = score_one(table, "--what-if", "X/a=5")
    assert (code, "X, Điểm a (ô B2): 1 → 5" in out) == (0, True)
    code, out, _ = score_one(table, "--what-if", "X.a.a=5")
    assert (code, "X.a, Điểm a (ô B3): 2 → 5" in out) == (0, True)


@pytest.mark.parametrize("sign", ["==", ">=", "<=", "!=", ":=", "+=", " = ="])
def test_a_value_is_put_in_not_compared(score_one: Score, sign: str) -> None:
    code, _, err = score_one("don_vi;a\nX;1\n", "--what-if", f"X.a{sign}5")
    assert (code, "chưa đúng dạng" in err) == (2, True)


def test_a_blank_may_be_tried(score_one: Score) -> None:
    code, _, err = score_one("don_vi;a\nX;1\n", "--what-if", "X.a=")
    assert (code, "TD530" in err) == (1, True)
