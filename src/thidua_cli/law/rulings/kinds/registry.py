"""Every kind of rule and its function, over every reading that may apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.pack import is_verified
from thidua_cli.law.registers.facts import phrase
from thidua_cli.law.rulings.arithmetic import percent
from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.judgement import RATIOS, Judgement, ask
from thidua_cli.law.rulings.kinds.counts import judge_maximum_count, judge_minimum_count
from thidua_cli.law.rulings.kinds.ratios import judge_ratio_cap, judge_ratio_floor
from thidua_cli.law.rulings.kinds.standards import judge_criteria
from thidua_cli.law.rulings.kinds.steps import judge_hold, judge_step
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rule, State

if TYPE_CHECKING:
    from datetime import date

    from thidua_cli.findings.finding import Basis
    from thidua_cli.law.rulings.criteria.tree import Node

Judge: TypeAlias = Callable[[Rule, DatedValue, Reading, Record, int], Judgement]
ByReading: TypeAlias = Callable[[DatedValue, Reading], Judgement]

UNREAD = Judgement(Ruling.UNDECIDED, "chua-kiem-chung")
NOBODY = Judgement(Ruling.NOT_IN_FORCE, "khong-ap-dung", general=True)
# The ending of the variants that say that the text is not verified, and every reading of it agrees.
ALL_WAYS = "-moi-cach"

JUDGES: Mapping[Kind, Judge] = {
    Kind.RATIO_CAP: judge_ratio_cap,
    Kind.RATIO_FLOOR: judge_ratio_floor,
    Kind.MINIMUM_COUNT: judge_minimum_count,
    Kind.MAXIMUM_COUNT: judge_maximum_count,
    Kind.PRECONDITION: judge_step,
    Kind.HOLD: judge_hold,
    Kind.CRITERIA: judge_criteria,
}


def judged(rule: Rule, number: DatedValue, record: Record, day: date) -> Judgement:
    """What a number in force says of a record."""
    year = record.year_on(day)
    return over_readings(
        rule, number, record, day, lambda read, way: JUDGES[rule.kind](rule, read, way, record, year)
    )


def over_readings(rule: Rule, number: DatedValue, record: Record, day: date, judge: ByReading) -> Judgement:
    """The answer that every reading gives that may be meant for the record; not decided where they differ."""
    ways = applying(rule, number, record, day)
    if not ways:
        return NOBODY
    found = agreed(_read(number, way, judge) for way in ways)._replace(basis=_basis(number, ways))
    found = found._replace(values={**found.values, **_bounds(rule, number, ways)})
    if found.ruling is Ruling.UNDECIDED:
        return found
    if number.state is State.UNVERIFIED:
        return found._replace(variant=f"{found.variant}{ALL_WAYS}")
    if not number.readings or any(is_verified(way.grade) for way in ways):
        return found
    # What was not verified gives no answer alone; but it saves nothing that fails by all that was verified.
    firm = [way for way in number.readings if is_verified(way.grade) and not way.unread]
    harsh = [_read(number, way, judge) for way in (*ways, *firm)]
    if firm and all(answer.ruling is Ruling.FAIL for answer in harsh):
        return agreed(harsh)._replace(basis=found.basis)
    return UNREAD._replace(basis=found.basis)


def ask_of(rule: Rule, record: Record, day: date, judge: Callable[[DatedValue], Judgement]) -> Judgement:
    """What a rule says of a record on a day: nothing to whom it is not for, else as `judgement.ask`."""
    if rule.on(day) is not None and not _bound(rule.when, record, day):
        return NOBODY
    return ask(rule, day, judge)


def applying(rule: Rule, number: DatedValue, record: Record, day: date) -> tuple[Reading, ...]:
    """The readings that may be meant for a record; none where the rule is not for it."""
    if not _bound(rule.when, record, day):
        return ()
    return tuple(reading for reading in rule.readings(number) if _bound(reading.when, record, day))


def _bound(when: Node | None, record: Record, day: date) -> bool:
    """Whether a condition may hold of a record."""
    return when is None or evaluate(when, record, record.year_on(day)).holds is not False


def _basis(number: DatedValue, ways: Sequence[Reading]) -> tuple[Basis, ...]:
    """The sources of the readings that may be meant; none where they are all those of the number."""
    if len(ways) >= len(number.readings):
        return ()
    return tuple(dict.fromkeys(each for way in ways for each in way.basis))


def _bounds(rule: Rule, number: DatedValue, ways: Sequence[Reading]) -> dict[str, str]:
    """The shares of the readings that may be meant, where they are not that of the number."""
    shares = dict.fromkeys(way.value for way in ways if way.value is not None)
    if rule.kind not in RATIOS or not shares or set(shares) == {number.value}:
        return {}
    return {"bound": " / ".join(map(percent, shares))}


def _read(number: DatedValue, way: Reading, judge: ByReading) -> Judgement:
    return UNREAD if way.unread else judge(number._replace(value=way.value), way)


def agreed(judgements: Iterable[Judgement]) -> Judgement:
    """The answer that several judgements share; where they differ, why it is open."""
    found = list(judgements)
    trace = tuple(dict.fromkeys(line for judgement in found for line in judgement.trace))
    first = found[0]._replace(trace=trace, values={**found[0].values, **_cure_by_reading(found)})
    rulings = {judgement.ruling for judgement in found}
    if len(rulings) == 1:
        return first
    open_ = [judgement for judgement in found if judgement.ruling is Ruling.UNDECIDED]
    if {Ruling.PASS, Ruling.FAIL} <= rulings or not open_:
        return first._replace(ruling=Ruling.UNDECIDED, variant="hai-cach-hieu", pair=None)
    return open_[0]._replace(trace=trace)


def _cure_by_reading(found: Sequence[Judgement]) -> dict[str, str]:
    """The figure that would cure a breach, where the readings differ in it: all of them."""
    cures = dict.fromkeys(each.values["lowered"] for each in found if "lowered" in each.values)
    if len(cures) < 2:
        return {}
    listed = " / ".join(cures)
    english = phrase("by-reading-en", values=listed)
    return {"lowered": phrase("by-reading", values=listed), "lowered.en": english}
