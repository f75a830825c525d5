"""All that `validate` says of one file: of a plan with the criteria that it names, of criteria, of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.layout import layout_findings, layout_of
from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.overlay import laid_over, national_law
from thidua_cli.plan.criteria.loading import criteria_of_plan, load_criteria
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.rules.engine import check_plan
from thidua_cli.rules.file_kinds import FileKind
from thidua_cli.rules.plan_law import LawFiles, law_of_plan
from thidua_cli.source.comments import not_ignored

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.source.text import SourceText

NO_FILES = LawFiles()


class Validated(NamedTuple):
    """The findings that the comments leave, the verdicts, the day of the law (or None), the texts read.

    `law` names the law by which the plan was judged.
    """

    as_of: date | None
    findings: list[Finding]
    verdicts: list[Verdict]
    sources: tuple[SourceText, ...]
    law: str = ""


def validate_other(source: SourceText, kind: FileKind) -> Validated:
    """Read a file that is no plan as what it is; cases are run by a command of their own."""
    if kind is FileKind.CRITERIA:
        return Validated(None, load_criteria(source)[1], [], (source,))
    if kind is FileKind.PACK:
        from thidua_cli.law.local.reading import read_pack

        read = read_pack(source)
        clashes = laid_over(national_law().national, [read.pack])[1] if read.pack else []
        return Validated(None, [*read.findings, *clashes], [], (source,))
    return Validated(None, [Finding("TD914", source.span(0, 0))], [], (source,))


def validate_source(source: SourceText, as_of: date | None = None, files: LawFiles = NO_FILES) -> Validated:
    """Read a plan and the packs of law that it names, run every rule over it, read its criteria, and obey the
    comments of all these files.

    Without a folder (a plan from a stream) nobody knows where its criteria, tables and packs lie: they are
    not looked for.
    """
    loaded, findings = load_plan(source, PlanFiles(files.folder, files.repository))
    if loaded is None:
        return Validated(None, not_ignored(findings, source, None), [], (source,))
    law = law_of_plan(loaded, files)
    checked = check_plan(loaded, as_of, law.book)
    tables = loaded.tables[1] if files.folder else []
    layout = layout_findings(loaded, layout_of(loaded.plan.document.layout))
    findings += [*law.findings, *checked.findings, *tables, *layout]
    criteria = criteria_of_plan(loaded, files.folder) if files.folder else None
    if criteria is not None:
        findings += criteria.findings
    sources = (source, *law.sources, *((criteria.source,) if criteria and criteria.source else ()))
    left = not_ignored(findings, source, loaded.root)
    return Validated(checked.as_of, left, checked.verdicts, sources, law.book.name)
