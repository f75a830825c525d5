"""Comments that switch a finding off: `# thidua: ignore[TD201] reason`, `# thidua: file-ignore[…] reason`."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.findings.instructions import Reader, read_instruction
from thidua_cli.findings.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from thidua_cli.findings.instructions import Instruction
    from thidua_cli.findings.span import Span

COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[ \t]*thidua:[ \t]*([^\r\n]*)")
IN_PLANS = Reader(lambda entry: entry.ignorable, "elsewhere")


class Suppression(NamedTuple):
    """A comment in force: what it says of lines `first`…`last` (`last` 0: the whole file).

    `remove` is the edit of the whole comment, `bracket` the place of the list of codes.
    """

    instruction: Instruction
    first: int
    last: int
    span: Span
    bracket: Span
    remove: Span

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
        for code in suppression.instruction.codes:
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
        unused = tuple(code for code in suppression.instruction.codes if (number, code) not in used)
        if unused:
            remaining.append(_unused(suppression, unused))
    return remaining


def _read(comment: re.Match[str], lines: Lines, findings: list[Finding]) -> Suppression | None:
    end = comment.end() - (len(comment[0]) - len(comment[0].rstrip()))
    span, bracket = lines.span(comment.start(), end), _bracket(comment, lines)
    instruction = read_instruction(comment[1].strip(), IN_PLANS, span, bracket, findings)
    if instruction is None:
        return None
    own_line, remove = _removal(comment, end, lines)
    first, last = (1, 0) if instruction.whole_file else _coverage(span.line, own_line, lines)
    return Suppression(instruction, first, last, span, bracket, remove)


def _bracket(comment: re.Match[str], lines: Lines) -> Span:
    """The place of what stands in the brackets, where there are any."""
    opened = comment.start(1) + comment[1].find("[") + 1
    return lines.span(opened, opened + len(comment[1].partition("[")[2].partition("]")[0]))


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
    left = [written for written, code in suppression.instruction.listed if code not in unused]
    if left:
        fix = Fix(suppression.bracket, ", ".join(left), safe=True)
    else:
        fix = Fix(suppression.remove, "", safe=True)
    variant = "" if suppression.last else "file"
    return Finding("TD901", suppression.span, {"codes": ", ".join(unused)}, variant, fix=fix)
