"""Administrative units that had ceased to exist, or changed their kind, when the plan was issued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.registers.administrative_units import (
    NamedUnit,
    Standing,
    State,
    UnitKind,
    standing,
    unit_named,
)
from thidua_cli.rules.consistency.cited import SENTENCE_END
from thidua_cli.source.nodes import scalars
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua_cli.plan.loading import Loaded

_NAME = rf"[{CAPITALS}]\w*(?:(?:\s+|\s*[-–]\s*)[{CAPITALS}]\w*){{0,4}}"
_NAMED = re.compile(
    r"(?<!\w)(?P<kind>[Tt]ỉnh|TỈNH|[Tt]hành\s+phố|THÀNH\s+PHỐ|TP\.?|[Hh]uyện|HUYỆN|[Qq]uận|QUẬN|[Tt]hị\s+xã|THỊ\s+XÃ)"
    rf"\s+(?P<name>{_NAME}|[0-9]{{1,2}}(?![\w/]))"
)
_LEVEL = re.compile(
    r"(?<!\w)(?:cấp\s+huyện|(?:các|những)\s+(?:huyện|quận|thị\s+xã)|[Hh]uyện\s+[uủ][ỷy]|[Qq]uận\s+[uủ][ỷy]|[Tt]hị\s+[uủ][ỷy])(?!\w)"
)
_MAY_NAME = re.compile(r"(?i:tỉnh|thành\s+phố|tp\b|huyện|quận|thị\s+(?:xã|ủy|uỷ))")
# A sentence that looks back may name what stood then.
_LOOKS_BACK = re.compile(
    r"(?i:\(cũ\)|trước đây|trước khi|trước ngày|sáp nhập|hợp nhất|sắp xếp|giải thể|\bnguyên\b|\bcũ\b)"
)
# Documents keep the names that they were issued under.
CITED = frozenset({"basis", "citations"})


class Mention(NamedTuple):
    """A unit as `text[start:end]` names it, and how it stood."""

    start: int
    end: int
    named: NamedUnit
    stood: Standing


def unit_ceased(loaded: Loaded) -> Iterator[Finding]:
    """TD282: a unit that was no more on the day of the document, each way of naming it once."""
    issued = loaded.plan.document.date
    day = issued.first if issued else loaded.plan.period.first
    told: set[str] = set()
    for path, scalar in scalars(loaded.root):
        if path[0] in CITED or not _MAY_NAME.search(scalar.text):
            continue
        for mention in _mentions(scalar.text, day):
            written = scalar.text[mention.start : mention.end]
            if written not in told:
                told.add(written)
                span = loaded.stretch(path, scalar.text, mention.start, mention.end)
                basis = (mention.stood.basis,) if mention.stood.basis else ()
                yield Finding("TD282", span, _values(written, mention, day), _variant(mention), basis=basis)


def _mentions(text: str, day: date) -> Iterator[Mention]:
    cited: list[tuple[int, int]] | None = None
    for start, end, named in _named(text):
        stood = standing(named, day)
        if stood is None or stood.state is State.STANDS or not stood.verified:
            continue
        if cited is None:
            # Only a text with such a unit pays for it.
            from thidua_cli.vietnamese.citations_in_prose import find_citations

            cited = [(found.start, found.end) for found in find_citations(text)]
        if not any(first <= start < last for first, last in cited) and not _looks_back(text, start, end):
            yield Mention(start, end, named, stood)


def _named(text: str) -> Iterator[tuple[int, int, NamedUnit]]:
    for found in _NAMED.finditer(text):
        words = re.split(r"(\s+)", found["name"])
        # `tỉnh Hà Nam Ban Thi đua`: of the capitals that follow only the longest known name is the unit's.
        for count in range(len(words), 0, -2):
            name = "".join(words[:count])
            named = unit_named(f"{found['kind']} {name}")
            if named and (named.province or (named.kind is not UnitKind.PROVINCE and count == len(words))):
                yield found.start(), found.start("name") + len(name), named
                break
    for found in _LEVEL.finditer(text):
        yield found.start(), found.end(), NamedUnit(UnitKind.DISTRICT, "", None)


def _looks_back(text: str, start: int, end: int) -> bool:
    before = SENTENCE_END.split(text[:start])[-1]
    after = SENTENCE_END.split(text[end:])[0]
    return bool(_LOOKS_BACK.search(before) or _LOOKS_BACK.search(after))


def _variant(mention: Mention) -> str:
    if mention.stood.state is State.OTHER_KIND:
        return "other-kind"
    if mention.stood.successor is not None:
        return "merged"
    return "level" if not mention.named.name else ""


_CALLED = {UnitKind.PROVINCE: "tỉnh", UnitKind.CITY: "thành phố"}


def _values(written: str, mention: Mention, day: date) -> dict[str, str]:
    stood = mention.stood
    values = {"name": written, "day": format_short(day)}
    if stood.since is not None:
        values["since"] = format_short(stood.since)
    now = stood.successor or mention.named.province
    kind = now.kind_on(day).kind if now else None
    if now is not None and kind in _CALLED:
        values["now"] = f"{_CALLED[kind]} {now.name}"
    return values
