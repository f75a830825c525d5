"""Where templates come from: a repository's own folder before the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.loaders import split_template_path

from thidua_cli.document.characters import ILLEGAL
from thidua_cli.document.sandbox import TooMuchError

MAX_TEMPLATE = 1_000_000
SUFFIX = ".j2"
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
