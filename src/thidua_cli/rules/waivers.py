"""A legal rule yields only to a waiver that names the document which allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings import catalogue
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Waiver


def waive(waivers: Iterable[Waiver], findings: list[Finding]) -> list[Finding]:
    """Replace waived legal findings, of a plan or its tables, by a note that names the document (TD390)."""
    allowed = {entry.code: (entry, waiver) for waiver in waivers if (entry := _legal(waiver.rule))}
    result: list[Finding] = []
    for finding in findings:
        if finding.code not in allowed:
            result.append(finding)
            continue
        entry, waiver = allowed[finding.code]
        values = {"rule": entry.code, "name": entry.name, "by": waiver.by, "reason": waiver.reason}
        result.append(Finding("TD390", finding.span, values, basis=finding.basis))
    return result


def apply_waivers(loaded: Loaded, findings: list[Finding]) -> list[Finding]:
    """The findings of a plan under its waivers, and what is wrong with the waivers.

    A waiver for an unknown or non-legal rule is TD391, one that waives nothing in the plan is TD392.
    """
    broken = {finding.code for finding in findings}
    faults: list[Finding] = []
    for index, waiver in enumerate(loaded.plan.waivers):
        span = loaded.span(("waivers", index, "rule"))
        entry = _legal(waiver.rule)
        if entry is None:
            variant = "not-legal" if catalogue.find(waiver.rule) else "unknown"
            faults.append(Finding("TD391", span, {"rule": waiver.rule}, variant))
        elif entry.code not in broken:
            faults.append(Finding("TD392", span, {"rule": entry.code, "name": entry.name}))
    return waive(loaded.plan.waivers, findings) + faults


def _legal(rule: str) -> catalogue.Entry | None:
    entry = catalogue.find(rule)
    return entry if entry is not None and entry.legal else None
