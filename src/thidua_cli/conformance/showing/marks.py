"""Which findings stand at which paragraph, and the links between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.showing.wording import word
from thidua_cli.document.html.elements import element
from thidua_cli.findings.catalogue import severity_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding, Severity


class Marks:
    """The findings of one file, numbered from 1, by the address of each place that they name."""

    def __init__(self, findings: Sequence[Finding], file: int, lang: str) -> None:
        self.findings = findings
        self._file, self._lang = file, lang
        self._at: dict[str, list[int]] = {}
        self._anchored: set[int] = set()
        for number, finding in enumerate(findings, 1):
            spans = (finding.span, *(related.span for related in finding.related))
            for cell in dict.fromkeys(span.cell or "" for span in spans):
                self._at.setdefault(cell, []).append(number)

    def severity(self, address: str) -> Severity | None:
        """The weight of the heaviest finding at a place, None where there is none."""
        found = [severity_of(self.findings[number - 1]) for number in self._at.get(address, ())]
        return max(found, key=lambda severity: severity.weight, default=None)

    def links(self, address: str) -> str:
        """The numbers of the findings at a place, each a link to its text."""
        return "".join(self._link(number) for number in self._at.get(address, ()))

    def rest(self, addresses: frozenset[str]) -> str:
        """The numbers of the findings at places that are not shown as paragraphs."""
        numbers = dict.fromkeys(
            number for place, found in self._at.items() if place not in addresses for number in found
        )
        return "".join(self._link(number) for number in numbers)

    def anchor(self, number: int) -> str:
        """The name of the first mark of a finding on the paper."""
        return f"m{self._file}-{number}"

    def text(self, number: int) -> str:
        """The name of the text of a finding."""
        return f"f{self._file}-{number}"

    def _link(self, number: int) -> str:
        severity = severity_of(self.findings[number - 1])
        told = word("mark", self._lang, number=number, severity=word(severity.value, self._lang))
        first = number not in self._anchored
        self._anchored.add(number)
        return element(
            "a",
            str(number),
            class_=f"mark {severity.value}",
            href=f"#{self.text(number)}",
            id=self.anchor(number) if first else "",
            aria_label=told,
        )
