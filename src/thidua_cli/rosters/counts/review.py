"""Head counts held against the law of a day: what each cap allows, what each title asks, what is ruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding
from thidua_cli.law.quotas.allowances import Allowance, allowance
from thidua_cli.law.quotas.requirements import IN_HEADS, Requirement, requirements
from thidua_cli.law.registers.titles import COLLECTIVE, titles
from thidua_cli.law.rulings.head_counts import NO_FACTS
from thidua_cli.law.rulings.heads import completed, sums
from thidua_cli.law.rulings.judgement import cited
from thidua_cli.law.rulings.kinds.registry import applying
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import Kind, State
from thidua_cli.law.rulings.stated import TOTAL
from thidua_cli.law.rulings.table_caps import Rows, held_by_row
from thidua_cli.rosters.counts.head_counts import HeadCount, names_of
from thidua_cli.rosters.counts.rulings import ruled
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.law.local.overlay import Lawbook
    from thidua_cli.law.rulings.records import Fact
    from thidua_cli.law.rulings.rules import DatedValue, Rule


class Capped(NamedTuple):
    """What a cap allows, and its ruling; None where nobody was counted, or the ruling is of all together."""

    allowance: Allowance
    verdict: Verdict | None


class Required(NamedTuple):
    """What a title asks of a unit."""

    unit: str
    title: str
    requirement: Requirement


class Review(NamedTuple):
    """Everything the law of a day says of one set of counts.

    `unasked`: caps of the day on which no count bears. `unread`: by title (id) the rules on heads that would
    be asked, and whose text of the day is not verified.
    """

    capped: tuple[Capped, ...]
    required: tuple[Required, ...]
    verdicts: tuple[Verdict, ...]
    unasked: tuple[Rule, ...]
    unread: Mapping[str, tuple[Rule, ...]]


def review(
    counts: Sequence[HeadCount],
    book: Lawbook,
    day: date,
    place: Span,
    title: str | None = None,
    facts: Mapping[str, Fact] = NO_FACTS,
    rows: Rows | None = None,
    *,
    apart: bool = False,
) -> Review:
    """Hold counts against the caps and the conditions in heads; `title`: only those of one title, by id.

    `facts`: what else is known of every unit, by which readings of the law are chosen. `rows`: what the rows
    are. `apart`: the counts are of groups within units: only what holds for each group by itself is asked.
    """
    units = [_whole(each) for each in counts]
    settled = Rows.AGENCIES if apart else rows

    def asked(rule: Rule) -> bool:
        named = title is None or title in (*rule.guarded, rule.numerator.upper())
        return named and (bool(rule.groups) or not apart)

    verdicts = ruled(counts, facts, book, day, place, settled, asked)
    by_subject = {(each.rule, each.subject): each for each in verdicts}
    among = [rule for rule in book.on(day) if asked(rule)]
    caps = [rule for rule in among if rule.kind is Kind.RATIO_CAP]
    borne = [rule for rule in caps if _bears(rule, day, units)]
    # Asked about a title of which nobody is counted, its caps say what is missing.
    shown = borne if title is None or borne else caps
    capped = [one for rule in shown for one in _capped(rule, units, facts, day, settled, by_subject)]
    unasked = [rule for rule in caps if rule not in shown and is_applied(rule.on(day))]
    wanted = list(_wanted(units, title))
    required = tuple(
        Required(unit.unit, ident, one)
        for unit, ident in wanted
        for one in requirements(among, ident, unit.values, day)
    )
    # What is ruled on says itself that it is not verified.
    ruled_on = {each.rule for each in verdicts}
    unread = {
        ident: found
        for ident in dict.fromkeys(ident for _, ident in wanted)
        if (found := _unread(among, ident, day, ruled_on))
    }
    return Review(tuple(capped), required, tuple(verdicts), tuple(unasked), unread)


def open_questions(found: Review, place: Span) -> list[Finding]:
    """What a person has to settle before a cap can be stated: another reading of its base, missing counts."""
    findings = []
    together = {one.allowance.rule.code for one in found.capped if not one.allowance.subject}
    for one, verdict in found.capped:
        # What all together leave open is asked once, not again of every row.
        if one.subject and one.rule.code in together:
            continue
        basis = one.number.basis if one.number else ()
        values = {
            "subject": f" – {one.subject}" if one.subject else "",
            **_in_words("what", [one.rule.numerator]),
        }
        if one.questioned and verdict is None:
            articles = dict.fromkeys(each for way in one.ways for each in way.reading.basis)
            known = (way.allowed.known for way in one.ways)
            values["allowed"] = " / ".join(
                dict.fromkeys("?" if each is None else format_number(each) for each in known)
            )
            values["basis"] = cited(articles or basis)
            findings.append(Finding("TD350", place, values, "", None, basis))
        elif one.missing and verdict is None and one.allowed is None and one.ways:
            highs = [way.allowed.high for way in one.ways]
            bounded = bool(highs) and None not in highs
            values |= {**_in_words("missing", one.missing), "basis": cited(basis)}
            values["most"] = format_number(max((high or 0 for high in highs), default=0))
            findings.append(Finding("TD351", place, values, "bound" if bounded else "", None, basis))
    return findings


def _in_words(key: str, idents: Iterable[str]) -> dict[str, str]:
    """Counts by their names, in each language."""
    named = [names_of(key, ident) for ident in idents]
    return {ending: ", ".join(each[ending] for each in named) for ending in (key, f"{key}.en")}


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
    wanted |= {whole for whole, parts in sums().items() if wanted & set(parts)}
    return any(wanted & set(unit.values) for unit in units)


def _capped(
    rule: Rule,
    units: Sequence[HeadCount],
    facts: Mapping[str, Fact],
    day: date,
    rows: Rows | None,
    verdicts: Mapping[tuple[str, str], Verdict],
) -> Iterator[Capped]:
    """The cap over all units together, and where it may hold for each row by itself, over each of them."""
    number = rule.on(day)

    def capped(subject: str, part: Sequence[HeadCount]) -> Capped:
        counts = [unit.values for unit in part]
        record = Record({**(counts[0] if len(counts) == 1 else {}), **facts})
        ways = applying(rule, number, record, day) if number else ()
        found = allowance(rule, number, ways, subject, counts)
        return Capped(found, verdicts.get((rule.code, subject or rule.title or rule.code)))

    apart = len(units) > 1 and rows is not Rows.PARTS and held_by_row(rule) and is_applied(number)
    agencies = rows is Rows.AGENCIES
    if not (apart and agencies and rule.groups):
        yield capped("", units)
    if apart:
        alone = [capped(unit.unit, [unit]) for unit in units]
        # Of a share of everybody the rows are worth showing where one of them would exceed it alone.
        if agencies or rule.groups or any(_exceeded(one.allowance) for one in alone):
            yield from alone


def _exceeded(found: Allowance) -> bool:
    """Whether surely more is used than any reading allows."""
    return found.allowed is not None and found.used is not None and found.used.low > found.allowed


def _wanted(units: Sequence[HeadCount], title: str | None) -> Iterator[tuple[HeadCount, str]]:
    """The titles of collectives that are asked about: those claimed; all where the table has no claims."""
    collective = [ident for ident, one in titles().items() if one.holder == COLLECTIVE]
    claims = any(ident.lower() in unit.values for unit in units for ident in collective)
    for unit in units:
        for ident in collective:
            # Several units that claim nothing are asked about only where a title is named.
            silent = len(units) == 1 and TOTAL in unit.values
            wanted = unit.values.get(ident.lower(), 0) == 1 if claims else silent
            if wanted or (title == ident and not claims):
                yield unit, ident


def _unread(among: Sequence[Rule], title: str, day: date, ruled_on: Collection[str]) -> tuple[Rule, ...]:
    """The rules in heads of a title that the day has, and nobody verified."""
    return tuple(
        rule
        for rule in among
        if title in rule.guarded and rule.kind in IN_HEADS and rule.code not in ruled_on
        if (number := rule.on(day)) is not None and number.state is State.UNVERIFIED
    )


def is_applied(number: DatedValue | None) -> bool:
    """Whether the law of the day has a number to reckon with."""
    return number is not None and (number.state is State.IN_FORCE or bool(number.readings))
