"""The money for a list of awards in every form: a page for the terminal, sheets, data for programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.cli.bonus.sheets import articles_of, first_of_each, list_sheet, reckoned, summary_sheet
from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.page import item, note, section
from thidua_cli.cli.output.result_forms import Handed
from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.law.bonuses.payments import Payment, by_award, sums
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.arithmetic import exact
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.spoken_numbers import spoken_money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.rosters.awards.bonuses import PaidList

SCHEMA = "thidua.bonus/1"


def bonus_forms(paid: PaidList, report: Report) -> Handed:
    """The list as it goes with the decision, then what each award comes to with its articles."""
    return Handed(
        partial(_page, paid), lambda: [list_sheet(paid), summary_sheet(paid)], partial(_data, paid, report)
    )


def _page(paid: PaidList) -> Iterator[str]:
    yield from page_of(list_sheet(paid))
    first = first_of_each(paid)
    lines: list[str] = []
    for award, of_award in by_award(paid.payments):
        payment = first[award.title, award.holder, award.day]
        day, lines_of_award = format_short(award.day), of_award.lines
        lines.append(
            item(t("bonus.of_award", award=titles()[award.title].name, day=day, lines=lines_of_award))
        )
        lines += [note(text) for text in (*reckoned(payment).splitlines(), articles_of(payment)) if text]
    yield "\n" + section(t("bonus.reckoning"), lines) + "\n"


def _data(paid: PaidList, report: Report) -> dict[str, Any]:
    """`thidua.bonus/1`: every line, the sums, and the report on the list as `thidua.report/1`."""
    from thidua_cli.findings.formats.json_report import to_data

    total = sums(paid.payments)
    how = {key: _how_data(payment) for key, payment in first_of_each(paid).items()}
    return {
        "schema": SCHEMA,
        "payments": [
            _payment_data(each, how[each.award.title, each.award.holder, each.award.day])
            for each in paid.payments
        ],
        "left_out": paid.left_out,
        "not_understood": [
            {"row": line.row, "name": line.name, "unit": line.unit, "award": line.said}
            for line, payment in paid.lines
            if payment is None
        ],
        "total": {**total._asdict(), "in_words": spoken_money(total.certain)},
        "report": to_data(report, language()),
    }


def _payment_data(payment: Payment, how: dict[str, Any]) -> dict[str, Any]:
    award = payment.award
    return {
        "name": award.name,
        "unit": award.unit,
        "position": award.position,
        "award": award.title,
        "holder": award.holder,
        "day": award.day.isoformat(),
        "amount": payment.certain,
        "amounts": list(payment.amounts),
        "doubts": sorted(payment.doubts),
        **how,
    }


def _how_data(payment: Payment) -> dict[str, Any]:
    """How an award comes to its amount: the same for every line of the same award, holder and day."""
    return {
        "readings": [
            {
                "multiple": exact(reading.multiple.value),
                "base_salary": reading.salary.amount,
                "product": exact(reading.exact),
                "amounts": list(reading.amounts),
            }
            for money in payment.money
            for reading in money.readings
        ],
        "basis": [cited((basis,)) for basis in payment.money[0].basis],
    }
