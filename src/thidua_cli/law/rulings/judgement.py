"""What a kind of rule answers, and how the answer becomes a verdict and a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES, Basis, Finding, Related, Severity
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.rulings.arithmetic import exact, percent
from thidua_cli.law.rulings.rules import DatedValue, Kind, Rule, State, rules
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from fractions import Fraction

    from thidua_cli.findings.span import Span

RATIOS = frozenset({Kind.RATIO_CAP, Kind.RATIO_FLOOR})
# Variants that ask what the rows of a table are.
OF_ROWS = frozenset({"tuy-don-vi", "tuy-don-vi-chung"})


class Judgement(NamedTuple):
    """A ruling with its reason (`variant` of the catalogue), the values of its words, and its steps.

    `pair`: the two figures that were compared, where they were. `general`: the law of the day answered,
    whatever the figures. `basis`: the articles of the readings that decided, where not those of the number.
    """

    ruling: Ruling
    variant: str
    values: Mapping[str, str] = NO_VALUES
    trace: tuple[str, ...] = ()
    pair: tuple[Fraction, Fraction] | None = None
    general: bool = False
    basis: tuple[Basis, ...] = ()


def ask(rule: Rule, day: date, judge: Callable[[DatedValue], Judgement]) -> Judgement:
    """What a rule says on a day: the law's own answer (beyond the data, no rule, not verified), else the
    judgement of the number in force, or of the candidate texts of one that is not verified.
    """
    number = rule.on(day)
    if number is None:
        return Judgement(Ruling.UNDECIDED, "ngoai-du-lieu", general=True)
    if number.state is State.NONE:
        return Judgement(Ruling.NOT_IN_FORCE, "khong-ap-dung", general=True)
    if number.state is State.UNVERIFIED and not number.readings:
        return Judgement(Ruling.UNDECIDED, "chua-kiem-chung", general=True)
    return judge(number)


def verdict_of(
    rule: Rule,
    subject: str,
    judgement: Judgement,
    as_of: date,
    span: Span,
    related: Iterable[Span] = (),
) -> Verdict:
    """The verdict of a judgement: its words' values, and the articles of the day."""
    number = rule.on(as_of)
    basis = judgement.basis or (number.basis if number else ())
    return Verdict(
        rule=rule.code,
        subject=subject,
        ruling=judgement.ruling,
        as_of=as_of,
        span=span,
        variant=judgement.variant,
        values={
            "subject": subject,
            "where": "",
            "arithmetic": "; ".join(judgement.trace),
            **_law_values(rule, number, as_of, basis),
            **judgement.values,
        },
        basis=basis,
        trace=judgement.trace,
        related=tuple(related),
    )


def finding_of(verdict: Verdict) -> Finding | None:
    """The finding that is due: an error for khong-dat, a warning (or note) for chua-du-can-cu, else none."""
    if verdict.ruling is Ruling.FAIL:
        weight = Severity.ERROR
    elif verdict.ruling is Ruling.UNDECIDED:
        rule = rules().get(verdict.rule)
        weight = Severity.INFO if rule and verdict.variant in rule.notes else Severity.WARNING
    else:
        return None
    return Finding(
        code=verdict.rule,
        span=verdict.span,
        values=verdict.values,
        variant=verdict.variant,
        severity=weight,
        basis=verdict.basis,
        related=tuple(Related(span) for span in verdict.related),
    )


def cited(basis: Iterable[Basis]) -> str:
    """The articles as people quote them: `khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP`."""
    return "; ".join(f"{item.at} {item.document}".strip() for item in basis)


def _law_values(
    rule: Rule, number: DatedValue | None, as_of: date, basis: Iterable[Basis]
) -> Mapping[str, str]:
    values = {"as_of": format_short(as_of)}
    if number is None:
        return values | {"since": format_short(rule.numbers[0].since)}
    values |= {"basis": cited(basis), "since": format_short(number.since)}
    if number.value is not None:
        values["bound"] = percent(number.value) if rule.kind in RATIOS else exact(number.value)
    return values
