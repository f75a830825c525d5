"""Sharing a number of awards among units."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.law.quotas.shares import Claim, Share, Unshareable, share_out


def shared(total: int, *claims: Claim) -> tuple[Share, ...]:
    shares = share_out(total, claims)
    assert not isinstance(shares, Unshareable)
    return shares


def claim(unit: str, weight: int, least: int = 0, most: int | None = None) -> Claim:
    return Claim(unit, Fraction(weight), least, most)


@pytest.mark.parametrize(
    ("total", "claims", "finals"),
    [
        # 13 of 90: 40 → 5,78; 30 → 4,33; 20 → 2,89.
        (13, (claim("A", 40), claim("B", 30), claim("C", 20)), (6, 4, 3)),
        (0, (claim("A", 40), claim("B", 30)), (0, 0)),
        (5, (claim("A", 40),), (5,)),
        # A floor takes from those who have room.
        (5, (claim("A", 90), claim("B", 5, 1), claim("C", 5, 1)), (3, 1, 1)),
        # A ceiling gives to those who have room.
        (10, (claim("A", 80, 0, 4), claim("B", 10), claim("C", 10)), (4, 3, 3)),
        # A unit without weight gets its least only.
        (6, (claim("A", 10), claim("B", 0, 1), claim("C", 0)), (5, 1, 0)),
        (3, (claim("A", 10, 1, 1), claim("B", 10, 2, 2)), (1, 2)),
    ],
)
def test_shares(total: int, claims: tuple[Claim, ...], finals: tuple[int, ...]) -> None:
    assert tuple(share.final for share in shared(total, *claims)) == finals


def test_a_share_shows_how_it_came_about() -> None:
    first, second, third = shared(13, claim("A", 40), claim("B", 30), claim("C", 20))
    assert first.quota == first.bounded == Fraction(52, 9)
    assert (first.whole, first.remainder, first.extra) == (5, Fraction(7, 9), 1)
    assert (second.whole, second.remainder, second.extra) == (4, Fraction(1, 3), 0)
    assert (third.whole, third.remainder, third.extra) == (2, Fraction(8, 9), 1)
    assert not any(share.tied for share in (first, second, third))


def test_of_equal_remainders_the_larger_weight_then_the_name_goes_first() -> None:
    # 2 of 12 by 3, 3, 6: 0,5 – 0,5 – 1,0.
    shares = shared(2, claim("Đoàn", 3), claim("Dân", 3), claim("Công", 6))
    assert [(share.unit, share.final, share.tied) for share in shares] == [
        ("Đoàn", 0, True),
        ("Dân", 1, True),
        ("Công", 1, False),
    ]
    larger = shared(1, claim("B", 1, 1), claim("A", 1))
    assert [share.final for share in larger] == [1, 0]
    # 3 of 8 by 1, 3, 4: 0,375 – 1,125 – 1,5; and 4 of 8 by 1, 3, 4: 0,5 – 1,5 – 2.
    assert [share.final for share in shared(4, claim("A", 1), claim("B", 3), claim("C", 4))] == [0, 2, 2]


@pytest.mark.parametrize(
    ("total", "claims", "obstacle"),
    [
        (3, (claim("A", 1, 2), claim("B", 1, 2)), Unshareable("least", 4)),
        (9, (claim("A", 1, 0, 4), claim("B", 1, 0, 4)), Unshareable("most", 8)),
        (1, (claim("A", 1, 3, 2), claim("B", 1)), Unshareable("bounds", 2, "A")),
        (1, (claim("A", 0), claim("B", 0)), Unshareable("weight", 0)),
        (1, (), Unshareable("weight", 0)),
    ],
)
def test_what_cannot_be_shared(total: int, claims: tuple[Claim, ...], obstacle: Unshareable) -> None:
    assert share_out(total, claims) == obstacle


@st.composite
def claimed(draw: st.DrawFn) -> list[Claim]:
    count = draw(st.integers(1, 8))
    found = []
    for at in range(count):
        least = draw(st.integers(0, 3))
        most = draw(st.none() | st.integers(least, least + 6))
        weight = draw(st.fractions(0, 50, max_denominator=4))
        found.append(Claim(f"Đơn vị {at}", weight, least, most))
    return found


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 60), claimed(), st.randoms(use_true_random=False))
def test_shares_add_up_within_their_bounds_in_any_order(
    total: int, claims: list[Claim], random: st.random.Random
) -> None:
    shares = share_out(total, claims)
    if isinstance(shares, Unshareable):
        least = sum(each.least for each in claims)
        most = sum(each.least if not each.weight else (each.most or 0) for each in claims)
        assert total < least or total > most
        assert shares.figure in (least, most)
        return
    assert sum(share.final for share in shares) == total
    assert sum(share.bounded for share in shares) == total
    for each, share in zip(claims, shares, strict=True):
        assert each.least <= share.final <= (total if each.most is None else each.most)
        assert share.bounded - 1 < share.final < share.bounded + 1
    shuffled = list(claims)
    random.shuffle(shuffled)
    again = share_out(total, shuffled)
    assert not isinstance(again, Unshareable)
    assert set(again) == set(shares)


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 40), st.lists(st.integers(1, 60), min_size=1, max_size=9))
def test_without_bounds_each_gets_its_quota_rounded_down_or_up(total: int, weights: list[int]) -> None:
    shares = shared(total, *(claim(f"U{at}", weight) for at, weight in enumerate(weights)))
    for share in shares:
        assert share.bounded == share.quota
        assert share.final - share.quota < 1
        assert share.quota - share.final < 1
    # The more weight, the more awards.
    ordered = sorted(shares, key=lambda share: share.weight)
    assert all(one.final <= other.final or one.weight == other.weight for one, other in pairwise(ordered))
