"""The numbered notes below a list: why a line has no certain amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language
from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.finding import Severity
from thidua_cli.law.bonuses.amounts import Doubt
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from thidua_cli.law.bonuses.payments import Payment
    from thidua_cli.rosters.awards.bonuses import PaidLine, PaidList

_OF_NUMBERS = frozenset({Doubt.MULTIPLE, Doubt.SALARY})


class Notes:
    """The notes of a list, numbered as its lines first need them."""

    def __init__(self, paid: PaidList) -> None:
        self.unsettled = [line for line in paid.lines if certain(line) is None]
        self.texts: list[str] = []
        self._marks: dict[int, list[int]] = {line.line.row: [] for line in self.unsettled}
        about = [remark for remark in paid.remarks if remark.finding.severity is not Severity.INFO]
        by_row = {row: [remark for remark in about if row in remark.rows] for row in self._marks}
        numbers: dict[int, int] = {}
        for row, remarks in by_row.items():
            for remark in remarks:
                if id(remark) not in numbers:
                    numbers[id(remark)] = len(numbers) + 1
                    self.texts.append(f"({len(numbers)}) {_said(message_of(remark.finding, language()))}")
                self._marks[row].append(numbers[id(remark)])

    def marks(self, line: PaidLine) -> str:
        """The notes of a line: `(1), (3)`."""
        return ", ".join(f"({number})" for number in sorted(self._marks.get(line.line.row, ())))


def _said(message: str) -> str:
    return f"{sentence_case(message)}."


def certain(line: PaidLine) -> int | None:
    """The amount that may be paid."""
    return line.payment.certain if line.payment else None


def unverified(payment: Payment | None) -> int | None:
    """The amount by a number that is not verified, if that is all; None where there are several amounts."""
    if payment is None or not payment.doubts or payment.doubts - _OF_NUMBERS or len(payment.amounts) != 1:
        return None
    return payment.amounts[0]
