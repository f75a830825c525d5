"""A list of awards with the money that goes with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.bonuses.payments import payments
from thidua_cli.rosters.awards.award_list import read_awards
from thidua_cli.rosters.awards.doubts import doubt_findings, idle_answers

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.finding import Finding
    from thidua_cli.law.bonuses.answers import Answers
    from thidua_cli.law.bonuses.payments import Payment
    from thidua_cli.tables.table import Table


class PaidList(NamedTuple):
    """The payments of a list in its order. `left_out`: how many of its lines were not understood.

    `answers`: what a person vouched for.
    """

    payments: tuple[Payment, ...]
    left_out: int
    answers: Answers


def paid_list(table: Table, decided: date | None, answers: Answers) -> tuple[PaidList | None, list[Finding]]:
    """The money for a list of awards; `decided` is the day of the decision where the list has none.

    `answers`: what a person vouches for; one that nothing of the list leaves open is a finding.
    """
    awards, findings = read_awards(table, decided)
    if awards is None:
        return None, findings
    listed = [line.award for line in awards.lines]
    paid = payments(listed, answers)
    findings += idle_answers(answers, listed, table.header[0].span)
    return PaidList(paid, awards.left_out, answers), [*findings, *doubt_findings(awards.lines, paid)]
