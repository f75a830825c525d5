from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from thidua_cli.law.rulings.rules import State, rule

CAP = Fraction(15, 100)


@pytest.mark.parametrize(
    ("day", "state", "value"),
    [
        (date(2014, 10, 14), None, None),
        (date(2014, 10, 15), State.IN_FORCE, CAP),
        (date(2017, 9, 30), State.IN_FORCE, CAP),
        (date(2017, 10, 1), State.IN_FORCE, CAP),
        (date(2023, 12, 31), State.IN_FORCE, CAP),
        (date(2024, 1, 1), State.NONE, None),
        (date(2026, 9, 30), State.NONE, None),
        (date(2026, 10, 1), State.UNVERIFIED, None),
    ],
)
def test_the_cap_on_cstdcs_by_date(day: date, state: State | None, value: Fraction | None) -> None:
    number = rule("TD301").on(day)
    assert (number.state if number else None) == state
    assert (number.value if number else None) == value


@pytest.mark.parametrize(
    ("day", "value", "strict"),
    [
        (date(2023, 12, 31), Fraction(1, 2), True),
        (date(2024, 1, 1), Fraction(7, 10), False),
    ],
)
def test_ttldtt_goes_from_over_half_to_seventy_per_cent(day: date, value: Fraction, strict: bool) -> None:
    number = rule("TD302").on(day)
    assert number is not None
    assert (number.value, number.strict) == (value, strict)


def test_the_article_changes_with_the_decree() -> None:
    before, after = rule("TD301").on(date(2017, 9, 30)), rule("TD301").on(date(2017, 10, 1))
    assert before is not None
    assert after is not None
    assert before.basis[0].document == "Thông tư 07/2014/TT-BNV"
    assert (after.basis[0].document, after.basis[0].at) == ("Nghị định 91/2017/NĐ-CP", "khoản 3 Điều 9")
    assert (after.basis[0].since, after.basis[0].to) == (date(2017, 10, 1), date(2024, 1, 1))


def test_a_basis_is_as_old_as_its_document_even_where_the_data_begin_later() -> None:
    number = rule("TD302").on(date(2017, 10, 1))
    assert number is not None
    assert number.since == date(2017, 10, 1)
    assert (number.basis[0].since, number.basis[0].to) == (date(2004, 7, 1), date(2024, 1, 1))
    assert rule("TD302").on(date(2017, 9, 30)) is None


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        rule("TD999")
