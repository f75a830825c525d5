"""Findings of a YAML file without those that its own comments switch off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.findings.suppression import apply, find_suppressions
from thidua_cli.source.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua_cli.findings.finding import Finding
    from thidua_cli.source.text import SourceText


def not_ignored(findings: Iterable[Finding], source: SourceText, root: Node | None) -> list[Finding]:
    """What remains, and what is wrong with the comments.

    Without `root` the file could not be used: then nothing is switched off, so that it says why.
    """
    ranges = scalar_ranges(root) if root else ()
    suppressions, complaints = find_suppressions(source.text, source.path, ranges)
    return [*(apply(findings, suppressions) if root else findings), *complaints]


def scalar_ranges(root: Node) -> Iterator[tuple[int, int]]:
    """The offsets of every scalar, in which `#` is content and begins no comment."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node.start, node.end
        elif isinstance(node, Mapping):
            for key, value in node.entries:
                waiting += (key, value)
        else:
            waiting += node.items
