"""Measures and words of a document as a finding shows them, in each language."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.model.lines import Line, Stretch
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.outcome import Values

TWIPS_PER_POINT = 20
TWIPS_PER_MILLIMETRE = Fraction(7200, 127)
LONGEST_QUOTE = 60
LONGEST_END = 30
DOTS = "…"


def number(name: str, amount: Fraction | int, places: int = 1) -> Values:
    """A number with at most so many decimals: comma in Vietnamese, point in English."""
    exact = Decimal(Fraction(amount).numerator) / Decimal(Fraction(amount).denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return {name: text.replace(".", ","), f"{name}.en": text}


def points(name: str, half_points: int) -> Values:
    """A size of type in points."""
    return number(name, Fraction(half_points, 2))


def spacing_points(name: str, twips: int | Fraction) -> Values:
    """A distance in points."""
    return number(name, Fraction(twips) / TWIPS_PER_POINT)


def millimetres(name: str, twips: int | Fraction) -> Values:
    """A length in millimetres."""
    return number(name, Fraction(twips) / TWIPS_PER_MILLIMETRE)


def shortened(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A text on one line, cut at a word where it is long."""
    line = squeeze(text)
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:. ") + DOTS


def last_words(text: str) -> str:
    """The end of a text, cut at a word."""
    line = squeeze(text)
    if len(line) <= LONGEST_END:
        return line
    return DOTS + line[-LONGEST_END:].partition(" ")[2]


def quoted(name: str, text: str) -> Values:
    """A text of the document, shortened."""
    return {name: shortened(text)}


def where(case: Case, line: Line, wrong: Sequence[Stretch]) -> Values:
    """The words that deviate, as the value `where`: empty where it is the whole line."""
    words = "".join(each.text for each in wrong).strip()
    if len(words) >= len(line.text.strip()):
        return {"where": "", "where.en": ""}
    shown = shortened(DOTS.join(each.text.strip() for each in wrong if each.text.strip()))
    return {name: text.format(words=shown) for name, text in case.term("where", "where").items()}
