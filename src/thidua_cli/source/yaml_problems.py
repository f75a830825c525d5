"""What is probably wrong where the YAML parser gave up: its English problem and the text around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding, Fix, Related
from thidua_cli.source.quoting import to_be_quoted
from thidua_cli.source.spacing import ODD_SPACE
from thidua_cli.source.text import SourceText, excerpt

if TYPE_CHECKING:
    from collections.abc import Callable

_ODD_INDENT = re.compile(f"[ \t]*(?:- *)*(?P<space>{ODD_SPACE}+)")
_ODD_COLON = re.compile(f"[^:#]*:(?P<space>{ODD_SPACE}+)")
_NO_SPACE = re.compile(r"\s*(?:- +)*[\w.-]+(?P<colon>:)(?=[^\s:])(?!//)")
_KEY = re.compile(r":(?:[ \t]|$)")
_LEAD = r"(?P<lead>[ \t]*(?:- +)*(?:[^:{}\[\]\"'#]*:[ \t]+)?)"
_BRACKETS = re.compile(_LEAD + r"(?P<value>\{[^{}]*\}|\[[^\[\]]*\])")
_QUOTE_CLOSED = re.compile(_LEAD + r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_RESERVED_VALUE = re.compile(r"\s*(?:- +)*(?:[^:]*:\s+)?(?P<value>[*&!@`%|>?].*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """A parser's error: its words, where it gave up, and where the part began that it was reading."""

    problem: str
    context: str
    at: int
    began: int | None


def syntax_finding(source: SourceText, problem: Problem) -> Finding:
    """The finding for a problem; every problem gives one."""
    spacing = _bad_spacing(source, problem)
    if spacing is not None:
        return spacing
    words = f"{problem.context} | {problem.problem}"
    for needle, explain in _EXPLANATIONS:
        if re.search(needle, words):
            return explain(source, problem)
    return _line_finding(source, problem.at, "other")


def _line_bounds(source: SourceText, offset: int) -> tuple[int, int]:
    """The offsets of the line of `offset`, or of the last written line at the end of the file."""
    offset = min(offset, len(source.text.rstrip()))
    start = source.lines.starts[source.span(offset, offset).line - 1]
    return start, source.lines.end(start)


def _previous_line(source: SourceText, offset: int) -> tuple[int, int] | None:
    """The nearest line above that holds more than space or a comment."""
    start, _ = _line_bounds(source, offset)
    while start > 0:
        start, end = _line_bounds(source, start - 1)
        written = source.text[start:end].strip()
        if written and not written.startswith("#"):
            return start, end
    return None


def _line_finding(source: SourceText, offset: int, variant: str) -> Finding:
    start, end = _line_bounds(source, offset)
    line = source.text[start:end]
    indent = re.match(r"\s*", line)
    begin = start + (indent.end() if indent else 0)
    written = line.strip()
    return Finding(
        "TD012", source.span(begin, start + len(line.rstrip())), {"text": excerpt(written)}, variant
    )


def _bad_spacing(source: SourceText, problem: Problem) -> Finding | None:
    """Tabs and no-break spaces look like indentation and are not; they come first."""
    if source.text[problem.at : problem.at + 1] == "\t":
        return _tab(source, problem.at, problem.at + 1)
    for offset in (problem.at, problem.began):
        if offset is None:
            continue
        start, end = _line_bounds(source, offset)
        line = source.text[start:end]
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent:
            return _tab(source, start + indent.index("\t"), start + len(indent))
        match = _ODD_INDENT.match(line)
        if match:
            return _odd_space(source, start, match, "indent")
        match = _ODD_COLON.match(line)
        if match and not _KEY.search(line[: match.end()]):
            return _odd_space(source, start, match, "colon")
    return None


def _tab(source: SourceText, start: int, end: int) -> Finding:
    span = source.span(start, end)
    return Finding("TD011", span, fix=Fix(span, source.text[start:end].replace("\t", "  ")))


def _odd_space(source: SourceText, start: int, match: re.Match[str], variant: str) -> Finding:
    span = source.span(start + match.start("space"), start + match.end("space"))
    width = len(match["space"]) if variant == "indent" else 1
    key = match.group().split(":")[0].strip() if variant == "colon" else ""
    return Finding("TD010", span, {"key": key}, variant, fix=Fix(span, " " * width))


def _colon(source: SourceText, problem: Problem) -> Finding:
    """A colon where no key may stand: inside a value, after a line without its colon, or out of line."""
    start, end = _line_bounds(source, problem.at)
    before = source.text[start : problem.at]
    key = _KEY.search(before)
    if key:
        value = source.text[start + key.end() : end].strip()
        if value[:1] in ('"', "'"):
            return _after_quote(source, problem)
        return to_be_quoted(source, source.text.index(value, start + key.end()), "colon-in-value")
    above = _previous_line(source, start)
    if above and not _KEY.search(source.text[above[0] : above[1]]):
        return _missing_colon(source, above[0])
    return _line_finding(source, problem.at, "indentation")


