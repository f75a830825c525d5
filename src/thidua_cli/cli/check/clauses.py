"""A rule of layout on the page of its code: the clauses it rests on, and how to set it aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_cli.cli.language import language, t
from thidua_cli.cli.output.page import item, paragraph, section
from thidua_cli.conformance.rules.profile import profile
from thidua_cli.findings.formats.words import basis_text

if TYPE_CHECKING:
    from thidua_cli.findings.catalogue import Entry
    from thidua_cli.findings.finding import Basis


def clauses_of(entry: Entry) -> tuple[Basis, ...]:
    """The clauses that the checks of a code rest on; none where it is no rule of layout."""
    rule = profile().rules.get(entry.code)
    return tuple(dict.fromkeys(basis for check in rule.checks for basis in check.basis)) if rule else ()


def layout_sections(entry: Entry) -> list[str]:
    """The clauses, then the comment in Word that sets the rule aside."""
    if entry.code not in profile().rules:
        return []
    clauses = [item(basis_text(basis, language())) for basis in clauses_of(entry)]
    comment = paragraph(t("explain.suppression_in_word", code=entry.code))
    return [section(t("explain.heading.clauses"), clauses), section(t("explain.heading.suppress"), [comment])]


def clauses_data(entry: Entry) -> dict[str, Any]:
    """The same as plain data."""
    clauses = [{"document": basis.document, "at": basis.at} for basis in clauses_of(entry)]
    return {"basis": clauses} if clauses else {}
