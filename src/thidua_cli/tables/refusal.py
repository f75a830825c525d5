"""How a reader gives up on a table that cannot be trusted."""

from __future__ import annotations

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span


class TableError(Exception):
    """Raised inside the room only: the rest of the table would be read wrongly. Carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def refused(code: str, variant: str, span: Span, **values: str) -> TableError:
    """A refusal with its finding; refusals are errors whatever the weight of their code."""
    return TableError(Finding(code, span, values, variant, Severity.ERROR))


def unreadable(error: OSError, shown: str) -> Finding:
    """Why a file cannot be opened."""
    variants = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "denied"}
    return Finding("TD501", Span(shown), {}, variants.get(type(error), ""))
