"""Which appendices a report has, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.reporting.facts.report import AnnexFacts
from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.roman import roman

if TYPE_CHECKING:
    from thidua_cli.reporting.facts.report import ReportFacts

RANKING, POINTS, AWARDS, DIFFERENCES = "xep-hang", "diem", "de-nghi", "chenh-lech"


def annexes_of(facts: ReportFacts, *, proposing: bool) -> tuple[AnnexFacts, ...]:
    """The appendices in their order; they are numbered where there are several (Phụ lục I, III.1.a).

    `proposing`: awards are asked for, so that the list of the proposed belongs to it.
    """
    awards = facts.awards
    held = {
        RANKING: facts.ranking.listed < facts.ranking.units,
        POINTS: bool(facts.points),
        AWARDS: proposing and bool(awards.people or awards.collectives or awards.refused),
        DIFFERENCES: bool(facts.differences),
    }
    kept = [ident for ident, present in held.items() if present]
    word = str(words_of("annexes")["name"])
    if len(kept) == 1:
        return (AnnexFacts(kept[0], word),)
    return tuple(AnnexFacts(ident, f"{word} {roman(number)}") for number, ident in enumerate(kept, 1))
