"""Ratio floors of a collective title, held against what a plan aims at for its people as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.arithmetic import percent, percent_against, sign
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.stated import Measure, Stated

if TYPE_CHECKING:
    from fractions import Fraction

    from thidua_cli.law.rulings.rules import DatedValue


def judge_aim(share: Stated, number: DatedValue, *, every: bool) -> Judgement:
    """Whether the share of people aimed at carries the title that the plan wants for its collectives.

    `every`: all collectives are to hold it, so that a share below the floor cannot carry them. Where only
    some are, their own members may do better than the whole, and the plan does not say.
    """
    floor = number.bound
    values = {"base": share.text}
    if share.measure is Measure.HEADS or share.gap or share.excluded or share.high is None:
        return Judgement(Ruling.UNDECIDED, "chi-tieu-chua-ro", values)
    equal = "≤" if number.strict else "≥"
    trace = tuple(
        f"{percent_against(bound, floor)} {sign(bound, floor, equal)} {percent(floor)}"
        for bound in dict.fromkeys((share.low, share.high))
    )
    if _reaches(share.low, floor, number):
        return Judgement(Ruling.PASS, "chi-tieu-du", values, trace)
    if every and not _reaches(share.high, floor, number):
        return Judgement(Ruling.FAIL, "chi-tieu-thieu", values, trace)
    return Judgement(Ruling.UNDECIDED, "tuy-tap-the", values, trace)


def _reaches(share: Fraction, floor: Fraction, number: DatedValue) -> bool:
    return share > floor or (share == floor and not number.strict)
