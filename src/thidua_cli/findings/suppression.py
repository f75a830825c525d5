"""Comments that switch a finding off: `# thidua: ignore[TD201] reason`, `# thidua: file-ignore[…] reason`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.catalogue import entries, find
from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.findings.lines import Lines
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.findings.span import Span

COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[ \t]*thidua:[ \t]*([^\r\n]*)")
INSTRUCTION = re.compile(r"(ignore|file-ignore)[ \t]*\[([^\]]*)\][ \t]*(.*)")
BARE = re.compile(r"(?:ignore|file-ignore)\b")


class Suppression(NamedTuple):
    """A comment in force: the codes it covers on lines `first`…`last` (`last` 0: the whole file).

    `listed` keeps what the user wrote with the code it stands for (None where it stands for none);
    `remove` is the edit of the whole comment, `bracket` the place of the list of codes.
    """

    listed: tuple[tuple[str, str | None], ...]
    reason: str
    first: int
    last: int
    span: Span
    bracket: Span
    remove: Span

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that this comment may switch off."""
        return tuple(code for _, code in self.listed if code)

    def covers(self, line: int) -> bool:
        """Whether the comment applies to a line of its file."""
        return not self.last or self.first <= line <= self.last


def find_suppressions(
    text: str, path: str, scalar_ranges: Iterable[tuple[int, int]] = ()
) -> tuple[list[Suppression], list[Finding]]:
    """The comments of a file and what is wrong with them.

    `text` is the file as it stands, `scalar_ranges` the offsets (end exclusive) of scalars, in which `#` is
    content. A comment at the end of a line covers the line; on a line of its own it covers the node below.
    """
    comments = list(COMMENT.finditer(text))
    if not comments:
        return [], []
    content = sorted(scalar_ranges)
    starts = [start for start, _ in content]
    lines = Lines(text, path)
    suppressions: list[Suppression] = []
    findings: list[Finding] = []
    for comment in comments:
        index = bisect_right(starts, comment.start()) - 1
        if index < 0 or comment.start() >= content[index][1]:
            suppression = _read(comment, lines, findings)
            if suppression is not None:
                suppressions.append(suppression)
    return suppressions, findings


def apply(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> list[Finding]:
    """The findings that remain, with one more for each comment that covered nothing."""
    by_code: dict[tuple[str, str], list[tuple[int, Suppression]]] = {}
    for number, suppression in enumerate(suppressions):
        for code in suppression.codes:
            by_code.setdefault((suppression.span.path, code), []).append((number, suppression))
    used: set[tuple[int, str]] = set()
    remaining: list[Finding] = []
    for finding in findings:
        candidates = by_code.get((finding.span.path, finding.code), ())
        covering = [number for number, suppression in candidates if suppression.covers(finding.span.line)]
        used.update((number, finding.code) for number in covering)
        if not covering:
            remaining.append(finding)
    for number, suppression in enumerate(suppressions):
        unused = tuple(code for code in suppression.codes if (number, code) not in used)
        if unused:
            remaining.append(_unused(suppression, unused))
    return remaining


def _read(comment: re.Match[str], lines: Lines, findings: list[Finding]) -> Suppression | None:
    stated = comment[1].strip()
    end = comment.end() - (len(comment[0]) - len(comment[0].rstrip()))
    span = lines.span(comment.start(), end)
    parts = INSTRUCTION.fullmatch(stated)
    written = [item.strip() for item in parts[2].split(",") if item.strip()] if parts else []
    if parts is None or not written:
        variant = "codes" if BARE.match(stated) else ""
        findings.append(Finding("TD905", span, {"stated": stated}, variant))
        return None
    directive, inner, reason = parts.groups()
    opened = comment.start(1) + comment[1].index("[") + 1
    bracket = lines.span(opened, opened + len(inner))
    if not re.search(r"\w", reason):
        values = {"codes": ", ".join(written), "directive": directive}
        findings.append(Finding("TD903", span, values))
        return None
    listed = tuple((item, _usable(item, bracket, findings)) for item in written)
    own_line, remove = _removal(comment, end, lines)
    first, last = (1, 0) if directive == "file-ignore" else _coverage(span.line, own_line, lines)
    return Suppression(listed, reason.strip(), first, last, span, bracket, remove)


def _usable(item: str, span: Span, findings: list[Finding]) -> str | None:
    entry = find(item)
    if entry is None:
        near = _near(item)
        findings.append(Finding("TD902", span, {"stated": item, "nearest": near}, "near" if near else ""))
        return None
    if not entry.ignorable:
        variant = "" if entry.legal else "elsewhere" if entry.place in {"table", "document"} else "tool"
        findings.append(Finding("TD904", span, {"code": entry.code, "name": entry.name}, variant))
        return None
    return entry.code


def _near(item: str) -> str:
    close = nearest(item, (word for entry in entries().values() for word in (entry.code, entry.name)))
    entry = find(close[0]) if close else None
    return f"{entry.code} ({entry.name})" if entry else ""


def _removal(comment: re.Match[str], end: int, lines: Lines) -> tuple[bool, Span]:
    """Whether the comment stands on a line of its own, and the edit that takes it away."""
    line = lines.number(comment.start())
    start = lines.start(line)
    before = lines.text[start : comment.start()].rstrip()
    if before:
        return before.lstrip().startswith("#"), lines.span(start + len(before), end)
    return True, lines.span(start, lines.start(line + 1))


def _coverage(line: int, own_line: bool, lines: Lines) -> tuple[int, int]:
    if not own_line:
        return line, line
    below = lines.content_below(line)
    return (below, lines.block_end(below)) if below else (line, line)


def _unused(suppression: Suppression, unused: tuple[str, ...]) -> Finding:
    left = [written for written, code in suppression.listed if code not in unused]
    if left:
        fix = Fix(suppression.bracket, ", ".join(left), safe=True)
    else:
        fix = Fix(suppression.remove, "", safe=True)
    variant = "" if suppression.last else "file"
    return Finding("TD901", suppression.span, {"codes": ", ".join(unused)}, variant, fix=fix)
