"""The Word package around the body: parts, properties, and bytes that depend on the content alone."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from lxml import etree

from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.elements import Element, node
from thidua_cli.document.docx.styles import FONT, LANGUAGE, style_sheet
from thidua_cli.law.registers.documents import documents

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships

    from thidua_cli.document.blocks import Document

KEPT = {
    REL.OFFICE_DOCUMENT,
    REL.CORE_PROPERTIES,
    REL.EXTENDED_PROPERTIES,
    REL.STYLES,
    REL.SETTINGS,
    REL.FONT_TABLE,
}
DECREE = "nd-30-2020"
PROPERTY_LENGTH = 255
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
APPLICATION = (
    f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>thidua</Application></Properties>"
).encode()
COMPATIBILITY = "http://schemas.microsoft.com/office/word"


def _settings() -> Element:
    mode = node("compatSetting", name="compatibilityMode", uri=COMPATIBILITY, val=15)
    return node(
        "settings",
        node("zoom", percent=100),
        node("defaultTabStop", val=720),
        node("characterSpacingControl", val="doNotCompress"),
        node("compat", mode),
        node("themeFontLang", val=LANGUAGE),
        node("decimalSymbol", val=","),
        node("listSeparator", val=";"),
    )


def _font_table() -> bytes:
    font = node("font", node("family", val="roman"), node("pitch", val="variable"), name=FONT)
    return etree.tostring(node("fonts", font), xml_declaration=True, encoding="UTF-8", standalone=True)


def _prune(relationships: Relationships) -> None:
    for key in [key for key, link in relationships.items() if link.reltype not in KEPT]:
        del relationships[key]


def _refill(target: Element, source: Element) -> None:
    for child in list(target):
        target.remove(child)
    target.extend(source)


def new_package(document: Document) -> WordDocument:
    """An empty Word document: nothing of the library's own template but the skeleton of parts."""
    word = docx.Document()
    _prune(word.part.rels)
    package = word.part.package
    if package is None:
        raise AssertionError("a document always belongs to a package")
    _prune(package.rels)
    _refill(word.styles.element, style_sheet(document.layout))
    _refill(word.settings.element, _settings())
    word.part.part_related_by(REL.FONT_TABLE)._blob = _font_table()
    package.part_related_by(REL.EXTENDED_PROPERTIES)._blob = APPLICATION
    _describe(word, document)
    return word


def _describe(word: WordDocument, document: Document) -> None:
    own = word.core_properties
    _refill(own._element, etree.Element("none"))
    # A document without a date bears the first day of the decree on its form.
    day = document.date or documents()[DECREE].since or date.min
    moment = datetime.combine(day, time(), UTC)
    own.title = one_line(document.title)[:PROPERTY_LENGTH]
    own.author = own.last_modified_by = one_line(document.author)[:PROPERTY_LENGTH]
    own.language = LANGUAGE
    own.created = own.modified = moment
    own.revision = 1


def packed(word: WordDocument) -> bytes:
    """The file, its parts in a fixed order with a fixed time."""
    first = io.BytesIO()
    word.save(first)
    final = io.BytesIO()
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(final, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name), compresslevel=6)
    return final.getvalue()
