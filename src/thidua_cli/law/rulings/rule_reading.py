"""The rules from the compiled pack."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from thidua_cli.findings.finding import Basis
from thidua_cli.law.pack import day_of, is_verified
from thidua_cli.law.registers.documents import documents
from thidua_cli.law.rulings.criteria.tree import tree_of
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rounding, Rule, Small, State, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping


def rule_of(code: str, item: Mapping[str, Any]) -> Rule:
    """A rule as the compiled pack writes it, which its tests have checked."""
    return Rule(
        code=code,
        kind=Kind(item["kind"]),
        title=item.get("title"),
        numerator=item.get("numerator", ""),
        base=item.get("base"),
        notes=frozenset(item.get("notes", ())),
        numbers=tuple(_dated(number) for number in item["numbers"]),
        subject=Subject(item["subject"]),
        titles=tuple(item.get("titles", ())),
        groups=tuple(item.get("groups", ())),
        when=tree_of(item.get("when")),
    )


def _dated(item: Mapping[str, Any]) -> DatedValue:
    since, to = date.fromisoformat(item["from"]), day_of(item["to"])
    state = State(item["state"])
    # A number without a verified source is never applied.
    if state is not State.UNVERIFIED and not is_verified(item["grade"]):
        state = State.UNVERIFIED
    delegates = item.get("delegates")
    return DatedValue(
        since=since,
        to=to,
        state=state,
        value=_value(item),
        strict=bool(item.get("strict", False)),
        basis=_sources(item, since, to),
        grade=item["grade"],
        checked=day_of(item["checked"]),
        criteria=tree_of(item.get("criteria")),
        readings=tuple(_reading(reading, item, since, to) for reading in item.get("readings", ())),
        open=bool(item.get("open", False)),
        rounding=Rounding(item["rounding"]) if "rounding" in item else None,
        at_least_one=bool(item.get("at_least_one", False)),
        small=Small(**item["small"]) if "small" in item else None,
        delegates=_basis(delegates, since, to) if delegates else None,
        within=bool(delegates and delegates.get("within", False)),
    )


def _reading(item: Mapping[str, Any], period: Mapping[str, Any], since: date, to: date | None) -> Reading:
    own, unread = _value(item), bool(item.get("unread", False))
    return Reading(
        id=item["id"],
        value=_value(period) if own is None and not unread else own,
        base=tuple(item.get("base", ())),
        criteria=tree_of(item.get("criteria")),
        when=tree_of(item.get("when")),
        basis=_sources(item, since, to),
        grade=item["grade"],
        unread=unread,
    )


def _value(item: Mapping[str, Any]) -> Fraction | None:
    return None if item.get("value") is None else Fraction(item["value"])


def _sources(item: Mapping[str, Any], since: date, to: date | None) -> tuple[Basis, ...]:
    return tuple(_basis(source, since, to) for source in item.get("sources", ()))


def _basis(source: Mapping[str, Any], since: date, to: date | None) -> Basis:
    document = documents()[source["document"]]
    # The data may begin later than the document that they rest on.
    held = document.since or since
    return Basis(document.label, source.get("at", ""), held, to, source.get("quote", ""))
