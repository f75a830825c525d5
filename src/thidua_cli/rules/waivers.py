"""A legal rule yields only to a waiver that names the document which allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings import catalogue
from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from thidua_cli.plan.loading import Loaded


def apply_waivers(loaded: Loaded, findings: list[Finding]) -> list[Finding]:
    """Replace waived legal findings by a note that names the document (TD390).

    A waiver for an unknown or non-legal rule is TD391, one that waives nothing is TD392.
    """
    result = list(findings)
    for index, waiver in enumerate(loaded.plan.waivers):
        place = ("waivers", index, "rule")
        entry = catalogue.find(waiver.rule)
        if entry is None or not entry.legal:
            variant = "unknown" if entry is None else "not-legal"
            result.append(Finding("TD391", loaded.span(place), {"rule": waiver.rule}, variant))
            continue
        waived = [finding for finding in result if finding.code == entry.code]
        values = {"rule": entry.code, "name": entry.name, "by": waiver.by, "reason": waiver.reason}
        if not waived:
            result.append(Finding("TD392", loaded.span(place), values))
        for finding in waived:
            result.remove(finding)
            result.append(Finding("TD390", finding.span, values, basis=finding.basis))
    return result
