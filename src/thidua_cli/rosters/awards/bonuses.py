"""A list of awards with the money that goes with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.bonuses.payments import payments
from thidua_cli.rosters.awards.award_list import Line, read_awards
from thidua_cli.rosters.awards.doubts import doubts_of
from thidua_cli.rosters.awards.remarks import Remark, findings_of
from thidua_cli.rosters.awards.vouched import idle_findings, used_answers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.bonuses.answers import Answers
    from thidua_cli.law.bonuses.payments import Payment
    from thidua_cli.rosters.awards.sections import Section
    from thidua_cli.tables.table import Table


class PaidLine(NamedTuple):
    """A line of the list with its money; no payment where the line was not understood."""

    line: Line
    payment: Payment | None


class PaidList(NamedTuple):
    """A list in its order: its sections, and its lines with their money. `headings`: its own, by meaning.

    `remarks`: what to know of the lines. `answers`: what a person vouched for, as far as it was used.
    """

    entries: tuple[Section | PaidLine, ...]
    headings: Mapping[str, str]
    remarks: tuple[Remark, ...]
    answers: Answers

    @property
    def lines(self) -> list[PaidLine]:
        """The lines without the sections."""
        return [entry for entry in self.entries if isinstance(entry, PaidLine)]

    @property
    def payments(self) -> list[Payment]:
        """The payments of the lines that were understood."""
        return [line.payment for line in self.lines if line.payment]

    @property
    def left_out(self) -> int:
        """How many lines were not understood."""
        return sum(line.payment is None for line in self.lines)


def paid_list(table: Table, decided: date | None, answers: Answers) -> tuple[PaidList | None, list[Finding]]:
    """The money for a list of awards; `decided` is the day of the decision where the list has none.

    `answers`: what a person vouches for; one that nothing of the list leaves open is a finding.
    """
    listed, findings = read_awards(table, decided)
    if listed is None:
        return None, findings
    understood = [(line, line.award) for line in listed.lines if line.award]
    awards = [award for _, award in understood]
    paid = payments(awards, answers)
    money = {line.row: payment for (line, _), payment in zip(understood, paid, strict=True)}
    doubts = doubts_of([(line, money[line.row]) for line, _ in understood])
    findings += idle_findings(answers, awards, table.header[0].span)
    remarks = (*listed.remarks, *doubts)
    entries = tuple(
        PaidLine(entry, money.get(entry.row)) if isinstance(entry, Line) else entry
        for entry in listed.entries
    )
    used = used_answers(answers, awards)
    return PaidList(entries, listed.headings, remarks, used), [*findings, *findings_of(remarks)]
