"""Values of a plan as text."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from thidua_cli.plan.proportion import Proportion
from thidua_cli.vietnamese.amounts import Amount, Growth
from thidua_cli.vietnamese.dates import PartialDate
from thidua_cli.vietnamese.hours import Hour
from thidua_cli.vietnamese.moments import Moment
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.periods import Period
from thidua_cli.vietnamese.printed_dates import format_short

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def shown(value: Any) -> str:
    """A value in print: as written, dates in figures the Vietnamese way, a list with commas.

    Raises TypeError for what has no text of its own: a fact, a table, lists in lists.
    """
    if isinstance(value, list | tuple):
        return ", ".join(_single(item) for item in value)
    return _single(value)


def _single(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Moment):
        found = ISO_DATE.fullmatch(value.text.strip())
        return format_short(date(*map(int, found.groups()))) if found else value.text
    if isinstance(value, date | PartialDate):
        return format_short(value)
    if isinstance(value, Amount | Growth | Period | Proportion):
        return value.text
    if isinstance(value, Hour):
        return value.printed
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, int | float):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no text")
