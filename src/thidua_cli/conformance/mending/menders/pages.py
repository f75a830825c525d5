"""Paper and margins of the sections that deviate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.elements import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.model.word_file import Section
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check


def set_paper(_: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """A4, lying where the page lay."""
    for section in sections_of(deviations):
        sides = (check.options["short"], check.options["long"])
        _set_sides(section, *(reversed(sides) if section.landscape else sides))


def set_portrait(_: Draft, __: Check, deviations: Sequence[Deviation]) -> None:
    """The page upright."""
    for section in sections_of(deviations):
        _set_sides(section, min(section.width, section.height), max(section.width, section.height))


def set_margins(_: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """Each margin at the nearest bound of its range; the gutter counts to the left one."""
    for deviation in deviations:
        section, side = deviation.section, deviation.variant
        if section is None or section.element is None:
            continue
        gutter = section.gutter if side == "left" else 0
        low, high = check.options[side]
        twips = min(max(abs(getattr(section, side)) + gutter, low), high) - gutter
        write(section.element, "pgMar", {side: str(max(twips, 0))})


def sections_of(deviations: Sequence[Deviation]) -> list[Section]:
    """The sections that deviate, where the file states what they are like."""
    found = (deviation.section for deviation in deviations)
    return [section for section in found if section is not None and section.element is not None]


def _set_sides(section: Section, width: int, height: int) -> None:
    lying = "landscape" if width > height else None
    write(section.element, "pgSz", {"w": str(width), "h": str(height), "orient": lying, "code": None})
