"""The result of a secret ballot as a table: votes for and against, and the exact share."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from thidua_cli.plan.data_tables.disagreements import of_papers, of_votes
from thidua_cli.plan.data_tables.printed import PrintedRow, PrintedTable
from thidua_cli.plan.data_tables.words import words
from thidua_cli.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from thidua_cli.plan.ballot import Ballot, Candidate

PLACES = 2  # decimals of a percentage in print; the votes beside it are exact
MOST_PLACES = 12


def ballot_table(ballot: Ballot) -> PrintedTable:
    """A row for everybody who was voted on; a column says who passed where the plan states a threshold.

    Where papers or votes do not add up, the share is open and no result is stated.
    """
    names = words()["ballot"]
    detailed = any(candidate.detail for candidate in ballot.candidates)
    header = [words()["number"], ballot.called, *([ballot.detail_called] if detailed else [])]
    header += [names["approve"], names["against"], names["share"]]
    header += [names["result"]] if ballot.threshold else []
    counted = frozenset(range(2 + detailed, 5 + detailed))
    in_doubt = any(of_papers(ballot))
    rows = []
    for number, candidate in enumerate(ballot.candidates, 1):
        cells = [str(number), candidate.name, *([candidate.detail or ""] if detailed else [])]
        cells += [format_count(candidate.approve), _count(ballot.against(candidate))]
        share = len(cells)
        cells.append(printed_share(ballot, candidate))
        doubtful = in_doubt or any(of_votes(ballot, candidate))
        if ballot.threshold:
            result = names["passed" if ballot.passed(candidate) else "failed"]
            cells.append("" if doubtful else result)
        rows.append(PrintedRow("row", tuple(cells), frozenset(range(share, len(cells)) if doubtful else ())))
    return PrintedTable(
        caption=ballot.title,
        header=tuple(header),
        rows=tuple(rows),
        numeric=counted,
        count=len(rows),
        landscape=ballot.landscape,
    )


def printed_share(ballot: Ballot, candidate: Candidate) -> str:
    """`18/20 (90,00%)`; the votes alone where there is nobody to take a share of.

    Where two decimals would stand on the other side of the threshold than the votes, there are more.
    """
    votes = f"{format_count(candidate.approve)}/{format_count(ballot.base)}"
    if not ballot.base:
        return votes
    places = range(PLACES, MOST_PLACES)
    told = next((one for one in places if agrees_when_rounded(ballot, candidate, one)), PLACES)
    return f"{votes} ({percentage(ballot, candidate, told)}%)"


def percentage(ballot: Ballot, candidate: Candidate, places: int = PLACES) -> str:
    """The share of the votes for as a percentage with so many decimals, half up: `66,67`."""
    return format_number(ballot.share(candidate) * 100, places)


def agrees_when_rounded(ballot: Ballot, candidate: Candidate, places: int = PLACES) -> bool:
    """Whether the rounded percentage says of the threshold, where there is one, what the votes say."""
    if ballot.threshold is None:
        return True
    tenth = 10**places
    rounded = Fraction(floor(ballot.share(candidate) * 100 * tenth + Fraction(1, 2)), 100 * tenth)
    return (rounded >= ballot.threshold.share.value) == ballot.passed(candidate)


def _count(votes: int) -> str:
    return format_count(votes) if votes >= 0 else ""
