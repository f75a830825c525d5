"""Results of a scoring run as a page for the terminal: the ranking, one unit opened, the rulings of law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.cli.language import language, t
from thidua_cli.findings.formats.display import printable, width
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.texts import label
from thidua_cli.findings.verdict import Ruling
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.explain import Step
    from thidua_cli.scoring.results.results import Results, UnitResult

SHOWN_FIRST = (Ruling.FAIL, Ruling.UNDECIDED, Ruling.PASS, Ruling.NOT_IN_FORCE)
TOLD = frozenset({Ruling.FAIL, Ruling.UNDECIDED})
NUMERIC = {0, 2}
UNRANKED = "–"


def ranking(results: Results) -> str:
    """Rank, unit, total and grade of every unit; `=` marks a shared rank."""
    heading = tuple(t(f"score.column.{name}") for name in ("rank", "unit", "total", "grade"))
    rows = [heading, *(_row(results, unit) for unit in results.units)]
    widths = [max(width(row[index]) for row in rows) for index in range(len(heading))]
    lines = [_line(row, widths) for row in rows]
    rule = "  ".join("─" * columns for columns in widths)
    notes = [t(f"score.note.{results.criteria.ranking.by}"), t(f"score.note.{results.criteria.ranking.ties}")]
    if results.criteria.illustrative:
        notes.append(t("score.note.illustrative"))
    return "\n".join([printable(results.criteria.name), "", lines[0], rule, *lines[1:], "", *notes]) + "\n"


def _row(results: Results, unit: UnitResult) -> tuple[str, str, str, str]:
    rank = UNRANKED if unit.rank is None else f"{unit.rank}{'=' if unit.tied else ''}"
    total = format_number(unit.published, results.criteria.rounding.places)
    if not unit.complete:
        total += "*"
    return rank, printable(unit.unit), total, printable(unit.grade or t("score.unclassified"))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for index, (cell, columns) in enumerate(zip(row, widths, strict=True)):
        blanks = " " * (columns - width(cell))
        cells.append(blanks + cell if index in NUMERIC else cell + blanks)
    return "  ".join(cells).rstrip()


def opened(step: Step, row: int) -> str:
    """A step of the unit in a row as a tree: each criterion with its formula and the cell it rests on."""
    return "\n".join(_tree(step, row, "", "")) + "\n"


def _tree(step: Step, row: int, first: str, rest: str) -> Iterator[str]:
    place = f"  [{step.column}{row}]" if step.column else ""
    yield first + printable(f"{_label(step)}: {step.formula}{place}")
    for index, child in enumerate(step.children):
        last = index == len(step.children) - 1
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        yield from _tree(child, row, rest + branch, rest + below)


def _label(step: Step) -> str:
    known = {"rounding", "bonus_cap", "penalty_cap"}
    return t(f"score.step.{step.kind}", label=_mode(step)) if step.kind in known else step.label


def _mode(step: Step) -> str:
    return t(f"score.rounding.{step.label}") if step.kind == "rounding" else step.label


def rulings(report: Report, every: bool) -> str:
    """What the law of the date says of the head counts, with arithmetic and article.

    What a single unit meets is only counted unless `every` ruling is wanted; what fails comes first.
    """
    if not report.verdicts:
        return ""
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
    return "\n".join(lines) + "\n"
