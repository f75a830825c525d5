"""Where templates come from: a repository's own folder before the shipped one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from thidua_cli.document.characters import ILLEGAL
from thidua_cli.document.templating.bounds import TooMuchError
from thidua_cli.vietnamese.text import nfc

MAX_TEMPLATE = 1_000_000
SUFFIX = ".j2"
PACKAGED = Path(__file__).parents[2] / "templates"
CHECKOUT = Path(__file__).parents[4] / "templates"


# Wherever the program is installed, what people read is the same.
SHIPPED = "thidua_cli/templates"


class Folder(NamedTuple):
    """A folder of templates and the name by which people know it."""

    path: Path
    shown: str


class Source(NamedTuple):
    """The file of a template and the path by which it is shown."""

    path: Path
    shown: str


def shipped_folder() -> Folder:
    """The folder of the templates that come with the program."""
    return Folder(PACKAGED if PACKAGED.is_dir() else CHECKOUT, SHIPPED)


class FolderLoader(BaseLoader):
    """Templates by name from folders, the first that has it wins; no name leads out of its folder."""

    def __init__(self, folders: tuple[Folder, ...]) -> None:
        self.folders = folders
        self.given: set[str] = set()  # the shown paths of the templates given out

    def find(self, name: str) -> Source | None:
        """The file of a template name."""
        try:
            parts = split_template_path(name)
        except TemplateNotFound:
            return None
        for folder in self.folders:
            path = folder.path.joinpath(*parts)
            if _is_within(path, folder.path):
                return Source(path, "/".join((folder.shown, *parts)))
        return None

    def overlooked(self, name: str) -> Source | None:
        """What a folder has of a name, in whatever letters, although `find` gives no file of that name."""
        for folder in self.folders:
            with suppress(OSError):  # a folder that nobody may look into
                for entry in sorted(folder.path.iterdir()):
                    if nfc(entry.name).casefold() == name.casefold():
                        return Source(entry, f"{folder.shown}/{entry.name}")
        return None

    def shown(self, name: str) -> str:
        """The path by which a template is shown; of one that does not exist, its name."""
        found = self.find(name)
        return found.shown if found else name

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        """The text of a template, for Jinja2; raises TemplateNotFound and OSError or UnicodeDecodeError."""
        source = self.find(template)
        if source is None:
            raise TemplateNotFound(template)
        self.given.add(source.shown)
        data = source.path.read_bytes()[: MAX_TEMPLATE + 1]
        if len(data) > MAX_TEMPLATE:
            raise TooMuchError
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return "\n".join(ILLEGAL.sub("", line) for line in text.split("\n")), source.shown, None

    def files(self) -> list[Source]:
        """Every template file, the one that wins of each name, in order of names."""
        names = {
            path.relative_to(folder.path).as_posix()
            for folder in self.folders
            for path in folder.path.rglob(f"*{SUFFIX}")
        }
        return [source for name in sorted(names) if (source := self.find(name))]


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:  # a name that is too long for a file is that of none
        return False
