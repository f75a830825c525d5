"""Ratio caps: one figure over another may not exceed a share. Three-valued over what is known of both."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.arithmetic import (
    exact,
    percent,
    percent_against,
    percent_at_least,
    percent_at_most,
    sign,
)
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.stated import LACKING, Measure, Stated

if TYPE_CHECKING:
    from thidua_cli.law.rulings.rules import DatedValue

# Why a base is not told: a plan has no target for it, a table or a record no count.
_UNTOLD = ("thieu", LACKING)


def judge_cap(numerator: Stated, base: Stated, number: DatedValue) -> Judgement:
    """Hold numerator over base against the cap in force.

    Decided only where every reading of both figures agrees. Zero is within any cap, whatever the base.
    """
    cap = number.bound
    values = {"numerator": numerator.text, "base": base.text, "bound": percent(cap)}
    pair = (numerator.low, base.low)
    if numerator.high == 0:
        return Judgement(Ruling.PASS, "bang-khong", values, (f"0 ≤ {percent(cap)}",), pair)
    apart = _incomparable(numerator, base)
    if apart:
        return Judgement(Ruling.UNDECIDED, apart, values | _excluded(numerator, base))
    surely = base.high is not None and _exceeds(numerator.low, base.high, number, numerator)
    maybe = numerator.high is None or _exceeds(numerator.high, base.low, number, numerator)
    trace = _trace(numerator, base, number)
    if not maybe:
        return Judgement(Ruling.PASS, "dat", values, trace, pair)
    values |= _cures(numerator, base, number)
    if surely:
        return Judgement(Ruling.FAIL, _fault(numerator, base, cap), values, trace, pair)
    return Judgement(Ruling.UNDECIDED, numerator.gap or base.gap or "lan-lon", values, trace)


def judge_cap_of(numerator: Stated, base: Stated, among: Stated | None, number: DatedValue) -> Judgement:
    """As `judge_cap`; among few (`among` is how many there are) a number may set a count instead."""
    share = judge_cap(numerator, base, number)
    if number.small is None or among is None:
        return share
    few = _judge_few(numerator, number.small.at_most)
    if among.high is not None and among.high < number.small.fewer_than:
        return few
    if among.low >= number.small.fewer_than or few.ruling is share.ruling:
        return share
    return Judgement(Ruling.UNDECIDED, LACKING, share.values, (*share.trace, *few.trace))


def _judge_few(numerator: Stated, most: int) -> Judgement:
    values = {"numerator": numerator.text, "base": ""}
    if numerator.high is None or numerator.low <= most < numerator.high:
        return Judgement(Ruling.UNDECIDED, numerator.gap or "lan-lon", values)
    trace = (f"{exact(numerator.low)} {sign(numerator.low, Fraction(most), '≤')} {most}",)
    if numerator.high <= most:
        return Judgement(Ruling.PASS, "it-nen-dat", values, trace)
    return Judgement(Ruling.FAIL, "khong-dat", values, trace)


def _exceeds(figure: Fraction, base: Fraction, number: DatedValue, stated: Stated) -> bool:
    allowed = number.share_of(base, heads=stated.measure is Measure.HEADS)
    above = stated.above or (number.strict and figure > 0)
    return figure > allowed or (figure == allowed and above)


def _incomparable(numerator: Stated, base: Stated) -> str:
    """Why the two figures cannot be divided; empty when they can."""
    if numerator.excluded != base.excluded and base.gap != "thieu":
        return "loai-tru-mot-ben"
    if numerator.measure is not base.measure:
        return "khac-cach-tinh"
    if numerator.measure is Measure.HEADS:
        return "khac-tap-hop" if numerator.base != base.base else ""
    if base.gap == "thieu":
        return "" if numerator.base and base.base and not numerator.excluded else "thieu"
    if numerator.base is None or base.base is None:
        return "khong-neu-tap-hop"
    return "" if numerator.base == base.base else "khac-tap-hop"


def _excluded(numerator: Stated, base: Stated) -> dict[str, str]:
    return {"excluded": ", ".join(sorted(numerator.excluded ^ base.excluded))}


def _extremes(numerator: Stated, base: Stated) -> tuple[tuple[Fraction, Fraction], ...]:
    """The mildest and the harshest pair of figures, once each, as far as they are bounded."""
    mild = [(numerator.low, base.high)] if base.high is not None else []
    harsh = [(numerator.high, base.low)] if numerator.high is not None else []
    return tuple(dict.fromkeys([*mild, *harsh]))


def _shown(value: Fraction, measure: Measure) -> str:
    return exact(value * 100 if measure is Measure.SHARE else value)


def _trace(numerator: Stated, base: Stated, number: DatedValue) -> tuple[str, ...]:
    lines: list[str] = []
    cap = number.bound
    equal = "≥" if numerator.above or number.strict else "≤"
    for upper, lower in _extremes(numerator, base):
        parts = f"{_shown(upper, numerator.measure)}/{_shown(lower, base.measure)}"
        if lower:
            share = upper / lower
            lines.append(f"{parts} = {percent_against(share, cap)} {sign(share, cap, equal)} {percent(cap)}")
        else:
            lines.append(f"{_shown(upper, numerator.measure)} {sign(upper, lower, equal)} {percent(cap)} × 0")
    return tuple(lines)


def _fault(numerator: Stated, base: Stated, cap: Fraction) -> str:
    if base.high == 0:
        return "khong-co-goc"
    if base.gap in _UNTOLD:
        return "vuot-ca-khi-tron"
    return "vuot" if _raised(numerator, base, cap) else "chi-ha"


def _raised(numerator: Stated, base: Stated, cap: Fraction) -> str:
    """The second cure: the base that carries the numerator; empty where it would pass the whole."""
    if numerator.high is None or not cap:
        return ""
    needed = numerator.high / cap
    if numerator.measure is Measure.SHARE:
        return percent_at_least(needed) if needed <= 1 else ""
    heads = ceil(needed)
    return "" if base.whole is not None and heads > base.whole else str(heads)


def _cures(numerator: Stated, base: Stated, number: DatedValue) -> dict[str, str]:
    lowest = base.low if base.gap not in _UNTOLD else base.high or base.low
    allowed = number.share_of(lowest, heads=numerator.measure is Measure.HEADS)
    lowered = percent_at_most(allowed) if numerator.measure is Measure.SHARE else str(floor(allowed))
    return {"lowered": lowered, "raised": _raised(numerator, base, number.bound)}