def _missing_colon(source: SourceText, offset: int) -> Finding:
    start, end = _line_bounds(source, offset)
    match = _NO_SPACE.match(source.text, start, end)
    if match is None:
        return _line_finding(source, start, "no-colon")
    return _no_space(source, match.start("colon"))


def _no_space(source: SourceText, colon: int) -> Finding:
    """A colon that touches what follows; the fix gives the line, so that it can be read."""
    start, end = _line_bounds(source, colon)
    line = source.text[start:end].strip()
    begin = source.text.index(line, start)
    mended = f"{source.text[begin:colon]}: {source.text[colon + 1 : begin + len(line)]}"
    fix = Fix(source.span(begin, begin + len(line)), mended)
    return Finding("TD012", source.span(colon, colon + 1), {"text": excerpt(line)}, "no-space", fix=fix)


def _simple_key(source: SourceText, problem: Problem) -> Finding:
    return _missing_colon(source, problem.at if problem.began is None else problem.began)


def _reserved(source: SourceText, problem: Problem) -> Finding:
    """A value that begins with a mark that YAML keeps for itself."""
    start, end = _line_bounds(source, problem.at)
    match = _RESERVED_VALUE.match(source.text, start, end)
    if match and match.start("value") > start:
        return to_be_quoted(source, match.start("value"), "reserved")
    return _mark(source, problem)


def _mark(source: SourceText, problem: Problem) -> Finding:
    """A single character out of place."""
    character = source.text[problem.at : problem.at + 1]
    if not character.strip():
        return _line_finding(source, problem.at, "other")
    span = source.span(problem.at, problem.at + 1)
    return Finding("TD012", span, {"character": character}, "mark")


def _opened(source: SourceText, problem: Problem) -> Finding:
    """A quote or bracket that is not closed."""
    start = problem.at if problem.began is None else problem.began
    character = source.text[start : start + 1]
    variant = "open-quote" if character in ('"', "'") else "open-bracket"
    stopped = source.span(problem.at, problem.at + 1)
    related = (Related(stopped, "stopped"),) if variant == "open-bracket" else ()
    span = source.span(start, start + 1)
    closing = {"[": "]", "{": "}"}.get(character, character)
    return Finding("TD012", span, {"character": character, "closing": closing}, variant, related=related)


def _escape(source: SourceText, problem: Problem) -> Finding:
    slash = source.text.rfind("\\", 0, problem.at + 1)
    start = slash if slash >= 0 else problem.at
    span = source.span(start, start + 2)
    return Finding("TD012", span, {"text": source.text[start : start + 2]}, "escape")


def _block(source: SourceText, problem: Problem) -> Finding:
    """A line that fits neither the block it stands in nor the one around it."""
    start, _ = _line_bounds(source, problem.at)
    before = source.text[start : problem.at].rstrip()
    if bracket := _BRACKETS.match(before):
        return to_be_quoted(source, start + bracket.start("value"), "bracket-first", safe=True)
    if before.endswith(('"', "'")):
        return _after_quote(source, problem)
    if before.strip("- "):
        return _reserved(source, problem)
    return _line_finding(source, problem.at, "indentation")


def _after_quote(source: SourceText, problem: Problem) -> Finding:
    """Words behind a closed quote (`"Hai tốt" trong trường`), or a quote above that is not closed."""
    start, _ = _line_bounds(source, problem.at)
    match = _QUOTE_CLOSED.match(source.text, start, problem.at)
    if match is None:
        return _line_finding(source, problem.at, "after-quote")
    return to_be_quoted(source, start + len(match["lead"]), "quote-first", safe=True)


def _dash(source: SourceText, problem: Problem) -> Finding:
    return _line_finding(source, problem.at, "dash-after-key")


def _colon_in_flow(source: SourceText, problem: Problem) -> Finding:
    return _no_space(source, problem.at)


# Words of libyaml and of the pure parser; the first that matches explains.
_EXPLANATIONS: tuple[tuple[str, Callable[[SourceText, Problem], Finding]], ...] = (
    ("mapping values are not allowed|document start", _colon),
    ("could not find expected ':'", _simple_key),
    ("quoted scalar.*(?:escape|hexdecimal)", _escape),
    ("quoted scalar", _opened),
    ("expected ',' or", _opened),
    ("found unexpected ':'", _colon_in_flow),
    ("sequence entries are not allowed", _dash),
    (r"expected key|<block end>|'-' indicator", _block),
    (
        "directive|incompatible|cannot start any token|scanning|node content|mapping keys",
        _reserved,
    ),
    ("tag", _reserved),
)
