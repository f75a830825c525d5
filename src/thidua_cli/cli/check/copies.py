"""The mended copies that `check --fix -o` writes: never over a file that is read."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import typer

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Finding
    from thidua_cli.repository.word_files import WordPath

SUFFIX = ".docx"


def copies_of(output: str, files: Sequence[WordPath]) -> Copies:
    """Where the copies of the files go: a file for one, a folder for any number."""
    path = Path(output)
    single = path.suffix.lower() == SUFFIX and not path.is_dir()
    if single and len(files) > 1:
        raise typer.BadParameter(t("check.one_file", count=len(files)))
    copies = Copies(path.parent if single else path, path.name if single else "", files)
    if over := copies.over_input():
        raise typer.BadParameter(t("check.over_input", path=over))
    return copies


class Copies:
    """The copies made so far, by their names in the folder."""

    def __init__(self, folder: Path, name: str, files: Sequence[WordPath]) -> None:
        self._folder, self._name = folder, name
        self._files = files
        self._contents: dict[str, bytes] = {}
        self._told: dict[str, str] = {}

    def over_input(self) -> str:
        """The first input that a copy would take the place of, by whatever name or link; empty for none."""
        for file in self._files:
            target = self._folder / (self._name or file.name)
            if any(target.exists() and target.samefile(each.path) for each in self._files):
                return target.as_posix()
        return ""

    def add(self, file: WordPath, content: bytes, fixed: Counter[str]) -> str:
        """Take the copy of a file; gives the path that it is shown by."""
        name = self._name or self._free(file.name)
        self._contents[name] = content
        shown = (self._folder / name).as_posix()
        codes = ", ".join(f"{code} ({times})" if times > 1 else code for code, times in sorted(fixed.items()))
        key = "check.mended" if fixed else "check.nothing_mended"
        self._told[shown] = t(key, path=file.shown, copy=shown, count=fixed.total(), codes=codes)
        return shown

    def put(self, force: bool) -> list[Finding]:
        """Write them and say on stderr what was done; the findings tell what could not be written."""
        from thidua_cli.repository.outputs import write_outputs

        if not self._contents:
            return []
        inputs = [file.path for file in self._files]
        outputs = write_outputs(self._folder, self._contents, force, inputs)
        for path in (*outputs.written, *outputs.unchanged):
            sys.stderr.write(self._told[path.as_posix()] + "\n")
        return list(outputs.findings)

    def _free(self, name: str) -> str:
        """The name, numbered where another file has it already."""
        taken = {each.casefold() for each in self._contents}
        path, number = PurePosixPath(name), 1
        while name.casefold() in taken:
            number += 1
            name = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
        return name
