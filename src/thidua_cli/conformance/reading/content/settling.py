"""Which line of text a floating rule lies at: it may be anchored in one paragraph and drawn below another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua_cli.conformance.model.lines import DrawnRule, Line
    from thidua_cli.conformance.reading.drawing.shapes import Spot

# Single spacing in Times New Roman is 1.15 of the size; a bold capital is about 0.7 of it wide, others half.
_LEADING = (115, 100)
_WIDE, _NARROW = 70, 50
_DEFAULT_SIZE = 26
_TWIPS_PER_HALF_POINT = 10
_SINGLE = 240
_MOST_STEPS = 50


class Floating(NamedTuple):
    """A rule, the index of the line it is anchored at, and its spot from there."""

    anchor: int
    rule: DrawnRule
    spot: Spot


def settled(
    floating: Iterable[Floating], lines: Sequence[Line], first: int
) -> Iterator[tuple[int, DrawnRule]]:
    """Each rule with the index of the line it lies at, among the lines of one column from `first` on."""
    for anchor, rule, spot in floating:
        if spot.inline or spot.top is None or spot.down not in {"paragraph", "line"}:
            yield anchor, rule
            continue
        yield _at(anchor, spot.top, rule, lines, first)


def _at(
    anchor: int, offset: int, rule: DrawnRule, lines: Sequence[Line], first: int
) -> tuple[int, DrawnRule]:
    at = anchor
    for _ in range(_MOST_STEPS):
        height, row = _height(lines[at])
        if offset < -row // 2 and at > first and _beside(lines[at - 1], lines[anchor]):
            at -= 1
            offset += _height(lines[at])[0]
        elif offset > height + row // 2 and at + 1 < len(lines) and _beside(lines[at + 1], lines[anchor]):
            at += 1
            offset -= height
        else:
            break
    below = offset >= _height(lines[at])[1] // 2
    if not below and at > first and lines[at - 1].text.strip() and _beside(lines[at - 1], lines[anchor]):
        return at - 1, rule._replace(below=True)  # between two lines: it belongs to the upper one
    return at, rule._replace(below=below)


def _beside(line: Line, other: Line) -> bool:
    """Whether two lines stand in the same column."""
    return line.place.cells == other.place.cells and line.place.story == other.place.story


def _height(line: Line) -> tuple[int, int]:
    """The height of a paragraph and of one of its rows in twips, estimated: nothing is set here."""
    first = line.stretches[0] if line.stretches else None
    size = ((first.size if first else None) or _DEFAULT_SIZE) * _TWIPS_PER_HALF_POINT
    row = size * _LEADING[0] // _LEADING[1]
    if line.spacing_rule == "auto":
        row = row * line.spacing // _SINGLE
    else:
        row = line.spacing if line.spacing_rule == "exact" else max(row, line.spacing)
    printed = line.printed
    width = _WIDE if first and first.bold and printed.isupper() else _NARROW
    room = max(1, (line.room or 0) - line.left - line.right)
    rows = sum(
        1 + len(piece) * width * size // 100 // room if line.room else 1 for piece in printed.split("\n")
    )
    return line.before + rows * row + line.after, row
