"""Who receives the document: `Kính gửi` above the text, `Nơi nhận` below it (Mục II, 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.case import MAIN_UNIT
from thidua_cli.conformance.rules.metrics import width_of
from thidua_cli.conformance.rules.outcome import (
    NOT_ASKED,
    NOTHING,
    PARTLY_READ,
    UNMEASURED,
    UNPLACED,
    Deviation,
    Outcome,
    at,
    outcome_of,
)
from thidua_cli.conformance.rules.values import millimetres, quoted
from thidua_cli.vietnamese.text import fold, nfc, plain_dashes, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.conformance.model.anatomy import Recognised
    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.conformance.rules.case import Case
    from thidua_cli.conformance.rules.profile import Check


def one_a_line(case: Case, check: Check) -> Outcome:
    """One addressee on the line of `Kính gửi` (`words`); two or more each on a line of its own below it."""
    words = re.compile(check.options["words"])

    def look(first: Recognised, names: Sequence[Recognised]) -> Deviation | str | None:
        inline = words.sub("", squeeze(nfc(first.line.printed)), count=1)
        if not names:
            several = len([part for part in inline.split(";") if part.strip(" .;")]) > 1
            return at(first, quoted("actual", inline), variant="several") if several else None
        if names[0].line.place.cells != first.line.place.cells:
            return None if len(names) == 1 or not inline else UNPLACED
        if inline:
            return at(first, quoted("actual", inline), variant="several")
        return at(first, {}, variant="one") if len(names) == 1 else None

    return outcome_of(look(first, names) for first, names in _letters(case))


def dashes(case: Case, check: Check) -> Outcome:
    """Every line of the list begins with a hyphen."""

    def look(found: Recognised) -> Deviation | None:
        text = squeeze(f"{found.line.label} {found.line.printed}")
        return (
            None if text.startswith("-") else at(found, case.name(found.component) | quoted("actual", text))
        )

    listed = [
        found
        for found in case.of(check.components)
        if found.component is not Component.ADDRESSEE or _is_listed(case, found)
    ]
    return outcome_of(map(look, listed))


def dashes_under_colon(case: Case, check: Check) -> Outcome:
    """The hyphens of the addressees below one another, and below the colon of `Kính gửi:`."""
    tolerance = check.options["tolerance"]

    def look(first: Recognised, names: Sequence[Recognised]) -> Deviation | str | None:
        starts = [_start(each.line) for each in names]
        if None in starts or names[0].line.place.cells != first.line.place.cells:
            return UNMEASURED
        known = [start or 0 for start in starts]
        for found, start in zip(names, known, strict=True):
            if abs(start - known[0]) > check.options["apart"]:
                return at(found, millimetres("actual", abs(start - known[0])), variant="apart")
        colon = _colon(first.line)
        if colon is None:
            return UNMEASURED
        away = abs(known[0] - colon)
        return at(names[0], millimetres("actual", away)) if away > tolerance else None

    lists = ((first, names) for first, names in _letters(case) if len(names) > 1)
    return outcome_of(look(first, names) for first, names in lists)


def archive_last(case: Case, check: Check) -> Outcome:
    """The last line of `Nơi nhận` is the archive's (`kept`), written in its `form`: `- Lưu: VT, …`."""
    form, kept = (re.compile(check.options[name]) for name in ("form", "kept"))
    listed = case.of((Component.RECIPIENT,), MAIN_UNIT)
    if not listed:
        return NOTHING
    texts = [plain_dashes(squeeze(nfc(each.line.printed))) for each in listed]
    if form.match(texts[-1]):
        return Outcome(looked=1)
    variant = "form" if kept.match(texts[-1]) else "last" if any(map(kept.match, texts)) else "missing"
    return outcome_of([at(listed[-1], quoted("actual", texts[-1]), variant=variant)])


def opens_as(case: Case, check: Check) -> Outcome:
    """The list opens with `words`: `Như trên` in types with `Kính gửi`, `Như Điều` in the `decisions`."""
    listed = case.of((Component.RECIPIENT,), MAIN_UNIT)
    if not listed:
        return NOTHING
    fine = fold(listed[0].line.text).lstrip("- ").startswith(fold(check.options["words"]))
    values = quoted("actual", listed[0].line.text)
    if "decisions" in check.options:
        if case.type not in check.options["decisions"]:
            return NOT_ASKED
    elif case.type in check.options["unaddressed"]:
        to_nobody = fine and not case.has(Component.SEND_TO)
        return outcome_of([at(listed[0], values, variant="nobody") if to_nobody else None])
    elif not case.has(Component.SEND_TO):
        return NOT_ASKED
    return outcome_of([None if fine else at(listed[0], values)])


def letter_types(case: Case, check: Check) -> Outcome:
    """The types in `needed` have `Kính gửi`, those in `never` have none."""
    first = case.first(Component.SEND_TO)
    kind = case.type
    if not kind:
        return Outcome(unknown=UNPLACED)
    if kind in check.options["needed"] and first is None:
        return outcome_of([PARTLY_READ if case.partly_read else Deviation(variant="missing")])
    if kind in check.options["never"] and first is not None:
        return outcome_of([at(first, {})])
    return Outcome(looked=1)


def _letters(case: Case) -> list[tuple[Recognised, Sequence[Recognised]]]:
    """Every `Kính gửi` line with the list below it."""
    return [(first, case.of((Component.ADDRESSEE,), first.unit)) for first in case.of((Component.SEND_TO,))]


def _is_listed(case: Case, found: Recognised) -> bool:
    """Whether an addressee stands in a list of several: one alone needs no hyphen."""
    return len(case.of((Component.ADDRESSEE,), found.unit)) > 1


def _start(line: Line) -> int | None:
    """Where the text begins, from the left edge; None where tabs, spaces or centring decide."""
    if line.align in ("center", "right") or line.text[:1] in "\t \u00a0":
        return None
    return line.left + line.first


def _colon(line: Line) -> int | None:
    start = _start(line)
    words: list[int | None] = []
    for each in line.stretches:
        before, colon, _ = each.text.partition(":")
        words.append(width_of([each._replace(text=before)]))
        if colon:
            break
    if start is None or None in words:
        return None
    return start + sum(width or 0 for width in words)
