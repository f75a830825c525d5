"""What a person should know of the lines of a list: a finding, and the lines it is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from thidua_cli.findings.finding import Finding


class Remark(NamedTuple):
    """A finding at the first of the lines that it is about; `rows`: theirs, as the sheet counts."""

    finding: Finding
    rows: tuple[int, ...]


@dataclass(slots=True)
class Remarks:
    """Remarks in the order met; those of one key are one, whose finding tells the `count` of its lines."""

    _met: dict[Hashable, tuple[Finding, list[int]]] = field(default_factory=dict)

    def add(self, finding: Finding, row: int, key: Hashable = None) -> None:
        """Remark something of a line; without a key it stands alone."""
        found = (finding.code, finding.variant, row if key is None else key)
        self._met.setdefault(found, (finding, []))[1].append(row)

    def close(self) -> list[Remark]:
        """All remarks."""
        return [
            Remark(replace(finding, values={**finding.values, "count": str(len(rows))}), tuple(rows))
            for finding, rows in self._met.values()
        ]


def findings_of(remarks: Iterable[Remark]) -> list[Finding]:
    """The findings, kept few."""
    log = FindingLog()
    for remark in remarks:
        log.add(remark.finding)
    return log.close()
