"""Elements of WordprocessingML: made, named, taken out, and a part of them as bytes."""

from __future__ import annotations

from lxml import etree

from thidua_cli.document.ooxml.names import URIS, XML, W

Element = etree._Element

_PREFIX = {"w": URIS["w"]}
# Readers of Word files expect both prefixes at the root of a part.
_PREFIXES = {prefix: URIS[prefix] for prefix in ("w", "r")}


def node(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the `w` namespace with attributes of the same namespace."""
    made = etree.Element(W + tag, None, _PREFIX)
    for name, value in attributes.items():
        made.set(W + name, str(value))
    made.extend(children)
    return made


def part_root(tag: str, *children: Element) -> Element:
    """The root element of a part: `document`, `hdr`, `styles`."""
    made = etree.Element(W + tag, None, _PREFIXES)
    made.extend(children)
    return made


def leaf(tag: str, text: str) -> Element:
    """An element that holds text, its spaces kept."""
    made = node(tag)
    made.text = text
    made.set(f"{XML}space", "preserve")
    return made


def name_of(element: Element) -> str:
    """The name of an element of the `w` namespace, without it."""
    return str(element.tag)[len(W) :]


def remove(element: Element) -> None:
    """Take an element out of what it stands in, if it stands in anything."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def serialised(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
