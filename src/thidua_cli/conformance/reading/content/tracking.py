"""Tracked changes, seen as if all were accepted: what was deleted is gone, what was inserted is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from thidua_cli.document.ooxml.elements import Element

INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_CHANGES = ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "numbering")
_TRACES = (*INSERTED, *DELETED, *(f"{W}{name}Change" for name in _CHANGES))


def is_deleted(marks: Element | None) -> bool:
    """Whether these properties (of a paragraph's mark, of a row) say that it was deleted."""
    return marks is not None and any(child.tag in DELETED for child in marks)


def is_tracked(root: Element) -> bool:
    """Whether anything in a part is a change that nobody has accepted or rejected."""
    return next(root.iter(*_TRACES), None) is not None
