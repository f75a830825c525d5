"""Run every consistency check and every legal rule over one plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.law.local.overlay import national_law
from thidua_cli.law.local.verdicts import dressed, due_findings
from thidua_cli.rules.consistency.checks import CHECKS
from thidua_cli.rules.legal.plan_rules import legal_verdicts
from thidua_cli.rules.waivers import apply_waivers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.plan.loading import Loaded

Made = TypeVar("Made")


class Checked(NamedTuple):
    """What the rules say of one plan, and the date at which the law was asked."""

    as_of: date
    findings: list[Finding]
    verdicts: list[Verdict]


def check_plan(loaded: Loaded, as_of: date | None = None, book: Lawbook | None = None) -> Checked:
    """Every finding and verdict on a plan, by the law of `book` (the national rules where none is given).

    Titles, ratios and registration go by the law of the period's last day, unless `as_of` says another.
    A rule that crashes becomes a finding (TD900); the others still run.
    """
    asked = as_of or loaded.plan.period.last
    findings: list[Finding] = []
    for check in CHECKS:
        findings += _guarded(check.__name__, partial(check, loaded), loaded, findings)
    book = book or national_law()
    law = partial(legal_verdicts, loaded.plan, asked, loaded.span, tuple(book.on(asked)))
    verdicts = dressed(_guarded("legal_verdicts", law, loaded, findings), book)
    due = due_findings(verdicts, book)
    return Checked(asked, findings + apply_waivers(loaded, due, book), verdicts)


def _guarded(
    name: str, run: Callable[[], Iterable[Made]], loaded: Loaded, findings: list[Finding]
) -> list[Made]:
    try:
        return list(run())
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        findings.append(Finding("TD900", Span(loaded.source.path), {"rule": name, "error": reason}))
        return []
