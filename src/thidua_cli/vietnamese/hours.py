"""Hours of a day, as minutes and invitations state them: `08 giờ 30 phút, ngày 15 tháng 01 năm 2026`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.dates import DateError, parse_date
from thidua_cli.vietnamese.printed_dates import format_long
from thidua_cli.vietnamese.text import squeeze
from thidua_cli.vietnamese.unreadable import UnreadableError

if TYPE_CHECKING:
    from datetime import date

_LONGEST = 100
_HOUR = re.compile(
    r"(?:lúc |hồi |vào )?(?P<hour>[0-9]{1,2}) ?(?:giờ|h|:)"
    r"(?: ?(?P<minute>[0-9]{1,2}))?(?: ?(?:phút|'))?(?![0-9:])",
    re.IGNORECASE,
)
_BETWEEN = " ,;Tt"


class HourError(UnreadableError):
    """Not an hour of a day. `reason`: malformed, no_hour, no_day, impossible (25 giờ)."""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of a day; equal when read alike, ordered by time."""

    text: str = field(compare=False)
    day: date
    hour: int
    minute: int

    @property
    def printed(self) -> str:
        """The hour and the day as minutes state them (NĐ 30/2020, Phụ lục III, Mẫu 1.9)."""
        return f"{self.hour:02d} giờ {self.minute:02d} phút, {format_long(self.day)}"

    def __lt__(self, other: Hour) -> bool:
        return (self.day, self.hour, self.minute) < (other.day, other.hour, other.minute)


def parse_hour(text: str) -> Hour:
    """Read an hour and its day, in either order; raises HourError.

    Accepts `2026-01-15 08:30`, `08 giờ 30 phút, ngày 15 tháng 01 năm 2026`, `ngày 15/01/2026 lúc 8h30`.
    """
    clean = squeeze(text[: _LONGEST + 1])
    found = _HOUR.search(clean)
    if found is None or len(clean) > _LONGEST:
        raise HourError("no_hour", text)
    before, after = clean[: found.start()].strip(_BETWEEN), clean[found.end() :].strip(_BETWEEN)
    if before and after:
        raise HourError("malformed", text)
    try:
        day = parse_date(before or after).exact
    except DateError:
        day = None
    if day is None:
        raise HourError("no_day", text)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        raise HourError("impossible", text)
    return Hour(text, day, hour, minute)
