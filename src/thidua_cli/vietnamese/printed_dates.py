"""Dates in print, as NĐ 30/2020 pads them. Apart from reading them, which takes longer to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.vietnamese.dates import PartialDate

_BLANK = " " * 4
_PADDED_MONTHS = (1, 2)


def format_long(when: date | PartialDate) -> str:
    """Print a date as NĐ 30/2020 PL I II.4: days below 10 and months 1, 2 padded, a missing part blank."""
    day, month = _padded(when)
    return f"ngày {day or _BLANK} tháng {month or _BLANK} năm {when.year}"


def format_short(when: date | PartialDate) -> str:
    """Print a date in figures, padded by the same rule: `09/3/2022`; what is not given is left out."""
    return "/".join(part for part in (*_padded(when), f"{when.year:04d}") if part)


def _padded(when: date | PartialDate) -> tuple[str, str]:
    day = f"{when.day:02d}" if when.day else ""
    if not when.month:
        return day, ""
    return day, f"{when.month:02d}" if when.month in _PADDED_MONTHS else str(when.month)
