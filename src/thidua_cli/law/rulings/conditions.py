"""Conditions on the head counts of one collective: floors, counts, and steps that must have happened."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.arithmetic import exact, percent, percent_against, sign
from thidua_cli.law.rulings.judgement import Judgement

if TYPE_CHECKING:
    from thidua_cli.law.rulings.rules import DatedValue


def judge_floor(numerator: int | None, base: int | None, number: DatedValue) -> Judgement:
    """Whether numerator over base reaches the floor; `strict` floors must be passed.

    A missing count decides nothing; an empty base, or more heads than the base holds, is contradictory.
    """
    if numerator is None or base is None:
        return Judgement(Ruling.UNDECIDED, "thieu-so-lieu")
    values = {"numerator": str(numerator), "base": str(base)}
    if base <= 0 or not 0 <= numerator <= base:
        return Judgement(Ruling.UNDECIDED, "mau-thuan", values)
    bound = number.bound
    share = Fraction(numerator, base)
    written = percent_against(share, bound)
    met = share > bound or (share == bound and not number.strict)
    equal = "≤" if number.strict else "≥"
    return Judgement(
        Ruling.PASS if met else Ruling.FAIL,
        "dat" if met else "vua-bang" if share == bound else "khong-dat",
        values | {"ratio": written},
        (f"{numerator}/{base} = {written} {sign(share, bound, equal)} {percent(bound)}",),
    )


def judge_minimum(observed: int | None, number: DatedValue) -> Judgement:
    """Whether a count reaches its minimum."""
    return _judge_count(observed, number, least=True)


def judge_maximum(observed: int | None, number: DatedValue) -> Judgement:
    """Whether a count stays within its maximum."""
    return _judge_count(observed, number, least=False)


def _judge_count(observed: int | None, number: DatedValue, *, least: bool) -> Judgement:
    if observed is None:
        return Judgement(Ruling.UNDECIDED, "thieu-so-lieu")
    values = {"numerator": str(observed)}
    if observed < 0:
        return Judgement(Ruling.UNDECIDED, "mau-thuan", values)
    bound = number.bound
    met = observed >= bound if least else observed <= bound
    return Judgement(
        Ruling.PASS if met else Ruling.FAIL,
        "dat" if met else "khong-dat",
        values,
        (f"{observed} {sign(Fraction(observed), bound, '≥' if least else '≤')} {exact(bound)}",),
    )


def judge_precondition(happened: bool | None) -> Judgement:
    """Whether a required step happened; None where it is not known."""
    if happened is None:
        return Judgement(Ruling.UNDECIDED, "khong-neu")
    return Judgement(Ruling.PASS, "dat") if happened else Judgement(Ruling.FAIL, "khong-dat")
