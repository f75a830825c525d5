"""What a person has to settle before the money of a list is paid: one finding for lines that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Basis, Finding, Related, Severity
from thidua_cli.law.bonuses.amounts import Doubt, first_day
from thidua_cli.law.bonuses.cumulation import cumulation_on
from thidua_cli.law.bonuses.payments import payments
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.bonuses.answers import Answers
    from thidua_cli.law.bonuses.payments import Award, Payment
    from thidua_cli.rosters.awards.award_list import AwardLine

Line = tuple["AwardLine", "Payment"]
# What is asked once for an award and a day, in this order; the base salary once for a day.
_OF_AWARD = (Doubt.BEYOND_DATA, Doubt.NOT_NAMED, Doubt.MULTIPLE, Doubt.CEILING, Doubt.ROUNDING)


def doubt_findings(lines: Sequence[AwardLine], paid: Sequence[Payment]) -> list[Finding]:
    """The findings on the payments of a list, each where it first matters."""
    together = list(zip(lines, paid, strict=True))
    return [*_of_awards(together), *_of_salaries(together), *_of_receivers(together)]


def idle_answers(answers: Answers, awards: Iterable[Award], place: Span) -> list[Finding]:
    """A finding for each answer that settles nothing of the list: the data leave none of it open."""
    open_still = {(each.award.title, doubt) for each in payments(list(awards)) for doubt in each.doubts}
    doubts = {doubt for _, doubt in open_still}
    idle = [("base-salary", answers.base_salary is not None and Doubt.SALARY not in doubts)]
    idle.append(("rounding", answers.mode is not None and Doubt.ROUNDING not in doubts))
    for title in answers.multiples:
        settled = not {(title, Doubt.MULTIPLE), (title, Doubt.CEILING)} & open_still
        idle.append((f"multiple {title}", settled))
    return [Finding("TD369", place, {"answer": f"--{name}"}) for name, useless in idle if useless]


def _of_awards(lines: Sequence[Line]) -> Iterator[Finding]:
    groups: dict[tuple[str, str | None, date, Doubt], list[Line]] = {}
    for line in lines:
        award, doubts = line[1].award, line[1].doubts
        for doubt in _OF_AWARD:
            if doubt in doubts:
                groups.setdefault((award.title, award.holder, award.day, doubt), []).append(line)
    for (title, _, day, doubt), members in groups.items():
        place, payment = members[0][0].place, members[0][1]
        values = {"award": titles()[title].name, "day": format_short(day), "count": str(len(members))}
        yield _open(doubt, place, values, payment)


def _open(doubt: Doubt, place: Span, values: Mapping[str, str], payment: Payment) -> Finding:
    """The finding of one doubt about one award."""
    money = payment.money[0]
    if not money.readings or money.rounding is None:
        basis = (money.rounding.basis,) if money.rounding else ()
        return _asked(doubt, place, {**values, "since": format_short(first_day())}, basis)
    first, last = money.readings[0].multiple, money.readings[-1].multiple
    basis = (money.rounding.basis if doubt is Doubt.ROUNDING else first.basis,)
    amounts = " / ".join(map(format_number, payment.amounts))
    shown = {"amounts": amounts, "multiple": exact(first.value), "verified": exact(last.value)}
    earlier = "-truoc" if doubt is Doubt.MULTIPLE and last.value != first.value else ""
    if doubt is Doubt.CEILING:
        shown["amounts"] = format_number(max(payment.amounts))
    return _asked(doubt, place, {**values, **shown}, basis, earlier)


def _of_salaries(lines: Sequence[Line]) -> Iterator[Finding]:
    groups: dict[date, list[Line]] = {}
    for line in lines:
        if Doubt.SALARY in line[1].doubts:
            groups.setdefault(line[1].award.day, []).append(line)
    for day, members in groups.items():
        place, payment = members[0][0].place, members[0][1]
        salaries = dict.fromkeys(reading.salary for money in payment.money for reading in money.readings)
        stated, *verified = salaries
        values = {
            "day": format_short(day),
            "count": str(len(members)),
            "salary": format_number(stated.amount),
            "verified": format_number(verified[0].amount) if verified else "",
        }
        yield _asked(Doubt.SALARY, place, values, (stated.basis,), "-truoc" if verified else "")


def _asked(
    doubt: Doubt, place: Span, values: Mapping[str, str], basis: tuple[Basis, ...], ending: str = ""
) -> Finding:
    return Finding("TD365", place, {**values, "basis": cited(basis)}, f"{doubt}{ending}", basis=basis)


def _of_receivers(lines: Sequence[Line]) -> Iterator[Finding]:
    groups: dict[tuple[str, str, date], list[Line]] = {}
    for line in lines:
        groups.setdefault(line[1].award.receiver, []).append(line)
    for members in groups.values():
        yield from _doubled(members)
        single = [line for line in members if Doubt.DOUBLED not in line[1].doubts]
        if len(single) > 1:
            yield _several(single)


def _doubled(members: Sequence[Line]) -> Iterator[Finding]:
    first: dict[tuple[str, str | None], Line] = {}
    for line in members:
        award = line[1].award
        earlier = first.setdefault((award.title, award.holder), line)
        if earlier is not line:
            place = earlier[0].place
            values = {
                "name": award.name,
                "award": titles()[award.title].name,
                "day": format_short(award.day),
                "first_cell": place.cell or "",
            }
            yield Finding("TD363", line[0].place, values, related=(Related(place),))


def _several(members: Sequence[Line]) -> Finding:
    """Several awards of one receiver and day: paid together, or to be asked."""
    award = members[0][1].award
    clause = cumulation_on(award.day)
    asked = any(Doubt.CUMULATED in payment.doubts for _, payment in members)
    variant = "ca-hai" if not asked else "" if clause and clause.verified else "chua-kiem-chung"
    basis = (clause.basis,) if clause else ()
    values = {
        "name": award.name,
        "awards": _listed(titles()[payment.award.title].name for _, payment in members),
        "day": format_short(award.day),
        "basis": cited(basis),
    }
    severity = Severity.WARNING if asked else Severity.INFO
    return Finding("TD366", members[-1][0].place, values, variant, severity, basis)


def _listed(names: Iterable[str]) -> str:
    return "; ".join(f"“{name}”" for name in names)
