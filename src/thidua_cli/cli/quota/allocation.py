"""`thidua quota --allocate`: how many there are to share, by which column, and the shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from thidua_cli.cli.quota.inputs import no_title
from thidua_cli.cli.quota.words import articles, named, step
from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.titles import Title, title_of
from thidua_cli.law.rulings.rules import Kind, State
from thidua_cli.rosters.counts.allocation import Bounds, Shared, share_table
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from thidua_cli.cli.quota.inputs import Quotas
    from thidua_cli.law.quotas.allowances import Allowance


class Wanted(NamedTuple):
    """A title as typed, how many (None: what the law allows), the column to weigh by, bounds for all."""

    title: str
    total: int | None
    by: str | None
    least: int
    most: int | None


class Done(NamedTuple):
    """The shares of a title; `step` says how the law came to the total, empty where the user named it."""

    title: Title
    shared: Shared
    step: str


def share(quotas: Quotas, wanted: Wanted) -> tuple[Done | None, list[Finding]]:
    """Share among the units of the table; None where there is no number, no column or no way."""
    title = title_of(wanted.title)
    counted = quotas.counted
    if title is None or counted is None:
        raise typer.BadParameter(no_title(wanted.title))
    caps = _caps(quotas, title)
    tightest = min(caps, key=lambda one: one.allowed or 0, default=None)
    allowed = tightest.allowed if tightest else None
    total = allowed if wanted.total is None else wanted.total
    if total is None:
        return None, [_no_total(quotas, title)]
    findings = []
    if tightest is not None and allowed is not None and total > allowed:
        values = {"total": format_number(total), "allowed": format_number(allowed)}
        values["day"] = format_short(quotas.day)
        basis = tightest.number.basis if tightest.number else ()
        values["basis"] = articles(tightest.number)
        findings.append(Finding("TD353", quotas.place, values, basis=basis))
    rules = (rule for rule in quotas.book.on(quotas.day) if rule.kind is Kind.RATIO_CAP)
    base = next((rule.base for rule in rules if rule.base and rule.numerator == title.id.lower()), None)
    by = wanted.by or base or ""
    column = counted.column(by) if by else None
    if column is None:
        name = wanted.by or (named(base) if base else "")
        variant = "column" if name else "no-column"
        return None, [*findings, Finding("TD357", quotas.place, {"name": name}, variant)]
    contradictory = frozenset(
        span
        for finding in quotas.told
        if finding.code == "TD560"
        for span in (finding.span, *(each.span for each in finding.related))
    )
    bounds = Bounds(wanted.least, wanted.most)
    shared, problems = share_table(counted, total, column, bounds, contradictory)
    by_law = tightest is not None and wanted.total is None
    shown = step(tightest, tightest.ways[0]) if by_law and tightest is not None and tightest.ways else ""
    return Done(title, shared, shown) if shared else None, [*findings, *problems]


def _caps(quotas: Quotas, title: Title) -> list[Allowance]:
    """The caps on a title over the whole table that allow one number; none while any of them is open.

    Of a share of everybody the rows are shown beside the whole, and bind nothing.
    """
    found = [
        one.allowance
        for name, review in quotas.sets[:1]
        for one in review.capped
        if one.allowance.rule.numerator == title.id.lower() and one.allowance.ways
        if not one.allowance.subject or one.allowance.rule.groups or one.verdict
    ]
    return found if all(one.allowed is not None and not one.subject for one in found) else []


def _no_total(quotas: Quotas, title: Title) -> Finding:
    """Why the law gives no number to share."""
    values = {"day": format_short(quotas.day)}
    caps = [rule for rule in quotas.book.on(quotas.day) if rule.kind is Kind.RATIO_CAP]
    found = (rule.on(quotas.day) for rule in caps if rule.numerator == title.id.lower())
    numbers = [number for number in found if number]
    silent = [number for number in numbers if number.state is State.NONE]
    if numbers and len(silent) < len(numbers) and not quotas.book.left_out:
        return Finding("TD357", quotas.place, values)
    basis = tuple(each for number in silent for each in number.basis)
    values["basis"] = "; ".join(articles(number) for number in silent)
    if quotas.book.left_out:
        values["packs"] = ", ".join(f"“{name}”" for name in quotas.book.left_out if name)
        return Finding("TD357", quotas.place, values, "left-out", basis=basis)
    return Finding("TD357", quotas.place, values, "none" if silent else "", basis=basis)
