"""Filling templates in, and saying at which line one of them is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from thidua_cli.document.markup.components import COMPONENTS
from thidua_cli.document.markup.values import VALUE_END, VALUE_START
from thidua_cli.document.templating.bounds import Limit, TooMuchError, together
from thidua_cli.document.templating.filters import DEAR, FILTERS, TESTS
from thidua_cli.document.templating.loader import Folder, FolderLoader, shipped_folder
from thidua_cli.document.templating.missing import NEAR
from thidua_cli.document.templating.sandbox import TemplateEnvironment
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DIRECTIVE_LINE = re.compile(r"[ \t]*@([\w-]*)")
# How Jinja2's messages begin, and our variant of TD601.
SYNTAX = {
    "No filter named": "filter",
    "No test named": "filter",
    "Encountered unknown tag": "tag",
    "Unexpected end of template": "unclosed",
    "recursive": "recursive",
    "long figure": "figure",
    "nested too deep": "nested",
}
VALUE = re.compile(f"({VALUE_START}[^{VALUE_START}{VALUE_END}]*{VALUE_END})")
SPACES = re.compile(" {2,}")
BEFORE_MARK = re.compile(r" +(?=[,;.:)])")
# One bracket after another becomes one: `(sạch nhà, sạch bếp) (theo …)`.
BRACKETS = re.compile(rf"\)(?:{VALUE_END} {VALUE_START}?| {VALUE_START})\(")
Result = TypeVar("Result")
QUOTED = re.compile(r"'([^']*)'")
ELEMENT = "has no element "  # what Jinja2 says before a place that a list does not have


class Templates(NamedTuple):
    """The templates of a repository over the shipped ones."""

    environment: TemplateEnvironment
    loader: FolderLoader

    def has(self, name: str) -> bool:
        """Whether there is a template of that name."""
        return self.loader.find(name) is not None

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The filled-in text of a template; call it inside `guarded`."""
        return together(self.environment.get_template(name).generate(values))

    def guarded(self, name: str, work: Callable[[], Result]) -> tuple[Result | None, list[Finding]]:
        """The result of work that renders templates, or what is wrong with one of them."""
        self.environment.limit = Limit()
        try:
            return work(), []
        except Exception as error:  # a template may fail in any way Python code can
            finding = self._finding(error, name)
            if finding is None:
                raise
            return None, [finding]

    def part(self, name: str, values: Mapping[str, Any]) -> str:
        """The text of a small template as one line; call it inside `guarded`."""
        return _sentence(self.render(name, values))

    def unknown_directives(self) -> list[Finding]:
        """Directives in any template that do not exist, at their own line."""
        return [
            directive_finding(Span(source.shown, number, 1, number, len(line) + 1), found[1])
            for source in self.loader.files()
            for number, line in enumerate(source.path.read_text("utf-8", "replace").split("\n"), 1)
            if (found := DIRECTIVE_LINE.match(line)) and found[1] not in COMPONENTS
        ]

    def _finding(self, error: Exception, name: str) -> Finding | None:
        """The error as a finding; None where no template has a part in it: that is a fault of ours."""
        inside = self._line_of(error)
        where = inside or _line_span(self.loader.shown(name), 1)
        if isinstance(error, TemplateSyntaxError):
            path = error.filename or where.path
            variant, values = _syntax(error.message or "")
            return Finding("TD601", _line_span(path, error.lineno), values, variant)
        if isinstance(error, TemplateNotFound):
            return Finding("TD602", where, {"name": str(error.name or name)})
        if isinstance(error, OSError):
            return Finding("TD602", where, {"name": Path(str(error.filename)).name}, "unreadable")
        if isinstance(error, UndefinedError):
            message, near, names = (*str(error).split(NEAR), "", "")[:3]
            values = {
                "name": _quoted(message) or message.rpartition(ELEMENT)[2],
                "near": near,
                "names": names,
            }
            return Finding("TD603", where, values, "near" if near else "has" if names else "")
        if isinstance(error, SecurityError):
            name = _quoted(str(error), first=True)
            return Finding("TD604", where, {"name": name}, "" if name else "call")
        if isinstance(error, TooMuchError) and error.place:
            return Finding("TD605", error.place, {}, "plan")
        if isinstance(error, TooMuchError | RecursionError | OverflowError | MemoryError):
            return Finding("TD605", where)
        if isinstance(error, UnicodeDecodeError):
            return Finding("TD606", where, {"byte": str(error.start)})
        return Finding("TD607", inside) if inside else None

    def _line_of(self, error: Exception) -> Span | None:
        """The deepest template line that the error passed through."""
        from traceback import extract_tb

        for frame in reversed(extract_tb(error.__traceback__)):
            if frame.filename in self.loader.given:
                return _line_span(frame.filename, frame.lineno)
        return None


def open_templates(own: Folder | None = None) -> Templates:
    """The templates: those of a folder of one's own, where given, before the shipped ones."""
    loader = FolderLoader((*((own,) if own else ()), shipped_folder()))
    environment = TemplateEnvironment(loader=loader)
    environment.filters = {
        name: environment.bounded(function, DEAR.get(name, 1)) for name, function in FILTERS.items()
    }
    known: dict[str, Any] = dict(environment.tests)
    environment.tests = {name: environment.bounded(known[name]) for name in TESTS}
    return Templates(environment, loader)


def directive_finding(span: Span, name: str) -> Finding:
    """An unknown directive, with the one that was probably meant."""
    near = nearest(name, COMPONENTS)
    return Finding("TD608", span, {"name": name, "near": near[0] if near else ""}, "near" if near else "")


def _line_span(path: str, line: int | None) -> Span:
    number = line or 1
    return Span(path, number, 1, number, 1)


def _sentence(text: str) -> str:
    """Lines of a template as one: single spaces, none before a closing mark; values stay as they are."""
    pieces = VALUE.split(text.strip().replace("\n", " "))
    # Every second piece is a value.
    pieces[::2] = [BEFORE_MARK.sub("", SPACES.sub(" ", piece)).replace(") (", "; ") for piece in pieces[::2]]
    return BRACKETS.sub(_one_bracket, "".join(pieces)).strip()


def _one_bracket(found: re.Match[str]) -> str:
    return found[0].replace(")", ";").replace("(", "")


def _syntax(message: str) -> tuple[str, dict[str, str]]:
    """Which kind of mistake Jinja2's message speaks of; the name in it, and the one probably meant."""
    variant = next((kind for start, kind in SYNTAX.items() if message.startswith(start)), "")
    if variant not in ("filter", "tag"):
        return variant, {}
    values = {"name": _quoted(message, first=True)}
    near = nearest(values["name"], (*FILTERS, *TESTS)) if variant == "filter" else []
    return (f"{variant}-near", values | {"near": near[0]}) if near else (variant, values)


def _quoted(message: str, *, first: bool = False) -> str:
    """The name that one of Jinja2's messages is about: the last quoted word, or the first."""
    found = QUOTED.findall(message)
    return found[0 if first else -1] if found else ""
