"""`thidua check FILE.docx…`: anybody's Word files against the layout that the decree asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from thidua_cli.cli.language import t
from thidua_cli.cli.options.parameters import FAIL_ON, FORCE, FORMAT, IGNORE, SELECT, VERDICTS
from thidua_cli.cli.options.selecting import selection
from thidua_cli.cli.output.reports import emit
from thidua_cli.findings.finding import Severity

PATHS: Any = typer.Argument(...)
HOUSE: Any = typer.Option(False, "--house")
FIX: Any = typer.Option(False, "--fix")
UNSAFE: Any = typer.Option(False, "--unsafe-fixes")
OUTPUT: Any = typer.Option(None, "-o", "--output")
HTML: Any = typer.Option(None, "--html")
PAGES = (".html", ".htm")
STANDARD_OUTPUT = "-"


def check(
    paths: list[str] = PATHS,
    format: str = FORMAT,
    verdicts: bool = VERDICTS,
    fail_on: str = FAIL_ON,
    select: list[str] = SELECT,
    ignore: list[str] = IGNORE,
    house: bool = HOUSE,
    fix: bool = FIX,
    unsafe_fixes: bool = UNSAFE,
    output: str | None = OUTPUT,
    html: str | None = HTML,
    force: bool = FORCE,
) -> int:
    """Hold every file named against the decree, mend copies where asked to, print one report.

    Returns the exit code: that of the copies where there are any.
    """
    chosen = selection(select, ignore)
    _check_together(fix=fix, unsafe=unsafe_fixes, output=output, html=html, force=force)
    from thidua_cli.cli.check.copies import Copies, copies_of
    from thidua_cli.cli.check.files import Seen
    from thidua_cli.repository.word_files import word_files

    files, problems = word_files(paths, Path.cwd())
    copies: Copies | None = copies_of(output, files) if output else None
    seen = Seen(chosen, problems, house=house)
    seen.look_at(files, copies, unsafe=unsafe_fixes, shows=html is not None)
    if copies is not None:
        seen.findings += copies.put(force)
    if html is not None:
        seen.findings += seen.put_page(Path(html), force, [file.path for file in files])
    code = emit(seen.report(), format, verdicts=verdicts, fail_on=Severity(fail_on), selection=chosen)
    seen.tell_mendable(fixed=fix, unsafe=unsafe_fixes)
    return code


def _check_together(*, fix: bool, unsafe: bool, output: str | None, html: str | None, force: bool) -> None:
    """Refuse options that would be without effect, or need another one."""
    if fix and not output:
        raise typer.BadParameter(t("check.fix_needs_output"))
    if html is not None and Path(html).suffix.lower() not in PAGES:
        raise typer.BadParameter(t("check.page_name", name=html, endings=", ".join(PAGES)))
    if output == STANDARD_OUTPUT:
        raise typer.BadParameter(t("check.no_stream"))
    for used, needed, option in (
        (unsafe, fix, "--unsafe-fixes"),
        (output, fix, "-o"),
        (force, fix or html, "--force"),
    ):
        if used and not needed:
            raise typer.BadParameter(t("check.without_effect", option=option))
