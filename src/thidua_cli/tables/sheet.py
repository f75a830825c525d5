"""The rows of one worksheet, streamed: every cell as the person who opens the workbook sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.source.characters import invisible_finding, invisible_in
from thidua_cli.source.folding import clean as without_invisible
from thidua_cli.tables.package import index
from thidua_cli.tables.records import MOST_COLUMNS, Record
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.strings import STRING_TAGS, Strings, clean
from thidua_cli.tables.styles import Shown, stored
from thidua_cli.tables.table import CellValue, Origin, column_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.package import Attributes, Package

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class SheetReader:
    """Turns the events of a worksheet into records."""

    def __init__(
        self,
        shared: list[str],
        styles: list[Shown],
        epoch: date,
        origin: Origin,
        findings: FindingLog,
        formulas: set[tuple[int, int]] | None = None,
    ) -> None:
        self.shared, self.styles, self.epoch = shared, styles, epoch
        self.origin, self.findings = origin, findings
        self.formulas = formulas
        self.done: list[Record] = []
        self.number = 0
        self.column = 0
        self.values: list[CellValue] = []
        self.strings = Strings()
        self.letters: dict[str, int] = {}
        self._open_cell({})

    def records(self, package: Package, part: str) -> Iterator[Record]:
        """The records of a part; raises TableError."""
        for _ in package.walk(part, self._start, self._end, self._text):
            yield from self.done
            self.done.clear()

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            self._open_cell(attributes)
        elif tag == "v":
            self.in_value = True
        elif tag in STRING_TAGS:
            self.strings.start(tag)
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            given = index(attributes.get("r", ""))
            self.number = self.number + 1 if given < 0 else given
            self.column = 0
            self.values = []

    def _open_cell(self, attributes: Attributes) -> None:
        self.attributes = attributes
        self.pieces: list[str] = []
        self.in_value = self.formula = False

    def _text(self, piece: str) -> None:
        if self.in_value:
            self.pieces.append(piece)
        else:
            self.strings.text(piece)

    def _end(self, tag: str) -> None:
        if tag == "c":
            self._close_cell()
        elif tag == "v":
            self.in_value = False
        elif tag in STRING_TAGS:
            self.strings.end(tag)
        elif tag == "row":
            self.done.append(Record(self.number, self.number, self.values))

    def _close_cell(self) -> None:
        column = self._column()
        self.column = column + 1
        kind = self.attributes.get("t", "n")
        raw = "".join(self.pieces)
        value = self._value(kind, raw)
        if isinstance(value, str) and (found := invisible_in(value)):
            self.findings.add(invisible_finding(found, self._place(column)))
            value = without_invisible(value).strip()
        if self.formula and self.formulas is not None:
            self.formulas.add((self.number, column))
        if kind == "e":
            self.findings.add(Finding("TD513", self._place(column), {"text": raw}))
        elif self.formula and not raw and kind == "n":
            self.findings.add(Finding("TD513", self._place(column), {}, "uncomputed"))
        if not value:
            return
        if column >= MOST_COLUMNS:
            raise refused("TD504", "columns", self._place(column), limit=str(MOST_COLUMNS))
        self.values.extend([""] * (column + 1 - len(self.values)))
        self.values[column] = value

    def _place(self, column: int) -> Span:
        return self.origin.span(self.number, column, self.number)

    def _column(self) -> int:
        found = _REFERENCE.fullmatch(self.attributes.get("r", ""))
        if not found:
            return self.column
        letters = found[1]
        if letters not in self.letters:
            self.letters[letters] = column_index(letters)
        return self.letters[letters]

    def _value(self, kind: str, raw: str) -> CellValue:
        if kind == "s":
            at = index(raw)
            return self.shared[at] if 0 <= at < len(self.shared) else ""
        if kind == "inlineStr":
            return self.strings.take()
        if kind == "b":
            return "TRUE" if raw == "1" else "FALSE"
        if kind != "n" or not raw:
            return clean(raw)
        style = index(self.attributes.get("s", "0"))
        shown = self.styles[style] if 0 <= style < len(self.styles) else Shown.NUMBER
        return stored(raw, shown, self.epoch)
