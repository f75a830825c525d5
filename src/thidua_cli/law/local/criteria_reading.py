"""A standard of a local pack: the criteria of national rules, each with what it asks, read and checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.fields import Fields, written
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.criteria.tree import ALL, ANY, NOT, Node
from thidua_cli.source.nodes import Mapping as MappingNode
from thidua_cli.source.nodes import Scalar, Sequence
from thidua_cli.source.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua_cli.source.nodes import Node as SourceNode

Asks: TypeAlias = "Callable[[SourceNode, list[Finding]], Any]"

_NUMBERS = ("count", "year")
_ENDS = ("award-year", "before", "either")
_MOST = 99
_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


def read_criteria(node: SourceNode, findings: list[Finding]) -> Node | None:
    """The tree of criteria at a node; None where it has said what is wrong with it."""
    if not isinstance(node, MappingNode) or len(node.entries) != 1:
        findings.append(Finding("TD809", node.span, {"allowed": ", ".join(criterion_names())}))
        return None
    ((key, below),) = node.entries
    if key.text in (ALL, ANY):
        return _junction(key.text, below, findings)
    if key.text == NOT:
        part = read_criteria(below, findings)
        return Node(NOT, (part,)) if part else None
    reader = _CRITERIA.get(key.text)
    if reader is None:
        values = {"found": excerpt(key.text), "allowed": ", ".join(criterion_names())}
        findings.append(Finding("TD809", key.span, values, "unknown"))
        return None
    before = len(findings)
    asks = reader(below, findings)
    return Node(key.text, (), asks) if len(findings) == before else None


def criterion_names() -> tuple[str, ...]:
    """The words by which a criterion begins."""
    return (ALL, ANY, NOT, *_CRITERIA)


def _junction(name: str, node: SourceNode, findings: list[Finding]) -> Node | None:
    if not isinstance(node, Sequence) or not node.items:
        findings.append(Finding("TD103", node.span, {"key": name, "found": written(node)}, "list"))
        return None
    parts = [read_criteria(item, findings) for item in node.items]
    whole = tuple(part for part in parts if part is not None)
    return Node(name, whole) if len(whole) == len(parts) else None


def _fields(node: SourceNode, findings: list[Finding], name: str) -> Fields | None:
    if isinstance(node, MappingNode):
        return Fields(node, name, findings)
    findings.append(Finding("TD103", node.span, {"key": name, "found": written(node)}, "mapping"))
    return None


def _fact(fields: Fields, key: str, *types: str, required: bool = True) -> str | None:
    known = tuple(kind.id for kind in fact_kinds().values() if kind.type in types)
    return fields.word(key, known, required=required)


def _whole(fields: Fields, key: str, *, required: bool = True) -> int | None:
    found = fields.scalar(key, required=required)
    if found is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", found.text):
        return int(found.text)
    fields.say("TD103", found.span, "whole", key=key, found=excerpt(found.text))
    return None


def _bounded(fields: Fields, key: str, *, required: bool = True) -> int | None:
    """A number of years: at least one, and no more than there can be."""
    found = _whole(fields, key, required=required)
    if found is not None and not 1 <= found <= _MOST:
        fields.say("TD108", fields.span(key), key=key, found=str(found), bound="")
        return None
    return found


def _given(**asked: Any) -> dict[str, Any]:
    """What was asked, without what was left out; `since` and `with_` stand for two words of the language."""
    names = {"since": "from", "with_": "with"}
    return {names.get(key, key): value for key, value in asked.items() if value not in (None, [])}


def _compared(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "criteria")
    if fields is None:
        return None
    fact = _fact(fields, "fact", *_NUMBERS, *scales())
    kind = fact_kinds()[fact].type if fact else ""
    than: str | None = None
    value: str | int | None = None
    if fields.has("than"):
        than = _fact(fields, "than", *(_NUMBERS if kind in _NUMBERS else (kind,)))
    elif kind in scales():
        value = fields.word("value", tuple(scales()[kind]))
    else:
        value = _whole(fields, "value")
    fields.unread()
    return _given(fact=fact, value=value, than=than)


def _is(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "is")
    if fields is None:
        return None
    fact = _fact(fields, "fact", "flag", "word")
    word = fact is not None and fact_kinds()[fact].type == "word"
    choices = fact_kinds()[fact].choices if fact else ()
    value: bool | str | None = None
    if word:
        value = fields.word("value", choices) if choices else fields.text("value")
    else:
        value = fields.flag("value")
    if value is None and not word:
        fields.say("TD103", fields.span("value"), "boolean", key="value", found="")
    fields.unread()
    return {"fact": fact, "value": value}


def _titles_of(node: SourceNode, findings: list[Finding]) -> list[str]:
    items = node.items if isinstance(node, Sequence) else []
    found = [item.text for item in items if isinstance(item, Scalar) and item.text in titles()]
    if not found or len(found) < len(items):
        values = {"key": "titles", "found": written(node), "allowed": ", ".join(titles())}
        findings.append(Finding("TD105", node.span, values))
    return found


def _title_list(fields: Fields, key: str, *, required: bool = True) -> list[str]:
    found = fields.list(key, required=required)
    return _titles_of(found, fields.findings) if found else []


def _by_day(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "by_day")
    if fields is None:
        return None
    fact = _fact(fields, "fact", "day")
    days = {"by": fields.text("by"), "from": fields.text("from", required=False)}
    for key, day in days.items():
        if day and not _DAY.fullmatch(day):
            values = {"key": key, "found": excerpt(day), "meaning": "", "examples": "10-31, 02-28"}
            fields.say("TD106", fields.span(key), "examples", **values)
    later = _bounded(fields, "years_later", required=False)
    of = _fact(fields, "of", "year", required=False)
    fields.unread()
    return _given(fact=fact, by=days["by"], since=days["from"], years_later=later, of=of)


def _year_asks(fields: Fields) -> dict[str, Any]:
    """What a year must hold: one of some titles, or at least a rating."""
    rated = fields.has("rating")
    listed = [] if rated else _title_list(fields, "titles")
    fields.pass_over("titles")
    rating = fields.word("rating", tuple(scales()["rating"]), required=False)
    return _given(titles=listed, rating=rating)


def _chain(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "chain")
    if fields is None:
        return None
    years, ends = _bounded(fields, "years"), fields.word("ends", _ENDS, required=False)
    group = fields.group("each")
    each = Fields(group, "each", findings) if group else None
    wanted = _year_asks(each) if each else None
    if each:
        each.unread()
    besides = []
    for item in fields.items("with", required=False):
        besides.append({**_year_asks(item), "count": _bounded(item, "count")})
        item.unread()
    after = _title_list(fields, "after", required=False)
    fields.unread()
    return _given(years=years, each=wanted, ends=ends, after=after, with_=besides)


def _held(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "held")
    if fields is None:
        return None
    listed, back = _title_list(fields, "titles"), _whole(fields, "back", required=False)
    fields.unread()
    return _given(titles=listed, back=back)


def _times(node: SourceNode, findings: list[Finding]) -> Any:
    fields = _fields(node, findings, "times")
    if fields is None:
        return None
    listed, ends = _title_list(fields, "titles"), fields.word("ends", _ENDS, required=False)
    found = fields.list("apart")
    apart = []
    for item in found.items if found else ():
        if isinstance(item, Scalar) and re.fullmatch(r"[1-9][0-9]?", item.text):
            apart.append(int(item.text))
        else:
            fields.say("TD103", item.span, "whole", key="apart", found=written(item))
    fields.unread()
    return _given(titles=listed, apart=apart, ends=ends)


_CRITERIA: Mapping[str, Asks] = {
    "at_least": _compared,
    "at_most": _compared,
    "below": _compared,
    "is": _is,
    "holds": _titles_of,
    "by_day": _by_day,
    "chain": _chain,
    "held": _held,
    "times": _times,
}
