"""XML that strangers made, parsed without document type, entities or network, bounded in size and depth."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from thidua_cli.document.ooxml.names import STRICT

# Four thousand pages are half of this; memory is some ten times as much.
MOST_BYTES = 64 << 20
MOST_TAGS = 4_000_000
_DOCUMENT_TYPE = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))


class UntrustedXmlError(Exception):
    """The XML is too large, too deep, or damaged."""

    def __init__(self, kind: Literal["large", "deep", "damaged"]) -> None:
        super().__init__(kind)
        self.kind = kind


def parse_untrusted(data: bytes, *, bare: bool) -> etree._Element:
    """The root; `bare` leaves comments and instructions out. Raises UntrustedXmlError."""
    if len(data) > MOST_BYTES or data.count(b"<") > MOST_TAGS:
        raise UntrustedXmlError("large")
    if any(mark in data for mark in _DOCUMENT_TYPE):
        raise UntrustedXmlError("damaged")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=bare,
        remove_pis=bare,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UntrustedXmlError("deep" if "depth" in str(error).lower() else "damaged") from None
    except (ValueError, LookupError):
        raise UntrustedXmlError("damaged") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UntrustedXmlError("damaged")
    return root


def is_strict(root: etree._Element) -> bool:
    """Whether the root is of the Strict form."""
    return any(str(name).startswith(STRICT) for name in root.nsmap.values())
