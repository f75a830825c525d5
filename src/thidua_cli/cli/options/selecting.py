"""`--select` and `--ignore` as a selection, or a usage error that names what cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from thidua_cli.cli.language import t
from thidua_cli.findings.selection import Selection, parse_selection

if TYPE_CHECKING:
    from collections.abc import Sequence


def selection(select: Sequence[str] | None, ignore: Sequence[str] | None) -> Selection:
    """The selection that the user asked for."""
    chosen, problems = parse_selection(select or (), ignore or ())
    if chosen is None:
        keys = {"unknown": "error.selector", "legal": "error.legal_selector"}
        raise typer.BadParameter("; ".join(t(keys[one.kind], selector=one.selector) for one in problems))
    return chosen
