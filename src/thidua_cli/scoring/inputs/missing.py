"""What the criteria ask for and a table does not tell at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.headings import USUAL_TYPE, USUAL_UNIT, sides_of
from thidua_cli.scoring.inputs.input_table import CLUSTER, EVIDENCE, TIE, TYPE, VETO

if TYPE_CHECKING:
    from collections.abc import Container

    from thidua_cli.findings.span import Span
    from thidua_cli.scoring.inputs.headings import Headings
    from thidua_cli.tables.collected import FindingLog


def report_missing(
    headings: Headings, told: Container[str], place: Span, findings: FindingLog, *, rows: bool = False
) -> None:
    """A finding for every input that the criteria need and that is not among the keys `told`.

    `rows`: criteria are told by rows, not by columns.
    """
    criteria = headings.criteria

    def need(key: str, name: str, variant: str, severity: Severity | None = None, **values: str) -> None:
        if key not in told and key not in headings.elsewhere:
            findings.add(Finding("TD520", place, {"name": name, **values}, variant, severity))

    leaves = criteria.leaves()
    for leaf in leaves:
        variant = "criterion" if headings.by_name(leaf) else "criterion_id"
        need(leaf.id, leaf.name, f"{variant}_row" if rows else variant, id=leaf.id)
        for side in sorted(sides_of(leaf)):
            # A note is welcome, not needed.
            if leaf.id in told and (side != EVIDENCE or leaf.evidence == "required"):
                need(f"{leaf.id}.{side}", leaf.name, side, id=leaf.id)
    need(UNIT, criteria.unit_column or USUAL_UNIT, "unit")
    if any(item.applies_to for item in (*criteria.scored(), *leaves)):
        need(TYPE, criteria.type_column or USUAL_TYPE, "")
    if criteria.cluster_column is not None:
        need(CLUSTER, criteria.cluster_column, "")
    for veto in criteria.vetoes:
        if veto.blank == "unknown":
            need(VETO + veto.id, veto.name, "veto", id=veto.id)
    for tie_break in criteria.ranking.tie_breaks:
        if tie_break.column is not None:
            need(TIE + tie_break.column, tie_break.column, "", Severity.WARNING)
