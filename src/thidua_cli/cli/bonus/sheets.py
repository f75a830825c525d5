"""The money for a list of awards, as the sheets that go with the decision."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.cli.language import first_text, t
from thidua_cli.law.bonuses.payments import Payment, Sums, by_award, sums
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.tables.writing.sheets import Column, Content, Kind, Sheet
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.spoken_numbers import spoken_money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.law.bonuses.amounts import Reading
    from thidua_cli.law.bonuses.payments import Award
    from thidua_cli.rosters.awards.bonuses import PaidList


def list_sheet(paid: PaidList) -> Sheet:
    """The list as it goes with the decision: every line, the total in figures and in words."""
    lines = paid.payments
    several = len({payment.award.day for payment in lines}) > 1
    total = sums(lines)
    unsettled = total.settled < total.lines
    columns = {
        "number": Column(t("bonus.column.number"), Kind.WHOLE),
        "name": Column(t("bonus.column.name")),
        "unit": Column(t("bonus.column.unit"), most=30),
        "award": Column(t("bonus.column.award"), most=32),
        "day": Column(t("bonus.column.day"), Kind.DATE),
        "multiple": Column(t("bonus.column.multiple"), Kind.NUMBER),
        "amount": Column(t("bonus.column.amount"), Kind.MONEY),
        "note": Column(t("bonus.column.note"), most=36),
    }
    left_out = {
        "unit": not any(payment.award.unit for payment in lines),
        "day": not several,
        "note": not unsettled,
    }
    kept = [key for key in columns if not left_out.get(key)]
    rows = [_row(number, payment) for number, payment in enumerate(lines, 1)]
    key = "bonus.total_settled" if unsettled else "bonus.total"
    last: dict[str, Content] = {"name": t(key), "amount": total.certain}
    return Sheet(
        t("bonus.sheet.list"),
        [columns[key] for key in kept],
        [[row[key] for key in kept] for row in rows],
        titles=[t("bonus.title"), _subtitle(lines)],
        notes=list(_notes(paid, total)),
        total=[last.get(key) for key in kept],
        fixed=2,
    )


def _row(number: int, payment: Payment) -> dict[str, Content]:
    award = payment.award
    readings = payment.money[0].readings
    return {
        "number": number,
        "name": award.name,
        "unit": award.unit,
        "award": titles()[award.title].name_on(award.day),
        "day": award.day,
        "multiple": _multiple(readings[0]) if readings and award.holder else None,
        "amount": payment.certain,
        "note": _note(payment),
    }


def _multiple(reading: Reading) -> Decimal:
    value = reading.multiple.value
    return Decimal(value.numerator) / value.denominator


def _note(payment: Payment) -> str:
    """Why a line has no amount yet, and what it may come to."""
    if payment.certain is not None:
        return ""
    reasons = "; ".join(t(f"bonus.doubt.{doubt}") for doubt in sorted(payment.doubts))
    amounts = t("bonus.or").join(map(format_number, payment.amounts))
    return f"{reasons}: {amounts}" if amounts else reasons


def _subtitle(lines: Sequence[Payment]) -> str:
    days = sorted({payment.award.day for payment in lines})
    if len(days) == 1:
        return t("bonus.decided", day=format_short(days[0]))
    return t("bonus.decided_between", first=format_short(days[0]), last=format_short(days[-1]))


def _notes(paid: PaidList, total: Sums) -> Iterator[str]:
    if total.settled:
        yield t("bonus.in_words", words=spoken_money(total.certain))
    if total.settled < total.lines:
        low, high = format_number(total.low), format_number(total.high)
        yield t("bonus.range", lines=total.lines - total.settled, low=low, high=high)
    if total.unknown:
        yield t("bonus.unknown", lines=total.unknown)
    if paid.left_out:
        yield t("bonus.left_out", lines=paid.left_out)
    answers = paid.answers
    if answers.base_salary is not None:
        yield t("bonus.vouched_salary", value=format_number(answers.base_salary))
    if answers.mode is not None:
        yield t(f"bonus.vouched_{answers.mode}")
    for title, value in answers.multiples.items():
        yield t("bonus.vouched_multiple", value=exact(value), award=titles()[title].name)


def summary_sheet(paid: PaidList) -> Sheet:
    """What each award comes to, how, and by which articles."""
    groups = by_award(paid.payments)
    first = first_of_each(paid)
    columns = (
        Column(t("bonus.column.award"), most=30),
        Column(t("bonus.column.holder"), Kind.CENTRED),
        Column(t("bonus.column.lines"), Kind.WHOLE),
        Column(t("bonus.column.each"), most=40),
        Column(t("bonus.column.sum"), Kind.MONEY),
        Column(t("bonus.column.basis"), most=40),
    )
    rows = [
        [
            _named(award, groups),
            first_text(f"bonus.holder.{award.holder}"),
            of_award.lines,
            reckoned(first[award.title, award.holder, award.day]),
            of_award.certain if of_award.settled else None,
            articles_of(first[award.title, award.holder, award.day]),
        ]
        for award, of_award in groups
    ]
    total = sums(paid.payments)
    return Sheet(
        t("bonus.sheet.summary"),
        columns,
        rows,
        titles=[t("bonus.summary_title")],
        total=[t("bonus.total"), None, total.lines, None, total.certain, None],
    )


def first_of_each(paid: PaidList) -> Mapping[tuple[str, str | None, date], Payment]:
    """A payment of each title, holder and day."""
    return {(each.award.title, each.award.holder, each.award.day): each for each in reversed(paid.payments)}


def _named(award: Award, groups: Sequence[tuple[Award, Sums]]) -> str:
    name = titles()[award.title].name_on(award.day)
    several = len({each.day for each, _ in groups}) > 1
    return t("bonus.award_on", award=name, day=format_short(award.day)) if several else name


def articles_of(payment: Payment) -> str:
    """The articles that an amount rests on."""
    return cited(dict.fromkeys(payment.money[0].basis))


def reckoned(payment: Payment) -> str:
    """`0,3 × 2.340.000 = 702.000 → 710.000`, a line for each reading."""
    return "\n".join(
        f"{exact(reading.multiple.value)} × {format_number(reading.salary.amount)} = {exact(reading.exact)}"
        f" → {t('bonus.or').join(map(format_number, reading.amounts))}"
        for money in payment.money
        for reading in money.readings
    )
