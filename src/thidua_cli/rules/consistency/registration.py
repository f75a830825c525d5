"""Registration of emulation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded


def registration_without_date(loaded: Loaded) -> Iterator[Finding]:
    """TD260: registration is asked for, but by no date."""
    for index, registration in enumerate(loaded.plan.registration):
        if registration.before is None and registration.by is None:
            span = loaded.span(("registration", index, "what"))
            variant = "required" if registration.required else ""
            yield Finding("TD260", span, {"what": registration.what}, variant)
