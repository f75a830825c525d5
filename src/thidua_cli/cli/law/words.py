"""What a rule of law says at a time, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.cli.language import first_text, language, t
from thidua_cli.cli.law.criteria_words import criteria_words, whom_words
from thidua_cli.law.pack import is_verified
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.rulings.arithmetic import exact, percent
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from thidua_cli.law.local.pack import LocalRule
    from thidua_cli.law.rulings.rules import Reading

RATIOS = (Kind.RATIO_CAP, Kind.RATIO_FLOOR)


class Said(NamedTuple):
    """What a number says: a line, and the readings that it introduces, where there are several."""

    lead: str
    ways: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """All on one line: `…: (1) …; (2) …`."""
        if not self.ways:
            return self.lead
        return f"{self.lead}: {'; '.join(self.numbered)}"

    @property
    def numbered(self) -> tuple[str, ...]:
        """The readings, each with its number."""
        return tuple(f"({place}) {words}" for place, words in enumerate(self.ways, 1))


def rule_of(code: str) -> Rule | None:
    """The dated rule behind a code; None for a check that rests on no dated number."""
    return rules().get(code)


def period_words(number: DatedValue) -> str:
    """`từ 01/10/2017 đến hết 31/12/2023`."""
    if number.to is None:
        return t("law.from", since=format_short(number.since))
    last = number.to - timedelta(days=1)
    return t("law.between", since=format_short(number.since), until=format_short(last))


def said(rule: Rule, number: DatedValue) -> Said:
    """What a number says: the one thing, or its readings, each with for whom; whether it is verified."""
    words = _said(rule, number)
    if rule.when is None or words.lead == first_text(f"law.state.{number.state}"):
        return words
    return words._replace(lead=t("law.aside", says=words.lead, aside=whom_words(rule.when)))


def _said(rule: Rule, number: DatedValue) -> Said:
    if number.state is State.NONE:
        return Said(first_text(f"law.none.{rule.code}", "law.state.none"))
    unverified = number.state is State.UNVERIFIED
    if len(number.readings) > 1:
        key = "law.readings.unverified" if unverified else "law.readings"
        each = all(reading.when is not None for reading in number.readings)
        lead = t("law.readings.each" if each and not unverified else key)
        measured = _measured(rule)
        lead = f"{measured}, {lead}" if measured else lead
        return Said(_rounded(lead, number), _ways(rule, number))
    words = next(iter(_ways(rule, number)), "")
    if not unverified:
        return Said(words or _content(rule, number))
    if number.value is not None or number.criteria is not None:
        words = words or _content(rule, number)
    return Said(t("law.unverified", says=words) if words else t("law.state.unverified"))


def number_words(rule: Rule, number: DatedValue) -> str:
    """What a number says on one line."""
    return said(rule, number).line


def _ways(rule: Rule, number: DatedValue) -> tuple[str, ...]:
    """The readings of a number: for whom, what, and how far it is trusted where less than the rest."""
    return tuple(_way(rule, number, reading) for reading in number.readings)


def _way(rule: Rule, number: DatedValue, reading: Reading) -> str:
    if reading.unread:
        words = t("law.unread")
    elif reading.criteria is not None:
        words = criteria_words(reading.criteria)
    else:
        words = _share(rule, number._replace(value=reading.value), reading.base)
        words = words if len(number.readings) > 1 else " ".join((_measured(rule), words))
    if not reading.unread and is_verified(number.grade) and not is_verified(reading.grade):
        words = t("law.aside", says=words, aside=grade_words(reading.grade))
    return t("law.whom", whom=whom_words(reading.when), says=words) if reading.when else words


def local_said(local: LocalRule, number: DatedValue) -> Said:
    """What a rule of a pack says: its condition, its number over the same people as the national one, or its
    number with what it measures.
    """
    if local.condition is not None:
        return Said(local.messages.get(language()) or local.messages["vi"])
    over = rules().get(local.target or "")
    same = over is not None and (over.numerator, over.base) == (local.rule.numerator, local.rule.base)
    return said(local.rule._replace(code=over.code) if over and same else local.rule, number)


def local_words(local: LocalRule, number: DatedValue) -> str:
    """What a rule of a pack says on one line."""
    return local_said(local, number).line


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
    """The article that leaves a number to ministries and provinces; empty where none is known."""
    if number.delegates is None:
        return ""
    key = "law.delegates.within" if number.within else "law.delegates"
    return t(key, article=f"{number.delegates.at} {number.delegates.document}")


def state_on(rule: Rule, when: date) -> tuple[str, Said]:
    """The state of a rule on a day and what it says; `unknown` where the data do not reach."""
    number = rule.on(when)
    if number is None:
        return "unknown", Said(t("law.state.unknown"))
    return number.state.value, said(rule, number)


def _content(rule: Rule, number: DatedValue) -> str:
    """The words of a number that has one reading; empty where it was not read."""
    if number.criteria is not None:
        return criteria_words(number.criteria)
    limit = limit_words(rule, number)
    if first_text(f"law.says.{rule.code}"):
        words = t(f"law.says.{rule.code}", limit=limit)
    else:
        words = f"{_measured(rule)} {_share(rule, number, (rule.base,) if rule.base else ())}".strip()
    return _rounded(words, number)


def _share(rule: Rule, number: DatedValue, base: Iterable[str]) -> str:
    """`không quá 20% số người …`; among few a count instead."""
    words = f"{limit_words(rule, number)} {' + '.join(map(fact_words, base))}".strip()
    few = number.small
    if few is None:
        return words
    return t("law.small", says=words, few=few.fewer_than, of=fact_words(few.of), most=few.at_most)


def _measured(rule: Rule) -> str:
    return fact_words(rule.numerator) if rule.numerator else ""


def fact_words(ident: str) -> str:
    """A fact as people call it."""
    return fact_kinds()[ident].names[language()]


def _value(rule: Rule, value: Fraction) -> str:
    """A share as a percentage, or as the fraction it is (`2/3`); a count as it stands."""
    if rule.kind not in RATIOS:
        return exact(value)
    ends = (value * 10**6).denominator == 1
    return percent(value) if ends else f"{value.numerator}/{value.denominator}"
