"""What a scoring table names elsewhere in itself: criteria in conditions and tie-breaks, grades in vetoes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.criteria.counted import Penalty
from thidua_cli.plan.criteria.table import Criteria, Group, highest, is_bonus, walk
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.source.nodes import Locate, Path


class Reference(NamedTuple):
    """A criterion named at a path; `reaches`: the share of its maximum that is asked for."""

    id: str
    path: Path
    reaches: Decimal | None = None


def references(criteria: Criteria, locate: Locate) -> list[Finding]:
    """Every reference that leads nowhere, or that cannot serve."""
    known = {item.id: item for _, item in walk(criteria.criteria, ())}
    findings: list[Finding] = []
    for id, path, share in _references(criteria):
        if id not in known:
            near = nearest(id, list(known))
            values = {"id": id, "near": near[0] if near else ""}
            findings.append(Finding("TD548", locate(path), values, "near" if near else ""))
        elif share is not None and not highest(known[id]):
            findings.append(Finding("TD548", locate(path), {"id": id}, "no_max"))
        elif share is not None:
            variant = "always_reached" if _always(known[id], share) else ""
            variant = "never_reached" if _never(known[id], share) else variant
            if variant:
                values = {"name": known[id].name, "share": f"{format_number(share * 100)}%"}
                findings.append(Finding("TD552", locate((*path[:-1], "reaches")), values, variant))
    findings += _of_every_criterion(criteria, locate)
    return findings + _cycles(criteria, known, locate) + _grades_of_vetoes(criteria, locate)


def _of_every_criterion(criteria: Criteria, locate: Locate) -> Iterator[Finding]:
    """A share that a grade asks of every criterion, where one can never reach it, or none can fail."""
    measured = [item for item in criteria.scored() if highest(item)]
    for at, grade in enumerate(criteria.grades):
        for index, need in enumerate(grade.needs):
            if need.every is None or not measured:
                continue
            share = need.every
            never = next((item for item in measured if _never(item, share)), None)
            variant = "never_reached" if never else "always_reached"
            if never or all(_always(item, share) for item in measured):
                values = {"name": (never or measured[0]).name, "share": f"{format_number(share * 100)}%"}
                place = locate(("grades", at, "needs", index, "every"))
                yield Finding("TD552", place, values, variant)


def _references(criteria: Criteria) -> Iterator[Reference]:
    for path, item in walk(criteria.criteria, ("criteria",)):
        if not isinstance(item, Group) and item.only_if:
            yield Reference(item.only_if.criterion, (*path, "only_if", "criterion"), item.only_if.reaches)
    for at, grade in enumerate(criteria.grades):
        for index, need in enumerate(grade.needs):
            if need.criterion is not None:
                yield Reference(need.criterion, ("grades", at, "needs", index, "criterion"), need.reaches)
    for index, tie_break in enumerate(criteria.ranking.tie_breaks):
        if tie_break.criterion is not None:
            yield Reference(tie_break.criterion, ("ranking", "tie_breaks", index, "criterion"))


def _never(item: Group | Item, share: Decimal) -> bool:
    """Whether a share of the maximum lies above all that a criterion can come to, whatever is assigned."""
    if isinstance(item, Group):
        return item.floor is None and all(_never(each, share) for each in item.items)
    if isinstance(item, Penalty):
        return True
    return not is_bonus(item) and item.limit is not None and item.limit < share * highest(item)


def _always(item: Group | Item, share: Decimal) -> bool:
    """Whether a share of the maximum is no points, and nothing can take points."""
    if isinstance(item, Group) and item.floor is None:
        return all(_always(each, share) for each in item.items)
    return not share and not isinstance(item, Penalty)


def _cycles(criteria: Criteria, known: Mapping[str, Group | Item], locate: Locate) -> list[Finding]:
    """Conditions that lead back to the criterion that states them, through groups and other conditions."""
    findings: list[Finding] = []
    for path, item in walk(criteria.criteria, ("criteria",)):
        gate = None if isinstance(item, Group) else item.only_if
        if gate is None:
            continue
        met: set[str] = set()
        ahead = [gate.criterion]
        while ahead:
            id = ahead.pop()
            if id not in met and id in known:
                met.add(id)
                ahead += _rests_on(known[id])
        if item.id in met:
            values = {"name": item.name, "id": gate.criterion}
            findings.append(Finding("TD548", locate((*path, "only_if", "criterion")), values, "cycle"))
    return findings


def _rests_on(item: Group | Item) -> list[str]:
    if isinstance(item, Group):
        return [each.id for each in item.items]
    return [item.only_if.criterion] if item.only_if else []


def _grades_of_vetoes(criteria: Criteria, locate: Locate) -> list[Finding]:
    names = [grade.name for grade in criteria.grades]
    findings: list[Finding] = []
    for index, veto in enumerate(criteria.vetoes):
        if veto.grade is None or veto.grade in names:
            continue
        near = nearest(veto.grade, names)
        values = {"name": veto.name, "grade": veto.grade, "near": near[0] if near else ""}
        place = locate(("vetoes", index, "grade"))
        findings.append(Finding("TD549", place, values, "near" if near else ""))
    return findings
