"""Properties written into the XML of a Word file in the order that its schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.elements import node
from thidua_cli.document.ooxml.names import W
from thidua_cli.document.ooxml.order import insert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.ooxml.elements import Element


def child_of(parent: Element, tag: str) -> Element:
    """The child of that name, put in its place in the schema's order where there is none."""
    child = parent.find(W + tag)
    if child is None:
        child = node(tag)
        insert(parent, child)
    return child


def write(parent: Element, tag: str, attributes: Mapping[str, str | None]) -> None:
    """Set attributes (None: take them away) of a child, which is made where there is none."""
    child = child_of(parent, tag)
    for name, value in attributes.items():
        if value is None:
            child.attrib.pop(W + name, "")
        else:
            child.set(W + name, value)
