"""Options of the commands that write documents: in which forms, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from thidua_cli.cli.language import t

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCX: Any = typer.Option(False, "--docx")
HTML: Any = typer.Option(False, "--html")
MD: Any = typer.Option(False, "--md")
PDF: Any = typer.Option(False, "--pdf")
OUTPUT: Any = typer.Option("out", "-o", "--output")
STANDARD_OUTPUT = "-"
TEXT_FORMS = ("html", "md")


class Target(NamedTuple):
    """The forms to write and where: a folder, in it one file by `name`; no folder is the standard output."""

    forms: tuple[str, ...]
    folder: Path | None
    name: str = ""

    @property
    def single(self) -> bool:
        """Whether only one document has a place there."""
        return bool(self.name) or self.folder is None


def chosen_target(output: str, *, docx: bool, html: bool, md: bool, pdf: bool, default: str = "") -> Target:
    """What `-o` and the options of forms mean together.

    A file's name chooses its form; `default` is the form where nothing names one. Usage errors: no form,
    another form than the file's, a binary form or several forms on the standard output.
    """
    asked = {"docx": docx, "html": html, "md": md, "pdf": pdf}
    forms = tuple(form for form, on in asked.items() if on)
    path = Path(output)
    suffix = path.suffix.lower().removeprefix(".")
    file = suffix in asked and not _is_folder(path)
    if file and forms not in ((), (suffix,)):
        raise typer.BadParameter(t("documents.other_form", name=output, forms=_options(forms)))
    if default and not (forms or file):
        forms = (default,)
    if not (forms or file):
        raise typer.BadParameter(t("documents.no_form", forms=_options(asked)))
    if output == STANDARD_OUTPUT:
        if len(forms) > 1 or forms[0] not in TEXT_FORMS:
            raise typer.BadParameter(t("documents.standard_output", forms=_options(TEXT_FORMS)))
        return Target(forms, None)
    return Target((suffix,), path.parent, path.name) if file else Target(forms, path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no name that the system takes: writing says why
        return False


def _options(forms: tuple[str, ...] | Mapping[str, bool]) -> str:
    return ", ".join(f"--{form}" for form in forms)
