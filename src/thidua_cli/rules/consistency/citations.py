"""Cited documents: cited in two ways, no longer in force, or later than the plan."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Basis, Finding, Related, Severity
from thidua_cli.law.registers.documents import not_yet_in_force, replaced_before
from thidua_cli.rules.consistency.cited import BASIS, Cited, cited
from thidua_cli.rules.consistency.timeline import shown
from thidua_cli.vietnamese.bodies import body_key, compatible_bodies, place_of
from thidua_cli.vietnamese.citations import parse_symbol
from thidua_cli.vietnamese.printed_dates import format_short
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.law.registers.documents import Replacement
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.vietnamese.citations import Symbol
    from thidua_cli.vietnamese.dates import PartialDate

# Two subjects are of one document where this much agrees; an office often issues two on one day.
SAME_SUBJECT = 0.8
LONGEST_SUBJECT = 300
# So many citations of one number, or of one kind and day, are compared with those that follow: more of them
# are a series, in which likeness means nothing.
MOST_ALIKE = 8


def cited_two_ways(loaded: Loaded) -> Iterator[Finding]:
    """TD231: one document under two numbers, two ways of writing its number, or two dates."""
    earlier: dict[tuple[object, ...], list[tuple[int, Numbered]]] = {}
    for place, second in enumerate(_numbered(loaded)):
        # A document under two numbers has one day, one under two dates has one number.
        near = dict(chain(earlier.get(_by_number(second), ()), earlier.get(_by_day(second), ())))
        told = next(
            ((near[at], variant) for at in sorted(near) if (variant := _difference(near[at], second))), None
        )
        for key in (_by_number(second), *_days_meant(second)):
            alike = earlier.setdefault(key, [])
            if len(alike) < MOST_ALIKE:
                alike.append((place, second))
        if told:
            yield _cited_otherwise(*told, second)


def _cited_otherwise(first: Numbered, variant: str, second: Numbered) -> Finding:
    key = "date" if variant == "date" else "number"
    values = {"number": second.symbol.text, "other": first.symbol.text}
    if first.citation.date and second.citation.date:
        values |= {"date": shown(second.citation.date), "other_date": shown(first.citation.date)}
    related = (Related(first.citation.span(key), "other"),)
    return Finding("TD231", second.citation.span(key), values, variant, related=related)


class Numbered(NamedTuple):
    """A citation with its number read; its kind and its subject folded."""

    citation: Cited
    symbol: Symbol
    kind: str
    subject: str


def _numbered(loaded: Loaded) -> list[Numbered]:
    found: dict[tuple[object, ...], Numbered] = {}
    for citation in cited(loaded):
        if citation.number:
            kind, subject = fold(citation.kind), fold((citation.subject or "")[:LONGEST_SUBJECT])
            subject = subject.removeprefix("về ").removeprefix("việc ")
            same = (kind, _tight(citation.number), citation.date, citation.issuer)
            found.setdefault(same, Numbered(citation, parse_symbol(citation.number), kind, subject))
    return list(found.values())


def _by_number(one: Numbered) -> tuple[object, ...]:
    return one.kind, _plain(one.symbol)


def _by_day(one: Numbered) -> tuple[object, ...]:
    date = one.citation.date
    return (one.kind, date.year, date.month, date.day) if date else ()


def _days_meant(one: Numbered) -> list[tuple[object, ...]]:
    """The ways to write the day of a citation, in full and in part; none where its day is not known."""
    kind, year, month, day = _by_day(one) or ("", None, None, None)
    return [(kind, year, month, day), (kind, year, month, None), (kind, year, None, None)] if day else []


def _difference(first: Numbered, second: Numbered) -> str | None:
    """What tells two citations of one document apart; None where they agree, or cite two documents."""
    one, other = first.citation, second.citation
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
        same_run = (
            bool(first.symbol.year)
            or one.date.year == other.date.year
            or _same_subject(first.subject, second.subject)
        )
        return "date" if same_run else None
    same_text = _same_subject(first.subject, second.subject) or _same_figure(first.symbol, second.symbol)
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


def _same_subject(ours: str, theirs: str) -> bool:
    if not ours or not theirs:
        return False
    if ours.startswith(theirs) or theirs.startswith(ours):
        return True
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.quick_ratio() >= SAME_SUBJECT and matcher.ratio() >= SAME_SUBJECT


def no_longer_in_force(loaded: Loaded) -> Iterator[Finding]:
    """TD232: a cited law or decree had been replaced by the plan's date (else by the start of its period)."""
    plan = loaded.plan
    day = plan.document.date.first if plan.document.date else plan.period.first
    for citation in cited(loaded):
        for key in ("number", "title"):
            name = getattr(citation, key)
            replacement = replaced_before(name, day) if name else None
            if replacement is None or citation.former:
                continue
            values = {
                "text": name,
                "since": format_short(replacement.since),
                "by": ", ".join(document.label for document in replacement.current or replacement.by),
                "day": format_short(day),
                "whom": replacement.ending.whom,
                "transition": replacement.transition,
            }
            variant = next((name for name in ("whom", "transition") if values[name]), "")
            # Those for whom it still holds may well cite it.
            weight = Severity.INFO if variant else None
            variant = variant or ("" if values["by"] else "ended")
            basis = _ended_by(replacement)
            yield Finding("TD232", citation.span(key), values, variant, weight, basis=basis)
            break


def not_in_force_yet(loaded: Loaded) -> Iterator[Finding]:
    """TD232: a cited law or decree that begins to hold only after the plan's date.

    A plan may prepare for a law that begins within its period; the basis of an earlier plan it cannot be.
    """
    plan = loaded.plan
    issued = plan.document.date.last if plan.document.date else plan.period.first
    for citation in cited(loaded):
        for key in ("number", "title"):
            name = getattr(citation, key)
            document = not_yet_in_force(name, issued) if name else None
            if document is None or document.since is None or document.since <= plan.period.first:
                continue
            values = {"text": name, "since": format_short(document.since), "day": format_short(issued)}
            slip = citation.section == BASIS and document.since > plan.period.last
            weight = Severity.WARNING if slip else Severity.INFO
            basis = (Basis(document.label, "", document.since),)
            yield Finding("TD232", citation.span(key), values, "not-yet", weight, basis=basis)
            break


def _ended_by(replacement: Replacement) -> tuple[Basis, ...]:
    at = replacement.ending.at
    labels = [document.label for document in replacement.by]
    # The place names its document: `Điều 94 khoản 2 Luật 06/2022/QH15`.
    return tuple(Basis(label, at.removesuffix(label).strip(), replacement.since) for label in labels)


def cited_before_it_was_issued(loaded: Loaded) -> Iterator[Finding]:
    """TD234: a cited document is dated after the plan itself."""
    own = loaded.plan.document.date
    for citation in cited(loaded):
        if own and citation.date and citation.date.first > own.last:
            values = {"cited": citation.called, "date": shown(citation.date), "issued": shown(own)}
            related = (Related(loaded.span(("document", "date")), "issued"),)
            yield Finding("TD234", citation.span("date"), values, related=related)


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
