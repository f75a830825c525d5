"""The money for a list of awards: each line by itself, what one receiver gets of several, and the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.bonuses.amounts import Doubt, Money, money_for
from thidua_cli.law.bonuses.answers import NO_ANSWERS
from thidua_cli.law.bonuses.cumulation import cumulation_on
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL, titles
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from thidua_cli.law.bonuses.answers import Answers

# Doubts about whether anything is paid, not only about how much.
_PERHAPS_NOTHING = frozenset({Doubt.CEILING, Doubt.DOUBLED, Doubt.CUMULATED})
_FORM = "hinh-thuc"


class Award(NamedTuple):
    """One line of a list: who (of which unit, as what), a title by id, its holder, the day of the decision.

    `holder`: ca-nhan, tap-the, or None where the list does not tell and the title may go to either.
    """

    name: str
    unit: str
    title: str
    holder: str | None
    day: date
    position: str = ""

    @property
    def receiver(self) -> tuple[str, str, str]:
        """Who it is, two people of one name told apart by unit or position; case does not count."""
        return fold(self.name), fold(self.unit), fold(self.position)


class Payment(NamedTuple):
    """What an award comes to: the money by its holder, one each for both where the holder is unknown."""

    award: Award
    money: tuple[Money, ...]
    doubts: frozenset[Doubt]

    @property
    def amounts(self) -> tuple[int, ...]:
        """Every amount in đồng that a reading gives, the likeliest first; empty where nothing is known."""
        return tuple(dict.fromkeys(amount for money in self.money for amount in money.amounts))

    @property
    def certain(self) -> int | None:
        """The amount in đồng that may be paid; None while anything is in doubt."""
        return None if self.doubts else self.amounts[0]

    @property
    def low(self) -> int:
        """The least that any reading gives."""
        return 0 if self.doubts & _PERHAPS_NOTHING else min(self.amounts, default=0)

    @property
    def high(self) -> int | None:
        """The most that any reading gives; None where no number is known."""
        return max(self.amounts, default=None)


class Sums(NamedTuple):
    """Of some payments: how many, how many settled and the sum of these; then the least and the most of all.

    `unknown`: for how many no number is known, which the least and the most leave out.
    """

    lines: int
    settled: int
    certain: int
    low: int
    high: int
    unknown: int


def payments(awards: Sequence[Award], answers: Answers = NO_ANSWERS) -> tuple[Payment, ...]:
    """The payment of each award, in their order.

    Of awards that one receiver may not get beside each other the largest stays as it is.
    """
    known: dict[tuple[str, str | None, date], Money] = {}
    found = [_alone(award, answers, known) for award in awards]
    for places in _same((award.receiver, award.day) for award in awards):
        for at, doubt in _beside([found[place] for place in places]):
            place = places[at]
            found[place] = found[place]._replace(doubts=found[place].doubts | {doubt})
    return tuple(found)


def sums(found: Iterable[Payment]) -> Sums:
    """The sums of payments."""
    paid = list(found)
    certain = [each.certain for each in paid if each.certain is not None]
    return Sums(
        lines=len(paid),
        settled=len(certain),
        certain=sum(certain),
        low=sum(each.low for each in paid),
        high=sum(each.high or 0 for each in paid),
        unknown=sum(each.high is None for each in paid),
    )


def by_award(found: Iterable[Payment]) -> tuple[tuple[Award, Sums], ...]:
    """The sums of each title, holder and day, with one award of them, in the order they first stand."""
    groups: dict[tuple[str, str | None, date], list[Payment]] = {}
    for each in found:
        groups.setdefault((each.award.title, each.award.holder, each.award.day), []).append(each)
    return tuple((group[0].award, sums(group)) for group in groups.values())


def _alone(award: Award, answers: Answers, known: dict[tuple[str, str | None, date], Money]) -> Payment:
    """The payment of an award by itself; `known` keeps what was computed before."""
    own = titles()[award.title].holder or award.holder
    money = []
    for holder in (own,) if own else (INDIVIDUAL, COLLECTIVE):
        key = award.title, holder, award.day
        if key not in known:
            known[key] = money_for(*key, answers)
        money.append(known[key])
    doubts = frozenset(doubt for each in money for doubt in each.doubts)
    return Payment(award, tuple(money), doubts if own else doubts | {Doubt.HOLDER})


def _same(keys: Iterable[tuple[tuple[str, str, str], date]]) -> list[list[int]]:
    """The places of equal keys, where there are several."""
    places: dict[tuple[tuple[str, str, str], date], list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key, []).append(at)
    return [group for group in places.values() if len(group) > 1]


def _name(award: Award) -> tuple[str, str]:
    return award.title, award.holder or ""


def _beside(found: Sequence[Payment]) -> Iterator[tuple[int, Doubt]]:
    """What is doubtful of several awards to one receiver on one day: their places, and why."""
    first: dict[tuple[str, str], int] = {}
    for at, each in enumerate(found):
        if first.setdefault(_name(each.award), at) != at:
            yield at, Doubt.DOUBLED
    distinct = sorted(first.values(), key=lambda at: (-(found[at].high or 0), _name(found[at].award)))
    forms = [at for at in distinct if titles()[found[at].award.title].kind == _FORM]
    others = [at for at in distinct if at not in forms]
    clause = cumulation_on(found[0].award.day)
    kept = {forms[0], others[0]} if forms and others and clause and clause.together else set(distinct[:1])
    yield from ((at, Doubt.CUMULATED) for at in sorted(set(distinct) - kept))
