"""The parts of an office's file that have tags, ready to be filled in, and what is wrong with their tags."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.document.office.lookalikes import lookalikes
from thidua_cli.document.office.misspelt import misspelling, unreadable
from thidua_cli.document.office.places import spots_of
from thidua_cli.document.office.rendering import Compiled, compiled, unknown_names
from thidua_cli.document.office.walking import script_of
from thidua_cli.document.templating.bounds import TooMuchError
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua_cli.document.office.package import OfficePackage
    from thidua_cli.document.office.script import Script
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.findings.finding import Finding

MOST_STORIES = 100
# The codes of text templates, whose words speak of lines, and those of Word files, which have none.
SYNTAX = "TD601"
OWN_CODES = {SYNTAX: "TD631", "TD603": "TD634", "TD607": "TD636"}


class Story(NamedTuple):
    """A part with tags: its name in the package and in errors, its script, its code."""

    part: str
    key: str
    script: Script
    code: Compiled


def read_stories(
    package: OfficePackage, path: str, templates: Templates, known: Mapping[str, Any]
) -> tuple[list[Story], list[Finding]]:
    """The stories of a file shown as `path`; `known` are the values that tags may name.

    Raises OfficeFileError and TooMuchError.
    """
    stories: list[Story] = []
    findings: list[Finding] = []
    for number, (part, name) in enumerate(package.stories()):
        if number == MOST_STORIES:
            raise TooMuchError
        root = package.root(part)
        spots = spots_of(root, name)
        findings += lookalikes(spots, known, path)
        script = script_of(root, spots)
        if script is not None:
            code, wrong = _compiled(script, f"{path}#{name}", path, templates, known)
            findings += wrong
            if code is not None:
                stories.append(Story(part, f"{path}#{name}", script, code))
    return stories, findings


def _compiled(
    script: Script, key: str, path: str, templates: Templates, known: Mapping[str, Any]
) -> tuple[Compiled | None, list[Finding]]:
    wrong = list(script.nesting.findings(path))
    if wrong:
        return None, wrong
    code, faults = templates.guarded(key, lambda: compiled(script, key, templates))
    if code is None:
        quoting = [_quoting(one, script, templates, known) for one in faults]
        return None, placed(quoting, key, script, path)
    return code, list(unknown_names(code, script, known, path))


def _quoting(finding: Finding, script: Script, templates: Templates, known: Mapping[str, Any]) -> Finding:
    """The finding with the tag it means, where Jinja2 only says that something on the line is wrong."""
    if finding.code != SYNTAX or finding.variant:
        return finding
    tags = (tag for line, tag in script.tags if line == finding.span.line)
    tag = unreadable(tags, templates.environment)
    if tag is None:
        return finding
    variant, values = misspelling(tag, known)
    return replace(finding, variant=variant, values=values)


def placed(findings: Iterable[Finding], key: str, script: Script, path: str) -> list[Finding]:
    """Findings at lines of a script as findings at paragraphs of the file; others as they are."""
    return list(_placed(findings, key, script, path))


def _placed(findings: Iterable[Finding], key: str, script: Script, path: str) -> Iterator[Finding]:
    for finding in findings:
        if finding.span.path != key:
            yield finding
            continue
        line = finding.span.line
        spot = script.spots[line - 1] if 0 < line <= len(script.spots) else None
        span = spot.span(path) if spot else Span(path, 0)
        code = OWN_CODES.get(finding.code, finding.code)
        yield replace(finding, code=code, span=span, excerpt=(spot.text,) if spot else ())
