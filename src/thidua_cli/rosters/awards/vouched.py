"""What a person vouched for, held against the list: what was used, and what the law had settled already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.law.bonuses.answers import Answers
from thidua_cli.law.bonuses.payments import payments
from thidua_cli.law.registers.bonuses import base_salary_on, multiple_of, rounding_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from thidua_cli.findings.span import Span
    from thidua_cli.law.bonuses.amounts import Doubt
    from thidua_cli.law.bonuses.payments import Award


def used_answers(answers: Answers, awards: Iterable[Award]) -> Answers:
    """The answers without which some money of the list would be another, or in doubt."""
    distinct = _distinct(awards)

    def comes_to(given: Answers) -> list[tuple[tuple[int, ...], frozenset[Doubt]]]:
        return [(each.amounts, each.doubts) for each in payments(distinct, given)]

    def is_used(without: Answers) -> bool:
        return comes_to(without) != paid

    paid = comes_to(answers)
    given = answers.multiples
    return Answers(
        answers.base_salary if is_used(answers._replace(base_salary=None)) else None,
        answers.mode if is_used(answers._replace(mode=None)) else None,
        {title: given[title] for title in given if is_used(answers._replace(multiples=_less(given, title)))},
    )


def idle_findings(answers: Answers, awards: Iterable[Award], place: Span) -> list[Finding]:
    """A finding for each answer that no line of the list leaves open."""
    distinct = _distinct(awards)
    days = {award.day for award in distinct}
    idle = []
    if answers.base_salary is not None and all(
        answers.salary(salary) == salary for salary in map(base_salary_on, days)
    ):
        idle.append("base-salary")
    if answers.mode is not None and all(
        answers.rounding(rounding) == rounding for rounding in map(rounding_on, days)
    ):
        idle.append("rounding")
    for title in answers.multiples:
        stated = [
            (multiple_of(title, award.holder, award.day), award.day)
            for award in distinct
            if award.title == title
        ]
        if all(answers.multiple(title, multiple, day) == multiple for multiple, day in stated):
            idle.append(f"multiple {title}")
    return [Finding("TD369", place, {"answer": f"--{name}"}) for name in idle]


def _less(multiples: Mapping[str, Fraction], title: str) -> Mapping[str, Fraction]:
    return {other: value for other, value in multiples.items() if other != title}


def _distinct(awards: Iterable[Award]) -> Sequence[Award]:
    """One award of each title, holder and day."""
    return list({(award.title, award.holder, award.day): award for award in awards}.values())
