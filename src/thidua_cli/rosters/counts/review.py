"""Head counts held against the law of a day: what each cap allows, what each title asks, what is ruled."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.local.verdicts import dressed
from thidua_cli.law.quotas.allowances import Allowance, allowance
from thidua_cli.law.quotas.requirements import Requirement, requirements
from thidua_cli.law.registers.titles import COLLECTIVE, titles
from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.heads import SUMS, completed
from thidua_cli.law.rulings.judgement import cited, verdict_of
from thidua_cli.law.rulings.record_verdicts import judge_record
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import Kind, State
from thidua_cli.law.rulings.stated import TOTAL
from thidua_cli.rosters.counts.head_counts import HeadCount
from thidua_cli.rosters.counts.rulings import quota_verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.law.rulings.rules import DatedValue, Reading, Rule


NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


class Capped(NamedTuple):
    """What a cap allows, and its ruling on what is used; None where nobody was counted."""

    allowance: Allowance
    verdict: Verdict | None


class Required(NamedTuple):
    """What a title asks of a unit."""

    unit: str
    title: str
    requirement: Requirement


class Review(NamedTuple):
    """Everything the law of a day says of one set of counts.

    `unasked`: caps of the day on which no count bears.
    """

    capped: tuple[Capped, ...]
    required: tuple[Required, ...]
    verdicts: tuple[Verdict, ...]
    unasked: tuple[Rule, ...]


def review(
    counts: Sequence[HeadCount],
    book: Lawbook,
    day: date,
    place: Span,
    title: str | None = None,
    facts: Mapping[str, Fact] = NO_FACTS,
    *,
    apart: bool = False,
) -> Review:
    """Hold counts against the caps and the conditions in heads; `title`: only those of one title, by id.

    `facts`: what else is known of every unit, by which readings of the law are chosen. `apart`: the counts
    are of groups within units, so that only what holds for each group by itself is asked.
    """
    units = [_whole(each) for each in counts]
    among = [
        rule
        for rule in book.on(day)
        if (title is None or title in (*rule.guarded, rule.numerator.upper())) and (rule.groups or not apart)
    ]
    caps = [rule for rule in among if rule.kind is Kind.RATIO_CAP]
    borne = [rule for rule in caps if _bears(rule, day, units)]
    # Asked about a title of which nobody is counted, its caps say what is missing.
    shown = borne if title is None or borne else caps
    capped = [one for rule in shown for one in _capped(rule, units, facts, day, place)]
    unasked = [rule for rule in caps if rule not in shown and is_applied(rule.on(day))]
    required = tuple(_required(units, among, title, day))
    capping = {rule.code for rule in caps}
    others = [each for each in quota_verdicts(units, day, place, among) if each.rule not in capping]
    verdicts = dressed([*(one.verdict for one in capped if one.verdict), *others], book)
    return Review(tuple(capped), required, tuple(verdicts), tuple(unasked))


def open_questions(found: Review, place: Span) -> list[Finding]:
    """What a person has to settle before a cap can be stated: another reading of its base, missing counts."""
    findings = []
    for one, verdict in found.capped:
        basis = one.number.basis if one.number else ()
        values = {"what": named(one.rule.numerator), "subject": f" – {one.subject}" if one.subject else ""}
        if one.questioned and verdict is None:
            articles = dict.fromkeys(each for way in one.ways for each in way.reading.basis)
            known = (way.allowed.known for way in one.ways)
            values["allowed"] = " / ".join(
                dict.fromkeys("?" if each is None else str(each) for each in known)
            )
            values["basis"] = cited(articles or basis)
            findings.append(Finding("TD350", place, values, "", None, basis))
        elif one.missing and verdict is None and one.allowed is None and one.ways:
            highs = [way.allowed.high for way in one.ways]
            bounded = bool(highs) and None not in highs
            values |= {"missing": ", ".join(one.missing), "basis": cited(basis)}
            values["most"] = str(max((high or 0 for high in highs), default=0))
            findings.append(Finding("TD351", place, values, "bound" if bounded else "", None, basis))
    return findings


def named(ident: str) -> str:
    """What a count is called in a message: the title that it counts, else its id."""
    title = titles().get(ident.upper())
    return title.name if title else ident


def _whole(count: HeadCount) -> HeadCount:
    """A count with what follows from it, in each of its rows."""
    readings = tuple(completed(each) for each in count.readings)
    return HeadCount(count.unit, completed(count.values), count.spans, readings)


def _bears(rule: Rule, day: date, units: Sequence[HeadCount]) -> bool:
    """Whether any count of the table has to do with a cap."""
    number = rule.on(day)
    base = {ident for way in rule.readings(number) for ident in way.base} if number else {rule.base or ""}
    # Everybody is counted for many purposes: that alone does not ask about a share of others.
    wanted = {rule.numerator, *(base - {TOTAL} or base)}
    wanted |= {whole for whole, parts in SUMS.items() if wanted & set(parts)}
    return any(wanted & set(unit.values) for unit in units)


def _capped(
    rule: Rule, units: Sequence[HeadCount], facts: Mapping[str, Fact], day: date, place: Span
) -> Iterator[Capped]:
    """The cap over all units together, or where it holds for each group by itself, over each of them."""
    number = rule.on(day)
    apart = rule.groups and is_applied(number) and len(units) > 1
    parts = [[unit] for unit in units] if apart else [units]
    for part in parts:
        counts = [unit.values for unit in part]
        record = Record({**(counts[0] if len(counts) == 1 else {}), **facts})
        ways = _applying(rule, number, record, day) if number else []
        subject = part[0].unit if len(part) == 1 and len(units) > 1 else ""
        spans = part[0].spans if len(part) == 1 else {}
        at = spans.get(rule.numerator) or next(iter(spans.values()), place)
        found = allowance(rule, number, ways, subject, counts)
        yield Capped(found, _ruled(found, part, record, day, at))


def _ruled(
    found: Allowance, part: Sequence[HeadCount], record: Record, day: date, at: Span
) -> Verdict | None:
    """The ruling on what is used; of a single unit with all that is known of it."""
    if found.used is None:
        return None
    rule = found.rule
    if len(part) != 1 or part[0].readings:
        return next(iter(quota_verdicts(part, day, at, [rule])), None)
    name = found.subject or rule.title or rule.code
    verdict = verdict_of(rule, name, judge_record(rule, record, day), day, at)
    # Of several units the words say which one.
    return verdict._replace(values={**verdict.values, "where": f"{name}: "}) if found.subject else verdict


def _applying(rule: Rule, number: DatedValue, record: Record, day: date) -> list[Reading]:
    """The readings that may be meant; one that what is known rules out is left out."""
    return [
        reading
        for reading in rule.readings(number)
        if reading.when is None or evaluate(reading.when, record, day.year).holds is not False
    ]


def _required(
    units: Sequence[HeadCount], among: Sequence[Rule], title: str | None, day: date
) -> Iterator[Required]:
    """What collectives must reach: those that claim a title; all of them where the table has no claims."""
    collective = [ident for ident, one in titles().items() if one.holder == COLLECTIVE]
    claims = any(ident.lower() in unit.values for unit in units for ident in collective)
    for unit in units:
        for ident in collective:
            # Several units that claim nothing are asked about only where a title is named.
            silent = len(units) == 1 and "tong_so" in unit.values
            wanted = unit.values.get(ident.lower(), 0) == 1 if claims else silent
            if wanted or (title == ident and not claims):
                for one in requirements(among, ident, unit.values, day):
                    yield Required(unit.unit, ident, one)


def is_applied(number: DatedValue | None) -> bool:
    """Whether the law of the day has a number to reckon with."""
    return number is not None and (number.state is State.IN_FORCE or bool(number.readings))
