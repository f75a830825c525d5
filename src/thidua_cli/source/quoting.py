"""Text that YAML reads as something else than text, until it stands in quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.source.nodes import Mapping, Scalar, Sequence
from thidua_cli.source.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.source.nodes import Node
    from thidua_cli.source.text import SourceText

# A comment without a space after its mark, as in `Phòng #2`; suppressions are meant as comments.
SWALLOWED = re.compile(r" #(?=\w)(?!thidua\b)")
# Text that YAML would read as something else than this text, were it written without quotes.
_NOT_PLAIN = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|:(?:\s|$)|\s#|\s$|^(?:~|null|true|false)?$", re.IGNORECASE
)
_COMMENT = re.compile(r"\s+#.*|\s+$")
_LEAD = re.compile(r"[ \t]*(?:- +)*")


def quoted(text: str) -> str:
    """A text as it stands in a file, in quotes: double ones, single ones where it has marks of its own."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def as_scalar(text: str) -> str:
    """A text as a YAML value, in quotes only where it needs them."""
    return quoted(text) if _NOT_PLAIN.search(text) else text


def to_be_quoted(
    source: SourceText, start: int, variant: str, *, character: str = "", safe: bool = False
) -> Finding:
    """TD012: the value that begins at `start` must stand in quotes; the fix puts them."""
    end, certain = _end_of_value(source, start)
    value = source.text[start:end]
    span = source.span(start, end)
    values = {
        "text": excerpt(value),
        "character": character or value[:1],
        "quoted": quoted(excerpt(value)),
    }
    return Finding("TD012", span, values, variant, fix=Fix(span, quoted(value), safe) if certain else None)


def _end_of_value(source: SourceText, start: int) -> tuple[int, bool]:
    """Where a value without quotes ends, lines that go on deeper included; False where a comment cuts it."""
    line_start = source.lines.starts[source.span(start, start).line - 1]
    lead = _LEAD.match(source.text, line_start)
    column = lead.end() - line_start if lead else 0
    # An item goes on beyond its dash, the value of a key beyond the key.
    least = column if line_start + column < start else source.text.rfind("-", line_start, start) - line_start
    end, certain = start, True
    while True:
        stop = source.lines.end(end)
        kept = _COMMENT.split(source.text[end:stop])[0]
        commented = bool(source.text[end + len(kept) : stop].strip())
        end += len(kept)
        following = source.lines.line(source.span(stop, stop).line + 1)
        indent = len(following) - len(following.lstrip(" "))
        if not following.strip() or indent <= least:
            return end, certain
        if commented or following.lstrip().startswith("#"):
            return end, False
        end = stop + (2 if source.text.startswith("\r\n", stop) else 1) + indent


def swallowed_text(source: SourceText, root: Node) -> Iterator[Finding]:
    """TD021: text after ` #`, which YAML takes for a comment, in the order of the file."""
    ends = {scalar.end: scalar for scalar in _plain_texts(root)}
    for found in SWALLOWED.finditer(source.text):
        scalar = ends.get(_end_of_words(source.text, found.start()))
        if scalar is not None:
            stop = source.lines.end(found.start())
            whole = source.text[scalar.start : stop].rstrip()
            span = source.span(scalar.start, scalar.start + len(whole))
            lost = source.text[found.start() + 1 : stop].rstrip()
            place = source.span(found.start() + 1, found.start() + 1 + len(lost))
            values = {"text": excerpt(lost), "kept": excerpt(scalar.text), "quoted": quoted(excerpt(whole))}
            yield Finding("TD021", place, values, fix=Fix(span, quoted(whole)))


def _end_of_words(text: str, offset: int) -> int:
    while offset and text[offset - 1] in " \t":
        offset -= 1
    return offset


def _plain_texts(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += (value for _, value in node.entries)
        elif isinstance(node, Sequence):
            waiting += node.items
        elif not node.quoted and not node.is_null:
            yield node
