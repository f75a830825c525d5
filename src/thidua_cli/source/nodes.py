"""The tree of a YAML file: what is written, and where; nothing is interpreted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.source.folding import Folded, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.source.text import SourceText

Path: TypeAlias = tuple[str | int, ...]
Locate: TypeAlias = "Callable[[Path], Span]"
Data: TypeAlias = "str | bool | list[Data] | dict[str, Data] | None"

# Scalars whose words are kept: a text with many findings is read once, not once for each.
KEPT = 8

_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


@dataclass(slots=True)
class Scalar:
    """A value or key; `text` is NFC, `quoted` says that it stands in quotes or as a `|` or `>` block.

    `start` and `end` are offsets of the file's text, quotes and block mark included.
    """

    text: str
    quoted: bool
    start: int
    end: int
    source: SourceText = field(compare=False, repr=False)

    @property
    def span(self) -> Span:
        """The whole scalar."""
        return self.source.span(self.start, self.end)

    @property
    def is_null(self) -> bool:
        """Whether nothing is given: empty, `~` or `null`."""
        return not self.quoted and self.text in _CONSTANTS and _CONSTANTS[self.text] is None


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    start: int
    end: int
    source: SourceText = field(compare=False, repr=False)

    @property
    def span(self) -> Span:
        """The list, of which only the first line where it stands on several."""
        return _first_line(self)


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the file; every key once."""

    entries: list[tuple[Scalar, Node]]
    start: int
    end: int
    source: SourceText = field(compare=False, repr=False)

    @property
    def span(self) -> Span:
        """The mapping, of which only the first line where it stands on several."""
        return _first_line(self)

    def entry(self, key: str) -> tuple[Scalar, Node] | None:
        """The key and value of `key`."""
        return next((entry for entry in self.entries if entry[0].text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping


def _first_line(node: Sequence | Mapping) -> Span:
    end = min(node.end, node.source.lines.end(node.start))
    written = node.source.text[node.start : end].rstrip()
    return node.source.span(node.start, node.start + len(written))


def child(node: Node, segment: str | int) -> Node | None:
    """The value under a key, or the item at an index."""
    if isinstance(node, Mapping):
        found = node.entry(segment) if isinstance(segment, str) else None
        return found[1] if found else None
    if isinstance(node, Sequence) and isinstance(segment, int) and 0 <= segment < len(node.items):
        return node.items[segment]
    return None


def node_at(root: Node, path: Path) -> Node | None:
    """The node at a path, or nothing."""
    node: Node | None = root
    for segment in path:
        node = child(node, segment) if node is not None else None
    return node


def scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every value of a tree with its path, in the order of the file; keys are left out."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*path, index))
    else:
        for key, value in node.entries:
            yield from scalars(value, (*path, key.text))


def locate(root: Node, path: Path, *, key: bool = False) -> Span:
    """Where the value at `path` stands (its key with `key`); the nearest ancestor where it is missing.

    Lists and mappings over several lines are given by their first line.
    """
    node = root
    for position, segment in enumerate(path):
        if key and position == len(path) - 1 and isinstance(node, Mapping) and isinstance(segment, str):
            found = node.entry(segment)
            return found[0].span if found else node.span
        below = child(node, segment)
        if below is None:
            break
        node = below
    return node.span


def phrase_span(source: SourceText, scalar: Scalar, phrase: str) -> Span:
    """Where a phrase of the scalar's text stands in the file, however the scalar is quoted or broken.

    White-space runs, NFD letters and escapes are folded; without a match, the whole scalar.
    """
    base, words = _words(source, scalar.start, scalar.end, scalar.quoted)
    found = words.find(phrase)
    return source.span(base + found[0], base + found[1]) if found else scalar.span


def stretch_span(source: SourceText, scalar: Scalar, text: str, start: int, end: int) -> Span:
    """Where `text[start:end]` stands, `text` being all that the scalar says; the end is as near as the start.

    Spaces at either end of it do not count.
    """
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    start += len(text[start:end]) - len(text[start:end].lstrip())
    base, words = _words(source, scalar.start, scalar.end, scalar.quoted)
    found = words.stretch(text, start, end)
    if found is None:
        return phrase_span(source, scalar, text[start:end])
    return source.span(base + found[0], base + found[1])


@lru_cache(KEPT)
def _words(source: SourceText, start: int, end: int, quoted: bool) -> tuple[int, Folded]:
    """What a scalar says, and the offset in the file from which its places are counted."""
    raw = source.text[start:end]
    style = raw[:1] if quoted else ""
    inside = raw.find("\n") + 1 if style in ("|", ">") else len(style)
    body = raw[inside : len(raw) - 1] if style in ("'", '"') else raw[inside:]
    return start + inside, folded(body, style)


def as_data(node: Node) -> Data:
    """The tree as plain data: null, true and false where written plainly, every other scalar as its text."""
    if isinstance(node, Scalar):
        return node.text if node.quoted else _CONSTANTS.get(node.text, node.text)
    if isinstance(node, Sequence):
        return [as_data(item) for item in node.items]
    return {key.text: as_data(value) for key, value in node.entries}
