"""What tables and forms tell of the units: read, put together, held against the list of units."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.output.progress import with_progress
from thidua_cli.findings.span import Span
from thidua_cli.forms.reading.recognition import is_form
from thidua_cli.repository.unit_files import unit_files
from thidua_cli.rosters.reading.unit_rows import without_idle_formulas
from thidua_cli.scoring.inputs.adjustments import read_adjustments
from thidua_cli.scoring.inputs.gathering import gather
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.joining import join
from thidua_cli.scoring.inputs.reading import read_inputs
from thidua_cli.scoring.inputs.roster import check_roster, read_roster
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.personal_data import personal_findings
from thidua_cli.tables.reader import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.forms.reading.form_reader import FormReader
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.gathering import InputCell
    from thidua_cli.scoring.inputs.input_table import Adjustment, InputTable
    from thidua_cli.tables.table import Table


def tell(
    criteria: Criteria,
    named: Sequence[str],
    sheet: str | None,
    adjustments: str | None,
    roster: str | None,
    period: str = "",
    output: str | None = None,
) -> tuple[InputTable | None, tuple[Adjustment, ...], list[Finding], tuple[str, ...]]:
    """The inputs of the units, the adjustments that apply to them, and what was found on the way.

    `named`: tables, forms, or folders of them; `period`: the one that is scored, where it is known;
    `output`: where the results go, which is no input of the same folder on a second run. The inputs are None
    where nothing names a unit.
    """
    files, findings = unit_files(named, (adjustments, roster, output))
    log = FindingLog()
    expected = _table(roster, findings)
    headings = Headings(criteria)
    listed = read_roster(headings, expected, log) if expected else None
    if listed:
        headings = Headings(criteria, listed.keys)
    inputs = _inputs(headings, files, sheet, period, findings, log)
    if inputs is not None and listed:
        inputs = check_roster(inputs, listed, log)
    late = _table(adjustments, findings)
    changes: tuple[Adjustment, ...] = ()
    if inputs is not None and late:
        units = [inputs.unit(row).text for row in inputs.rows]
        changes = read_adjustments(headings, late, units, log)
    return inputs, changes, findings + log.close(), tuple(path.as_posix() for path in files)


def _inputs(
    headings: Headings,
    files: Sequence[Path],
    sheet: str | None,
    period: str,
    findings: list[Finding],
    log: FindingLog,
) -> InputTable | None:
    """Tables one by one, all forms together; a unit that two files tell is found in the end."""
    parts: list[InputTable] = []
    forms: list[InputCell] = []
    reader: FormReader | None = None
    for path in with_progress(files):
        shown = path.as_posix()
        if is_form(path):
            from thidua_cli.forms.reading.form_reader import FormReader

            reader = reader or FormReader(headings, period)
            forms += reader.read(path, shown, log)
            continue
        table, problems = read_table(path, shown, sheet)
        if table is not None:
            problems += personal_findings(table.header, table.rows)
        part = read_inputs(headings, table, log) if table else None
        if part is not None:
            parts.append(part)
            problems = without_idle_formulas(problems, part.left_out)
        findings += problems
    if reader is not None:
        reader.close(log)
    if forms:
        parts.append(gather(forms, headings, Span(forms[0].unit.origin.path), log))
    return join(parts, log) if parts else None


def _table(path: str | None, findings: list[Finding]) -> Table | None:
    if path is None:
        return None
    table, problems = read_table(Path(path), Path(path).as_posix())
    findings += problems
    return table
