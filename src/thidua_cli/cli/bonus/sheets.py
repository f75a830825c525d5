"""The money for a list of awards, as the sheets that go with the decision."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua_cli.cli.bonus.notes import Notes, certain, unverified
from thidua_cli.cli.bonus.sections import SectionSum, with_sums
from thidua_cli.cli.language import first_text, t
from thidua_cli.law.bonuses.payments import Payment, Sums, by_award, sums
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.rosters.awards.sections import Section
from thidua_cli.tables.writing.sheets import Band, Column, Content, Kind, Sheet, Signature, Subtotal
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_long, format_short
from thidua_cli.vietnamese.spoken_numbers import spoken_money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from thidua_cli.law.bonuses.payments import Award
    from thidua_cli.rosters.awards.bonuses import PaidLine, PaidList

_NUMBER_MOST = 4


def list_sheet(paid: PaidList) -> Sheet:
    """The list as it goes with the decision: its sections and lines, the totals in figures and in words."""
    notes = Notes(paid)
    columns = _columns(paid, notes)
    partly = notes.unsettled and "unverified" not in columns
    key = "bonus.total_settled" if partly else "bonus.total"
    return Sheet(
        t("bonus.sheet.list"),
        list(columns.values()),
        list(_rows(paid, notes, tuple(columns))),
        titles=[t("bonus.title"), _enclosed(paid.payments)],
        notes=list(_below(paid, notes)),
        total=_sum_row(t(key), paid.lines, tuple(columns)),
        fixed=2,
        signatures=(
            Signature("", t("bonus.signed.writer"), t("bonus.signed.writer_note")),
            Signature(t("bonus.signed.place"), t("bonus.signed.head"), t("bonus.signed.head_note")),
        ),
    )


def _columns(paid: PaidList, notes: Notes) -> Mapping[str, Column]:
    """The columns by key: those of the list under its own headings, then the money."""

    def heading(meaning: str) -> str:
        return paid.headings.get(meaning) or t(f"bonus.column.{meaning}")

    columns = {
        "number": Column(heading("number"), Kind.CENTRED, most=_NUMBER_MOST),
        "name": Column(heading("name")),
        "position": Column(heading("position"), most=24),
        "unit": Column(heading("unit"), most=30),
        "award": Column(heading("award"), most=30),
        "day": Column(t("bonus.column.day"), Kind.DATE),
        "multiple": Column(t("bonus.column.multiple"), Kind.NUMBER),
        "amount": Column(t("bonus.column.amount"), Kind.MONEY),
        "unverified": Column(t("bonus.column.unverified"), Kind.MONEY, over=t("bonus.column.amount")),
        "note": Column(t("bonus.column.note"), Kind.CENTRED),
    }
    lines = paid.lines
    left_out = {
        "position": not any(line.line.position for line in lines),
        "unit": not any(line.line.unit for line in lines),
        "day": len({payment.award.day for payment in paid.payments}) == 1,
        "unverified": not any(unverified(line.payment) for line in lines),
        "note": not notes.unsettled,
    }
    if not left_out["unverified"]:
        columns["amount"] = Column(t("bonus.column.settled"), Kind.MONEY, over=t("bonus.column.amount"))
    return {key: column for key, column in columns.items() if not left_out.get(key)}


def _rows(paid: PaidList, notes: Notes, keys: Sequence[str]) -> Iterator[Sequence[Content] | Band | Subtotal]:
    numbered = any(line.line.number for line in paid.lines)
    count = 0
    for entry in with_sums(paid.entries):
        if isinstance(entry, Section):
            yield Band(entry.shown)
        elif isinstance(entry, SectionSum):
            cells = _sum_row(t("bonus.section_total", section=entry.label), entry.lines, keys)
            if sum(cell is not None for cell in cells) > 1:
                yield Subtotal(cells)
        else:
            count += 1
            row = _row(entry, notes.marks(entry))
            row["number"] = _number(entry.line.number) if numbered else count
            yield [row[key] for key in keys]


def _number(text: str) -> Content:
    return int(text) if text.isdecimal() and len(text) <= _NUMBER_MOST else text


def _row(paid: PaidLine, marks: str) -> dict[str, Content]:
    line, payment = paid
    readings = payment.money[0].readings if payment else ()
    told = payment is not None and payment.award.holder is not None
    return {
        "name": line.name,
        "position": line.position,
        "unit": line.unit,
        "award": line.said,
        "day": payment.award.day if payment else None,
        "multiple": _decimal(readings[0].multiple.value) if readings and told else None,
        "amount": certain(paid),
        "unverified": unverified(payment),
        "note": marks,
    }


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator


def _sum_row(label: str, lines: Sequence[PaidLine], keys: Sequence[str]) -> list[Content]:
    """The sums of the lines; a blank where none of them has an amount."""
    found: dict[str, Content] = {"name": label}
    for key, amounts in (("amount", map(certain, lines)), ("unverified", _unverified(lines))):
        known = [amount for amount in amounts if amount is not None]
        found[key] = sum(known) if known else None
    return [found.get(key) for key in keys]


def _unverified(lines: Sequence[PaidLine]) -> Iterator[int | None]:
    return (unverified(line.payment) for line in lines)


def _enclosed(lines: Sequence[Payment]) -> str:
    """`(Kèm theo Quyết định số … ngày … của …)`, what is not known left to be filled in."""
    days = {payment.award.day for payment in lines}
    day = format_long(days.pop()) if len(days) == 1 else t("bonus.blank_day")
    return t("bonus.enclosed", day=day)


def _below(paid: PaidList, notes: Notes) -> Iterator[str]:
    total = sums(paid.payments)
    if total.settled:
        key = "bonus.in_words_settled" if notes.unsettled else "bonus.in_words"
        yield t(key, words=spoken_money(total.certain))
    yield from _vouched(paid)
    if notes.unsettled:
        yield t("bonus.unsettled", lines=len(notes.unsettled))
        yield from notes.texts
    amounts = [amount for amount in _unverified(paid.lines) if amount is not None]
    if amounts:
        lines, both = total.settled + len(amounts), total.certain + sum(amounts)
        yield t("bonus.with_unverified", lines=lines, sum=format_number(both))


def _vouched(paid: PaidList) -> Iterator[str]:
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
    key = "bonus.total_settled" if total.settled < total.lines else "bonus.total"
    return Sheet(
        t("bonus.sheet.summary"),
        columns,
        rows,
        titles=[t("bonus.summary_title")],
        total=[t(key), None, total.lines, None, total.certain if total.settled else None, None],
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
