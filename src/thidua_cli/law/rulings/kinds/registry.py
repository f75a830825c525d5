"""Every kind of rule and its function, over every reading that may apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.pack import is_verified
from thidua_cli.law.rulings.criteria.evaluate import evaluate
from thidua_cli.law.rulings.judgement import Judgement
from thidua_cli.law.rulings.kinds.counts import judge_maximum_count, judge_minimum_count
from thidua_cli.law.rulings.kinds.ratios import judge_ratio_cap, judge_ratio_floor
from thidua_cli.law.rulings.kinds.standards import judge_criteria
from thidua_cli.law.rulings.kinds.steps import judge_hold, judge_step
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import DatedValue, Kind, Reading, Rule, State

if TYPE_CHECKING:
    from datetime import date

Judge: TypeAlias = Callable[[Rule, DatedValue, Reading, Record, int], Judgement]
ByReading: TypeAlias = Callable[[DatedValue, Reading], Judgement]

UNREAD = Judgement(Ruling.UNDECIDED, "chua-kiem-chung")
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
    ways = list(_applying(rule, number, record, day))
    if not ways:
        return Judgement(Ruling.NOT_IN_FORCE, "khong-ap-dung", general=True)
    found = agreed(_read(number, way, judge) for way in ways)
    if found.ruling is Ruling.UNDECIDED:
        return found
    if number.state is State.UNVERIFIED:
        return found._replace(variant=f"{found.variant}{ALL_WAYS}")
    # What was not verified may confirm an answer, but not give it alone.
    return found if any(is_verified(way.grade) for way in ways) or not number.readings else UNREAD


def _read(number: DatedValue, way: Reading, judge: ByReading) -> Judgement:
    return UNREAD if way.unread else judge(number._replace(value=way.value), way)


def agreed(judgements: Iterable[Judgement]) -> Judgement:
    """The answer that several judgements share; where they differ, why it is open."""
    found = list(judgements)
    trace = tuple(dict.fromkeys(line for judgement in found for line in judgement.trace))
    first = found[0]._replace(trace=trace)
    rulings = {judgement.ruling for judgement in found}
    if len(rulings) == 1:
        return first
    open_ = [judgement for judgement in found if judgement.ruling is Ruling.UNDECIDED]
    if {Ruling.PASS, Ruling.FAIL} <= rulings or not open_:
        return first._replace(ruling=Ruling.UNDECIDED, variant="hai-cach-hieu", pair=None)
    return open_[0]._replace(trace=trace)


def _applying(rule: Rule, number: DatedValue, record: Record, day: date) -> Iterator[Reading]:
    for reading in rule.readings(number):
        year = record.year_on(day)
        if reading.when is None or evaluate(reading.when, record, year).holds is not False:
            yield reading
