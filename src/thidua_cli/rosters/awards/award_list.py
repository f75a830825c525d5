"""A list of awards read line by line: who, of which unit, which award, by a decision of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.law.bonuses.payments import Award
from thidua_cli.law.registers.titles import Title, names_no_whole_award, names_only, title_of, titles
from thidua_cli.rosters.awards.headings import (
    AWARD,
    DAY,
    HOLDER,
    NAME,
    NUMBER,
    POSITION,
    UNIT,
    holder_of,
    match_headings,
)
from thidua_cli.rosters.awards.remarks import Remark, Remarks
from thidua_cli.rosters.awards.sections import Section, Sections
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.tables.collected import FindingLog
from thidua_cli.vietnamese.dates import DateError, parse_date
from thidua_cli.vietnamese.dates_in_prose import find_dates
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.tables.table import Cell, Row, Table

_RATING, _PLAIN_LETTER = "xep-loai", "GK"
_RESEMBLES = 0.85
# What is wrong with a day that no calendar has: 31/11, 10/13.
_NO_SUCH_DAY = frozenset({"impossible", "short_month"})


class Line(NamedTuple):
    """A line as the list writes it, each cell empty where there is none; `award` None: not understood."""

    number: str
    name: str
    position: str
    unit: str
    said: str
    award: Award | None
    place: Span
    row: int


class AwardList(NamedTuple):
    """The sections and lines in their order; the headings of the columns, by meaning; the remarks."""

    entries: tuple[Section | Line, ...]
    headings: Mapping[str, str]
    remarks: list[Remark]

    @property
    def lines(self) -> list[Line]:
        """The lines without the sections."""
        return [entry for entry in self.entries if isinstance(entry, Line)]


class _Given(NamedTuple):
    """One row with its place and what it says of each meaning."""

    row: Row
    columns: Mapping[str, int]

    def cell(self, meaning: str) -> Cell | None:
        """The cell of a meaning; None where the list has no such column, or it is blank."""
        column = self.columns.get(meaning)
        cell = None if column is None else self.row.cell(column)
        return cell if cell is not None and cell.text not in vocabulary().blank else None

    def text(self, meaning: str) -> str:
        """What the cell of a meaning says; empty where nothing."""
        cell = self.cell(meaning)
        return cell.text if cell else ""

    @property
    def name(self) -> Cell:
        """The cell of the name, blank or not."""
        return self.row.cell(self.columns[NAME])


def read_awards(table: Table, decided: date | None) -> tuple[AwardList | None, list[Finding]]:
    """The awards of a list in its order; None where no column tells who is awarded, or no line is understood.

    `decided` is the day of the decision where the list has none. The findings are on the list as a whole;
    where it is read, those on its lines are its remarks.
    """
    log = FindingLog()
    header = match_headings(table, log)
    if header is None:
        return None, log.close()
    if DAY not in header and decided is None:
        log.add(Finding("TD362", table.header[0].span, {}, "list"))
        return None, log.close()
    remarks = Remarks()
    columns = {meaning: cell.column for meaning, cell in header.items()}
    entries = tuple(_entries(table, columns, decided, remarks))
    read = AwardList(entries, {meaning: cell.text for meaning, cell in header.items()}, remarks.close())
    if not any(line.award for line in read.lines):
        told = [remark.finding for remark in read.remarks]
        return None, [*log.close(), *told, Finding("TD367", table.header[0].span, {}, "empty")]
    return read, log.close()


def _entries(
    table: Table, columns: Mapping[str, int], decided: date | None, remarks: Remarks
) -> Iterator[Section | Line]:
    """Every section, and every line that should be an award."""
    above = Sections()
    numbers = [*(_Given(row, columns).text(NUMBER) for row in table.rows[1:]), ""]
    for row, following in zip(table.rows, numbers, strict=True):
        given = _Given(row, columns)
        said = [cell.text for cell in row.cells() if cell.text]
        untold = given.cell(AWARD) is None
        if untold and _foot(said):
            break
        if untold and _sum(said):
            continue
        section = above.enter(said, following) if untold else None
        if section is None:
            above.pass_line(given.text(NUMBER))
        yield section or _line(given, above, decided, remarks)


def _sum(said: list[str]) -> bool:
    """`Tổng cộng: 12 người`."""
    return any(heading_key(text.partition(":")[0]) in vocabulary().total_rows for text in said)


def _foot(said: list[str]) -> bool:
    words = vocabulary()
    keys = list(map(heading_key, said))
    return any(f"{key}-".startswith(words.foot_lines) or words.foot_date.search(key) for key in keys[:2])


def _line(given: _Given, above: Sections, decided: date | None, remarks: Remarks) -> Line:
    name, row = given.name, given.row.number
    award: Award | None = None
    said = given.text(AWARD)
    if not name.text:
        remarks.add(Finding("TD361", name.span, {"row": str(row)}), row)
    else:
        holder = _holder(given, above, remarks)
        title = _title(given, above, holder, remarks)
        day = _day(given, decided, remarks)
        if title and day and _fits(given, title, holder, remarks):
            own = title.holder or holder
            award = Award(name.text, given.text(UNIT), title.id, own, day, given.text(POSITION))
            said = said or title.name_on(day)
    number, position, unit = map(given.text, (NUMBER, POSITION, UNIT))
    return Line(number, name.text, position, unit, said or above.title, award, name.span, row)


def _fits(given: _Given, title: Title, holder: str | None, remarks: Remarks) -> bool:
    """Whether a title goes to such a holder; a word on what the list leaves open about both."""
    name, row = given.name, given.row.number
    values = {"name": name.text, "award": title.name}
    if title.holder and holder and title.holder != holder:
        remarks.add(Finding("TD364", name.span, values, f"only-{title.holder}"), row)
        return False
    if title.holder is None and holder is None:
        remarks.add(Finding("TD364", name.span, values, "", Severity.WARNING), row, title.id)
    if title.id == _PLAIN_LETTER and names_only(given.text(AWARD) or title.name, titles()[_PLAIN_LETTER]):
        remarks.add(Finding("TD368", name.span, values), row, title.id)
    return True


def _holder(given: _Given, above: Sections, remarks: Remarks) -> str | None:
    cell = given.cell(HOLDER)
    if cell is None:
        return above.holder
    holder = holder_of(cell.text)
    if holder is None:
        remarks.add(Finding("TD364", cell.span, {"text": cell.text}, "text"), given.row.number, cell.text)
    return holder


def _title(given: _Given, above: Sections, holder: str | None, remarks: Remarks) -> Title | None:
    cell = given.cell(AWARD)
    text = cell.text if cell else above.title
    place = cell.span if cell else given.name.span
    values = {"name": given.name.text, "text": text}
    if not text:
        remarks.add(Finding("TD360", place, values, "missing"), given.row.number)
        return None
    title = title_of(text, holder)
    if title is None:
        names = [name for one in titles().values() for name in (one.name, *one.spellings)]
        values["near"] = "”, “".join(nearest(text, names, _RESEMBLES))
        variant = "whose" if names_no_whole_award(text) else "near" if values["near"] else ""
        remarks.add(Finding("TD360", place, values, variant), given.row.number, text)
    elif title.kind == _RATING:
        remarks.add(Finding("TD360", place, values, "rating"), given.row.number, text)
        return None
    return title


def _day(given: _Given, decided: date | None, remarks: Remarks) -> date | None:
    cell, row = given.cell(DAY), given.row.number
    if cell is None:
        if decided is None:
            remarks.add(Finding("TD362", given.name.span, {"name": given.name.text}), row)
        return decided
    day, reason = _read_day(cell.text)
    if day is None:
        variant = "no-such-day" if reason in _NO_SUCH_DAY else "text"
        values = {"name": given.name.text, "text": cell.text}
        remarks.add(Finding("TD362", cell.span, values, variant), row, cell.text)
    return day


def _read_day(text: str) -> tuple[date | None, str]:
    """The day that a text names, or why it names none."""
    found = find_dates(text)
    try:
        return parse_date(text).exact, ""
    except DateError as error:
        # `Quyết định số 12/QĐ-UBND ngày 05/01/2024` names one day.
        days = [one.value.exact for one in found if one.value]
        if len(found) == 1 and days:
            return days[0], ""
        return None, found[0].reason if len(found) == 1 else error.reason
