"""The formula of one criterion in one row, up to its floor, its rounding and missing evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_cli.plan.criteria.counted import YesNo
from thidua_cli.plan.criteria.stepped import Deadline
from thidua_cli.plan.criteria.table import OneOf
from thidua_cli.scoring.exact import Ratio
from thidua_cli.scoring.points.column_scores import Account, Key
from thidua_cli.scoring.points.finishing import as_ratio
from thidua_cli.scoring.points.formulas import ABOUT, GIVEN, UNKNOWN, Phrase, Sentence, equals, number, result
from thidua_cli.scoring.points.layout import Layout, main_cell, text_of
from thidua_cli.scoring.points.outcomes import Gap
from thidua_cli.scoring.points.sentences.kinds import sentence_of
from thidua_cli.scoring.points.statements import State, Statements, group_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from thidua_cli.plan.criteria.table import Item, Leaf
    from thidua_cli.scoring.points.outcomes import Given, Points, Shape
    from thidua_cli.scoring.points.standards import Average

# A blank cell, and points that do not count at all.
NOTHING = "–"


class LeafAccounts:
    """Writes the accounts of one criterion."""

    def __init__(
        self,
        rule: Leaf,
        shape: Shape,
        scale: Decimal,
        found: Statements,
        earned: Mapping[Key, Points],
        averages: Mapping[str, Average],
        layout: Layout,
    ) -> None:
        self._rule, self._shape, self._scale, self._layout = rule, shape, scale, layout
        self._found, self._earned, self._averages = found, earned, averages
        self._sentence = sentence_of(rule)
        # Words and dates are quoted as the person wrote them.
        self._in_words = isinstance(rule, YesNo | Deadline)
        self._plain = rule.floor is None and rule.rounding is None and rule.evidence != "required"

    def account(self, key: Key) -> Account:
        """The account of a key."""
        said = text_of(main_cell(key))
        points = self._earned.get(key)
        if points is None:
            if self._not_assigned(key):
                return Account(f"{said or NOTHING} → {NOTHING}", NOTHING, None, assigned=False)
            return Account(f"{said} → {UNKNOWN}" if said else UNKNOWN, UNKNOWN)
        value = as_ratio(points, self._scale)
        given = self._found.given.get(key)
        if given is None:
            return self._of_blank(key, value)
        leaders = given.standard.rows if given.standard else ()
        shown = result(value)
        sentence = self._quoted(said, given)
        formula, phrases = self._written(sentence, given, value, shown)
        return Account(formula, shown, value, leaders=leaders, said=phrases)

    def _written(
        self, sentence: Sentence, given: Given, value: Ratio, shown: str
    ) -> tuple[str, tuple[Phrase, ...]]:
        """The formula in signs and, where these would not be understood, in words."""
        if self._plain:
            phrases = said_of(self._rule, sentence, value, value) if sentence.said else ()
            return sentence.with_result(shown), phrases
        points = self._shape.points(given)
        if isinstance(points, Gap):
            return sentence.text, ()
        plain = as_ratio(points, self._shape.scale)
        return finished(self._rule, sentence, plain, value), said_of(self._rule, sentence, plain, value)

    def _not_assigned(self, key: Key) -> bool:
        state = self._found.states.get(key)
        blank = state is State.BLANK and self._rule.blank == "not_assigned"
        return state is State.NOT_ASSIGNED or blank

    def _of_blank(self, key: Key, value: Ratio) -> Account:
        shown = result(value)
        average = self._averages.get(group_of(self._layout, key) or "")
        if average is None:
            return Account(f"{NOTHING} → {shown}", shown, value)
        return Account(mean_of(average, value), shown, value)

    def _quoted(self, said: str, given: Given) -> Sentence:
        # Plain numbers too are quoted as written, other numbers as they were read.
        as_written = said and (self._in_words or said.isdecimal())
        return self._sentence(given, said if as_written else number(given.actual))


def finished(rule: Item, sentence: Sentence, plain: Ratio, value: Ratio) -> str:
    """A formula up to the points that count: floored, then rounded, or nothing for want of evidence."""
    floor = rule.floor
    shown = sentence.with_result(result(plain))
    if floor is None or plain.numerator >= floor * plain.divisor or not value.numerator:
        return _onward(shown, plain, value)
    text = sentence.text if sentence.computed else result(plain)
    raised = Sentence(f"max({text}; {number(floor)})").with_result(number(floor))
    return _onward(raised if sentence.computed else f"{shown}; {raised}", Ratio(floor), value)


def said_of(rule: Item, sentence: Sentence, plain: Ratio, value: Ratio) -> tuple[Phrase, ...]:
    """What `finished` writes, in words; empty where signs say it all."""
    floor = rule.floor
    raised = floor is not None and plain.numerator < floor * plain.divisor and bool(value.numerator)
    before = Ratio(floor) if raised and floor is not None else plain
    same = before.numerator * value.divisor == value.numerator * before.divisor
    if not sentence.said and (same or value.numerator):
        return ()
    said = [*sentence.said] or [Phrase("formula", {"text": sentence.with_result(result(plain))})]
    if sentence.said and sentence.said[0].key != GIVEN:
        said.append(Phrase("earns", {"shown": result(plain)}))
    if raised:
        said.append(Phrase("raised", {"shown": result(before)}))
    if not same:
        unproven = not value.numerator and not isinstance(rule, OneOf) and rule.evidence == "required"
        said.append(Phrase("no_evidence" if unproven else "rounded", {"shown": result(value)}))
    return tuple(said)


def mean_of(average: Average, value: Ratio) -> str:
    """The formula of an average: `30 / 2 = 15`."""
    total, shown = result(average.total), result(average.mean)
    if total.startswith(ABOUT):
        total, shown = total.removeprefix(ABOUT), ABOUT + shown.removeprefix(ABOUT)
    return _onward(equals(f"{total} / {average.units}", shown), average.mean, value)


def _onward(formula: str, before: Ratio, after: Ratio) -> str:
    """A formula, and what became of its result: rounded, or nothing for want of evidence."""
    same = before.numerator * after.divisor == after.numerator * before.divisor
    return formula if same else f"{formula} → {result(after)}"
