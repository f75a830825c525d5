"""What belongs to a run beside its points, as sheets: rulings of law, differences, adjustments, findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import message_of, severity_of
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.formats.words import advice_of, basis_text, reason_of
from thidua_cli.findings.texts import label
from thidua_cli.findings.verdict import Ruling
from thidua_cli.scoring.inputs.input_table import VETO
from thidua_cli.scoring.results.pages.notes import name_of
from thidua_cli.tables.table import StoredNumber
from thidua_cli.tables.writing.sheets import Column, Kind, Sheet
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from thidua_cli.findings.report import Report
    from thidua_cli.scoring.results.pages.notes import Say
    from thidua_cli.scoring.standings.results import Results
    from thidua_cli.tables.table import CellValue
    from thidua_cli.tables.writing.sheets import Content

FIRST = (Ruling.FAIL, Ruling.UNDECIDED, Ruling.PASS, Ruling.NOT_IN_FORCE)
HEAVIEST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
LONG = 56


def quotas_sheet(report: Report, say: Say, lang: str) -> Sheet:
    """Each ruling with its reason, its arithmetic and its article; what fails comes first."""
    columns = (
        Column(say("column.number"), Kind.CENTRED),
        Column(say("column.ruling")),
        Column(say("column.code"), Kind.CENTRED),
        Column(say("column.reason"), most=LONG),
        Column(say("column.arithmetic"), most=LONG),
        Column(say("column.basis"), most=LONG),
        Column(say("column.place")),
    )
    rows = [
        (
            number,
            label(f"ruling.{verdict.ruling}", lang),
            verdict.rule,
            reason_of(verdict, lang),
            "\n".join(verdict.trace),
            "\n".join(basis_text(basis, lang) for basis in verdict.basis),
            verdict.span.place if verdict.span.cell else verdict.span.path,
        )
        for number, verdict in enumerate(
            sorted(report.verdicts, key=lambda verdict: FIRST.index(verdict.ruling)), 1
        )
    ]
    day = format_short(report.as_of) if report.as_of else ""
    titles = (say("title.quotas"), say("subtitle.quotas", date=day, law=report.law))
    return Sheet(say("sheet.quotas"), columns, rows, titles)


def differences_sheet(results: Results, say: Say) -> Sheet:
    """What one layer told otherwise than the one before it, with the reason; a document of its own."""
    columns = (
        Column(say("column.number"), Kind.CENTRED),
        Column(say("column.unit")),
        Column(say("column.criterion")),
        Column(say("column.layer"), over=say("column.earlier")),
        Column(say("column.told"), Kind.NUMBER, over=say("column.earlier")),
        Column(say("column.layer"), over=say("column.later")),
        Column(say("column.told"), Kind.NUMBER, over=say("column.later")),
        Column(say("column.why"), most=LONG),
        Column(say("column.place")),
    )
    names = {item.id: item.name for item in results.criteria.leaves()}
    names |= {VETO + veto.id: veto.name for veto in results.criteria.vetoes}
    rows = (
        (
            number,
            each.unit,
            names.get(each.criterion, each.criterion),
            each.earlier,
            _told(each.before),
            each.later,
            _told(each.after),
            each.reason or say("no_reason"),
            each.place.place,
        )
        for number, each in enumerate(results.differences, 1)
    )
    return Sheet(say("sheet.differences"), columns, rows, (say("title.differences"), results.criteria.name))


def _told(value: CellValue) -> Content:
    """A plain number stays one; whatever else a cell says is shown as it says it."""
    return value.value if isinstance(value, StoredNumber) and not value.percent else text_of(value)


def text_of(value: CellValue) -> str:
    """What a cell says."""
    return value if isinstance(value, str) else value.text


def adjustments_sheet(results: Results, say: Say) -> Sheet:
    """Points given or taken late: by whom, when and why."""
    columns = (
        Column(say("column.number"), Kind.CENTRED),
        Column(say("column.unit")),
        Column(say("column.criterion")),
        Column(say("column.points"), Kind.NUMBER),
        Column(say("column.why"), most=LONG),
        Column(say("column.day"), Kind.DATE),
        Column(say("column.person")),
        Column(say("column.place")),
    )
    each = [(unit, adjustment) for unit in results.units for adjustment in unit.adjustments]
    rows = (
        (
            number,
            unit.unit,
            name_of(results, late, say),
            late.points,
            late.reason,
            late.day,
            late.person,
            late.place.place,
        )
        for number, (unit, late) in enumerate(each, 1)
    )
    return Sheet(say("sheet.adjustments"), columns, rows, (say("title.adjustments"), results.criteria.name))


def findings_sheet(report: Report, say: Say, lang: str) -> Sheet:
    """What a person should look at in the inputs, the heaviest first."""
    columns = (
        Column(say("column.number"), Kind.CENTRED),
        Column(say("column.severity")),
        Column(say("column.code"), Kind.CENTRED),
        Column(say("column.place")),
        Column(say("column.message"), most=LONG),
        Column(say("column.advice"), most=LONG),
    )
    rows = [
        (
            number,
            label(f"severity.{severity_of(finding)}", lang),
            finding.code,
            finding.span.place,
            message_of(finding, lang),
            advice_of(finding, lang),
        )
        for number, finding in enumerate(
            sorted(report.findings, key=lambda finding: HEAVIEST.index(severity_of(finding))), 1
        )
    ]
    return Sheet(say("sheet.findings"), columns, rows, (say("title.findings"),))
