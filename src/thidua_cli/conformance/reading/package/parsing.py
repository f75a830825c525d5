"""XML parts parsed without trust, their Strict names as the usual ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from thidua_cli.conformance.reading.package.refusal import PartError
from thidua_cli.document.ooxml.names import STRICT
from thidua_cli.document.untrusted_xml import UntrustedXmlError, is_strict, parse_untrusted

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_MAIN_FOLDERS = ("wordprocessingml", "drawingml", "spreadsheetml", "presentationml")
_YEAR = "2006/"


def parse(data: bytes) -> Element:
    """The root of a part; strict namespaces become transitional ones. Raises PartError."""
    try:
        root = parse_untrusted(data, bare=True)
        if is_strict(root):
            root = parse_untrusted(_transitional(etree.tostring(root, encoding="utf-8")), bare=True)
    except UntrustedXmlError as error:
        raise PartError(error.kind) from None
    return root


def transitional(uri: str) -> str:
    """A strict name (of a namespace, or of a kind of relation) in its transitional form."""
    if not uri.startswith(STRICT):
        return uri
    folder, _, rest = uri.removeprefix(STRICT).partition("/")
    return f"{_TRANSITIONAL}{folder}/{_YEAR}{rest}"


def _transitional(data: bytes) -> bytes:
    for folder in (*_MAIN_FOLDERS, "officeDocument"):
        old, new = f"{STRICT}{folder}/", f"{_TRANSITIONAL}{folder}/{_YEAR}"
        data = data.replace(old.encode(), new.encode())
    return data
