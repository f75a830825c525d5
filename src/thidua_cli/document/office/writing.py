"""The document in an office's own Word file: every tag filled in, everything else as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from thidua_cli.document.docx.body import Body
from thidua_cli.document.docx.package import CORE_PROPERTIES
from thidua_cli.document.docx.parts import CORE_TYPE, described
from thidua_cli.document.office.assembly import Assembly, tidy
from thidua_cli.document.office.effective import OfficeSheet
from thidua_cli.document.office.fields import Blocks, Lines
from thidua_cli.document.office.insertion import Insertion
from thidua_cli.document.office.names import office_names
from thidua_cli.document.office.package import OfficePackage
from thidua_cli.document.office.setting import set_fields
from thidua_cli.document.office.soundness import check_whole
from thidua_cli.document.office.stories import Story, placed, read_stories
from thidua_cli.document.office.styles import OfficeStyles
from thidua_cli.document.office.unpacking import OfficeFileError
from thidua_cli.document.ooxml.elements import serialised
from thidua_cli.document.templating.bounds import TooMuchError
from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from thidua_cli.document.blocks import Document
    from thidua_cli.document.templating.environment import Templates
    from thidua_cli.document.templating.loader import Source

PROPERTIES = "docProps/core.xml"
# The parts of a document, and the names through which a file may print them another way.
PARTS = {
    "tham_quyen": (),
    "kinh_gui": ("head",),
    "can_cu": ("basis",),
    "noi_dung": ("outline",),
    "phu_luc": (),
}


def write_office(
    source: Source, document: Document, values: Mapping[str, Any], templates: Templates
) -> tuple[bytes | None, list[Finding]]:
    """The bytes of a Word file made from that of an office; findings (TD604, TD605, TD630 to TD638).

    `values` are those of text templates; `head` must be among them.
    """
    path = source.shown
    known = {**values, **office_names(document.blocks, values)}
    try:
        package = OfficePackage(source.path)
        check_whole(package)
        stories, findings = read_stories(package, path, templates, known)
        if any(severity_of(one) is Severity.ERROR for one in findings):
            return None, findings
        told = findings
        styles = _styles(package, document)
        findings = _fill(package, stories, path, document, styles, templates, known)
        if findings:
            return None, findings
        _describe(package, document)
        return package.packed(), [*told, *_unprinted(stories, known, path), *styles.findings(path)]
    except OfficeFileError as error:
        return None, [Finding("TD630", Span(path, 0), error.values, error.variant)]
    except OSError:
        return None, [Finding("TD630", Span(path, 0), {}, "unreadable")]
    except TooMuchError:
        return None, [Finding("TD605", Span(path, 0))]


def _styles(package: OfficePackage, document: Document) -> OfficeStyles:
    sheet, theme = (
        package.root(part) if (part := package.related(kind)) else None for kind in ("styles", "theme")
    )
    return OfficeStyles(OfficeSheet(sheet, theme), document.layout)


def _fill(
    package: OfficePackage,
    stories: Sequence[Story],
    path: str,
    document: Document,
    styles: OfficeStyles,
    templates: Templates,
    known: Mapping[str, Any],
) -> list[Finding]:
    """Put every story, filled in, back into the package; what is wrong with one of them."""
    body = Body(package, document.layout, package.charts())
    fields = {name: value for name, value in known.items() if isinstance(value, Blocks | Lines)}
    findings: list[Finding] = []
    for story in stories:
        text, faults = templates.guarded(story.key, partial(story.code.fill, known))
        findings += placed(faults, story.key, story.script, path)
        if text is None:
            continue
        assembly = Assembly(story.script)
        root = assembly.root(text)
        insertion = Insertion(body, styles, is_main=story.part == package.main)
        findings += set_fields(assembly.asked, fields, insertion, path)
        tidy(root)
        package.put(story.part, serialised(root))
    return findings


def _describe(package: OfficePackage, document: Document) -> None:
    """Write title, author and dates anew: whoever made the template is not the author of what it makes."""
    known = next((each.target for each in package.relations("") if each.kind == "core-properties"), None)
    if known is None:
        package.relate("", CORE_PROPERTIES, PROPERTIES)
    package.put(known or PROPERTIES, serialised(described(document)), CORE_TYPE)


def _unprinted(stories: Sequence[Story], known: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Parts of the document that no tag of the file prints."""
    used = {name for story in stories for name in story.code.names}
    for name, others in PARTS.items():
        field = known[name]
        filled = field.blocks if isinstance(field, Blocks) else field
        if filled and not used & {name, *others}:
            yield Finding("TD635", Span(path, 0), {"name": name}, name)
