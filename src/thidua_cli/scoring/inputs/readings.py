"""What a cell says to a criterion: an exact value, and a note where a person should look."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Severity
from thidua_cli.plan.criteria import Bands, Leaf, Occurrence, Proportional, YesNo
from thidua_cli.scoring.inputs.vocabulary import vocabulary
from thidua_cli.scoring.points.exact import ONE, ZERO
from thidua_cli.tables.table import FORMULA_ERRORS, CellValue, StoredNumber
from thidua_cli.vietnamese.numbers import NumberError, format_number, parse_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PERCENT = "%"
# Texts with one reading, straight to Decimal; all others go through parse_number, which is slower.
_PLAIN = re.compile(r"[0-9]{1,12}(?:[,.][0-9]{1,2})?").fullmatch
_GROUPED_ONCE = re.compile(r"[0-9]{1,3}\.[0-9]{3}").fullmatch
_HUNDRED, _TWO_HUNDRED = Decimal(100), Decimal(200)
# Against a figure of 10% a column that never passes 1 holds shares of one: 0,95 for 95%.
_NO_SHARE = Decimal(10)


class Reading(NamedTuple):
    """A cell as read. `value` None: nothing is computed from it. `note` is a key of NOTES, or empty."""

    value: Decimal | None
    note: str = ""


class Readings(NamedTuple):
    """The distinct cells of a column: the value of those that have one, the note of those that need one."""

    values: dict[CellValue, Decimal]
    notes: dict[CellValue, str]


class Note(NamedTuple):
    """The finding that a note becomes; `once`: at the first such cell of a column only."""

    code: str
    variant: str = ""
    severity: Severity = Severity.ERROR
    once: bool = False


NOTES: Mapping[str, Note] = {
    "missing": Note("TD530"),
    "not_number": Note("TD531"),
    "percent": Note("TD531", "percent"),
    "yes_no": Note("TD531", "yes_no"),
    "not_whole": Note("TD531", "whole"),
    "ambiguous": Note("TD532"),
    "mixed": Note("TD532", "mixed"),
    "negative_count": Note("TD533", "count"),
    "negative_down": Note("TD533", "down"),
    "negative": Note("TD533", "", Severity.WARNING),
    "over_100": Note("TD534", "", Severity.INFO, once=True),
    "over_200": Note("TD534", "far", Severity.WARNING),
    "share": Note("TD534", "share", Severity.WARNING, once=True),
    "hole": Note("TD535", "hole"),
    "overlap": Note("TD535", "overlap"),
    "foreign": Note("TD536", "", Severity.INFO, once=True),
}


def read_column(rule: Leaf, cells: Iterable[CellValue]) -> Readings:
    """Each distinct cell of a column, read once.

    A column with decimal points cannot also group thousands by points: 8.76 makes 19.663 doubtful.
    """
    distinct = dict.fromkeys(cells)
    measured = isinstance(rule, Proportional | Bands)
    read = _reader(rule)
    values: dict[CellValue, Decimal] = {}
    notes: dict[CellValue, str] = {}
    for cell in distinct:
        if measured and type(cell) is str and _PLAIN(cell):
            values[cell] = Decimal(cell.replace(",", "."))
            if "." in cell:
                notes[cell] = "foreign"
            continue
        value, note = read(cell)
        if value is not None:
            values[cell] = value
        if note:
            notes[cell] = note
    if "foreign" in notes.values():
        for cell in distinct:
            if isinstance(cell, str) and _GROUPED_ONCE(cell.rstrip(PERCENT)):
                values.pop(cell, None)
                notes[cell] = "mixed"
    if isinstance(rule, Proportional | Bands):
        _question(rule, values, notes)
    return Readings(values, notes)


def _reader(rule: Leaf) -> Callable[[CellValue], Reading]:
    if isinstance(rule, Proportional | Bands):
        percent = rule.unit == PERCENT
        return lambda cell: read_number(cell, percent)
    if isinstance(rule, YesNo):
        return read_yes_no
    if isinstance(rule, Occurrence) and rule.blank_is_zero:
        blank = vocabulary().blank
        return lambda cell: Reading(ZERO) if cell in blank else read_count(cell)
    return read_count


def _question(
    rule: Proportional | Bands, values: Mapping[CellValue, Decimal], notes: dict[CellValue, str]
) -> None:
    """Note values that are computed with, but are likely slips."""
    percent = rule.unit == PERCENT
    most = max(_stated(rule), default=ZERO)
    far = max(_TWO_HUNDRED, most)
    shares = percent and most >= _NO_SHARE and max(values.values(), default=ZERO) <= ONE
    for cell, value in values.items():
        if value < 0:
            notes[cell] = "negative"
        elif percent and value > far:
            notes[cell] = "over_200"
        elif percent and value > _HUNDRED:
            notes.setdefault(cell, "over_100")
        elif shares and value and not _says_percent(cell):
            notes[cell] = "share"


def _stated(rule: Proportional | Bands) -> list[Decimal]:
    if isinstance(rule, Proportional):
        return [rule.target]
    ends = [end for band in rule.bands for end in (band.bounds.lower, band.bounds.upper)]
    return [end for end in ends if end]


def _says_percent(cell: CellValue) -> bool:
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


def holds_data(cell: CellValue) -> bool:
    """Whether a cell says a number, or yes or no: what a signature or a note does not."""
    if not isinstance(cell, str) or _PLAIN(cell):
        return True
    value, note = read_number(cell, percent=True)
    return value is not None or note == "ambiguous" or read_yes_no(cell).value is not None


def both_readings(text: str) -> tuple[str, str]:
    """The two readings of a number that has two, printed: the decimal one first."""
    bare = text.removesuffix(PERCENT)
    return bare.replace(".", ","), format_number(Decimal(re.sub("[^0-9-]", "", bare)))
