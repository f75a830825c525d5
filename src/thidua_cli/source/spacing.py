"""Spaces and commas that split or join values in ways the writer did not mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Severity
from thidua_cli.source.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

# Spaces that Word and web pages put in text; YAML takes only U+0020 for indentation and after a colon.
ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"

_ODD_SPACE = re.compile(ODD_SPACE)
_ODD_INDENT = re.compile(f"{ODD_SPACE}[{ODD_SPACE[1:-1]} ]*")
_ODD_COLON = re.compile(f"[a-z_]+:(?P<space>{ODD_SPACE}+)")
_DIGIT_AT_END = re.compile(r"\d$")
_ONLY_DIGITS = re.compile(r"^\d+$")
_DIGITS_AND_UNIT = re.compile(r"^\d+\s*(?:%|[^\W\d])")


def has_odd_spaces(text: str) -> bool:
    """Whether any space other than U+0020 occurs."""
    return _ODD_SPACE.search(text) is not None


def key_finding(key: Scalar) -> Finding | None:
    """A key that begins with a no-break space: it looks indented and is not."""
    match = None if key.quoted else _ODD_INDENT.match(key.text)
    if match is None:
        return None
    span = key.source.span(key.start, key.start + match.end())
    return Finding(
        "TD010", span, {"key": key.text[match.end() :]}, "indent", fix=Fix(span, " " * match.end())
    )


def value_finding(value: Scalar) -> Finding | None:
    """A value that looks like `key: value` with a no-break space behind the colon."""
    match = None if value.quoted else _ODD_COLON.match(value.text)
    if match is None:
        return None
    span = value.source.span(value.start + match.start("space"), value.start + match.end("space"))
    key = value.text[: match.start("space") - 1]
    return Finding("TD010", span, {"key": key}, "colon", Severity.WARNING, fix=Fix(span, " "))


def split_numbers(node: Mapping | Sequence) -> Iterator[tuple[Finding, bool]]:
    """Numbers that the comma of a flow collection has split, and whether that is certain.

    `{growth: 8,76%}` holds 8 and a key `76%` without a value; `[8,76%]` holds two items.
    """
    if isinstance(node, Mapping):
        for (_, value), (key, nothing) in zip(node.entries, node.entries[1:], strict=False):
            valueless = isinstance(nothing, Scalar) and nothing.is_null and nothing.start == nothing.end
            if valueless and _plain(value, _DIGIT_AT_END) and not key.quoted and key.text[:1].isdigit():
                yield _split(value, key, "mapping"), True
        return
    for first, second in zip(node.items, node.items[1:], strict=False):
        adjacent = second.start == first.end + 1
        if adjacent and _plain(first, _ONLY_DIGITS) and _plain(second, _DIGITS_AND_UNIT):
            yield _split(first, second, "list"), False


def _plain(node: Node, pattern: re.Pattern[str]) -> bool:
    return isinstance(node, Scalar) and not node.quoted and pattern.search(node.text) is not None


def _split(first: Node, second: Node, variant: str) -> Finding:
    span = first.source.span(first.start, second.end)
    written = first.source.text[first.start : second.end]
    severity = None if variant == "mapping" else Severity.WARNING
    return Finding("TD020", span, {"text": written}, variant, severity, fix=Fix(span, f'"{written}"'))
