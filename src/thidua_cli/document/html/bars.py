"""The bars of a chart as a drawing (SVG): lengths in points, figures and names as text."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING

from thidua_cli.document.characters import one_line
from thidua_cli.document.figures import FILLS, figure
from thidua_cli.document.html.elements import TWIPS_PER_POINT, element
from thidua_cli.document.typesetting.measure import Face

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua_cli.document.blocks import Chart

WIDTH = 480
MOST_FOR_NAMES = 200
SIZE, LINE, BAR, GAP, SPACE = 11, 14, 12, 10, 6
FACE = Face(SIZE)


def drawing(chart: Chart) -> str:
    """Horizontal bars, the first category on top; what they say is told to those who do not see them."""
    names = [_lines(name) for name in chart.categories]
    left = max((_width(part) for lines in names for part in lines), default=0) + SPACE
    scale = _Scale(chart, left)
    parts, top = [], 0
    for place, lines in enumerate(names):
        height = max(len(lines) * LINE, len(chart.series) * BAR)
        parts += [_text(left - SPACE, y, part, "end") for part, y in _down(lines, top, height)]
        first = top + (height - len(chart.series) * BAR) // 2
        for number, series in enumerate(chart.series):
            parts += _bar(chart, scale, series.values[place], first + number * BAR, number)
        top += height + GAP
    if chart.series[1:]:
        for number, series in enumerate(chart.series):
            parts += [_box(0, top, BAR, number), _text(BAR + SPACE, top + SIZE, one_line(series.name))]
            top += LINE
    return element(
        "svg",
        *parts,
        role="img",
        aria_label=one_line(chart.description or chart.title),
        viewBox=f"0 0 {WIDTH} {max(top, 1)}",
        class_="bars",
    )


class _Scale:
    """From a figure to its place between the names and the right edge."""

    def __init__(self, chart: Chart, left: int) -> None:
        values = [value for series in chart.series for value in series.values if value is not None]
        label = max((_width(figure(value, chart)) for value in values), default=0) + SPACE
        ends = [Fraction(0), *map(Fraction, values)]
        self.low = min(ends)
        span = max(ends) - self.low
        self.start = left + (label if self.low else 0)
        self.each = Fraction(max(WIDTH - label - self.start, 1)) / span if span else Fraction(0)

    def at(self, value: Decimal | int) -> Fraction:
        return self.start + (Fraction(value) - self.low) * self.each


def _bar(chart: Chart, scale: _Scale, value: Decimal | None, top: int, number: int) -> list[str]:
    if value is None:
        return []
    zero, end = scale.at(0), scale.at(value)
    anchor, side = ("end", -SPACE // 2) if value < 0 else ("start", SPACE // 2)
    label = _text(end + side, top + SIZE - 1, figure(value, chart), anchor)
    return [_box(min(zero, end), top, abs(end - zero), number), label]


def _box(x: Fraction | int, y: int, width: Fraction | int, number: int) -> str:
    place = f'x="{_points(x)}" y="{y}" width="{_points(width)}" height="{BAR - 1}"'
    return f'<rect {place} fill="#{FILLS[number % len(FILLS)]}"/>'


def _text(x: Fraction | int, y: int, text: str, anchor: str = "start") -> str:
    return f'<text x="{_points(x)}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def _points(length: Fraction | int) -> str:
    """A length with one decimal."""
    tenths = round(length * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _down(lines: list[str], top: int, height: int) -> list[tuple[str, int]]:
    """Lines and their base lines, in the middle of a height."""
    first = top + (height - len(lines) * LINE) // 2 + SIZE
    return [(line, first + number * LINE) for number, line in enumerate(lines)]


def _lines(name: str) -> list[str]:
    """A name broken into lines that leave room for the bars."""
    lines: list[str] = []
    for word in one_line(name).split():
        if lines and _width(f"{lines[-1]} {word}") <= MOST_FOR_NAMES:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _width(text: str) -> int:
    return -(-FACE.width(text) // TWIPS_PER_POINT)
