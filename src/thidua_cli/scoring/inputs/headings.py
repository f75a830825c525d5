"""What the headings of a table, and the names of criteria in a long one, mean: exact spellings only.

`Giải ngân`, its id and its aliases are the criterion; an ending says which other input of it is meant:
`Giải ngân – chỉ tiêu`, `giai-ngan.chi_tieu`, `Giải ngân (minh chứng)`, `Giải ngân – thẩm định – lý do`.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.rosters.reading.rows import COUNT, UNIT
from thidua_cli.rosters.reading.vocabulary import heading_key, vocabulary
from thidua_cli.scoring.inputs.input_table import CLUSTER, EVIDENCE, TIE, TYPE, VETO
from thidua_cli.scoring.inputs.layers import layers_of
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from thidua_cli.plan.criteria.table import Criteria, Leaf

# The name of the column of units where the criteria file gives none.
USUAL_UNIT, USUAL_TYPE = "don_vi", "Loại đơn vị"
# Close enough to be the same heading misspelt, far enough apart for two headings of one table.
RESEMBLES = 0.75
# Looking for what comes near is slow.
MOST_ASKED = 200


class Meaning(NamedTuple):
    """The keys of InputTable that a heading stands for; without keys it is known and not used.

    `layer`: the id of the layer. `reason`: it gives the reason of a difference, not the value.
    `idle`: the name of a criterion that takes no such input.
    """

    keys: tuple[str, ...] = ()
    layer: str = ""
    reason: bool = False
    idle: str = ""


class Headings:
    """The headings that a criteria file makes known. `elsewhere`: keys that no table needs to tell."""

    def __init__(self, criteria: Criteria, elsewhere: Collection[str] = ()) -> None:
        self.criteria, self.elsewhere = criteria, frozenset(elsewhere)
        self.layers = layers_of(criteria)
        self.names = {leaf.id: leaf.name for leaf in criteria.leaves()}
        self._leaves = {key: leaf.id for key, leaf in _by_heading(criteria) if key}
        self._sides = {leaf.id: sides_of(leaf) for leaf in criteria.leaves()}
        self._own = self._known()
        self._known_layers = {key: layer.id for layer in self.layers for key in layer.keys}
        self._met: dict[str, Meaning | None] = {}
        self._near: dict[str, str] = {}

    def meaning(self, text: str) -> Meaning | None:
        """What a heading means; None where it is unknown, or may mean two things."""
        if text not in self._met:
            key = heading_key(text)
            own = self._own.get(key) if key else None
            found = [Meaning(own)] if own is not None else list(dict.fromkeys(self._read(key)))
            self._met[text] = found[0] if len(found) == 1 else None
        return self._met[text]

    def layer(self, text: str) -> str | None:
        """The id of a layer by its name; None where it is unknown."""
        return self._known_layers.get(heading_key(text))

    def by_name(self, leaf: Leaf) -> bool:
        """Whether the name of a criterion alone means it."""
        return self._leaves.get(heading_key(leaf.name)) == leaf.id

    def takes(self, leaf: str, side: str) -> bool:
        """Whether a criterion has such an input beside its own."""
        return side in self._sides[leaf]

    def near(self, text: str) -> str:
        """The known name that comes nearest, to ask about; empty where none does, or too much was asked."""
        if text not in self._near and len(self._near) < MOST_ASKED:
            found = nearest(text.replace("_", "-"), self._candidates, RESEMBLES)
            self._near[text] = found[0] if found else ""
        return self._near.get(text, "")

    @cached_property
    def _candidates(self) -> list[str]:
        leaves = self.criteria.leaves()
        # A name that two criteria share is no answer: it may be the very heading that is asked about.
        names = Counter(name for leaf in leaves for name in (leaf.name, *leaf.aliases))
        candidates = [leaf.id for leaf in leaves] + [name for name, count in names.items() if count == 1]
        candidates += [heading for heading, _ in _named(self.criteria)]
        candidates.append(self.criteria.unit_column or USUAL_UNIT)
        return [*candidates, *vocabulary().count_spellings]

    def _known(self) -> dict[str, tuple[str, ...]]:
        """Headings without an ending. What the criteria file names goes before what offices write."""
        words, criteria = vocabulary(), self.criteria
        units = words.unit if criteria.unit_column is None else {heading_key(criteria.unit_column)}
        known: dict[str, tuple[str, ...]] = dict.fromkeys(words.ignored, ())
        known |= {key: (COUNT + count,) for key, count in words.head_counts.items()}
        known |= dict.fromkeys(words.type if criteria.type_column is None else (), (TYPE,))
        known |= dict.fromkeys(units, (UNIT,))
        known |= {key: (leaf,) for key, leaf in self._leaves.items()}
        # A column that the file names for a second purpose (a tie-break by a head count) serves both.
        for heading, key in _named(criteria):
            there = known.get(heading_key(heading), ())
            known[heading_key(heading)] = there if key in there else (*there, key)
        return known

    def _read(self, key: str) -> Iterator[Meaning]:
        """Every reading of a heading with an ending."""
        words = vocabulary()
        yield from self._layered(key)
        for ending, side in words.sides.items():
            if leaf := self._leaves.get(_before(key, ending)):
                taken = self.takes(leaf, side)
                yield Meaning((f"{leaf}.{side}",)) if taken else Meaning(idle=self.names[leaf])
        for ending in words.reason:
            base = _before(key, ending)
            if leaf := self._leaves.get(base):
                yield Meaning((leaf,), reason=True)
            yield from (each._replace(reason=True) for each in self._layered(base))

    def _layered(self, key: str) -> Iterator[Meaning]:
        for ending, layer in self._known_layers.items():
            if leaf := self._leaves.get(_before(key, ending)):
                yield Meaning((leaf,), layer)


def _before(key: str, ending: str) -> str:
    """What stands before an ending; empty where the key does not end so."""
    return key.removesuffix(f"-{ending}") if key.endswith(f"-{ending}") else ""


def sides_of(leaf: Leaf) -> frozenset[str]:
    """The inputs of a criterion beside its own."""
    sides = frozenset(leaf.side_columns)
    return sides if leaf.evidence == "none" else sides | {EVIDENCE}


def _by_heading(criteria: Criteria) -> Iterator[tuple[str, Leaf]]:
    """The keys of each criterion; a name or an alias that two share is none, an id goes before all."""
    leaves = criteria.leaves()
    spellings = [(heading_key(text), leaf) for leaf in leaves for text in (leaf.name, *leaf.aliases)]
    owners = Counter(key for key, _ in dict.fromkeys((key, leaf.id) for key, leaf in spellings))
    yield from ((key, leaf) for key, leaf in spellings if owners[key] == 1)
    yield from ((heading_key(leaf.id), leaf) for leaf in leaves)


def _named(criteria: Criteria) -> Iterator[tuple[str, str]]:
    """The columns that the criteria file names by their headings, with their keys."""
    for heading, key in ((criteria.type_column, TYPE), (criteria.cluster_column, CLUSTER)):
        if heading is not None:
            yield heading, key
    for veto in criteria.vetoes:
        for heading in (veto.id, veto.name, veto.column):
            if heading is not None:
                yield heading, VETO + veto.id
    for tie_break in criteria.ranking.tie_breaks:
        if tie_break.column is not None:
            yield tie_break.column, TIE + tie_break.column
    for leaf in criteria.leaves():
        for side, heading in leaf.side_columns.items():
            if heading is not None:
                yield heading, f"{leaf.id}.{side}"
