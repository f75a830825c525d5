"""A list of awards read line by line: who, of which unit, which award, by a decision of which day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.law.bonuses.payments import Award
from thidua_cli.law.registers.titles import Title, title_of, titles
from thidua_cli.rosters.awards.headings import AWARD, DAY, HOLDER, NAME, UNIT, holder_of, match_headings
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
_NUMBERING = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|[0-9]+(?:\.[0-9]+)*)(?:\s*[.)/:–-]\s*|\s+|$)|^[-+]\s*")
_RESEMBLES = 0.6


class AwardLine(NamedTuple):
    """An award, and the cell that names who gets it."""

    award: Award
    place: Span


class AwardList(NamedTuple):
    """The lines understood, in their order, and how many others there are."""

    lines: list[AwardLine]
    left_out: int


class _Above(NamedTuple):
    """What the lines above tell of those below them: `A. TẬP THỂ`, `I. Danh hiệu Lao động tiên tiến`."""

    title: str = ""
    holder: str | None = None


class _Line(NamedTuple):
    """One row with its place and what it says of each meaning."""

    row: Row
    columns: Mapping[str, int]

    def cell(self, meaning: str) -> Cell | None:
        """The cell of a meaning; None where the list has no such column, or it is blank."""
        column = self.columns.get(meaning)
        cell = None if column is None else self.row.cell(column)
        return cell if cell is not None and cell.text not in vocabulary().blank else None

    @property
    def name(self) -> Cell:
        """The cell of the name, blank or not."""
        return self.row.cell(self.columns[NAME])


def read_awards(table: Table, decided: date | None) -> tuple[AwardList | None, list[Finding]]:
    """The awards of a list in its order; None where no column tells who is awarded.

    `decided` is the day of the decision where the list has none. A line that is not understood is a finding
    and no award.
    """
    findings = FindingLog()
    columns = match_headings(table, findings)
    if columns is None:
        return None, findings.close()
    if DAY not in columns and decided is None:
        findings.add(Finding("TD362", table.header[0].span, {}, "list"))
        return None, findings.close()
    lines = list(_lines(table, columns, decided, findings))
    found = [line for line in lines if line]
    if not found:
        findings.add(Finding("TD367", table.header[0].span, {}, "empty"))
        return None, findings.close()
    return AwardList(found, len(lines) - len(found)), findings.close()


def _lines(
    table: Table, columns: Mapping[str, int], decided: date | None, findings: FindingLog
) -> Iterator[AwardLine | None]:
    """Every line that should be an award; None for one that is not understood."""
    above = _Above()
    for row in table.rows:
        line = _Line(row, columns)
        said = [cell.text for cell in row.cells() if cell.text]
        untold = line.cell(AWARD) is None
        if untold and _foot(said):
            break
        if untold and _sum(said):
            continue
        if untold and (heads := _heading(said, above)) is not None:
            above = heads
        else:
            award = _award(line, above, decided, findings)
            yield AwardLine(award, line.name.span) if award else None


def _sum(said: list[str]) -> bool:
    """`Tổng cộng: 12 người`."""
    return any(heading_key(text.partition(":")[0]) in vocabulary().total_rows for text in said)


def _foot(said: list[str]) -> bool:
    words = vocabulary()
    keys = list(map(heading_key, said))
    return any(f"{key}-".startswith(words.foot_lines) or words.foot_date.search(key) for key in keys[:2])


def _heading(said: list[str], above: _Above) -> _Above | None:
    """What a row says of the rows below it, if that is all it says."""
    text = _NUMBERING.sub("", " ".join(said)).strip(" :.")
    if len(said) > 2 or (len(said) == 2 and _NUMBERING.sub("", said[0])):
        return None
    if holder := holder_of(text):
        return _Above(above.title, holder)
    title = title_of(text, above.holder)
    return _Above(text, above.holder) if title and len(text) > len(title.abbreviation) else None


def _award(line: _Line, above: _Above, decided: date | None, findings: FindingLog) -> Award | None:
    name, unit = line.name, line.cell(UNIT)
    if not name.text:
        findings.add(Finding("TD361", name.span, {"row": str(line.row.number)}))
        return None
    holder = _holder(line, above, findings)
    title = _title(line, above, holder, findings)
    day = _day(line, decided, findings)
    if title is None or day is None:
        return None
    if title.holder and holder and title.holder != holder:
        found = {"name": name.text, "award": title.name}
        findings.add(Finding("TD364", name.span, found, f"only-{title.holder}"))
        return None
    if title.holder is None and holder is None:
        findings.add(
            Finding("TD364", name.span, {"name": name.text, "award": title.name}, "", Severity.WARNING)
        )
    if title.id == _PLAIN_LETTER:
        _once(Finding("TD368", name.span, {"name": name.text}), findings)
    return Award(name.text, unit.text if unit else "", title.id, title.holder or holder, day)


def _once(finding: Finding, findings: FindingLog) -> None:
    if not findings.met[finding.code, finding.variant]:
        findings.add(finding)


def _holder(line: _Line, above: _Above, findings: FindingLog) -> str | None:
    cell = line.cell(HOLDER)
    if cell is None:
        return above.holder
    holder = holder_of(cell.text)
    if holder is None:
        findings.add(Finding("TD364", cell.span, {"text": cell.text}, "text"))
    return holder


def _title(line: _Line, above: _Above, holder: str | None, findings: FindingLog) -> Title | None:
    cell = line.cell(AWARD)
    text = cell.text if cell else above.title
    place = cell.span if cell else line.name.span
    values = {"name": line.name.text, "text": text}
    if not text:
        findings.add(Finding("TD360", place, values, "missing"))
        return None
    title = title_of(text, holder)
    if title is None:
        near = nearest(
            text, [name for one in titles().values() for name in (one.name, *one.spellings)], _RESEMBLES
        )
        values["near"] = "”, “".join(near)
        findings.add(Finding("TD360", place, values, "near" if near else ""))
    elif title.kind == _RATING:
        findings.add(Finding("TD360", place, values, "rating"))
        return None
    return title


def _day(line: _Line, decided: date | None, findings: FindingLog) -> date | None:
    cell = line.cell(DAY)
    if cell is None:
        if decided is None:
            findings.add(Finding("TD362", line.name.span, {"name": line.name.text}))
        return decided
    days = [found.value.exact for found in find_dates(cell.text) if found.value]
    try:
        day = parse_date(cell.text).exact
    except DateError:
        # `Quyết định số 12/QĐ-UBND ngày 05/01/2024` names one day.
        day = days[0] if len(days) == 1 else None
    if day is None:
        findings.add(Finding("TD362", cell.span, {"name": line.name.text, "text": cell.text}, "text"))
    return day
