"""The line `(Kèm theo … số … ngày …)`: in each appendix, in brackets, naming the document itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.case import MAIN_UNIT
from thidua_cli.conformance.rules.outcome import (
    LEFT_BLANK,
    NOT_ASKED,
    UNPLACED,
    Deviation,
    Outcome,
    at,
    outcome_of,
)
from thidua_cli.conformance.rules.values import quoted
from thidua_cli.vietnamese.text import fold, nfc, squeeze

if TYPE_CHECKING:
    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check

UNIT_KINDS = ("phu-luc", "kem-theo")


def present(case: Case, check: Check) -> Outcome:
    """Under the title of an appendix the line that names the document; left out in electronic ones."""
    if case.anatomy.electronic:
        return NOT_ASKED
    having = {found.unit for found in case.of((Component.ATTACHED_TO,))}
    names = case.of((Component.APPENDIX_NAME,))
    return outcome_of(
        None if found.unit in having else at(found, quoted("actual", found.line.printed)) for found in names
    )


def bracketed(case: Case, check: Check) -> Outcome:
    """The line, on however many lines it stands, in brackets."""

    def look(group: list[Recognised]) -> Deviation | None:
        text = _text(group)
        fine = text.startswith("(") and text.rstrip(".;").endswith(")")
        return None if fine else at(group[0], quoted("actual", text))

    return outcome_of(map(look, case.groups(check.components)))


def own_document(case: Case, check: Check) -> Outcome:
    """The number and the date (`number`, `date`) of the document that it belongs to.

    A line with the symbol of another document may well belong to that; nothing is said of it.
    """
    number, date = (re.compile(check.options[name]) for name in ("number", "date"))
    own = [case.first(component) for component in (Component.NUMBER, Component.PLACE_DATE)]
    issued, dated = (one and seen.search(_text([one])) for one, seen in zip(own, (number, date), strict=True))
    units = {unit.number for unit in case.anatomy.units if unit.kind in UNIT_KINDS} - {MAIN_UNIT}

    def look(group: list[Recognised]) -> Deviation | str | None:
        text = _text(group)
        named, day = number.search(text), date.search(text)
        if not issued or not named:
            return LEFT_BLANK
        if _plain(named["symbol"]) != _plain(issued["symbol"]):
            return UNPLACED
        for kind, cited, stated in (("number", named, issued), ("date", day, dated)):
            if cited and stated and _figures(cited) != _figures(stated):
                return at(group[0], quoted("actual", cited[0]) | quoted("text", stated[0]), variant=kind)
        return None if day and dated else LEFT_BLANK

    return outcome_of(look(group) for group in case.groups(check.components) if group[0].unit in units)


def _text(group: list[Recognised]) -> str:
    return squeeze(" ".join(nfc(each.line.printed) for each in group))


def _plain(symbol: str) -> str:
    return "".join(fold(symbol).split())


def _figures(seen: re.Match[str]) -> list[int]:
    return [int(figure) for figure in seen.groups() if figure.isdecimal()]
