"""Roman figures, from numbers and back."""

from __future__ import annotations

import re

LARGEST_ROMAN = 3999
_SIGNS = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10}
_SIGNS |= {"IX": 9, "V": 5, "IV": 4, "I": 1}
_FIGURE = re.compile("(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_SIGN = re.compile("CM|CD|XC|XL|IX|IV|[MDCLXVI]")


def roman(number: int) -> str:
    """The Roman figure of a number from 1 to `LARGEST_ROMAN`."""
    if not 0 < number <= LARGEST_ROMAN:
        raise ValueError(f"no Roman figure for {number}")
    figure = ""
    for sign, value in _SIGNS.items():
        count, number = divmod(number, value)
        figure += sign * count
    return figure


def roman_or_arabic(number: int) -> str:
    """The Roman figure of a number, beyond the last one the Arabic."""
    return roman(number) if number <= LARGEST_ROMAN else str(number)


def roman_value(figure: str) -> int:
    """The number of a Roman figure in capitals, written by the rules; 0 for any other text."""
    return sum(_SIGNS[sign] for sign in _SIGN.findall(figure)) if _FIGURE.fullmatch(figure) else 0
