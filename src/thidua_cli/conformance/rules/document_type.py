"""Which type a document is of where its type name does not tell: by a V/v line, or by its symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.law.registers.document_types import LETTER, document_types
from thidua_cli.vietnamese.citations import parse_symbol

if TYPE_CHECKING:
    from thidua_cli.conformance.rules.case import Case

JOINT = "LT"  # after the type's abbreviation in the symbol of several bodies


def type_of(case: Case) -> str:
    """The id of the type; empty where it cannot be told."""
    if case.anatomy.type or case.has(Component.TYPE_NAME):
        return case.anatomy.type
    if case.has(Component.ABOUT):
        return LETTER
    number = case.first(Component.NUMBER)
    return "" if number is None else _abbreviated(parse_symbol(number.line.printed).kind)


def _abbreviated(kind: str) -> str:
    """The id of the type that an abbreviation stands for, a joint document's (`KHLT`) too; empty for none."""
    wanted = {kind.upper(), kind.upper().removesuffix(JOINT)}
    known = ((one.id, one.abbreviation or "") for one in document_types().values())
    return next((ident for ident, short in known if short and short.upper() in wanted), "")
