"""The list with a sum after each of its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.cli.language import t
from thidua_cli.rosters.awards.sections import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.rosters.awards.bonuses import PaidLine


class SectionSum(NamedTuple):
    """The end of a section: what it is called, and the lines in it and in the sections within."""

    label: str
    lines: list[PaidLine]


def with_sums(entries: Sequence[Section | PaidLine]) -> Iterator[Section | PaidLine | SectionSum]:
    """The entries in their order; what a section within or the total tells is not told again."""
    told = sum(not isinstance(entry, Section) for entry in entries)
    # Each open section with its lines; the last number says how many of them a sum within has told.
    around: list[tuple[Section, list[PaidLine]]] = []
    within = 0
    for entry in [*entries, Section("", "", 0)]:
        if not isinstance(entry, Section):
            for _, lines in around:
                lines.append(entry)
            yield entry
            continue
        while around and around[-1][0].depth >= entry.depth:
            label = _label([section for section, _ in around])
            lines = around.pop()[1]
            if lines and len(lines) not in (within, told):
                yield SectionSum(label, lines)
            within = len(lines)
        within = 0
        if entry.text:
            around.append((entry, []))
            yield entry


def _label(path: Sequence[Section]) -> str:
    """`mục I.2`; the text of a section without a number."""
    numbers = [section.number for section in path if section.number]
    return t("bonus.section", path=".".join(numbers)) if path[-1].number else path[-1].text
