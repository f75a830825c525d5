"""Text without quotes that YAML read as a group of keys or as a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.plan.shape.fields import keys_of
from thidua_cli.plan.shape.keys import resembling
from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.source.nodes import Mapping, Scalar, Sequence
from thidua_cli.source.quoting import quoted
from thidua_cli.source.text import excerpt

if TYPE_CHECKING:
    from thidua_cli.plan.shape.place import Place
    from thidua_cli.source.nodes import Node

NAMES_KEY = ("missing", "extra_forbidden")
# Keys are ASCII words in small letters; anything else before a colon is a person's text.
KEY = re.compile(r"[a-z][a-z0-9_-]*")


def text_in_brackets(place: Place, kind: str) -> Finding | None:
    """TD012: `{id}`, `[1]` or `Khẩu hiệu: …` where a text belongs; None for any other error of a place."""
    takes_text = kind == "string_type" or (
        kind in NAMES_KEY and any(issubclass(choice.model, Shorthand) for choice in place.choices)
    )
    node = place.node
    if not takes_text or isinstance(node, Scalar):
        return None
    raw = node.source.text[node.start : node.end]
    if raw[:1] in ("{", "["):
        return _finding(node, raw, "bracket-first", safe=True) if _bare(node) else None
    return _finding(node, raw, "colon-in-value", safe=False) if _sentence(place, node) else None


def _finding(node: Node, raw: str, variant: str, *, safe: bool) -> Finding:
    values = {"text": excerpt(raw), "character": raw[:1], "quoted": quoted(excerpt(raw))}
    fix = Fix(node.source.span(node.start, node.end), quoted(raw), safe)
    return Finding("TD012", node.span, values, variant, fix=fix)


def _bare(node: Node) -> bool:
    """Whether brackets hold only words, no keys with values: `{ntm}`, `[1]`."""
    if isinstance(node, Mapping):
        values = [value for _, value in node.entries]
        return bool(values) and all(isinstance(one, Scalar) and one.start == one.end for one in values)
    return (
        isinstance(node, Sequence) and bool(node.items) and all(isinstance(one, Scalar) for one in node.items)
    )


def _sentence(place: Place, node: Node) -> bool:
    """Whether the one entry of a mapping is a text with a colon inside."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return False
    key, value = node.entries[0]
    if not isinstance(value, Scalar) or value.start == value.end:
        return False
    if value.quoted and node.source.text[value.start] in "|>":
        return False
    return not KEY.fullmatch(key.text) and not resembling(key.text, list(keys_of(place.choices)))
