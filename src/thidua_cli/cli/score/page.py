"""Results of a scoring run as a page for the terminal: the ranking, one unit opened, the rulings of law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.sheet_page import page_of
from thidua_cli.cli.score.forms import say
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.texts import label
from thidua_cli.findings.verdict import Ruling
from thidua_cli.scoring.results.pages.notes import grade_of, note_of, total_of
from thidua_cli.scoring.results.pages.ranking import in_clusters, percent_of, ranking_notes
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.standings.results import Results, UnitResult
    from thidua_cli.tables.writing.sheets import Content

SHOWN_FIRST = (Ruling.FAIL, Ruling.UNDECIDED, Ruling.PASS, Ruling.NOT_IN_FORCE)
TOLD = frozenset({Ruling.FAIL, Ruling.UNDECIDED})
UNRANKED = "–"


def ranking(results: Results) -> Iterator[str]:
    """Rank, unit, total and grade of every unit; `=` marks a shared rank; then what a reader should know.

    The share of the possible points is shown where the units were not all assigned the same ones.
    """
    shared = len({unit.possible for unit in results.units}) > 1
    columns = [
        Column(say("column.rank"), Kind.WHOLE),
        Column(say("column.unit")),
        Column(say("column.total"), Kind.NUMBER),
        *([Column(say("column.percent"), Kind.PERCENT, 2)] if shared else []),
        *([Column(say("column.grade"))] if results.criteria.grades else []),
    ]
    rows = in_clusters(results, say, lambda unit: _row(results, unit, shared))
    by, *notes = ranking_notes(results, say)
    yield from page_of(Sheet("", columns, rows, (results.criteria.name,), (f"{by} {say('marks')}", *notes)))
    told = [(unit.unit, note_of(results, unit, say)) for unit in results.units]
    told = [(unit, note) for unit, note in told if note]
    if told:
        yield f"\n{say('notes')}\n"
        yield from (printable(f"  {unit}: {note}") + "\n" for unit, note in told)


def _row(results: Results, unit: UnitResult, shared: bool) -> list[Content]:
    rank = UNRANKED if unit.rank is None else f"{unit.rank}{'=' if unit.tied else ''}"
    percent = [percent_of(unit)] if shared else []
    grade = [grade_of(results, unit, say) or UNRANKED] if results.criteria.grades else []
    return [rank, unit.unit, total_of(results, unit) or UNRANKED, *percent, *grade]


def rulings(report: Report, every: bool) -> Iterator[str]:
    """What the law of the date says of the head counts, with arithmetic and article.

    What a single unit meets is only counted unless `every` ruling is wanted; what fails comes first.
    """
    if not report.verdicts:
        return
    lang = language()
    asked = format_short(report.as_of) if report.as_of else ""
    lines = [t("score.rulings", date=asked, law=report.law)]
    told = [each for each in report.verdicts if every or each.ruling in TOLD or not each.span.cell]
    for verdict in sorted(told, key=lambda each: SHOWN_FIRST.index(each.ruling)):
        ruling = label(f"ruling.{verdict.ruling}", lang)
        lines.append(f"  {ruling} [{verdict.rule}]: {printable(reason_of(verdict, lang))}")
    for ruling in SHOWN_FIRST:
        count = sum(each.ruling is ruling for each in report.verdicts if each not in told)
        if count:
            lines.append("  " + t("score.counted", ruling=label(f"ruling.{ruling}", lang), count=count))
    yield "\n" + "\n".join(lines) + "\n"
