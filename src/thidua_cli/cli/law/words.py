"""What a rule of law said at each time, in words and as data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from fractions import Fraction

    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.criteria.tree import Node
    from thidua_cli.law.rulings.rules import Reading

RATIOS = (Kind.RATIO_CAP, Kind.RATIO_FLOOR)


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
    if number.state is State.UNVERIFIED and number.readings:
        return t("law.state.unverified.readings")
    if number.state is not State.IN_FORCE:
        return first_text(f"law.{number.state}.{rule.code}", f"law.state.{number.state}")
    limit = limit_words(rule, number)
    ways = _ways(rule, number)
    if limit and first_text(f"law.says.{rule.code}"):
        words = _rounded(t(f"law.says.{rule.code}", limit=limit), number)
    elif ways and number.value is None:
        return ways
    else:
        words = _rounded(_general_words(rule, number.criteria, limit), number)
    return f"{words} ({ways})" if ways else words


def _ways(rule: Rule, number: DatedValue) -> str:
    """The ways to read a number, where there are several."""
    said = dict.fromkeys(words for reading in number.readings if (words := reading_words(rule, reading)))
    if len(said) < 2:
        return ""
    return t("law.readings", ways="; ".join(f"({place}) {words}" for place, words in enumerate(said, 1)))


def reading_words(rule: Rule, reading: Reading) -> str:
    """What one candidate reading says: its criteria, or its share and base."""
    from thidua_cli.law.registers.facts import fact_kinds

    if reading.criteria is not None:
        return _general_words(rule, reading.criteria, "")
    if reading.value is None:
        return ""
    base = " + ".join(fact_kinds()[ident].names[language()] for ident in reading.base)
    return f"{_value(rule, reading.value)} {base}".strip()


def local_words(local: LocalRule, number: DatedValue) -> str:
    """What a rule of a pack says: its condition, its number over the same people as the national one, or its
    number with what it measures.
    """
    if local.condition is not None:
        return local.messages.get(language()) or local.messages["vi"]
    over = rules().get(local.target or "")
    limit = limit_words(local.rule, number)
    same = over is not None and (over.numerator, over.base) == (local.rule.numerator, local.rule.base)
    if over is not None and same and first_text(f"law.says.{over.code}"):
        return _rounded(t(f"law.says.{over.code}", limit=limit), number)
    return _rounded(_general_words(local.rule, number.criteria, limit), number)


def limit_words(rule: Rule, number: DatedValue) -> str:
    """`không quá 10%`; empty for what no number says."""
    value = "" if number.value is None else _value(rule, number.value)
    form = "strict" if number.strict else "none" if number.value == 0 else ""
    keys = (f"law.{rule.kind}.{form}", f"law.{rule.kind}")
    key = next((key for key in keys if first_text(key)), "")
    return t(key, value=value) if key else ""


def _rounded(words: str, number: DatedValue) -> str:
    """The words with how heads are rounded, where the text states it."""
    parts = [t(f"law.rounding.{number.rounding}")] if number.rounding is not None else []
    parts += [t("law.at_least_one")] if number.at_least_one else []
    return f"{words} ({', '.join(parts)})" if parts else words


def grade_words(grade: str) -> str:
    """How far a source is trusted."""
    return first_text(f"law.grade.{grade}") or grade


def checked_words(number: DatedValue) -> str:
    """`nguồn chính thức; đối chiếu ngày 20/11/2026`."""
    grade = grade_words(number.grade)
    if number.checked is None:
        return grade
    return t("law.checked", grade=grade, date=format_short(number.checked))


def delegation_words(number: DatedValue) -> str:
    """Whether the number is left to ministries and provinces."""
    if number.delegates is None:
        return t("law.delegates.none")
    return t("law.delegates", article=f"{number.delegates.at} {number.delegates.document}")


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
            "rounding": number.rounding.value if number.rounding else None,
            "at_least_one": number.at_least_one,
            "grade": number.grade,
            "checked": number.checked.isoformat() if number.checked else None,
            "basis": [_basis_data(one) for one in number.basis],
            "delegates": _basis_data(number.delegates) if number.delegates else None,
            "readings": [
                {
                    "id": reading.id,
                    "value": None if reading.value is None else str(reading.value),
                    "base": list(reading.base),
                    "grade": reading.grade,
                    "basis": [_basis_data(one) for one in reading.basis],
                }
                for reading in number.readings
            ],
        }
        for number in rule.numbers
    ]


def _basis_data(basis: Basis) -> dict[str, str]:
    return {"document": basis.document, "at": basis.at, "quote": basis.quote}


def _general_words(rule: Rule, criteria: Node | None, limit: str) -> str:
    """`số người đạt … không quá 10% tổng số người`, or its criteria; else the title of the rule."""
    from thidua_cli.law.registers.facts import fact_kinds

    if criteria is not None:
        from thidua_cli.cli.law.criteria_words import criteria_words

        return criteria_words(criteria)

    measured = fact_kinds().get(rule.numerator)
    if measured is None:
        from thidua_cli.findings.catalogue import entries

        entry = entries().get(rule.code)
        return entry.text("title", language()) if entry else limit
    base = fact_kinds().get(rule.base or "")
    words = [measured.names[language()], limit, base.names[language()] if base else ""]
    return " ".join(word for word in words if word)


def _value(rule: Rule, value: Fraction) -> str:
    """A share as a percentage, or as the fraction it is (`2/3`); a count as it stands."""
    if rule.kind not in RATIOS:
        return _figure(value)
    ends = (value * 10**6).denominator == 1
    return f"{_figure(value * 100)}%" if ends else f"{value.numerator}/{value.denominator}"


def _figure(value: Fraction) -> str:
    """A small whole number as it stands; anything else by the rules of Vietnamese numbers."""
    if value.denominator == 1 and abs(value) < 1000:
        return str(value.numerator)
    from thidua_cli.vietnamese.numbers import format_number

    return format_number(value)
