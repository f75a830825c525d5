"""Forms that stand already: that of another unit is kept where the names of the files are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.forms.reading.filled import unit_of_form
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua_cli.forms.units import FormUnit


def without_others(
    folder: Path, made: Iterable[tuple[str, FormUnit, bytes]]
) -> tuple[dict[str, bytes], list[Finding]]:
    """The forms by file name, but those where that of another unit stands; of each such one a finding."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for name, unit, content in made:
        path = folder / name
        owner = unit_of_form(path)
        if owner is None or fold(owner) == fold(unit.name):
            files[name] = content
            continue
        values = {"name": path.as_posix(), "owner": owner, "unit": unit.name}
        variant = "other-unit" if owner and unit.name else "other-form"
        findings.append(Finding("TD922", Span(path.as_posix()), values, variant))
    return files, findings
