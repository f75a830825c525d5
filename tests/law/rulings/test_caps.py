from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.caps import judge_cap
from thidua_cli.law.rulings.rules import DatedValue, rule
from thidua_cli.law.rulings.stated import Measure, Stated

CAP = Fraction(15, 100)
QUICK = settings(deadline=None, max_examples=150)


def in_force() -> DatedValue:
    number = rule("TD301").on(date(2022, 12, 31))
    assert number is not None
    return number


def share(low: object, high: object = None, **more: object) -> Stated:
    bottom = Fraction(str(low)) / 100
    top = bottom if high is None else Fraction(str(high)) / 100
    fields = {"base": "nhan-su"} | more
    return Stated(f"{low}%", Measure.SHARE, bottom, top, **fields)  # type: ignore[arg-type]


def heads(count: int, **more: object) -> Stated:
    return Stated(str(count), Measure.HEADS, Fraction(count), Fraction(count), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("numerator", "base", "ruling", "variant", "trace"),
    [
        (share(15), share(90), Ruling.FAIL, "vuot", "15/90 = 16,67% > 15%"),
        (share(15), share(80), Ruling.FAIL, "vuot", "15/80 = 18,75% > 15%"),
        (share("13.5"), share(90), Ruling.PASS, "dat", "13,5/90 = 15% ≤ 15%"),
        (share("13.5001"), share(90), Ruling.FAIL, "vuot", "13,5001/90 = 15,0001% > 15%"),
        (share(15), share(100), Ruling.PASS, "dat", "15/100 = 15% ≤ 15%"),
        (share(16), share(100), Ruling.FAIL, "chi-ha", "16/100 = 16% > 15%"),
        (share(14), share(93), Ruling.FAIL, "vuot", "14/93 = 15,05% > 15%"),
        (share(0), share(90), Ruling.PASS, "bang-khong", "0 ≤ 15%"),
        (share(0), share(0), Ruling.PASS, "bang-khong", "0 ≤ 15%"),
        (share(1), share(0), Ruling.FAIL, "khong-co-goc", "1 > 15% × 0"),
        (heads(5), heads(33), Ruling.FAIL, "vuot", "5/33 = 15,15% > 15%"),
        (heads(4), heads(33), Ruling.PASS, "dat", "4/33 = 12,12% < 15%"),
        (heads(3), heads(20), Ruling.PASS, "dat", "3/20 = 15% ≤ 15%"),
    ],
)
def test_figures_over_one_base(
    numerator: Stated, base: Stated, ruling: Ruling, variant: str, trace: str
) -> None:
    found = judge_cap(numerator, base, in_force())
    assert (found.ruling, found.variant, found.trace) == (ruling, variant, (trace,))


@pytest.mark.parametrize(
    ("numerator", "base", "lowered", "raised"),
    [
        (share(15), share(90), "13,5%", "100%"),
        (share(15), share(80), "12%", "100%"),
        (share(12), share(60), "9%", "80%"),
        (share(14), share(93), "13,95%", "93,34%"),
        (share(14), share("90.05"), "13,5%", "93,34%"),
        (share(16), share(90), "13,5%", ""),
        (heads(5), heads(33), "4", "34"),
        (heads(5), heads(33, whole=33), "4", ""),
        (heads(5), heads(33, whole=34), "4", "34"),
    ],
)
def test_both_cures_unless_the_second_passes_the_whole(
    numerator: Stated, base: Stated, lowered: str, raised: str
) -> None:
    found = judge_cap(numerator, base, in_force())
    assert (found.values["lowered"], found.values["raised"]) == (lowered, raised)
    assert found.variant == ("vuot" if raised else "chi-ha")


@pytest.mark.parametrize(
    ("numerator", "base", "variant"),
    [
        (share(15, base="can-bo"), share(90), "khac-tap-hop"),
        (share(15, base=None), share(90), "khong-neu-tap-hop"),
        (share(15, base=None), share(90, base=None), "khong-neu-tap-hop"),
        (share(15, excluded=frozenset({"lãnh đạo Sở"})), share(90), "loai-tru-mot-ben"),
        (share(15), share(90, excluded=frozenset({"lãnh đạo Sở"})), "loai-tru-mot-ben"),
        (heads(5), share(90), "khac-cach-tinh"),
        (heads(5, base="a"), heads(33, base="b"), "khac-tap-hop"),
    ],
)
def test_what_cannot_be_divided_is_not_decided(numerator: Stated, base: Stated, variant: str) -> None:
    found = judge_cap(numerator, base, in_force())
    assert (found.ruling, found.variant, found.trace) == (Ruling.UNDECIDED, variant, ())


def test_zero_is_within_the_cap_whatever_the_base() -> None:
    assert judge_cap(share(0, base=None), heads(3), in_force()).ruling is Ruling.PASS


