"""How much of a whole a rule asks for: a percentage or a fraction, kept exact and as it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated

from thidua_cli.plan.values import ReadBy, reader
from thidua_cli.vietnamese.numbers import NumberError, format_number, parse_number
from thidua_cli.vietnamese.text import squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

_FRACTION = re.compile(r"([0-9]{1,4}) ?/ ?([0-9]{1,4})")


class ProportionError(UnreadableError):
    """Not a part of a whole. `reason`: malformed, ambiguous (66,667%), beyond (110%, 3/2, 1/0)."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """A part of a whole in print (`2/3`, `66,7%`) and exactly, 1 being all."""

    text: str = field(compare=False)
    value: Fraction


def parse_proportion(text: str) -> Proportion:
    """Read `2/3` or `66,7%`; raises ProportionError."""
    clean = squeeze(text)
    if found := _FRACTION.fullmatch(clean):
        part, whole = int(found[1]), int(found[2])
        if part > whole or not whole:
            raise ProportionError("beyond", text)
        return Proportion(f"{part}/{whole}", Fraction(part, whole))
    try:
        number = parse_number(clean.removesuffix("%"))
    except NumberError:
        raise ProportionError("malformed", text) from None
    if number.value is None:
        first, second = map(format_number, number.readings)
        raise ProportionError("ambiguous", text, details={"first": first, "second": second})
    if not 0 <= number.value <= 100:
        raise ProportionError("beyond", text)
    printed = f"{format_number(number.value)}%"
    if not clean.endswith("%"):
        raise ProportionError("malformed", text, printed)
    return Proportion(printed, Fraction(number.value) / 100)


ProportionValue = Annotated[
    Proportion,
    ReadBy(
        reader(parse_proportion, "TD140"),
        {"type": "string", "pattern": "%$|^[0-9]+ ?/ ?[0-9]+$", "examples": ["2/3", "90%", "66,7%"]},
    ),
]
