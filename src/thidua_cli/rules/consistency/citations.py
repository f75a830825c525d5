"""Cited documents: cited in two ways, no longer in force, or later than the plan."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Basis, Finding, Related, Severity
from thidua_cli.law.documents import not_yet_in_force, replaced_before
from thidua_cli.rules.consistency.symbols import citations
from thidua_cli.rules.consistency.timeline import shown
from thidua_cli.vietnamese.bodies import body_key, compatible_bodies, place_of
from thidua_cli.vietnamese.citations import parse_symbol
from thidua_cli.vietnamese.dates import format_short
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.law.documents import Replacement
    from thidua_cli.plan.citation import Citation
    from thidua_cli.plan.loading import Loaded, Path
    from thidua_cli.vietnamese.citations import Symbol
    from thidua_cli.vietnamese.dates import PartialDate

# Two subjects are of one document where this much agrees; an office often issues two on one day.
SAME_SUBJECT = 0.8


def cited_two_ways(loaded: Loaded) -> Iterator[Finding]:
    """TD231: one document under two numbers, two ways of writing its number, or two dates."""
    numbered = [
        Numbered(path, citation, parse_symbol(citation.number))
        for path, citation in citations(loaded.plan)
        if citation.number
    ]
    told: set[Path] = set()
    for first, second in combinations(numbered, 2):
        variant = _difference(first, second)
        if variant is None or second.path in told:
            continue
        told.add(second.path)
        key = "date" if variant == "date" else "number"
        values = {"number": second.symbol.text, "other": first.symbol.text}
        if first.citation.date and second.citation.date:
            values |= {"date": shown(second.citation.date), "other_date": shown(first.citation.date)}
        related = (Related(loaded.span((*first.path, key)), "other"),)
        yield Finding("TD231", loaded.span((*second.path, key)), values, variant, related=related)


class Numbered(NamedTuple):
    """A citation with its number read."""

    path: Path
    citation: Citation
    symbol: Symbol


def _difference(first: Numbered, second: Numbered) -> str | None:
    """What tells two citations of one document apart; None where they agree, or cite two documents."""
    one, other = first.citation, second.citation
    if fold(one.kind) != fold(other.kind):
        return None
    same_number = _plain(first.symbol) == _plain(second.symbol)
    same_day = _may_be_one_day(one.date, other.date)
    if not (same_number or same_day) or not _compatible(one.issuer, other.issuer):
        return None
    if same_number and same_day:
        return None if _tight(one.number) == _tight(other.number) else "written"
    if not one.date or not other.date:
        return None
    if same_number:
        # Numbers begin anew each year, unless the symbol carries its year.
        same_run = bool(first.symbol.year) or one.date.year == other.date.year or _same_subject(one, other)
        return "date" if same_run else None
    same_text = _same_subject(one, other) or _same_figure(first.symbol, second.symbol)
    return "number" if one.date.exact and same_text else None


def _plain(symbol: Symbol) -> str:
    return fold(symbol.suggestion or symbol.text).replace(" ", "")


def _tight(number: str | None) -> str:
    return "".join(fold(number or "").split())


def _same_figure(one: Symbol, other: Symbol) -> bool:
    return (
        bool(one.number) and one.number.lstrip("0") == other.number.lstrip("0") and one.bodies == other.bodies
    )


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or compatible_bodies(one, other)


def _may_be_one_day(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or (one.first <= other.last and other.first <= one.last)


def _same_subject(one: Citation, other: Citation) -> bool:
    ours, theirs = (
        fold(subject or "").removeprefix("về ").removeprefix("việc ")
        for subject in (one.subject, other.subject)
    )
    if not ours or not theirs:
        return False
    if ours.startswith(theirs) or theirs.startswith(ours):
        return True
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= SAME_SUBJECT


def no_longer_in_force(loaded: Loaded) -> Iterator[Finding]:
    """TD232: a cited law or decree had been replaced by the plan's date (else by the start of its period)."""
    plan = loaded.plan
    day = plan.document.date.first if plan.document.date else plan.period.first
    for path, citation in citations(plan):
        for key in ("number", "title"):
            cited = getattr(citation, key)
            replacement = replaced_before(cited, day) if cited else None
            if replacement is None:
                continue
            values = {
                "text": cited,
                "since": format_short(replacement.since),
                "by": ", ".join(document.label for document in replacement.current or replacement.by),
                "day": format_short(day),
            }
            variant = "" if values["by"] else "ended"
            yield Finding("TD232", loaded.span((*path, key)), values, variant, basis=_ended_by(replacement))
            break


def not_in_force_yet(loaded: Loaded) -> Iterator[Finding]:
    """TD232: a cited law or decree that begins to hold only after the plan's date.

    A plan may prepare for a law that begins within its period; the basis of an earlier plan it cannot be.
    """
    plan = loaded.plan
    issued = plan.document.date.last if plan.document.date else plan.period.first
    for path, citation in citations(plan):
        for key in ("number", "title"):
            cited = getattr(citation, key)
            document = not_yet_in_force(cited, issued) if cited else None
            if document is None or document.since is None or document.since <= plan.period.first:
                continue
            values = {"text": cited, "since": format_short(document.since), "day": format_short(issued)}
            slip = path[0] == "basis" and document.since > plan.period.last
            weight = Severity.WARNING if slip else Severity.INFO
            basis = (Basis(document.label, "", document.since),)
            yield Finding("TD232", loaded.span((*path, key)), values, "not-yet", weight, basis=basis)
            break


def _ended_by(replacement: Replacement) -> tuple[Basis, ...]:
    at = replacement.document.ending.at if replacement.document.ending else ""
    labels = [document.label for document in replacement.by]
    # The place names its document: `Điều 94 khoản 2 Luật 06/2022/QH15`.
    return tuple(Basis(label, at.removesuffix(label).strip(), replacement.since) for label in labels)


def cited_before_it_was_issued(loaded: Loaded) -> Iterator[Finding]:
    """TD234: a cited document is dated after the plan itself."""
    own = loaded.plan.document.date
    for path, citation in citations(loaded.plan):
        if own and citation.date and citation.date.first > own.last:
            cited = citation.number or citation.title or citation.kind
            values = {"cited": cited, "date": shown(citation.date), "issued": shown(own)}
            related = (Related(loaded.span(("document", "date")), "issued"),)
            yield Finding("TD234", loaded.span((*path, "date")), values, related=related)


def superior_elsewhere(loaded: Loaded) -> Iterator[Finding]:
    """TD235: the superior body is of one place in the letterhead and of another in the basis."""
    parent = loaded.plan.document.issuer.parent
    place = place_of(parent) if parent else None
    if parent is None or place is None:
        return
    for index, citation in enumerate(loaded.plan.basis):
        elsewhere = place_of(citation.issuer) if citation.issuer else None
        if citation.issuer is None or elsewhere is None or compatible_bodies(parent, citation.issuer):
            continue
        if _without(parent, place) == _without(citation.issuer, elsewhere):
            values = {"issuer": citation.issuer, "parent": parent}
            related = (Related(loaded.span(("document", "issuer", "parent")), "parent"),)
            yield Finding("TD235", loaded.span(("basis", index, "issuer")), values, related=related)


def _without(name: str, place: str) -> str:
    """A body's name without its place and without its head's office: what kind of body it is."""
    key = body_key(name).removesuffix(body_key(place)).strip()
    return key.removeprefix("chủ tịch ").removeprefix("của ").strip()
