"""The parts that every Word file of ours has: styles, settings, fonts, and what the file says of itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.document.characters import one_line
from thidua_cli.document.docx.package import CORE_PROPERTIES, MAIN, Package, root
from thidua_cli.document.docx.styles import FONT, LANGUAGE, style_sheet
from thidua_cli.document.ooxml.elements import Element, node, part_root, serialised
from thidua_cli.document.ooxml.names import COMPATIBILITY
from thidua_cli.law.registers.documents import documents

if TYPE_CHECKING:
    from thidua_cli.document.blocks import Document
    from thidua_cli.document.layout import Layout

DECREE = "nd-30-2020"
PROPERTY_LENGTH = 255
APPLICATION = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
APPLICATION_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
NAMES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def new_package(document: Document) -> Package:
    """A Word file with everything but its body and headers."""
    package = Package()
    package.relate("", "officeDocument", MAIN)
    package.relate("", CORE_PROPERTIES, "docProps/core.xml")
    package.relate("", "extended-properties", "docProps/app.xml")
    package.put("docProps/core.xml", serialised(described(document)), CORE_TYPE)
    package.put("docProps/app.xml", serialised(_application()), APPLICATION_TYPE)
    package.put_word("styles", _styles(document.layout))
    package.put_word("settings", serialised(_settings()))
    package.put_word("fontTable", serialised(_font_table()))
    return package


@cache
def _styles(layout: Layout) -> bytes:
    return serialised(style_sheet(layout))


def _settings() -> Element:
    mode = node("compatSetting", name="compatibilityMode", uri=COMPATIBILITY, val=15)
    return part_root(
        "settings",
        node("zoom", percent=100),
        node("defaultTabStop", val=720),
        node("characterSpacingControl", val="doNotCompress"),
        node("compat", mode),
        node("themeFontLang", val=LANGUAGE),
        node("decimalSymbol", val=","),
        node("listSeparator", val=";"),
    )


def _font_table() -> Element:
    font = node("font", node("family", val="roman"), node("pitch", val="variable"), name=FONT)
    return part_root("fonts", font)


def _application() -> Element:
    made = root(APPLICATION, "Properties")
    etree.SubElement(made, f"{{{APPLICATION}}}Application").text = "thidua"
    return made


def described(document: Document) -> Element:
    """Title, author, language and dates; a document without a date bears the first day of the decree."""
    day = document.date or documents()[DECREE].since or date.min
    moment = f"{datetime.combine(day, time(), UTC):%Y-%m-%dT%H:%M:%SZ}"
    title, author = (one_line(text)[:PROPERTY_LENGTH] for text in (document.title, document.author))
    made = etree.Element(f"{{{NAMES['cp']}}}coreProperties", None, NAMES)
    for prefix, name, text in (
        ("dc", "title", title),
        ("dc", "creator", author),
        ("dc", "language", LANGUAGE),
        ("cp", "lastModifiedBy", author),
        ("cp", "revision", "1"),
        ("dcterms", "created", moment),
        ("dcterms", "modified", moment),
    ):
        child = etree.SubElement(made, f"{{{NAMES[prefix]}}}{name}")
        child.text = text
        if prefix == "dcterms":
            child.set(f"{{{NAMES['xsi']}}}type", "dcterms:W3CDTF")
    return made
