"""The criteria over all units: what each earned on the mean, and where units are strong and weak."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.criteria.counted import Penalty
from thidua_cli.plan.criteria.table import highest, is_bonus
from thidua_cli.reporting.facts.naming import named
from thidua_cli.reporting.facts.standings import CriteriaFacts, CriterionFacts
from thidua_cli.reporting.words import words_of
from thidua_cli.vietnamese.numbers import format_number
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.standings.results import Results

MOST_NAMED = 3
PERCENT_PLACES = 2
ORDINARY, BONUS, PENALTY = "criterion", "bonus", "penalty"


class _Earned(NamedTuple):
    facts: CriterionFacts
    share: Fraction | None


def criteria_facts(results: Results) -> CriteriaFacts:
    """Every criterion with its mean; strong and weak ones by their share of the maximum, never both.

    A sentence names a third of them, and all that share the share of the last it names.
    """
    earned = list(_earned(results))
    shares = sorted(each.share for each in earned if each.share is not None)
    strong, weak = [], []
    if shares and shares[0] != shares[-1]:
        count = min(MOST_NAMED, max(1, len(shares) // 3))
        least, most = shares[-count], shares[count - 1]
        strong = [each for each in earned if each.share is not None and each.share >= least]
        weak = [each for each in earned if each.share is not None and each.share <= most < least]
    strong.sort(key=lambda each: -(each.share or 0))
    weak.sort(key=lambda each: each.share or 0)
    return CriteriaFacts(
        tuple(each.facts for each in earned),
        named([each.facts for each in strong]),
        named([each.facts for each in weak]),
    )


def _earned(results: Results) -> Iterator[_Earned]:
    places = results.criteria.rounding.places
    for item in results.criteria.scored():
        points = [results.points(unit, item.id) for unit in results.units]
        known = [each for each in points if each is not None]
        kind = PENALTY if isinstance(item, Penalty) else BONUS if is_bonus(item) else ORDINARY
        mean = sum(known, Fraction(0)) / len(known) if known else None
        most = Fraction(highest(item))
        share = mean / most if kind == ORDINARY and mean is not None and most else None

        def shown(number: Fraction | None) -> str:
            return "" if number is None else format_number(number, places)

        facts = CriterionFacts(
            name=item.name,
            short=short_name(item.name),
            kind=kind,
            most=format_number(highest(item)) if kind == ORDINARY else "",
            mean=shown(mean),
            share="" if share is None else format_number(share * 100, PERCENT_PLACES),
            highest=shown(max(known, default=None)),
            lowest=shown(min(known, default=None)),
            units=sum(1 for each in known if each),
        )
        yield _Earned(facts, share)


def short_name(name: str) -> str:
    """The name of a criterion within a sentence: without the unit of measure that ends it in a table."""
    bare, _, unit = name.rstrip().removesuffix(")").rpartition("(")
    measured = name.rstrip().endswith(")") and fold(unit) in map(fold, words_of("standings")["units"])
    return bare.rstrip() if measured else name


def column_heading(item: Item) -> tuple[str, str]:
    """The name and the maximum of a criterion, the latter empty for what is given or taken besides."""
    besides = isinstance(item, Penalty) or is_bonus(item)
    return item.name, "" if besides else format_number(highest(item))
