"""Cited documents: cited in two ways, no longer in force, or later than the plan."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Basis, Finding, Related
from thidua_cli.law.documents import replaced_before
from thidua_cli.rules.consistency.symbols import citations
from thidua_cli.rules.consistency.timeline import shown
from thidua_cli.vietnamese.bodies import body_key, compatible_bodies, place_of
from thidua_cli.vietnamese.citations import parse_symbol
from thidua_cli.vietnamese.dates import format_short
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.citation import Citation
    from thidua_cli.plan.loading import Loaded, Path
    from thidua_cli.vietnamese.citations import Symbol
    from thidua_cli.vietnamese.dates import PartialDate

# Two subjects are of one document where this much agrees; an office often issues two on one day.
SAME_SUBJECT = 0.8


def cited_two_ways(loaded: Loaded) -> Iterator[Finding]:
    """TD231: one document under two numbers, two ways of writing its number, or two dates."""
    numbered = [(path, citation) for path, citation in citations(loaded.plan) if citation.number]
    told: set[Path] = set()
    for (first_path, first), (path, citation) in combinations(numbered, 2):
        variant = _difference(first, citation)
        if variant is None or path in told:
            continue
        told.add(path)
        key = "date" if variant == "date" else "number"
        values = {"number": citation.number or "", "other": first.number or ""}
        if variant == "date":
            values |= {
                "date": shown(citation.date) if citation.date else "",
                "other_date": shown(first.date) if first.date else "",
            }
        related = (Related(loaded.span((*first_path, key)), "other"),)
        yield Finding("TD231", loaded.span((*path, key)), values, variant, related=related)


def _difference(first: Citation, second: Citation) -> str | None:
    """What tells two citations of one document apart; None where they agree, or cite two documents."""
    one, other = parse_symbol(first.number or ""), parse_symbol(second.number or "")
    same_kind = fold(first.kind) == fold(second.kind)
    if not same_kind or not _compatible(first.issuer, second.issuer):
        return None
    same_number, same_day = _plain(one) == _plain(other), _may_be_one_day(first.date, second.date)
    if same_number and same_day:
        return None if _tight(first.number) == _tight(second.number) else "written"
    if same_number and first.date and second.date:
        # Numbers begin anew each year, unless the symbol carries its year.
        same_run = bool(one.year) or first.date.year == second.date.year or _same_subject(first, second)
        return "date" if same_run else None
    if same_day and first.date and second.date and first.date.exact:
        return "number" if _same_subject(first, second) or _same_figure(one, other) else None
    return None


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
            ending = replacement.document.ending
            basis = (
                Basis(document.label, ending.at if ending else "", replacement.since)
                for document in replacement.by
            )
            variant = "" if values["by"] else "ended"
            yield Finding("TD232", loaded.span((*path, key)), values, variant, basis=tuple(basis))
            break


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
