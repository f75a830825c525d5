"""Values as people write them: text in the file, exact values in the plan.

Every parser of `vietnamese/` keeps the text as written; a value that cannot be read becomes an error of
type `td:<code>:<reason>`, which `plan/shape.py` turns into a finding at the value's place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError, core_schema

from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.amounts import Amount, Growth, parse_amount, parse_growth
from thidua_cli.vietnamese.dates import PartialDate, parse_date
from thidua_cli.vietnamese.hours import Hour, parse_hour
from thidua_cli.vietnamese.moments import Moment, parse_moment, parse_moment_before
from thidua_cli.vietnamese.periods import Period, parse_period
from thidua_cli.vietnamese.text import nfc
from thidua_cli.vietnamese.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGE_VERSION = "1"
IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_IDENTIFIER = 64
Read = TypeVar("Read")


class Fact(BaseModel):
    """Base of every model of the plan language: frozen, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class ReadBy:
    """The annotation of a value that one function reads and checks, with what its JSON Schema says.

    Unlike a `PlainValidator`, it has pydantic build no schema of the type that the function returns.
    """

    def __init__(self, read: Callable[[Any], Any], json_schema: Mapping[str, Any]) -> None:
        self._read = read
        self.json_schema = dict(json_schema)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """The function alone: what it returns is checked no further."""
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """The schema as stated."""
        return self.json_schema.copy()


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, dict | list) or value is None:
        raise PydanticCustomError("string_type", "a text was expected")
    return str(value)


def reader(parse: Callable[[str], Read], code: str) -> Callable[[Any], Read]:
    """Wrap a parser of `vietnamese/` as a validator whose errors carry `code` and the user's text."""

    def read(value: Any) -> Read:
        text = nfc(_scalar(value)).strip()
        try:
            return parse(text)
        except UnreadableError as error:
            context = {"text": text, "suggestion": error.suggestion, **error.details}
            raise PydanticCustomError(f"td:{code}:{error.reason}", "unreadable value", context) from None

    return read


def _text(value: Any) -> str:
    text = nfc(_scalar(value)).strip()
    if not text:
        raise PydanticCustomError("string_too_short", "a text was expected")
    return text


def _cell(value: Any) -> str:
    return "" if value is None else nfc(_scalar(value)).strip()


def _identifier(value: Any) -> str:
    text = nfc(_scalar(value)).strip()
    if not IDENTIFIER.fullmatch(text):
        raise PydanticCustomError("td:TD124", "not an identifier", {"text": excerpt(text)})
    if len(text) > LONGEST_IDENTIFIER:
        found = {"text": excerpt(text), "length": str(len(text)), "most": str(LONGEST_IDENTIFIER)}
        raise PydanticCustomError("td:TD124:long", "too long for an identifier", found)
    return text


def _version(value: Any) -> str:
    if str(value) != LANGUAGE_VERSION:
        context = {"text": str(value), "known": LANGUAGE_VERSION}
        raise PydanticCustomError("td:TD126", "unknown version", context)
    return LANGUAGE_VERSION


def _count(value: Any) -> int:
    text = nfc(_scalar(value)).strip()
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise PydanticCustomError("td:TD125", "not a count", {"text": text})
    return int(text)


def _described(description: str, *examples: str) -> Mapping[str, Any]:
    return {"type": ["string", "number"], "description": description, "examples": list(examples)}


Text = Annotated[str, ReadBy(_text, {"type": ["string", "number"]})]
# A cell of a table, which may be empty.
CellText = Annotated[str, ReadBy(_cell, {"type": ["string", "number", "null"]})]
Identifier = Annotated[
    str,
    ReadBy(
        _identifier,
        {
            "type": "string",
            "pattern": f"^{IDENTIFIER.pattern}$",
            "maxLength": LONGEST_IDENTIFIER,
            "description": "mã: chữ thường không dấu, số, gạch nối",
        },
    ),
]
CountValue = Annotated[int, ReadBy(_count, {"type": ["integer", "string"], "pattern": "^[0-9]{1,9}$"})]
Version = Annotated[str, ReadBy(_version, {"const": 1})]
AmountValue = Annotated[
    Amount,
    ReadBy(
        reader(parse_amount, "TD120"),
        _described(
            "mức phấn đấu, viết như trong văn bản",
            *("90%", "từ 15 đến 20%", "ít nhất 80%", "19.663 tỷ đồng", "đạt"),
        ),
    ),
]
GrowthValue = Annotated[
    Growth,
    ReadBy(
        reader(parse_growth, "TD120"),
        _described("mức tăng, giảm so với kỳ gốc", "tăng 8,76%", "giảm 31,2%"),
    ),
]
DateValue = Annotated[
    PartialDate,
    ReadBy(
        reader(parse_date, "TD121"),
        _described("ngày, hoặc tháng còn để trống ngày", "2022-03-09", "09/3/2022", "tháng 3/2022"),
    ),
]
HourValue = Annotated[
    Hour,
    ReadBy(
        reader(parse_hour, "TD131"),
        _described("giờ và ngày", "2026-01-15 08:30", "08 giờ 30 phút, ngày 15/01/2026"),
    ),
]
_MOMENT = _described(
    "thời điểm", *("2022-06-30", "đầu năm", "hết năm", "tháng 6/2022", "ngày 25 tháng cuối quý")
)
MomentValue = Annotated[Moment, ReadBy(reader(parse_moment, "TD122"), _MOMENT)]
MomentBefore = Annotated[Moment, ReadBy(reader(parse_moment_before, "TD122"), _MOMENT)]
PeriodValue = Annotated[
    Period,
    ReadBy(
        reader(parse_period, "TD123"),
        _described("kỳ thi đua", "2022", "01/01/2022 - 31/12/2022", "năm học 2024-2025"),
    ),
]
