"""The interface of points: what every criterion earns in every row, and how that is written.

`scoring.score_criteria(criteria, scene)` gives a ColumnScore for each of `criteria.scored()`, by id: single
criteria, and alternatives (`one_of`) as one. A row has one of three outcomes under a ColumnScore:

- points: `scaled(values)`, `ratio(values)`, `points(values)` are not None. Penalties are below zero. The
  floor and the rounding of the criterion itself, evidence and blank cells are in them; gates (`only_if`),
  caps of groups and of the table are not.
- not assigned: `assigned(values)` is False; the criterion leaves the denominator.
- not known: neither; a finding has said why.

All of them rest on `key(values)` only: one cell for a plain criterion, the tuple of the cells of `columns`
for others. Whoever needs speed looks `key(values)` up in `earned` and `not_assigned`. Where `scale` is not
one, Decimals of `earned` are `scale` times the points, so that a column adds up without division; a Ratio
there is the points themselves. Points of bonuses and penalties are always Decimals of scale one, or rounded.

`account(values)` gives the formula with its result, written anew on each call: keep it by `key(values)`.
Of alternatives `parts` are the ColumnScores, in the order of the file, each with its own account.
Everything runs in the EXACT context.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.scoring.exact import ONE, Ratio
from thidua_cli.scoring.points.formulas import UNKNOWN
from thidua_cli.tables.table import CellValue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from thidua_cli.plan.criteria.table import Item
    from thidua_cli.scoring.points.formulas import Phrase
    from thidua_cli.scoring.points.outcomes import Points

# The content of the cells that points rest on: of a single one itself, None where a column is absent.
Key = CellValue | tuple[CellValue, ...] | None


class Account(NamedTuple):
    """How the points of one row came about.

    `formula`: with its result; `value` None: not known, or not assigned where `assigned` is False.
    `said`: the same in words, where the formula alone would not be understood.
    `leaders`: the positions in the scored rows of the units that set the standard, where units are compared.
    """

    formula: str
    shown: str
    value: Ratio | None = None
    assigned: bool = True
    leaders: tuple[int, ...] = ()
    said: tuple[Phrase, ...] = ()


def _no_key(_: Sequence[CellValue]) -> Key:
    return None


def _no_account(_: Key) -> Account:
    return Account(UNKNOWN, UNKNOWN)


@dataclass(frozen=True, slots=True)
class ColumnScore:
    """A criterion in all rows. `columns`: what it rests on, the main one first; none where one is absent."""

    rule: Item
    columns: tuple[int, ...] = ()
    earned: Mapping[Key, Points] = field(default_factory=dict)
    scale: Decimal = ONE
    not_assigned: frozenset[Key] = frozenset()
    parts: tuple[ColumnScore, ...] = ()
    write: Callable[[Key], Account] = _no_account
    # From the cells of a row to the key of its points.
    key: Callable[[Sequence[CellValue]], Key] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", itemgetter(*self.columns) if self.columns else _no_key)

    @property
    def column(self) -> int | None:
        """The main column; None where the criterion is not told."""
        return self.columns[0] if self.columns else None

    def assigned(self, row: Sequence[CellValue]) -> bool:
        """Whether the criterion is assigned to the unit of a row."""
        return self.key(row) not in self.not_assigned

    def scaled(self, row: Sequence[CellValue]) -> Points | None:
        """The points of a row as the shape gives them; None where they are not known or not assigned."""
        return self.earned.get(self.key(row))

    def ratio_of(self, earned: Points) -> Ratio:
        """Points as the shape gives them, as a ratio."""
        return Ratio(earned, self.scale) if isinstance(earned, Decimal) else earned

    def ratio(self, row: Sequence[CellValue]) -> Ratio | None:
        """The points of a row, not divided; None where they are not known or not assigned."""
        earned = self.scaled(row)
        return None if earned is None else self.ratio_of(earned)

    def points(self, row: Sequence[CellValue]) -> Fraction | None:
        """The exact points of a row; None where they are not known or not assigned."""
        ratio = self.ratio(row)
        return None if ratio is None else ratio.fraction

    def account(self, row: Sequence[CellValue]) -> Account:
        """How the points of a row came about."""
        return self.write(self.key(row))