def test_the_same_people_left_out_of_both_is_one_base() -> None:
    leaders = frozenset({"lãnh đạo Sở"})
    found = judge_cap(share(15, excluded=leaders), share(90, excluded=leaders), in_force())
    assert found.ruling is Ruling.FAIL


@pytest.mark.parametrize(
    ("numerator", "base", "ruling", "variant"),
    [
        # All combinations break, none does, some do.
        (share(15, 20), share(80, 90), Ruling.FAIL, "chi-ha"),
        (share(10, 12), share(80, 90), Ruling.PASS, "dat"),
        (share(12, 15), share(80, 100), Ruling.UNDECIDED, "lan-lon"),
        (share(10, 20), share(90), Ruling.UNDECIDED, "lan-lon"),
        (share(15), share(80, 100, gap="mo-ho"), Ruling.UNDECIDED, "mo-ho"),
        (share(15), share(80, 90, gap="mo-ho"), Ruling.FAIL, "vuot"),
    ],
)
def test_ranges_decide_only_when_every_combination_agrees(
    numerator: Stated, base: Stated, ruling: Ruling, variant: str
) -> None:
    found = judge_cap(numerator, base, in_force())
    assert (found.ruling, found.variant) == (ruling, variant)


@pytest.mark.parametrize(
    ("numerator", "ruling", "variant"),
    [(share(16), Ruling.FAIL, "vuot-ca-khi-tron"), (share(15), Ruling.UNDECIDED, "thieu")],
)
def test_a_missing_base_is_at_most_everybody(numerator: Stated, ruling: Ruling, variant: str) -> None:
    found = judge_cap(numerator, share(0, 100, gap="thieu"), in_force())
    assert (found.ruling, found.variant) == (ruling, variant)
    assert found.values["lowered"] == "15%"


def test_more_than_the_cap_breaks_at_the_figure_of_the_cap() -> None:
    assert judge_cap(share(15, above=True), share(100), in_force()).ruling is Ruling.FAIL


def test_a_figure_without_upper_bound_is_not_decided() -> None:
    unknown = Stated("", Measure.SHARE, Fraction(0), None, "nhan-su", gap="khong-neu-so")
    assert judge_cap(unknown, share(90), in_force()).variant == "khong-neu-so"
    assert judge_cap(share(15), unknown, in_force()).variant == "khong-neu-so"


percents = st.integers(0, 1000).map(lambda tenth: Fraction(tenth, 1000))


@QUICK
@given(percents, percents)
def test_agrees_with_plain_arithmetic(numerator: Fraction, base: Fraction) -> None:
    found = judge_cap(
        Stated("", Measure.SHARE, numerator, numerator, "a"),
        Stated("", Measure.SHARE, base, base, "a"),
        in_force(),
    )
    assert (found.ruling is Ruling.FAIL) == (numerator * 100 > base * 15)
    assert found.ruling is not Ruling.UNDECIDED


@QUICK
@given(st.tuples(percents, percents).map(sorted), st.tuples(percents, percents).map(sorted))
def test_a_range_is_ruled_as_all_its_points_are(upper: list[Fraction], lower: list[Fraction]) -> None:
    found = judge_cap(
        Stated("", Measure.SHARE, *upper, "a"), Stated("", Measure.SHARE, *lower, "a"), in_force()
    )
    breaks = {numerator * 100 > base * 15 for numerator, base in product(upper, lower)}
    expected = {True: Ruling.FAIL, False: Ruling.PASS}
    assert found.ruling is (expected[breaks.pop()] if len(breaks) == 1 else Ruling.UNDECIDED)


@QUICK
@given(st.integers(1, 500), st.integers(1, 500))
def test_the_cure_in_heads_is_the_last_lawful_count(numerator: int, base: int) -> None:
    found = judge_cap(heads(numerator), heads(base), in_force())
    if found.ruling is Ruling.FAIL:
        lowered, raised = int(found.values["lowered"]), int(found.values["raised"])
        assert lowered * 100 <= base * 15 < (lowered + 1) * 100
        assert numerator * 100 <= raised * 15
        assert numerator * 100 > (raised - 1) * 15


@QUICK
@given(percents, percents)
def test_the_cure_in_shares_is_lawful_as_printed(numerator: Fraction, base: Fraction) -> None:
    def printed(text: str) -> Fraction:
        return Fraction(text.removesuffix("%").replace(",", ".")) / 100

    upper = Stated("", Measure.SHARE, numerator, numerator, "a")
    found = judge_cap(upper, Stated("", Measure.SHARE, base, base, "a"), in_force())
    if found.ruling is Ruling.FAIL:
        assert 0 <= CAP * base - printed(found.values["lowered"]) < Fraction(1, 10_000)
        if found.variant == "vuot":
            assert 0 <= CAP * printed(found.values["raised"]) - numerator < Fraction(1, 10_000)
