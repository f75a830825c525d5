"""What comes with a document, ready to print: appendices, and the documents that a decision issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.composing.body import Body, Line
from thidua_cli.law.registers.document_types import kind_name
from thidua_cli.vietnamese.roman import roman
from thidua_cli.vietnamese.text import lower_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.composing.prose import Prose
    from thidua_cli.plan.data_tables.printed import PrintedTable
    from thidua_cli.plan.plan import Plan

APPENDIX = "Phụ lục"


class PrintedAppendix(NamedTuple):
    """An appendix: `Phụ lục`, or `Phụ lục I` where there are several (III.1.a)."""

    name: str
    title: str
    landscape: bool
    lines: list[Line]


class PrintedEnclosure(NamedTuple):
    """A document that the one before it issues (Mẫu 1.3)."""

    type_name: str
    subject: str
    lines: list[Line]


def annex_names(plan: Plan) -> dict[str, str]:
    """What the text calls each appendix and each enclosed document, by id."""
    several = len(plan.appendices) > 1
    names = {
        appendix.id: f"{APPENDIX} {roman(place)}" if several else APPENDIX
        for place, appendix in enumerate(plan.appendices, 1)
    }
    return names | {
        one.id: f"{kind_name(one.type) or one.type} {lower_first(one.subject)}" for one in plan.enclosures
    }


def appendices_of(prose: Prose, tables: Mapping[str, PrintedTable]) -> list[PrintedAppendix]:
    """The appendices of a plan; articles and chapters are counted anew in each."""
    plan = prose.loaded.plan
    names = annex_names(plan)
    return [
        PrintedAppendix(
            names[one.id],
            one.title,
            one.landscape,
            Body(prose, tables).lines(one.outline, ("appendices", place, "outline"), "", one.numbering),
        )
        for place, one in enumerate(plan.appendices)
    ]


def enclosures_of(prose: Prose, tables: Mapping[str, PrintedTable]) -> list[PrintedEnclosure]:
    """The documents that a plan's decision issues."""
    return [
        PrintedEnclosure(
            kind_name(one.type) or one.type,
            one.subject,
            Body(prose, tables).lines(one.outline, ("enclosures", place, "outline"), one.type, one.numbering),
        )
        for place, one in enumerate(prose.loaded.plan.enclosures)
    ]
