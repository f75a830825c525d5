"""Formulas as they would be written on paper: numbers and signs only, no words of any language."""

from __future__ import annotations

from decimal import ROUND_05UP, ROUND_HALF_UP, Context, Decimal, Inexact
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua_cli.scoring.exact import Ratio

UNKNOWN = "?"
ABOUT = "≈ "
# The key of what is its own result: points as given.
GIVEN = "given"
# Decimals up to this length are written out, longer ones to APPROXIMATE.
APPROXIMATE = Decimal("0.01")
# This rounding keeps a second one, to the shown places, right.
_SHORT = Context(prec=28, rounding=ROUND_05UP, traps=[])
_WIDE = Context(prec=80, traps=[])
_MARKS = str.maketrans(",.", ".,")


class Phrase(NamedTuple):
    """What a formula says in words: the end of a key of `score.said.`, and what fills its places."""

    key: str
    values: Mapping[str, str]


class Sentence(NamedTuple):
    """The left side of a formula; `computed`: it equals its result, else it leads to it (`70 ≤ 75 → 15`).

    `said`: the same in words, where signs alone would not be understood.
    """

    text: str
    computed: bool = True
    said: tuple[Phrase, ...] = ()

    def with_result(self, shown: str) -> str:
        """The formula with its result as shown."""
        return equals(self.text, shown) if self.computed else f"{self.text} → {shown}"


def number(value: Decimal) -> str:
    """An exact decimal in Vietnamese notation."""
    plain = f"{value:,f}".translate(_MARKS)
    return plain.rstrip("0").rstrip(",") if "," in plain else plain


def result(value: Ratio) -> str:
    """A result: exact where its decimals are few, else `≈ 5,28`. Runs in EXACT."""
    _SHORT.clear_flags()
    quotient = _SHORT.divide(value.numerator, value.divisor)
    if not _SHORT.flags[Inexact]:
        return number(quotient)
    return ABOUT + f"{quotient.quantize(APPROXIMATE, ROUND_HALF_UP, _WIDE):,f}".translate(_MARKS)


def equals(expression: str, shown: str) -> str:
    """An expression and its result."""
    return f"{expression} {shown}" if shown.startswith(ABOUT) else f"{expression} = {shown}"


def sum_of(pieces: Iterable[str], shown: str) -> str:
    """A sum of results; it is approximate as soon as one of them is."""
    line = " + ".join(pieces)
    if ABOUT in line:
        line, shown = line.replace(ABOUT, ""), ABOUT + shown.removeprefix(ABOUT)
    return equals(line.replace("+ -", "- "), shown)
