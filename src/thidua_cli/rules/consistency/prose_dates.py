"""Dates in running text that no calendar has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.rules.consistency.prose import block_passages, fact_passages, span_in
from thidua_cli.vietnamese.dates_in_prose import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

DIGIT = re.compile(r"[0-9]")
WRONG = ("impossible", "short_month", "malformed")


def impossible_date(loaded: Loaded) -> Iterator[Finding]:
    """TD280: an impossible or malformed date in prose."""
    for passage in (*block_passages(loaded), *fact_passages(loaded)):
        for found in find_dates(passage.text) if DIGIT.search(passage.text) else ():
            if found.reason not in WRONG:
                continue
            span = span_in(loaded, passage, found.start, found.end)
            values = {"text": found.text, "suggestion": found.suggestion, **found.details}
            variant = "near" if found.suggestion and found.reason == "malformed" else found.reason
            fix = Fix(span, found.suggestion) if found.suggestion else None
            yield Finding("TD280", span, values, variant, fix=fix)
