"""Formulas as they would be written on paper: numbers and signs only, no words of any language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_05UP, ROUND_HALF_UP, Context, Decimal, Inexact
from typing import TYPE_CHECKING, Any

from thidua_cli.plan.criteria import Bands, Bonus, Count, Leaf, Penalty, Proportional, YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.plan.criteria_values import Bounds
    from thidua_cli.scoring.points.exact import Ratio

UNKNOWN = "?"
ABOUT = "≈ "
# Decimals up to this length are written out, longer ones to APPROXIMATE.
APPROXIMATE = Decimal("0.01")
# This rounding keeps a second one, to the shown places, right.
_SHORT = Context(prec=28, rounding=ROUND_05UP, traps=[])
_WIDE = Context(prec=80, traps=[])
_MARKS = str.maketrans(",.", ".,")
# From the value, the value as written, and the result as shown.
Formula = Callable[[Decimal, str, str], str]


def number(value: Decimal) -> str:
    """An exact decimal in Vietnamese notation."""
    plain = f"{value:,f}".translate(_MARKS)
    return plain.rstrip("0").rstrip(",") if "," in plain else plain


def result(value: Ratio) -> str:
    """A result: exact where its decimals are few, else `≈ 5,28`. Runs in EXACT."""
    _SHORT.clear_flags()
    quotient = _SHORT.divide(value.numerator, value.divisor)
    if not _SHORT.flags[Inexact]:
        return number(quotient)
    return ABOUT + f"{quotient.quantize(APPROXIMATE, ROUND_HALF_UP, _WIDE):,f}".translate(_MARKS)


def equals(expression: str, shown: str) -> str:
    """An expression and its result."""
    return f"{expression} {shown}" if shown.startswith(ABOUT) else f"{expression} = {shown}"


def sum_of(pieces: Iterable[str], shown: str) -> str:
    """A sum of results; it is approximate as soon as one of them is."""
    line = " + ".join(pieces)
    if ABOUT in line:
        line, shown = line.replace(ABOUT, ""), ABOUT + shown.removeprefix(ABOUT)
    return equals(line.replace("+ -", "- "), shown)


def _proportional(rule: Proportional) -> Formula:
    most, target, limit = number(rule.max), number(rule.target), number(rule.limit)
    up = rule.direction == "up"

    def formula(actual: Decimal, written: str, shown: str) -> str:
        part, whole = (actual, rule.target) if up else (rule.target, actual)
        if part <= 0 or whole <= 0:
            return f"{written} / {target} → {shown}"
        product = f"{most} × {written} / {target}" if up else f"{most} × {target} / {written}"
        capped = rule.max * part > rule.limit * whole
        return equals(f"min({product}; {limit})" if capped else product, shown)

    return formula


def _bands(rule: Bands) -> Formula:
    steps = [(band.bounds, *_ends(band.bounds)) for band in rule.bands]

    def formula(actual: Decimal, written: str, shown: str) -> str:
        start, end = next((start, end) for bounds, start, end in steps if bounds.contains(actual))
        return f"{start}{written}{end} → {shown}"

    return formula


def _ends(bounds: Bounds) -> tuple[str, str]:
    lower, lower_in, upper, upper_in = bounds
    start = "" if lower is None else f"{number(lower)} {'≤' if lower_in else '<'} "
    return start, "" if upper is None else f" {'≤' if upper_in else '<'} {number(upper)}"


def _yes_no(_: YesNo) -> Formula:
    return lambda _, written, shown: f"{written} → {shown}"


def _times(rule: Count | Bonus | Penalty) -> Formula:
    cap = rule.max if isinstance(rule, Count) else rule.cap
    taken_off = isinstance(rule, Penalty)

    def formula(actual: Decimal, written: str, shown: str) -> str:
        product = f"{written} × {number(rule.point)}"
        if cap is not None and rule.point * actual > cap:
            product = f"min({product}; {number(cap)})"
        return equals(f"-({product})" if taken_off else product, shown)

    return formula


# Each is called only under the key of its own class, which the types cannot say.
FORMULAS: Mapping[type[Leaf], Callable[[Any], Formula]] = {
    Proportional: _proportional,
    Bands: _bands,
    YesNo: _yes_no,
    Count: _times,
    Bonus: _times,
    Penalty: _times,
}


def formula_of(rule: Leaf) -> Formula:
    """The function that writes a criterion's formula from the value and the result as shown."""
    return FORMULAS[type(rule)](rule)
