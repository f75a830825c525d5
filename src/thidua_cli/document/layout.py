"""Page and type sizes, and the ranges that NĐ 30/2020, Phụ lục I, gives for them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from thidua_cli.findings.finding import Finding
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from thidua_cli.plan.letterhead import Layout as GivenLayout
    from thidua_cli.plan.loading import Loaded


@dataclass(frozen=True, slots=True)
class Layout:
    """Margins and first-line indent in millimetres, `gap` in points, `line` in lines.

    `size` names the pair of NĐ 30/2020, Phụ lục I, Mục V: 14 (nation 13, motto 14) or 13 (12 and 13).
    """

    size: Literal[13, 14] = 14
    top: Decimal = Decimal(20)
    bottom: Decimal = Decimal(20)
    left: Decimal = Decimal(30)
    right: Decimal = Decimal(15)
    first_line: Decimal = Decimal("12.7")
    gap: Decimal = Decimal(6)
    line: Decimal = Decimal(1)


# Phụ lục I, Phần I: margins I.3; indent, paragraph gap and line spacing II.6.e. The decree sets no
# upper bound for the gap; 12 pt keeps the page readable.
RANGES: dict[str, tuple[Decimal, Decimal]] = {
    "top": (Decimal(20), Decimal(25)),
    "bottom": (Decimal(20), Decimal(25)),
    "left": (Decimal(30), Decimal(35)),
    "right": (Decimal(15), Decimal(20)),
    "first_line": (Decimal(10), Decimal("12.7")),
    "gap": (Decimal(6), Decimal(12)),
    "line": (Decimal(1), Decimal("1.5")),
}


def layout_of(given: GivenLayout) -> Layout:
    """The layout that a plan states."""
    lengths = {name: getattr(given, name) for name in RANGES}
    return Layout(size=14 if given.size == "14" else 13, **lengths)


def layout_findings(loaded: Loaded, layout: Layout) -> list[Finding]:
    """TD610: the values of a layout that the decree does not allow, where the plan states them."""
    findings = []
    for name in outside_ranges(layout):
        low, high = map(format_number, RANGES[name])
        found = {"value": format_number(getattr(layout, name)), "low": low, "high": high}
        findings.append(Finding("TD610", loaded.span(("document", "layout", name)), found, name))
    return findings


def outside_ranges(layout: Layout) -> tuple[str, ...]:
    """The names of the values that the decree does not allow, in the order of `RANGES`."""
    return tuple(name for name, (low, high) in RANGES.items() if not low <= getattr(layout, name) <= high)
