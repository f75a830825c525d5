"""All sheets of a run in the order in which they are handed on; what has nothing to say is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.results.pages.details import details_sheet
from thidua_cli.scoring.results.pages.listed import (
    adjustments_sheet,
    differences_sheet,
    findings_sheet,
    quotas_sheet,
)
from thidua_cli.scoring.results.pages.ranking import ranking_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results
    from thidua_cli.tables.writing.sheets import Sheet


def result_sheets(results: Results, report: Report, say: Say, lang: str) -> Iterator[Sheet]:
    """The ranking, the details, then quotas, differences, adjustments and findings where there are any.

    `say` gives our own words by their keys, `lang` is the language of the catalogue's.
    """
    yield ranking_sheet(results, say)
    yield details_sheet(results, say)
    if report.verdicts:
        yield quotas_sheet(report, say, lang)
    if results.differences:
        yield differences_sheet(results, say)
    if any(unit.adjustments for unit in results.units):
        yield adjustments_sheet(results, say)
    if report.findings:
        yield findings_sheet(report, say, lang)
