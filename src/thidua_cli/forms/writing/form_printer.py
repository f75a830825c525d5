"""Many forms that differ only in names: the first of a kind is written, the others are printed from it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from thidua_cli.forms.formulas.language import plain
from thidua_cli.forms.writing.cell_writer import FORMULA_MARKS
from thidua_cli.forms.writing.head import one_line
from thidua_cli.forms.writing.writer import write_form
from thidua_cli.source.zip_packing import Entry, packed

if TYPE_CHECKING:
    from collections.abc import Hashable

    from thidua_cli.forms.blueprint import Blueprint
    from thidua_cli.forms.units import FormUnit

STRINGS = "xl/sharedStrings.xml"
# Stand for a name and a cluster; no person writes them, and every character is one of XML.
NAME, CLUSTER = "\ue000\ue001", "\ue000\ue002"


@dataclass(frozen=True, slots=True)
class Plate:
    """The parts of a form, with NAME and CLUSTER among its texts."""

    entries: tuple[Entry, ...]

    def says(self, unit: FormUnit) -> bool:
        """Whether a name is also a text of the form itself, which a workbook keeps once."""
        texts = next(entry.content for entry in self.entries if entry.name == STRINGS)
        names = [f"<t>{escape(name)}</t>".encode() for name in (unit.name, unit.cluster) if name]
        return names[:1] == names[1:] or any(name in texts for name in names)

    def printed(self, unit: FormUnit) -> bytes:
        """The form of a unit."""
        name, cluster = (escape(text).encode() for text in (unit.name, unit.cluster))
        return packed(
            entry._replace(
                content=entry.content.replace(NAME.encode(), name).replace(CLUSTER.encode(), cluster)
            )
            if entry.name == STRINGS
            else entry
            for entry in self.entries
        )


class FormPress:
    """Writes the forms of one blueprint, byte by byte as `write_form` does."""

    def __init__(self, form: Blueprint) -> None:
        self._form = form
        self._plates: dict[Hashable, Plate | None] = {}

    def form(self, unit: FormUnit) -> bytes:
        """The form of a unit."""
        if not (self._simple(unit.name) and self._simple(unit.cluster)):
            return write_form(self._form, unit)
        kind = (not unit.name, not unit.cluster, unit.type, tuple(sorted(unit.targets.items())))
        if kind not in self._plates:  # it may be the only one of its kind
            self._plates[kind] = None
            return write_form(self._form, unit)
        plate = self._plates[kind]
        if plate is None:
            plate = self._plates[kind] = self._plate(unit)
        return write_form(self._form, unit) if plate.says(unit) else plate.printed(unit)

    def _simple(self, name: str) -> bool:
        """Whether a name takes one line, and stands in the file as it is."""
        own = name.isprintable() and name == plain(name).strip() and "_x" not in name
        return own and name[:1] not in FORMULA_MARKS and one_line(self._form, name)

    def _plate(self, unit: FormUnit) -> Plate:
        named = unit._replace(name=unit.name and NAME, cluster=unit.cluster and CLUSTER)
        with zipfile.ZipFile(BytesIO(write_form(self._form, named))) as package:
            return Plate(tuple(_entry(package, each) for each in package.infolist()))


def _entry(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    content = package.read(info)
    return Entry(info.filename, content, info.date_time, info.external_attr, info.create_system)
