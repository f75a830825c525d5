"""The numbers of a local rule by date: each with its document, article, days, and when it was checked."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Basis, Finding, Related
from thidua_cli.law.local.criteria_reading import read_criteria
from thidua_cli.law.local.lookup_reading import read_lookup
from thidua_cli.law.pack import LOCAL_GRADE
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rounding, State
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.numbers import format_number, parse_number
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from thidua_cli.findings.span import Span
    from thidua_cli.law.local.fields import Fields
    from thidua_cli.law.local.pack import LocalDocument
    from thidua_cli.law.rulings.criteria.tree import Node
    from thidua_cli.source.nodes import Scalar

RATIOS = frozenset({Kind.RATIO_CAP, Kind.RATIO_FLOOR})
VALUED = RATIOS | {Kind.MINIMUM_COUNT, Kind.MAXIMUM_COUNT}
# The keys of a number, and of the rule around it.
NUMBER_KEYS: tuple[str, ...] = (
    *("from", "to", "value", "value_by", "rows", "criteria", "reading"),
    *("strict", "rounding", "at_least_one", "document", "at", "quote", "checked"),
)
RULE_KEYS: tuple[str, ...] = (
    *("name", "over", "adopts", "kind", "title", "numerator", "base", "subject"),
    *("requires", "message", "message_en", "numbers"),
)
_PERCENT = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,6})?) ?%")
_FRACTION = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})")
_CENTURY = 20
_COUNT = re.compile(r"[0-9]{1,9}")


class Placed(NamedTuple):
    """A number and the place of its group; `reading`: which of the national candidates it takes over."""

    number: DatedValue
    span: Span
    reading: str = ""


def read_numbers(
    fields: Fields,
    kind: Kind | None,
    documents: Mapping[str, LocalDocument],
    *,
    optional: bool = False,
    base: str | None = None,
) -> tuple[Placed, ...]:
    """The numbers in order of time; `kind` None is a condition. `optional`: a value may be left out.

    `base`: of what a share is taken, where the number may be a table by facts.
    """
    listed = fields.list("numbers")
    if listed is not None and not listed.items:
        fields.say("TD107", listed.span, "items-min", key="numbers", bound="1", found="")
    placed: list[Placed] = []
    for item in fields.items("numbers") if listed else ():
        reading = item.text("reading", required=False) if optional else None
        number = _number(item, kind, documents, optional, base)
        if number is not None:
            placed.append(Placed(number, item.node.span, reading or ""))
    placed.sort(key=lambda each: each.number.since)
    _check_periods(placed, fields.findings)
    return tuple(placed)


def _number(
    item: Fields, kind: Kind | None, documents: Mapping[str, LocalDocument], optional: bool, base: str | None
) -> DatedValue | None:
    valued, by_facts = kind in VALUED, base is not None and item.has("value_by")
    ways = read_lookup(item, (base or "",), lambda row: _value(row, kind, required=True)) if by_facts else ()
    value = _value(item, kind, required=not optional) if valued and not by_facts else None
    standard = _standard(item, required=not optional) if kind is Kind.CRITERIA else None
    since, to = item.day("from"), item.day("to", required=False)
    strict = bool(item.flag("strict")) if valued else False
    rounding, at_least_one = _rounding(item) if kind is Kind.RATIO_CAP else (None, False)
    document = _document(item, documents)
    at, quote = item.text("at"), item.text("quote", required=False)
    checked = _checked(item)
    item.unread(above=RULE_KEYS)
    lacking = not optional and (
        (valued and value is None and not ways) or (kind is Kind.CRITERIA and standard is None)
    )
    if since is None or document is None or at is None or lacking:
        return None
    if to is not None and to <= since:
        item.say("TD814", item.span("to"), "order", since=format_short(since), to=format_short(to), other="")
        return None
    _check_document(item, document, since, to)
    basis = Basis(document.label, at, document.since, to or document.to, quote or "")
    return DatedValue(
        since=since,
        to=to,
        state=State.IN_FORCE,
        value=value,
        strict=strict,
        basis=(basis,),
        grade=LOCAL_GRADE,
        checked=checked,
        criteria=standard,
        readings=tuple(way._replace(id=str(place), basis=(basis,)) for place, way in enumerate(ways, 1)),
        rounding=rounding,
        at_least_one=at_least_one,
    )


def _checked(item: Fields) -> date | None:
    """The day on which a number was compared with its document: one of this century."""
    checked = item.day("checked")
    if checked is None or checked.year // 100 == _CENTURY:
        return checked
    found = item.scalar("checked")
    values = {"key": "checked", "found": excerpt(found.text) if found else "", "meaning": ""}
    item.say("TD106", item.span("checked"), "century", **values)
    return None


def _standard(item: Fields, *, required: bool) -> Node | None:
    """What the title asks for, as a tree of criteria."""
    found = item.group("criteria", required=required)
    return read_criteria(found, item.findings) if found else None


def _rounding(item: Fields) -> tuple[Rounding | None, bool]:
    """How a share of heads becomes a number of heads, where the document says it."""
    word = item.word("rounding", tuple(Rounding), required=False)
    return Rounding(word) if word else None, bool(item.flag("at_least_one"))


def _value(item: Fields, kind: Kind | None, *, required: bool) -> Fraction | None:
    """`10%`, `13,5%` or `2/3` for a share; a whole number for a count."""
    scalar = item.scalar("value", required=required)
    if scalar is None:
        return None
    text = scalar.text.strip()
    if kind in RATIOS:
        percent, fraction = _PERCENT.fullmatch(text), _FRACTION.fullmatch(text)
        share = None
        if percent:
            number = parse_number(percent[1])
            if number.value is None:
                _say_readings(item, scalar, number.readings)
                return None
            share = Fraction(number.value) / 100
        elif fraction:
            share = Fraction(int(fraction[1]), int(fraction[2]))
        if share is not None and share <= 1:
            return share
        examples = "10%, 13,5%, 2/3"
    else:
        if _COUNT.fullmatch(text):
            return Fraction(int(text))
        examples = "0, 1, 3"
    values = {"key": "value", "found": excerpt(text), "meaning": "", "examples": examples}
    item.say("TD106", scalar.span, "examples", **values)
    return None


def _say_readings(item: Fields, scalar: Scalar, readings: Sequence[Decimal]) -> None:
    first, second = map(format_number, readings)
    # A zero more is no group of thousands.
    clear = first if parse_number(first).value is not None else f"{first}0"
    values = {"first": f"{first}%", "second": f"{second}%", "clear": f"{clear}%"}
    item.say("TD106", scalar.span, "readings", key="value", found=excerpt(scalar.text.strip()), **values)


def _document(item: Fields, documents: Mapping[str, LocalDocument]) -> LocalDocument | None:
    if not item.has("document"):
        item.say("TD811", item.node.span, documents=", ".join(documents))
        return None
    ident = item.scalar("document")
    if ident is None:
        return None
    if ident.text not in documents:
        item.say("TD812", ident.span, document=excerpt(ident.text), documents=", ".join(documents))
    return documents.get(ident.text)


def _check_document(item: Fields, document: LocalDocument, since: date, to: date | None) -> None:
    values = {"document": document.symbol, "since": format_short(document.since), "to": ""}
    if since < document.since:
        item.say("TD813", item.span("from"), **values)
    elif document.to is not None and (to is None or to > document.to):
        values["to"] = format_short(document.to)
        item.say("TD813", item.span("to"), "after", **values)


def _check_periods(placed: Sequence[Placed], findings: list[Finding]) -> None:
    for before, after in pairwise(placed):
        end = before.number.to
        if end is None or after.number.since < end:
            values = {
                "since": format_short(after.number.since),
                "to": format_short(end) if end else "",
                "other": format_short(before.number.since),
            }
            variant = "" if end else "open"
            related = (Related(before.span),)
            findings.append(Finding("TD814", after.span, values, variant, related=related))
