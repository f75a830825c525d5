"""A workbook: which of its sheets is the table, and the records of that sheet."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span
from thidua_cli.tables.package import Attributes, Package
from thidua_cli.tables.refusal import refused
from thidua_cli.tables.sheet import SheetReader, read_shared
from thidua_cli.tables.styles import read_styles
from thidua_cli.tables.table import Origin
from thidua_cli.vietnamese.text import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua_cli.tables.collected import FindingLog
    from thidua_cli.tables.records import Record

EPOCH = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)


class Sheet(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    part: str
    visible: bool


def workbook_records(
    path: Path, shown: str, wanted: str | None, findings: FindingLog
) -> tuple[Origin, Iterator[Record]]:
    """The chosen sheet and its records; the file stays open while they flow. Raises TableError, OSError."""
    with ExitStack() as stack:
        package = stack.enter_context(Package(path, shown))
        parts = dict(package.related("").values())
        main = parts.get("officeDocument", "xl/workbook.xml")
        if not package.has(main):
            raise refused("TD502", "not_workbook", Span(shown))
        sheets, epoch = _sheets(package, main)
        sheet = _choose(sheets, wanted, shown, findings)
        origin = Origin(shown, sheet.name)
        related = dict(package.related(main).values())
        shared = read_shared(package, related.get("sharedStrings", ""))
        styles = read_styles(package, related.get("styles", ""))
        reader = SheetReader(shared, styles, epoch, origin, findings)
        opened = stack.pop_all()
    return origin, _flow(opened, reader, package, sheet.part)


def _flow(opened: ExitStack, reader: SheetReader, package: Package, part: str) -> Iterator[Record]:
    with opened:
        yield from reader.records(package, part)


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
