"""A workbook: which of its sheets is the table, and the records of that sheet."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.tables.package import Attributes, Package
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.sheet import SheetReader
from thidua_cli.tables.strings import read_shared
from thidua_cli.tables.styles import read_styles
from thidua_cli.tables.table import Origin
from thidua_cli.vietnamese.text import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.records import Record
    from thidua_cli.tables.styles import Shown

EPOCH = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)


class Sheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    visible: bool


class Workbook:
    """An opened workbook: its sheets in their order, and the records of any of them. Raises TableError."""

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = shown
        with ExitStack() as stack:
            self._package = stack.enter_context(Package(path, shown))
            parts = dict(self._package.related("").values())
            self._main = parts.get("officeDocument", "xl/workbook.xml")
            if not self._package.has(self._main):
                raise refused("TD502", "not_workbook", Span(shown))
            self.sheets, self._epoch = _sheets(self._package, self._main)
            self._opened = stack.pop_all()

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def records(
        self, sheet: Sheet, findings: FindingLog, formulas: set[tuple[int, int]] | None = None
    ) -> Iterator[Record]:
        """The records of a sheet; `formulas` gathers the cells (row, column) that compute their value."""
        origin = Origin(self.shown, sheet.name)
        reader = SheetReader(self._shared, self._styles, self._epoch, origin, findings, formulas)
        return reader.records(self._package, sheet.part)

    @cached_property
    def _related(self) -> dict[str, str]:
        return dict(self._package.related(self._main).values())

    @cached_property
    def _shared(self) -> list[str]:
        return read_shared(self._package, self._related.get("sharedStrings", ""))

    @cached_property
    def _styles(self) -> list[Shown]:
        return read_styles(self._package, self._related.get("styles", ""))


def workbook_records(
    path: Path, shown: str, wanted: str | None, findings: FindingLog
) -> tuple[Origin, Iterator[Record]]:
    """The chosen sheet and its records; the file stays open while they flow. Raises TableError, OSError."""
    with ExitStack() as stack:
        workbook = stack.enter_context(Workbook(path, shown))
        sheet = _choose(workbook.sheets, wanted, shown, findings)
        records = workbook.records(sheet, findings)
        opened = stack.pop_all()
    return Origin(shown, sheet.name), _flow(opened, records)


def _flow(opened: ExitStack, records: Iterator[Record]) -> Iterator[Record]:
    with opened:
        yield from records


def _sheets(package: Package, main: str) -> tuple[list[Sheet], date]:
    relations = package.related(main)
    sheets: list[Sheet] = []
    epoch = EPOCH

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal epoch
        if tag == "workbookPr" and attributes.get("date1904", "0") in {"1", "true"}:
            epoch = EPOCH_1904
        if tag != "sheet":
            return
        relation = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        kind, part = relations.get(relation, ("", ""))
        if kind == "worksheet" and package.has(part):
            visible = attributes.get("state", "visible") == "visible"
            sheets.append(Sheet(nfc(attributes.get("name", "")), part, visible))

    for _ in package.walk(main, start):
        pass
    if not sheets:
        raise refused("TD502", "damaged", Span(package.shown))
    return sheets, epoch


def _choose(sheets: list[Sheet], wanted: str | None, shown: str, findings: FindingLog) -> Sheet:
    names = ", ".join(sheet.name for sheet in sheets)
    if wanted is not None:
        for sheet in sheets:
            if fold(sheet.name) == fold(wanted):
                return sheet
        raise refused("TD511", "unknown", Span(shown), wanted=wanted, names=names)
    visible = [sheet for sheet in sheets if sheet.visible] or sheets
    if len(visible) > 1:
        used = {"used": visible[0].name, "names": ", ".join(sheet.name for sheet in visible[1:])}
        findings.add(Finding("TD511", Span(shown), used, "several", Severity.INFO))
    return visible[0]
