"""What a person has to settle before the money of a list is paid: one remark for lines that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Basis, Finding, Related, Severity
from thidua_cli.law.bonuses.amounts import Doubt, first_day, last_verified_salary
from thidua_cli.law.bonuses.cumulation import cumulation_on
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.rosters.awards.remarks import Remark, Remarks
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.bonuses.payments import Payment
    from thidua_cli.rosters.awards.award_list import Line

PaidLine = tuple["Line", "Payment"]
# What is asked once for an award and a day, in this order; the base salary once for a day.
_OF_AWARD = (Doubt.BEYOND_DATA, Doubt.NOT_NAMED, Doubt.MULTIPLE, Doubt.CEILING, Doubt.ROUNDING)
_MOST_NAMED = 3


def doubts_of(lines: Sequence[PaidLine]) -> list[Remark]:
    """The remarks on the payments of a list, each where it first matters."""
    remarks = Remarks()
    for doubt in _OF_AWARD:
        for line, payment in lines:
            # A ceiling is no sum to be rounded.
            if doubt in payment.doubts and not (doubt is Doubt.ROUNDING and Doubt.CEILING in payment.doubts):
                alike = payment.award.title, payment.award.holder, payment.award.day
                remarks.add(_open(doubt, line.place, payment), line.row, alike)
    for line, payment in lines:
        if Doubt.SALARY in payment.doubts:
            remarks.add(_salary(line.place, payment), line.row, payment.award.day)
    return [*remarks.close(), *_of_receivers(lines)]


def _open(doubt: Doubt, place: Span, payment: Payment) -> Finding:
    """The finding of one doubt about one award."""
    award, money = payment.award, payment.money[0]
    values = {"award": titles()[award.title].name, "day": format_short(award.day)}
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


def _salary(place: Span, payment: Payment) -> Finding:
    day = payment.award.day
    stated = next(reading.salary for money in payment.money for reading in money.readings)
    verified = last_verified_salary(day)
    values = {
        "day": format_short(day),
        "salary": format_number(stated.amount),
        "verified": format_number(verified.amount) if verified else "",
    }
    return _asked(Doubt.SALARY, place, values, (stated.basis,), "-truoc" if verified else "")


def _asked(
    doubt: Doubt, place: Span, values: Mapping[str, str], basis: tuple[Basis, ...], ending: str = ""
) -> Finding:
    return Finding("TD365", place, {**values, "basis": cited(basis)}, f"{doubt}{ending}", basis=basis)


def _of_receivers(lines: Sequence[PaidLine]) -> Iterator[Remark]:
    groups: dict[tuple[tuple[str, str, str], date], list[PaidLine]] = {}
    for line in lines:
        groups.setdefault((line[1].award.receiver, line[1].award.day), []).append(line)
    several: dict[tuple[str, date], list[list[PaidLine]]] = {}
    for members in groups.values():
        yield from _doubled(members)
        single = [line for line in members if Doubt.DOUBLED not in line[1].doubts]
        if len(single) > 1:
            several.setdefault((_variant(single), single[0][1].award.day), []).append(single)
    for (variant, day), receivers in several.items():
        yield _several(variant, day, receivers)


def _doubled(members: Sequence[PaidLine]) -> Iterator[Remark]:
    first: dict[tuple[str, str | None], Line] = {}
    for line, payment in members:
        award = payment.award
        earlier = first.setdefault((award.title, award.holder), line)
        if earlier is not line:
            values = {
                "name": award.name,
                "award": titles()[award.title].name,
                "day": format_short(award.day),
                "first_row": str(earlier.row),
                "number": earlier.number,
            }
            variant = "numbered" if earlier.number else ""
            finding = Finding("TD363", line.place, values, variant, related=(Related(earlier.place),))
            yield Remark(finding, (line.row,))


def _variant(members: Sequence[PaidLine]) -> str:
    """Several awards of one receiver and day: paid together, or to be asked."""
    if not any(Doubt.CUMULATED in payment.doubts for _, payment in members):
        return "ca-hai"
    clause = cumulation_on(members[0][1].award.day)
    return "" if clause and clause.verified else "chua-kiem-chung"


def _several(variant: str, day: date, receivers: Sequence[Sequence[PaidLine]]) -> Remark:
    """One remark on all receivers of several awards of a day."""
    clause = cumulation_on(day)
    basis = (clause.basis,) if clause else ()
    named = "; ".join(map(_listed, receivers[:_MOST_NAMED])) + ("; …" if len(receivers) > _MOST_NAMED else "")
    values = {
        "names": named,
        "receivers": str(len(receivers)),
        "day": format_short(day),
        "basis": cited(basis),
    }
    severity = Severity.INFO if variant == "ca-hai" else Severity.WARNING
    asked = [
        line.row
        for members in receivers
        for line, payment in members
        if variant == "ca-hai" or Doubt.CUMULATED in payment.doubts
    ]
    place = receivers[0][-1][0].place
    return Remark(Finding("TD366", place, values, variant, severity, basis), tuple(asked))


def _listed(members: Sequence[PaidLine]) -> str:
    """`“Nguyễn Văn A” (Lao động tiên tiến, Chiến sĩ thi đua cơ sở)`."""
    awards = ", ".join(titles()[payment.award.title].name for _, payment in members)
    return f"“{members[0][1].award.name}” ({awards})"
