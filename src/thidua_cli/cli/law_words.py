"""What a rule of law said at each time, in words and as data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import first_text, t
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from fractions import Fraction


def rule_of(code: str) -> Rule | None:
    """The dated rule behind a code; None for a check that rests on no dated number."""
    return rules().get(code)


def period_words(number: DatedValue) -> str:
    """`từ 01/10/2017 đến hết 31/12/2023`."""
    if number.to is None:
        return t("law.from", since=format_short(number.since))
    last = number.to - timedelta(days=1)
    return t("law.between", since=format_short(number.since), until=format_short(last))


def number_words(rule: Rule, number: DatedValue) -> str:
    """`không quá 15% số người đạt …`, or that there is no rule, or that its text is not verified."""
    if number.state is not State.IN_FORCE:
        return first_text(f"law.{number.state}.{rule.code}", f"law.state.{number.state}")
    value = ""
    if number.value is not None:
        ratio = rule.kind in (Kind.RATIO_CAP, Kind.RATIO_FLOOR)
        value = f"{_figure(number.value * 100)}%" if ratio else _figure(number.value)
    form = "strict" if number.strict else "none" if number.value == 0 else ""
    limit = t(f"law.{rule.kind}.{form}" if form else f"law.{rule.kind}", value=value)
    return t(f"law.says.{rule.code}", limit=limit)


def _figure(value: Fraction) -> str:
    """A small whole number as it stands; anything else by the rules of Vietnamese numbers."""
    if value.denominator == 1 and abs(value) < 1000:
        return str(value.numerator)
    from thidua_cli.vietnamese.numbers import format_number

    return format_number(value)


def state_on(rule: Rule, when: date) -> tuple[str, str]:
    """The state of a rule on a day and the words for it; `unknown` where the data do not reach."""
    number = rule.on(when)
    if number is None:
        return "unknown", t("law.state.unknown")
    return number.state.value, number_words(rule, number)


def history_data(rule: Rule) -> list[dict[str, Any]]:
    """The numbers of a rule as plain data, oldest first; values are exact fractions as text."""
    return [
        {
            "since": number.since.isoformat(),
            "to": number.to.isoformat() if number.to else None,
            "state": number.state.value,
            "value": None if number.value is None else str(number.value),
            "strict": number.strict,
            "grade": number.grade,
            "checked": number.checked.isoformat() if number.checked else None,
            "basis": [{"document": one.document, "at": one.at, "quote": one.quote} for one in number.basis],
        }
        for number in rule.numbers
    ]
