"""Where templates come from, and what happens when one of them is wrong."""

from __future__ import annotations

import difflib
import re
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.loaders import split_template_path

from thidua_cli.document.characters import ILLEGAL
from thidua_cli.document.filters import FILTERS, TESTS
from thidua_cli.document.markup import COMPONENTS, VALUE_END, VALUE_START
from thidua_cli.document.sandbox import MAX_TEXT, Limit, TemplateEnvironment, TooMuchError
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MAX_TEMPLATE = 1_000_000
SUFFIX = ".j2"
DIRECTIVE_LINE = re.compile(r"[ \t]*@([\w-]*)")
# How Jinja2's messages begin, and our variant of TD601.
SYNTAX = {
    "No filter named": "filter",
    "No test named": "filter",
    "Encountered unknown tag": "tag",
    "Unexpected end of template": "unclosed",
    "recursive": "recursive",
}
VALUE = re.compile(f"({VALUE_START}[^{VALUE_END}]*{VALUE_END})")
SPACES = re.compile(" {2,}")
BEFORE_MARK = re.compile(r" +(?=[,;.:)])")
Result = TypeVar("Result")
QUOTED = re.compile(r"'([^']*)'")
PACKAGED = Path(__file__).parents[1] / "templates"
CHECKOUT = Path(__file__).parents[3] / "templates"


def shipped_folder() -> Path:
    """The folder of the templates that come with the program."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


class FolderLoader(BaseLoader):
    """Templates by name from folders, the first that has it wins; no name leads out of its folder."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def find(self, name: str) -> Path | None:
        """The file of a template name."""
        try:
            parts = split_template_path(name)
        except TemplateNotFound:
            return None
        for folder in self.folders:
            path = folder.joinpath(*parts)
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        return None

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        """The text of a template, for Jinja2; raises TemplateNotFound and OSError or UnicodeDecodeError."""
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        data = path.read_bytes()[: MAX_TEMPLATE + 1]
        if len(data) > MAX_TEMPLATE:
            raise TooMuchError
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return "\n".join(ILLEGAL.sub("", line) for line in text.split("\n")), str(path), None

    def files(self) -> list[Path]:
        """Every template file, the one that wins of each name, in order of names."""
        names = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob(f"*{SUFFIX}")
        }
        return [path for name in sorted(names) if (path := self.find(name))]


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of a repository over the shipped ones."""

    environment: TemplateEnvironment
    loader: FolderLoader

    def has(self, name: str) -> bool:
        """Whether there is a template of that name."""
        return self.loader.find(name) is not None

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """The filled-in text of a template; call it inside `guarded`."""
        return "".join(_bounded(self.environment.get_template(name).generate(values)))

    def guarded(self, name: str, work: Callable[[], Result]) -> tuple[Result | None, list[Finding]]:
        """The result of work that renders templates, or what is wrong with one of them."""
        self.environment.limit = Limit()
        try:
            return work(), []
        except Exception as error:  # a template may fail in any way Python code can
            return None, [self._finding(error, name)]

    def part(self, name: str, values: Mapping[str, Any]) -> str:
        """The text of a small template as one line; call it inside `guarded`."""
        return _sentence(self.render(name, values))

    def unknown_directives(self) -> list[Finding]:
        """Directives in any template that do not exist, at their own line."""
        return [
            directive_finding(Span(str(path), number, 1, number, len(line) + 1), found[1])
            for path in self.loader.files()
            for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
            if (found := DIRECTIVE_LINE.match(line)) and found[1] not in COMPONENTS
        ]

    def _finding(self, error: Exception, name: str) -> Finding:
        where = self._where(error, name)
        if isinstance(error, TemplateSyntaxError):
            path = error.filename or where.path
            variant, name = _syntax(error.message or "")
            return Finding("TD601", _line_span(path, error.lineno), {"name": name}, variant)
        if isinstance(error, TemplateNotFound):
            return Finding("TD602", where, {"name": str(error.name or name)})
        if isinstance(error, UndefinedError):
            return Finding("TD603", where, {"name": _quoted(str(error))})
        if isinstance(error, SecurityError):
            return Finding("TD604", where, {"name": _quoted(str(error))})
        if isinstance(error, TooMuchError | RecursionError | OverflowError | MemoryError):
            return Finding("TD605", where)
        if isinstance(error, UnicodeDecodeError):
            return Finding("TD606", where, {"byte": str(error.start)})
        return Finding("TD607", where)

    def _where(self, error: BaseException, name: str) -> Span:
        """The deepest template line of the error, else the template's first line."""
        roots = tuple(str(folder) for folder in self.loader.folders)
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename.startswith(roots) and frame.filename.endswith(SUFFIX):
                return _line_span(frame.filename, frame.lineno)
        path = self.loader.find(name)
        return _line_span(str(path) if path else name, 1)


def open_templates(folder: Path | None = None) -> Templates:
    """The templates: those of `folder`, where given, before the shipped ones."""
    loader = FolderLoader((*((folder,) if folder else ()), shipped_folder()))
    environment = TemplateEnvironment(loader=loader)
    environment.filters = dict(FILTERS)
    environment.tests = {name: environment.tests[name] for name in TESTS}
    return Templates(environment, loader)


def directive_finding(span: Span, name: str) -> Finding:
    """An unknown directive, with the one that was probably meant."""
    near = difflib.get_close_matches(name, COMPONENTS, 1)
    return Finding("TD608", span, {"name": name, "near": near[0] if near else ""}, "near" if near else "")


def _line_span(path: str, line: int | None) -> Span:
    number = line or 1
    return Span(path, number, 1, number, 1)


def _sentence(text: str) -> str:
    """Lines of a template as one: single spaces, none before a closing mark; values stay as they are."""
    pieces = VALUE.split(text.strip().replace("\n", " "))
    # Every second piece is a value.
    pieces[::2] = [BEFORE_MARK.sub("", SPACES.sub(" ", piece)) for piece in pieces[::2]]
    return "".join(pieces).strip()


def _syntax(message: str) -> tuple[str, str]:
    """Which kind of mistake Jinja2's message speaks of, and the name in it."""
    for start, variant in SYNTAX.items():
        if message.startswith(start):
            return variant, _quoted(message) if variant in ("filter", "tag") else ""
    return "", ""


def _quoted(message: str) -> str:
    """The quoted word of one of Jinja2's messages: the name it is about."""
    found = QUOTED.findall(message)
    return (found[0] if message.startswith("Encountered") else found[-1]) if found else message


def _bounded(pieces: Iterator[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_TEXT:
            raise TooMuchError
        yield piece
