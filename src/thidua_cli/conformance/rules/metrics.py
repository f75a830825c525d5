"""How wide and how high lines come out in Times New Roman. Lengths in twips, sizes in half-points."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.document.typesetting.measure import Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.conformance.model.lines import Line, Stretch

# Times New Roman sets a single line (ascent, descent and gap) 2355/2048 of the size high.
LINE_HEIGHT = Fraction(2355, 2048)
SINGLE = 240
TWIPS_PER_HALF_POINT = 10


def visible(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches of text proper: not blank, and no raised marks of notes."""
    return [each for each in stretches if each.text.strip() and not each.raised]


def inked(line: Line) -> list[Stretch]:
    """The text of a paragraph with its automatic number, where that has letters or digits."""
    shown = visible(line.stretches)
    number = line.label_look
    return [number, *shown] if number is not None and any(map(str.isalnum, number.text)) else shown


def size_of(line: Line) -> int | None:
    """The size that most of the text is set in, that of the mark where there is none; None where not told."""
    sizes: dict[int | None, int] = {}
    for each in visible(line.stretches) or line.stretches:
        sizes[each.size] = sizes.get(each.size, 0) + len(each.text.strip())
    return max(sizes, key=lambda size: sizes[size]) if sizes else line.mark


def width_of(stretches: Sequence[Stretch]) -> int | None:
    """The width of text on one line; None where a size is not known or the text holds tabs."""
    total = 0
    for each in stretches:
        if each.size is None or "\t" in each.text:
            return None
        total += _width(each, each.text)
    return total


def printed_lines(line: Line) -> list[int] | None:
    """The widths of the lines a paragraph breaks into, its soft breaks kept; None where unmeasurable."""
    shown = [each for each in line.stretches if each.text]
    if not shown or any(each.size is None or "\t" in each.text for each in shown):
        return None
    widths: list[int] = []
    for part in line.text.strip().split("\n"):
        width = _part_width(shown, part)
        widths += [width] if line.room is None else _broken(shown, part, _room(line))
    return widths


def fits_one_line(line: Line) -> bool:
    """Whether a paragraph surely takes a single line."""
    widths = printed_lines(line)
    if widths is None or line.room is None or len(widths) > 1:
        return False
    return widths[0] + max(line.first, 0) <= _room(line)


def height_of(line: Line) -> Fraction | None:
    """The height of a paragraph with its spacing; None where a size is not known."""
    size = size_of(line)
    if size is None:
        return None
    single = size * TWIPS_PER_HALF_POINT * LINE_HEIGHT
    if line.spacing_rule == "exact":
        one = Fraction(line.spacing)
    elif line.spacing_rule == "atLeast":
        one = max(single, Fraction(line.spacing))
    else:
        one = single * line.spacing / SINGLE
    count = len(printed_lines(line) or (0,)) if line.text.strip() else 1
    return line.before + one * count + line.after


def _room(line: Line) -> int:
    return max(1, (line.room or 0) - line.left - line.right)


def _width(look: Stretch, text: str) -> int:
    # A size in half-points is an even number of points: the width at twice the size, halved.
    face = Face(look.size or 0, look.bold, look.italic, look.capitals)
    return face.width(text.replace("\n", "")) // 2


def _part_width(shown: Sequence[Stretch], part: str) -> int:
    return _width(_main(shown), part)


def _broken(shown: Sequence[Stretch], part: str, room: int) -> list[int]:
    look = _main(shown)
    face = Face(look.size or 0, look.bold, look.italic, look.capitals)
    words = part.split(" ")
    space = face.width(" ")
    lines = [face.width(words[0])]
    for word in words[1:]:
        width = face.width(word)
        if lines[-1] + space + width <= 2 * room:
            lines[-1] += space + width
        else:
            lines.append(width)
    return [width // 2 for width in lines]


def _main(shown: Sequence[Stretch]) -> Stretch:
    return max(shown, key=lambda each: len(each.text))
