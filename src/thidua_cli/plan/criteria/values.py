"""Numbers, shares and intervals of a scoring table, as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, NamedTuple, NoReturn

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.values import Fact, ReadBy
from thidua_cli.vietnamese.numbers import NumberError, format_number, parse_number

MOST_PLACES = 6


def refuse(variant: str, **context: str) -> NoReturn:
    """Refuse a criterion whose parts do not fit together (TD552)."""
    raise PydanticCustomError(f"td:TD552:{variant}", "the parts do not fit together", context)


def _number(value: Any) -> Decimal:
    if isinstance(value, bool | dict | list) or value is None:
        raise PydanticCustomError("td:TD543", "a number was expected", {"text": _shown(value)})
    text = str(value).strip()
    try:
        number = parse_number(text)
    except NumberError as error:
        variant = "percent" if text.endswith("%") else error.reason
        raise PydanticCustomError(f"td:TD543:{variant}", "not a number", {"text": text}) from None
    if number.value is None:
        first, second = (format_number(reading) for reading in number.readings)
        context = {"text": text, "first": first, "second": second}
        raise PydanticCustomError("td:TD543:ambiguous", "two readings", context)
    return number.value


def _points(value: Any) -> Decimal:
    points = _number(value)
    if points < 0:
        raise PydanticCustomError("td:TD543:negative", "a negative number of points", {"text": str(value)})
    return points


def _share(value: Any) -> Decimal:
    text = str(value).strip()
    if not text.endswith("%"):
        raise PydanticCustomError(
            "td:TD543:share", "a percentage was expected", {"text": _shown(value, text)}
        )
    return _points(text.removesuffix("%")).scaleb(-2)


def _places(value: Any) -> int:
    text = str(value).strip()
    if not (text.isascii() and text.isdecimal() and len(text) == 1 and int(text) <= MOST_PLACES):
        raise PydanticCustomError("td:TD547:places", "not a number of places", {"text": text})
    return int(text)


def _shown(value: Any, otherwise: str = "…") -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "…" if value is None or isinstance(value, dict | list) else otherwise


_SCHEMA = {"type": ["number", "string"], "examples": ["20", "12,5", "19.663"]}
_SHARE = {"type": "string", "pattern": "%$", "examples": ["50%", "100%", "66,7%"]}
Exact = Annotated[Decimal, ReadBy(_number, _SCHEMA)]
PointsValue = Annotated[Decimal, ReadBy(_points, _SCHEMA)]
# A share is held as a number of ones: 50% is 0.50.
Share = Annotated[Decimal, ReadBy(_share, _SHARE)]
Places = Annotated[int, ReadBy(_places, {"type": ["integer", "string"], "pattern": f"^[0-{MOST_PLACES}]$"})]


class Bounds(NamedTuple):
    """An interval; None is without end on that side."""

    lower: Decimal | None
    lower_in: bool
    upper: Decimal | None
    upper_in: bool

    def contains(self, value: Decimal) -> bool:
        """Whether the value lies inside, by the boundaries exactly as stated."""
        if self.lower is not None and (value < self.lower or (value == self.lower and not self.lower_in)):
            return False
        return self.upper is None or value < self.upper or (value == self.upper and self.upper_in)

    def before(self, other: Bounds) -> str:
        """How `other`, which starts no earlier, follows: "" at once, else `hole` or `overlap`."""
        if self.upper is None or other.lower is None or self.upper > other.lower:
            return "overlap"
        if self.upper < other.lower:
            return "hole"
        return {2: "overlap", 1: "", 0: "hole"}[self.upper_in + other.lower_in]

    def of_whole_numbers(self) -> Bounds:
        """The same whole numbers, written from one of them up to below another: `to: 0` is `below: 1`."""
        lower, upper = self.lower, self.upper
        if lower is not None:
            lower = _next_whole(lower, past=not self.lower_in)
        if upper is not None:
            upper = _next_whole(upper, past=self.upper_in)
        return Bounds(lower, True, upper, False)


def _next_whole(value: Decimal, *, past: bool) -> Decimal:
    """The least whole number from `value` on, or `past` it."""
    whole = value.to_integral_value("ROUND_CEILING")
    return whole + 1 if past and whole == value else whole


class Interval(Fact):
    """Khoảng giá trị: mỗi đầu ghi rõ có tính cả mốc hay không."""

    from_: Exact | None = Field(None, alias="from", description="từ mốc này trở lên (tính cả mốc)")
    above: Exact | None = Field(None, description="trên mốc này (không tính mốc)")
    to: Exact | None = Field(None, description="đến mốc này (tính cả mốc)")
    below: Exact | None = Field(None, description="dưới mốc này (không tính mốc)")

    @model_validator(mode="after")
    def _well_formed(self) -> Interval:
        if self.from_ is not None and self.above is not None:
            raise PydanticCustomError("td:TD546:lower", "two lower bounds")
        if self.to is not None and self.below is not None:
            raise PydanticCustomError("td:TD546:upper", "two upper bounds")
        bounds = self.bounds
        if bounds.lower is None and bounds.upper is None:
            raise PydanticCustomError("td:TD546:open", "no bound")
        if bounds.lower is not None and bounds.upper is not None and not _holds_any(bounds):
            context = {"low": format_number(bounds.lower), "high": format_number(bounds.upper)}
            raise PydanticCustomError("td:TD546:empty", "nothing lies inside", context)
        return self

    @property
    def bounds(self) -> Bounds:
        """The interval as two ends."""
        lower = self.above if self.from_ is None else self.from_
        upper = self.below if self.to is None else self.to
        return Bounds(lower, self.from_ is not None, upper, self.to is not None)


def _holds_any(bounds: Bounds) -> bool:
    if bounds.lower is None or bounds.upper is None or bounds.lower < bounds.upper:
        return True
    return bounds.lower == bounds.upper and bounds.lower_in and bounds.upper_in
