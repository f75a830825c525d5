"""What a cell says: an exact value, and a note where a person should look."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.tables.table import FORMULA_ERRORS, CellValue, StoredNumber
from thidua_cli.vietnamese.dates import DateError, parse_date
from thidua_cli.vietnamese.numbers import NumberError, format_number, parse_number
from thidua_cli.vietnamese.text import fold

ONE, ZERO = Decimal(1), Decimal(0)
PERCENT = "%"
# Texts with one reading, straight to Decimal; all others go through parse_number, which is slower.
PLAIN = re.compile(r"[0-9]{1,12}(?:[,.][0-9]{1,2})?").fullmatch


class Reading(NamedTuple):
    """A cell as read. `value` None: nothing is computed from it. `note` is a key of notes.NOTES, or empty."""

    value: Decimal | None
    note: str = ""


def says_percent(cell: CellValue) -> bool:
    """Whether a cell is written as a percentage."""
    return cell.endswith(PERCENT) if isinstance(cell, str) else cell.percent


def read_number(cell: CellValue, percent: bool) -> Reading:
    """A number by the Vietnamese rules, or one that a workbook stores; with `percent`, 95% is 95."""
    if isinstance(cell, StoredNumber):
        return Reading(None, "percent") if cell.percent and not percent else Reading(cell.value)
    if cell in vocabulary().blank:
        return Reading(None, "missing")
    if cell in FORMULA_ERRORS:
        return Reading(None)
    if cell.endswith(PERCENT) and not percent:
        return Reading(None, "percent")
    try:
        number = parse_number(cell.removesuffix(PERCENT))
    except NumberError:
        return Reading(None, "not_number")
    if number.value is None:
        return Reading(None, "ambiguous")
    return Reading(number.value, "foreign" if number.foreign else "")


def read_count(cell: CellValue) -> Reading:
    """A number of times or of things: whole and not negative."""
    value, note = read_number(cell, percent=False)
    if value is None:
        return Reading(None, note)
    if value < 0:
        return Reading(None, "negative_count")
    if value % 1:
        return Reading(None, "not_whole")
    return Reading(value, note)


def read_yes_no(cell: CellValue) -> Reading:
    """1 for yes, 0 for no."""
    text = cell if isinstance(cell, str) else cell.text
    words = vocabulary()
    if text in words.blank:
        return Reading(None, "missing")
    answer = fold(text)
    if answer in words.yes:
        return Reading(ONE)
    if answer in words.no:
        return Reading(ZERO)
    return Reading(None, "" if text in FORMULA_ERRORS else "yes_no")


def read_date(cell: CellValue) -> Reading:
    """The ordinal of a whole date."""
    text = cell if isinstance(cell, str) else cell.text
    if text in vocabulary().blank:
        return Reading(None, "missing")
    if text in FORMULA_ERRORS:
        return Reading(None)
    try:
        day = parse_date(text).exact
    except DateError:
        day = None
    return Reading(None, "date") if day is None else Reading(Decimal(day.toordinal()))


def is_blank(cell: CellValue) -> bool:
    """Whether a cell says nothing: empty, a dash, dots."""
    return cell in vocabulary().blank


def says_not_assigned(cell: CellValue) -> bool:
    """Whether a cell says that the criterion was not assigned to the unit."""
    return isinstance(cell, str) and fold(cell) in vocabulary().not_assigned


def holds_data(cell: CellValue) -> bool:
    """Whether a cell says a number, or yes or no: what a signature or a note does not."""
    if not isinstance(cell, str) or PLAIN(cell):
        return True
    value, note = read_number(cell, percent=True)
    return value is not None or note == "ambiguous" or read_yes_no(cell).value is not None


def both_readings(text: str) -> tuple[str, str]:
    """The two readings of a number that has two, printed: the decimal one first."""
    bare = text.removesuffix(PERCENT)
    return format_number(Decimal(bare.replace(",", "."))), format_number(Decimal(re.sub("[^0-9-]", "", bare)))
