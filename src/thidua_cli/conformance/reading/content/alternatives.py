"""Content that a file holds in several forms for programs of several ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.names import MC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua_cli.document.ooxml.elements import Element

# Extensions of the format whose choice is taken; else the fallback is.
_UNDERSTOOD = frozenset(
    {"wps", "wpg", "wpc", "wpi", "wp14", "a14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16du"}
)


def chosen(element: Element) -> Iterable[Element]:
    """The alternative of a `mc:AlternateContent` that this reader understands; never two of them."""
    for choice in element.iterfind(f"{MC}Choice"):
        if set(choice.get("Requires", "").split()) <= _UNDERSTOOD:
            return choice
    fallback = element.find(f"{MC}Fallback")
    return () if fallback is None else fallback
