"""Ballots: shares whose print says otherwise than the votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.data_tables.ballots import agrees_when_rounded, percentage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded


def share_passes_only_when_rounded(loaded: Loaded) -> Iterator[Finding]:
    """TD295: a share that reaches the threshold in print, but not by the votes; once for each such number."""
    for index, ballot in enumerate(loaded.plan.votes):
        told: dict[int, Finding] = {}
        for place, candidate in enumerate(ballot.candidates):
            if ballot.threshold is None or ballot.passed(candidate) or agrees_when_rounded(ballot, candidate):
                continue
            values = {
                "name": candidate.name,
                "votes": f"{candidate.approve}/{ballot.base}",
                "rounded": percentage(ballot, candidate),
                "threshold": ballot.threshold.share.text,
            }
            span = loaded.span(("votes", index, "candidates", place, "for"))
            told.setdefault(candidate.approve, Finding("TD295", span, values))
        yield from told.values()
