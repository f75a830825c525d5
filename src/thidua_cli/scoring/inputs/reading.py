"""The inputs of the units, from tables however they are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.scoring.inputs.joining import join
from thidua_cli.scoring.inputs.long_table import is_long, read_long
from thidua_cli.scoring.inputs.wide_table import read_wide
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.findings.finding import Finding
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.scoring.inputs.input_table import InputTable
    from thidua_cli.tables.table import Table


def inputs_of(criteria: Criteria, tables: Iterable[Table]) -> tuple[InputTable | None, list[Finding]]:
    """What some tables tell of the units; None where no column of any names them."""
    findings = FindingLog()
    headings = Headings(criteria)
    parts = [part for table in tables if (part := read_inputs(headings, table, findings))]
    inputs = join(parts, findings) if parts else None
    return inputs, findings.close()


def read_inputs(headings: Headings, table: Table, findings: FindingLog) -> InputTable | None:
    """What one table, wide or long, tells of the units; None where no column names them. To be joined."""
    read = read_long if is_long(headings, table) else read_wide
    return read(headings, table, findings)
