"""The facts and the history of a case, as a file writes them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from thidua_cli.law.local.fields import Fields
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.records import Record, YearRecord
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar, Sequence
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.source.nodes import Node

_WHOLE = re.compile(r"[0-9]{1,9}")
_YEAR = re.compile(r"[12][0-9]{3}")
HOLDERS = ("ca-nhan", "tap-the")


def read_record(fields: Fields) -> Record:
    """The record of a case: its facts by name, its history by year; what cannot be used is told (TD830)."""
    holder = fields.word("holder", HOLDERS, required=False)
    return Record(_facts(fields), _history(fields), holder, span=fields.node.span)


def _facts(fields: Fields) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    group = fields.group("facts", required=False)
    known = fact_kinds()
    for key, node in group.entries if group else ():
        if key.text not in known:
            near = nearest(key.text, known)
            values = {"key": key.text, "parent": "facts", "owner": "", "nearest": ", ".join(near)}
            fields.say("TD102", key.span, "nearest" if near else "", **values, allowed=", ".join(known))
            continue
        choices = known[key.text].choices
        value = _fact(known[key.text].type, node)
        if choices:
            value = Fields(group, "facts", fields.findings).word(key.text, choices) if group else None
        elif value is None:
            text = node.text if isinstance(node, Scalar) else "…"
            fields.say("TD830", node.span, "fact", key=key.text, found=excerpt(text))
        if value is not None:
            found[key.text] = value
    return found


def _fact(kind: str, node: Node) -> Fact | None:
    """A value of the type that `facts.yaml` gives; None for any other."""
    if kind == "titles":
        return _titles(node)
    if not isinstance(node, Scalar):
        return None
    text = node.text.strip()
    if kind in ("count", "year"):
        return int(text) if _WHOLE.fullmatch(text) else None
    if kind == "flag":
        return {"true": True, "false": False}.get(text.lower())
    if kind == "day":
        return _day(text)
    return text or None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _titles(node: Node) -> tuple[str, ...] | None:
    items = node.items if isinstance(node, Sequence) else ()
    found = tuple(item.text for item in items if isinstance(item, Scalar) and item.text in titles())
    return found if isinstance(node, Sequence) and len(found) == len(items) else None


def _history(fields: Fields) -> dict[int, YearRecord]:
    found: dict[int, YearRecord] = {}
    group = fields.group("history", required=False)
    for key, node in group.entries if group else ():
        if not _YEAR.fullmatch(key.text) or not isinstance(node, MappingNode):
            fields.say("TD830", key.span, "history", found=excerpt(key.text))
            continue
        year = Fields(node, key.text, fields.findings)
        held = None
        if year.has("titles"):
            listed = node.entry("titles")
            held = _titles(listed[1]) if listed else None
            if held is None:
                fields.say("TD830", year.span("titles"), "fact", key="titles", found="…")
        empty = node.entry("titles") is not None and not year.has("titles")
        rating = year.word("rating", tuple(scales()["rating"]), required=False)
        year.unread()
        found[int(key.text)] = YearRecord(
            frozenset(held or ()) if held is not None or empty else None, rating
        )
    return found
