"""Numbers as Vietnamese offices write them: comma for decimals, dot for thousands, read exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from thidua_cli.vietnamese.text import plain_dashes, squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

# A Decimal of the default context holds 28 digits: longer input would be rounded by later arithmetic.
MOST_DIGITS = 24
_SHAPE = re.compile(r"([+-]?)([0-9][0-9.,]*(?: [0-9.,]+)*)")
_PLAIN = re.compile(r"[0-9]+")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ONE_MARK = re.compile(r"([0-9]+)([.,])([0-9]+)")


class NumberError(UnreadableError):
    """Not a number. `reason`: empty, digits, malformed, grouping, foreign_grouping, too_long."""


class Number(NamedTuple):
    """A number as written and as read.

    `value` is None where the text has two `readings` (`57,500` is 57.5 or 57500). `foreign` marks a dot
    that stands for the decimal comma (`8.76`).
    """

    text: str
    value: Decimal | None
    readings: tuple[Decimal, ...] = ()
    foreign: bool = False


def parse_number(text: str) -> Number:
    """Read a number; raises NumberError."""
    clean = plain_dashes(squeeze(text))
    if not clean:
        raise NumberError("empty", text)
    if len(clean) > 2 * MOST_DIGITS:
        raise NumberError("too_long", text)
    if any(char.isdigit() and not char.isascii() for char in clean):
        raise NumberError("digits", text)
    shape = _SHAPE.fullmatch(clean)
    if shape is None:
        raise NumberError("malformed", text)
    sign, body = shape.groups()
    if sum(char.isdigit() for char in body) > MOST_DIGITS:
        raise NumberError("too_long", text)
    return _read(text, "-" if sign == "-" else "", body)


def _read(text: str, sign: str, body: str) -> Number:
    def exact(digits: str) -> Decimal:
        value = Decimal(sign + digits)
        return value if value else abs(value)

    if _PLAIN.fullmatch(body):
        return Number(text, exact(body))
    if _SPACED.fullmatch(body) or _GROUPED.fullmatch(body):
        return Number(text, exact(body.replace(" ", "").replace(".", "").replace(",", ".")))
    one = _ONE_MARK.fullmatch(body)
    if one is None:
        raise NumberError(_fault(body), text)
    whole, mark, rest = one.groups()
    decimal, together = exact(f"{whole}.{rest}"), exact(whole + rest)
    # A group of thousands neither opens with 0 nor is longer than three digits.
    groups = len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0")
    if (mark == "," and groups) or (mark == "." and len(rest) == 3 and not whole.startswith("0")):
        return Number(text, None, (decimal, together))
    return Number(text, decimal, foreign=mark == ".")


def _fault(body: str) -> str:
    if body[-1] in ".,":
        return "malformed"
    return "foreign_grouping" if _ENGLISH.fullmatch(body) else "grouping"


def format_number(value: Decimal | Fraction | int, places: int | None = None) -> str:
    """Print a number, rounded half up to `places`; without them a Decimal is exact, a Fraction has two."""
    if places is None:
        places = _own_places(value)
    exact = Fraction(value)
    scaled = (abs(exact) * 10**places * 2 + 1) // 2
    digits = str(scaled).rjust(places + 1, "0")
    whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
    sign = "-" if exact < 0 and scaled else ""
    return sign + f"{int(whole):,}".replace(",", ".") + ("," + rest if rest else "")


def _own_places(value: Decimal | Fraction | int) -> int:
    if isinstance(value, Fraction):
        return 2
    if isinstance(value, int):
        return 0
    _, _, decimals = format(value, "f").partition(".")
    return len(decimals.rstrip("0"))


def format_count(count: int) -> str:
    """Print a count the administrative way: two digits below ten (`05`), thousands grouped."""
    return f"0{count}" if 0 <= count < 10 else format_number(count)
