"""What units propose of the titles that targets are about, added up from the head counts of their tables."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES
from thidua_cli.law.registers.facts import fact_kinds
from thidua_cli.law.registers.titles import COLLECTIVE, INDIVIDUAL
from thidua_cli.law.rulings.stated import TOTAL
from thidua_cli.reporting.measures import PERCENT
from thidua_cli.rosters.reading.vocabulary import vocabulary
from thidua_cli.rules.legal.target_figures import TargetFigures
from thidua_cli.vietnamese.numbers import format_count, format_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_cli.plan.plan import Plan
    from thidua_cli.plan.target import Base, Target
    from thidua_cli.rosters.counts.head_counts import HeadCount

COLLECTIVES = "tap_the_tong_so"
COUNTED = frozenset({"danh-hieu"})
MOST_NAMED = 3
PLACES = 2


class Uncounted(NamedTuple):
    """Why the counts of a title do not answer for a target: a key of the words' `reasons`, and its places."""

    reason: str
    values: Mapping[str, str] = NO_VALUES


class Proposed(NamedTuple):
    """So many people or collectives, or such a share, for which the units propose the title of a target."""

    text: str
    figure: Fraction
    unit: str


class TitleCounts:
    """What all units together propose, by the targets of a plan."""

    def __init__(self, plan: Plan, counts: Sequence[HeadCount]) -> None:
        self._counts = counts
        self._figures = TargetFigures(plan)
        self._bases: Mapping[str, Base] = {base.id: base for base in plan.bases}
        self._people = [base for base in plan.bases if base.counts == INDIVIDUAL]
        self._told = {ident for each in counts for ident in (*each.values, *each.spans)}

    def proposed(self, target: Target) -> Proposed | Uncounted | None:
        """The proposals for the title of a target; None where the tables count nothing of the kind."""
        numerator = self._numerator(target)
        if numerator is None:
            return None
        if target.award is not None:
            return Uncounted("counts_conferrer")
        if target.exclude:
            return Uncounted("counts_excluded", {"who": ", ".join(target.exclude)})
        heads = self._sum(numerator)
        if isinstance(heads, Uncounted):
            return heads
        if target.value is not None and not target.value.percent:
            unit = target.value.unit
            return Proposed(f"{format_count(heads)} {unit}".strip(), Fraction(heads), unit)
        return self._share(target, heads)

    def _numerator(self, target: Target) -> str | None:
        """The id of the count of the title that a target is about, where any table has it."""
        title = self._figures.title(target)
        ident = title.id.lower() if title and title.kind in COUNTED else ""
        return ident if ident in fact_kinds() and ident in self._told else None

    def _share(self, target: Target, heads: int) -> Proposed | Uncounted:
        """The same share by every way to read what it is of; else it is not known."""
        bases = [self._base(reading.chain) for reading in self._figures.readings(target)]
        open_ones = [base for base in bases if isinstance(base, Uncounted)]
        if open_ones:
            return open_ones[0]
        sizes = {base for base in bases if isinstance(base, int)}
        if len(sizes) != 1 or not (size := sizes.pop()):
            return Uncounted("counts_base")
        share = Fraction(heads * 100, size)
        text = f"{format_number(heads)}/{format_number(size)} ({format_number(share, PLACES)}%)"
        return Proposed(text, share, PERCENT)

    def _base(self, chain: Sequence[Target]) -> int | Uncounted:
        """What a share is of: the counted title of the target it is part of, or all of the plan's people."""
        if len(chain) > 1:
            parent = self._numerator(chain[1])
            return Uncounted("counts_base") if parent is None or chain[1].exclude else self._sum(parent)
        base = self._bases.get(chain[0].of or "")
        if base is None:
            return Uncounted("counts_base")
        if base.counts == COLLECTIVE:
            return self._collectives(base)
        # Who all people of the tables are, is known only where the plan speaks of one kind of people.
        return self._sum(TOTAL) if len(self._people) == 1 else Uncounted("counts_base")

    def _collectives(self, base: Base) -> int | Uncounted:
        """All collectives: as many as are told; rows are only where the plan says that there are so many."""
        if COLLECTIVES in self._told:
            return self._sum(COLLECTIVES)
        if any(each.values.get(claim, 0) > 1 for each in self._counts for claim in vocabulary().claims):
            return Uncounted("counts_base")
        rows = len(self._counts)
        if base.size is None:
            return Uncounted("counts_collectives", {"rows": str(rows)})
        if base.size != rows:
            return Uncounted("counts_size", {"rows": str(rows), "size": str(base.size)})
        return rows

    def _sum(self, ident: str) -> int | Uncounted:
        if ident not in self._told:
            return Uncounted("counts_base")
        lacking = [each.unit for each in self._counts if ident not in each.values]
        if lacking:
            named = ", ".join(lacking[:MOST_NAMED]) + (", …" if len(lacking) > MOST_NAMED else "")
            return Uncounted("counts_missing", {"units": named})
        return sum(each.values[ident] for each in self._counts)
