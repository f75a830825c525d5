"""How the reader gives up on a Word file."""

from __future__ import annotations

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span


class WordFileError(Exception):
    """Raised inside the room only: what is left could not be judged. Carries the code, variant and values."""

    def __init__(self, code: str, variant: str = "", **values: str) -> None:
        super().__init__(code, variant)
        self.code = code
        self.variant = variant
        self.values = values

    def finding(self, shown: str) -> Finding:
        """The refusal as people see it."""
        return Finding(self.code, Span(shown, 0), self.values, self.variant)


class PartError(Exception):
    """One part cannot be read; the rest of the file may well be. `variant` names why."""

    def __init__(self, variant: str) -> None:
        super().__init__(variant)
        self.variant = variant
