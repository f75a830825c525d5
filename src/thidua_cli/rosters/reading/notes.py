"""What the notes at cells become: a code, its variant and its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


class Note(NamedTuple):
    """The finding that a note becomes; `once`: at the first such cell of a column only."""

    code: str
    variant: str = ""
    severity: Severity = Severity.ERROR
    once: bool = False


NOTES: Mapping[str, Note] = {
    "missing": Note("TD530"),
    "missing_times": Note("TD530", "times"),
    "missing_points": Note("TD530", "points"),
    "not_number": Note("TD531"),
    "percent": Note("TD531", "percent"),
    "yes_no": Note("TD531", "yes_no"),
    "not_whole": Note("TD531", "whole"),
    "date": Note("TD531", "date"),
    "ambiguous": Note("TD532"),
    "mixed": Note("TD532", "mixed"),
    "negative_count": Note("TD533", "count"),
    "negative_down": Note("TD533", "down"),
    "negative": Note("TD533", "", Severity.WARNING),
    "over_100": Note("TD534", "", Severity.INFO, once=True),
    "over_200": Note("TD534", "far", Severity.WARNING),
    "share": Note("TD534", "share", Severity.WARNING, once=True),
    "share_cell": Note("TD534", "share_cell", Severity.WARNING),
    "hole": Note("TD535", "hole"),
    "overlap": Note("TD535", "overlap"),
    "hole_by": Note("TD535", "hole"),
    "overlap_by": Note("TD535", "overlap"),
    "foreign": Note("TD536", "", Severity.INFO, once=True),
    "no_evidence": Note("TD537"),
    "above_max": Note("TD538"),
    "below_zero": Note("TD538", "negative"),
    "several_chosen": Note("TD539"),
    "no_target": Note("TD551", "target"),
    "no_due": Note("TD551", "due"),
    "no_by": Note("TD551", "by"),
    "no_exempt": Note("TD551", "exempt"),
    "target_zero": Note("TD551", "target_zero"),
    "exempt_more": Note("TD551", "exempt_more"),
    "alone": Note("TD553"),
    "best_zero": Note("TD553", "zero"),
    "no_average": Note("TD553", "average"),
    "no_cluster": Note("TD553", "cluster"),
    "provisional": Note("TD553", "provisional", Severity.WARNING),
    "no_type": Note("TD554"),
}
