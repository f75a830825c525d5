"""A group of keys read one by one; what is missing, unknown or of the wrong kind becomes a finding."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar, Sequence
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.text import nearest, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.source.nodes import Node

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
BETWEEN = "”, “"
NOWHERE: Mapping[str, Iterable[str]] = MappingProxyType({})
_DAY_EXAMPLES = "2024-04-01, 01/4/2024"


class Fields:
    """The keys of one group. Every reader gives None where it has said what is wrong.

    `name` is the key under which the group stands. `unread` comes last: it tells of the keys that nobody
    asked for, and of those that are missing.
    """

    def __init__(self, node: MappingNode, name: str, findings: list[Finding]) -> None:
        self.node, self.name, self.findings = node, name, findings
        self._asked: list[str] = []
        self._missing: dict[str, Finding] = {}

    def has(self, key: str) -> bool:
        """Whether the key is written and holds something."""
        found = self._entry(key)
        return found is not None and not _is_empty(found[1])

    def span(self, key: str) -> Span:
        """Where the value of a key stands, else the group."""
        found = self.node.entry(key)
        return found[1].span if found else self.node.span

    def scalar(self, key: str, *, required: bool = True) -> Scalar | None:
        """The value of a key as it stands."""
        found = self._given(key, required, "text")
        if found is None or isinstance(found, Scalar):
            return found
        self.say("TD103", found.span, "text", key=key, found=written(found))
        return None

    def text(self, key: str, *, required: bool = True) -> str | None:
        """A text, composed and without space at its ends."""
        found = self.scalar(key, required=required)
        return nfc(found.text).strip() if found else None

    def identifier(self, key: str) -> str | None:
        """A name of small letters, digits and dashes."""
        found = self.scalar(key)
        if found is None or IDENTIFIER.fullmatch(found.text):
            return found.text if found else None
        self.say("TD124", found.span, text=excerpt(found.text))
        return None

    def word(self, key: str, allowed: tuple[str, ...], *, required: bool = True) -> str | None:
        """One of a few words."""
        found = self.scalar(key, required=required)
        if found is None or found.text in allowed:
            return found.text if found else None
        near = nearest(found.text, allowed)
        values = {"key": key, "found": excerpt(found.text), "allowed": ", ".join(allowed)}
        fix = Fix(found.span, near[0]) if len(near) == 1 else None
        values["nearest"] = BETWEEN.join(near)
        self.findings.append(Finding("TD105", found.span, values, "nearest" if near else "", fix=fix))
        return None

    def flag(self, key: str) -> bool | None:
        """True or false; None where the key is left out."""
        found = self.scalar(key, required=False)
        if found is None:
            return None
        if found.text.lower() in ("true", "false") and not found.quoted:
            return found.text.lower() == "true"
        self.say("TD103", found.span, "boolean", key=key, found=excerpt(found.text))
        return None

    def day(self, key: str, *, required: bool = True) -> date | None:
        """A day; one that is not required may be left out or empty: then no day is set."""
        scalar = self.scalar(key, required=required)
        if scalar is None:
            return None
        from thidua_cli.vietnamese.dates import DateError, parse_date

        try:
            exact = parse_date(scalar.text).exact
        except DateError:
            exact = None
        if exact is None:
            values = {"key": key, "found": excerpt(scalar.text), "meaning": "", "examples": _DAY_EXAMPLES}
            self.say("TD106", scalar.span, "examples", **values)
        return exact

    def group(self, key: str, *, required: bool = True) -> MappingNode | None:
        """A group of keys."""
        found = self._given(key, required, "mapping")
        if found is None or isinstance(found, MappingNode):
            return found
        self.say("TD103", found.span, "mapping", key=key, found=written(found))
        return None

    def list(self, key: str, *, required: bool = True) -> Sequence | None:
        """A list."""
        found = self._given(key, required, "list")
        if found is None or isinstance(found, Sequence):
            return found
        self.say("TD103", found.span, "list", key=key, found=written(found))
        return None

    def groups(self, key: str, *, required: bool = True) -> Iterator[tuple[Scalar, Fields]]:
        """The groups under a key, each with its own name; those that are none are told."""
        found = self.group(key, required=required)
        for name, node in found.entries if found else ():
            if not IDENTIFIER.fullmatch(name.text):
                self.say("TD124", name.span, text=excerpt(name.text))
            elif isinstance(node, MappingNode):
                yield name, Fields(node, name.text, self.findings)
            else:
                empty = _is_empty(node)
                values = {"key": name.text, "found": written(node)}
                self.say("TD104" if empty else "TD103", name.span, "mapping", **values)

    def items(self, key: str, *, required: bool = True) -> Iterator[Fields]:
        """The groups of a list."""
        found = self.list(key, required=required)
        for node in found.items if found else ():
            if isinstance(node, MappingNode):
                yield Fields(node, key, self.findings)
            else:
                self.say("TD103", node.span, "mapping", key=key, found=written(node))

    def pass_over(self, *keys: str) -> None:
        """Keys that belong here and cannot be read, because of what was found elsewhere."""
        for key in keys:
            self._entry(key)

    def unread(self, above: Iterable[str] = (), below: Mapping[str, Iterable[str]] = NOWHERE) -> None:
        """Tell of every key that no reader asked for; one that is only misspelt is not missing as well.

        `above`: the keys of the group around this one; `below`: those of the lists in it, by name.
        """
        for key, _ in self.node.entries:
            if key.text in self._asked:
                continue
            owner = next((name for name, keys in below.items() if key.text in keys), "")
            if owner or key.text in above:
                variant = "items" if owner else "outside"
                self.say("TD102", key.span, variant, key=key.text, owner=owner, parent=self.name)
                continue
            near = nearest(key.text, self._asked)
            for name in near:
                self._missing.pop(name, None)
            values = {"key": key.text, "parent": self.name, "owner": "", "nearest": BETWEEN.join(near)}
            values["allowed"] = ", ".join(self._asked)
            fix = Fix(key.span, near[0]) if len(near) == 1 and not self.has(near[0]) else None
            self.findings.append(Finding("TD102", key.span, values, "nearest" if near else "", fix=fix))
        self.findings += self._missing.values()

    def say(self, code: str, span: Span, variant: str = "", **values: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, span, values, variant))

    def _entry(self, key: str) -> tuple[Scalar, Node] | None:
        if key not in self._asked:
            self._asked.append(key)
        return self.node.entry(key)

    def _given(self, key: str, required: bool, kind: str) -> Node | None:
        found = self._entry(key)
        if found is None:
            if required:
                values = {"key": key, "meaning": "", "parent": self.name}
                self._missing[key] = Finding("TD101", self.node.span, values)
            return None
        if _is_empty(found[1]):
            if required:
                self.say("TD104", found[0].span, kind, key=key, found="")
            return None
        return found[1]


def root_fields(root: Node, findings: list[Finding]) -> Fields | None:
    """The keys of a whole file; None where it holds something else."""
    if isinstance(root, MappingNode):
        return Fields(root, "", findings)
    empty = isinstance(root, Scalar) and not root.text
    findings.append(Finding("TD104" if empty else "TD103", root.span, {"found": written(root)}, "mapping"))
    return None


def written(node: Node) -> str:
    """What stands at a node, short: a scalar's text, of anything else the first line."""
    if isinstance(node, Scalar):
        return excerpt(node.text)
    span = node.span
    return excerpt(node.source.lines.line(span.line)[span.column - 1 :])


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.text.strip())
