"""A legal rule yields only to a waiver that names the document which allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings import catalogue
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.verdict import LOCAL_CODE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.plan import Waiver


def waive(waivers: Iterable[Waiver], findings: list[Finding]) -> list[Finding]:
    """Replace waived legal findings, of a plan or its tables, by a note that names the document (TD390).

    A waiver of a local rule names it by its id (`gia-lai:cstdcs-10`).
    """
    allowed = {_legal(waiver.rule) or waiver.rule: waiver for waiver in waivers}
    result: list[Finding] = []
    for finding in findings:
        rule = waived_as(finding)
        if rule not in allowed or not _waivable(finding):
            result.append(finding)
            continue
        waiver = allowed[rule]
        values = {"rule": rule, "name": _name(finding), "by": waiver.by, "reason": waiver.reason}
        result.append(Finding("TD390", finding.span, values, basis=finding.basis))
    return result


def apply_waivers(loaded: Loaded, findings: list[Finding], book: Lawbook | None = None) -> list[Finding]:
    """The findings of a plan under its waivers, and what is wrong with the waivers.

    A waiver for an unknown or non-legal rule is TD391, one that waives nothing in the plan is TD392.
    """
    local = book.local if book else {}
    broken = {waived_as(finding) for finding in findings}
    faults: list[Finding] = []
    for index, waiver in enumerate(loaded.plan.waivers):
        span = loaded.span(("waivers", index, "rule"))
        rule = _legal(waiver.rule) or (waiver.rule if waiver.rule in local else None)
        if rule is None:
            variant = "not-legal" if catalogue.find(waiver.rule) else "unknown"
            faults.append(Finding("TD391", span, {"rule": waiver.rule}, variant))
        elif rule not in broken:
            name = local[rule].name if rule in local else catalogue.entries()[rule].name
            faults.append(Finding("TD392", span, {"rule": rule, "name": name}))
    return waive(loaded.plan.waivers, findings) + faults


def waived_as(finding: Finding) -> str:
    """What a waiver of this finding names: the id of the local rule, else the code."""
    return finding.values.get("rule", finding.code) if finding.code == LOCAL_CODE else finding.code


def _name(finding: Finding) -> str:
    if finding.code == LOCAL_CODE:
        return finding.values.get("name", "")
    return catalogue.entries()[finding.code].name


def _waivable(finding: Finding) -> bool:
    return catalogue.entries()[finding.code].legal


def _legal(rule: str) -> str | None:
    """The code of a national rule of law, by code or name; the code of all local rules names none of them."""
    entry = catalogue.find(rule)
    return entry.code if entry is not None and entry.legal and entry.code != LOCAL_CODE else None
