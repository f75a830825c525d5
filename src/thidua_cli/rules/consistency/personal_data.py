"""Data on persons in a plan, which many people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.source.nodes import scalars
from thidua_cli.vietnamese.personal_data import find_personal, masked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded


def told_of_persons(loaded: Loaded) -> Iterator[Finding]:
    """TD022: an identity number, phone, account or e-mail address, repeated only in part by the message."""
    for path, scalar in scalars(loaded.root):
        for found in find_personal(scalar.text):
            span = loaded.stretch(path, scalar.text, found.start, found.end)
            values = {"text": masked(scalar.text[found.start : found.end])}
            yield Finding("TD022", span, values, found.kind)
