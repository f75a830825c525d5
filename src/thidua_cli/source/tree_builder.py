"""Parser events to nodes, without recursion and within bounds; what a plan has no use for is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.source.folding import clean, is_ordinary
from thidua_cli.source.nodes import Mapping, Node, Scalar, Sequence
from thidua_cli.source.spacing import has_odd_spaces, key_finding, split_numbers, value_finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.source.text import SourceText

MAX_DEPTH = 60
MAX_NODES = 200_000

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WRITTEN = re.compile(r"\S*")


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet; in a mapping, the key that awaits its value."""

    node: Mapping | Sequence
    flow: bool
    key: Scalar | None = None
    keys: dict[str, Scalar] = field(default_factory=dict)


class TreeBuilder:
    """Collects the tree (`root`) and the findings; after a refusal there is no root."""

    def __init__(self, source: SourceText, *, tidy: bool) -> None:
        """`tidy`: the text is NFC and has no invisible characters, so that values need no cleaning."""
        self.source = source
        self.findings: list[Finding] = []
        self._root: Node | None = None
        self._refused = False
        self._stopped = False
        self._documents = 0
        self._nodes = 0
        self._open: list[_Open] = []
        self._tidy = tidy
        self._odd_spaces = not is_ordinary(source.text) and has_odd_spaces(source.text)

    @property
    def root(self) -> Node | None:
        """The tree, unless something in the file was refused."""
        return None if self._refused else self._root

    def refuse(self, finding: Finding) -> None:
        """Note a finding after which the file cannot be read with certainty."""
        self.findings.append(finding)
        self._refused = True

    def refuse_rest(self, finding: Finding) -> None:
        """Note where the parser gave up; it explains better than a refusal that begins at the same place."""
        place = (finding.span.line, finding.span.column)
        self.findings = [one for one in self.findings if (one.span.line, one.span.column) != place]
        self.refuse(finding)

    def build(self, events: Iterator[Any]) -> None:
        """Take the events of one stream; stops early where a bound is passed."""
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceStartEvent: self._start,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        for event in events:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
                if self._stopped:
                    return
        if not self._refused and (self._root is None or _is_blank(self._root)):
            self.refuse(Finding("TD016", self.source.span(0, 0), {"path": self.source.path}))

    def _stop(self, code: str, variant: str, start: int, **values: str) -> None:
        self.refuse(Finding(code, self.source.span(start, self.source.lines.end(start)), values, variant))
        self._stopped = True

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("TD015", "", event.start_mark.index)

    def _scalar(self, event: Any) -> None:
        style, text = event.style, event.value
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        if not style:
            if not text:
                start = end = self._empty_place(start)
        elif style in "|>":
            end = start + len(self.source.text[start:end].rstrip())
        elif style == '"' and "\\" in self.source.text[start:end]:
            text = self._escaped(text, start, end)
        if not self._tidy:
            text = clean(text)
        self._attach(Scalar(text, bool(style), start, end, self.source))

    def _empty_place(self, start: int) -> int:
        """Right after the colon: the pure parser gives the next token's place instead."""
        key = self._open[-1].key if self._open else None
        if key is None:
            return start
        colon = self.source.text.find(":", key.end, start)
        return colon + 1 if colon >= 0 else start

    def _escaped(self, text: str, start: int, end: int) -> str:
        if control := _CONTROL.search(text):
            values = {"character": f"U+{ord(control.group()):04X}"}
            self.refuse(Finding("TD009", self.source.span(start, end), values, "escape"))
        return clean(text)

    def _property(self, event: Any) -> None:
        """An anchor (`&a`) or a tag (`!a`): mostly a value that should stand in quotes."""
        start = event.start_mark.index
        match = _WRITTEN.match(self.source.text, start)
        span = self.source.span(start, match.end() if match else start)
        written = {"text": match.group() if match else ""}
        if event.anchor is not None:
            self.refuse(Finding("TD017", span, written, "anchor"))
        else:
            self.refuse(Finding("TD018", span, written))

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        written = self.source.text[start:end]
        self.refuse(Finding("TD017", self.source.span(start, end), {"text": written}, "alias"))
        self._attach(Scalar(written, True, start, end, self.source))

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        start = event.start_mark.index
        if len(self._open) >= MAX_DEPTH:
            self._stop("TD019", "depth", start, limit=str(MAX_DEPTH))
            return
        kind = Mapping if type(event) is MappingStartEvent else Sequence
        self._open.append(_Open(kind([], start, start, self.source), bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        closed = self._open.pop()
        node = closed.node
        if closed.flow:
            node.end = event.end_mark.index
            for finding, certain in split_numbers(node):
                if certain:
                    self.refuse(finding)
                else:
                    self.findings.append(finding)
        elif isinstance(node, Mapping):
            node.end = node.entries[-1][1].end if node.entries else node.start
        else:
            node.end = node.items[-1].end if node.items else node.start
        self._attach(node)

    def _attach(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop("TD019", "nodes", node.start, limit=str(MAX_NODES))
        elif not self._open:
            self._root = node
        else:
            parent = self._open[-1]
            if isinstance(parent.node, Sequence):
                parent.node.items.append(node)
                self._check_value(node)
            elif parent.key is None:
                parent.key = self._key(node, parent.keys)
            else:
                parent.node.entries.append((parent.key, node))
                parent.key = None
                self._check_value(node)

    def _check_value(self, node: Node) -> None:
        if self._odd_spaces and isinstance(node, Scalar) and (finding := value_finding(node)):
            self.findings.append(finding)

    def _key(self, node: Node, keys: dict[str, Scalar]) -> Scalar:
        if not isinstance(node, Scalar) or not node.text:
            self.refuse(_no_key(node))
            return Scalar("", True, node.start, node.end, self.source)
        first = keys.setdefault(node.text, node)
        if first is not node:
            values = {"key": node.text, "line": str(first.span.line)}
            self.refuse(Finding("TD013", node.span, values, related=(Related(first.span, "first"),)))
        elif node.text == "<<" and not node.quoted:
            self.refuse(Finding("TD017", node.span, {"text": node.text}, "merge"))
        elif self._odd_spaces and (finding := key_finding(node)):
            self.refuse(finding)
        return node


def _no_key(node: Node) -> Finding:
    """What stands before a colon and is no key: nothing, a list, or text that begins with a bracket."""
    if isinstance(node, Scalar):
        return Finding("TD014", node.span)
    following = node.source.text[node.end : node.source.lines.end(node.end)]
    if node.source.text[node.start] in "{[" and following.lstrip().startswith(":"):
        from thidua_cli.source.quoting import to_be_quoted

        return to_be_quoted(node.source, node.start, "bracket-first", safe=True)
    return Finding("TD014", node.span, variant="collection")


def _is_blank(root: Node) -> bool:
    return isinstance(root, Scalar) and not root.quoted and not root.text
