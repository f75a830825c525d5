"""Names of units against the names that are known: an exact one is found, a near one asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.text import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.table import Cell

RESEMBLES = 0.75
# Looking for what comes near is slow; where more names than these do not fit, two lists simply differ.
MOST_ASKED = 50
MOST_CANDIDATES = 2_000


class UnitNames:
    """The known names; case, spacing and the place of the tone do not count."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold(name): name for name in names}
        self._met: set[str] = set()
        self._asked = 0

    @property
    def all(self) -> list[str]:
        """The known names."""
        return list(self._names.values())

    @property
    def unmet(self) -> list[str]:
        """The known names that were never looked for."""
        return [name for key, name in self._names.items() if key not in self._met]

    def find(self, text: str) -> str | None:
        """The known spelling of a name; None where it is unknown."""
        key = fold(text)
        self._met.add(key)
        return self._names.get(key)

    def ask(self, cell: Cell, candidates: list[str], variant: str, findings: FindingLog) -> None:
        """Tell of an unknown name (TD568), and ask whether the nearest of some known ones is meant."""
        self._asked += 1
        few = self._asked <= MOST_ASKED and len(candidates) <= MOST_CANDIDATES
        near = nearest(cell.text, candidates, RESEMBLES) if few else []
        values = {"text": cell.text, "near": near[0] if near else ""}
        findings.add(Finding("TD568", cell.span, values, f"{variant}_near" if near else variant))
