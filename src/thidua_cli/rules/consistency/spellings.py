"""Terms of art that one plan spells in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Fix, Related
from thidua_cli.source.nodes import scalars
from thidua_cli.vietnamese.spellings import find_spellings, mixes_spellings
from thidua_cli.vietnamese.text import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path
    from thidua_cli.vietnamese.spellings import Spelt

# Documents and bodies keep the names that they were given, in whatever spelling.
NAMED_BY_OTHERS = frozenset({"basis", "citations", "document"})


class Place(NamedTuple):
    """A word that has two spellings, in the text at a path."""

    path: Path
    text: str
    word: Spelt

    @property
    def written(self) -> str:
        """The word as it stands."""
        return self.text[self.word.start : self.word.end]


def spelt_two_ways(loaded: Loaded) -> Iterator[Finding]:
    """TD283: where the rarer spelling of a word first stands; of two as frequent, not the laws'."""
    if not _mixed(loaded):
        return
    by_word: dict[str, dict[str, list[Place]]] = {}
    for place in _places(loaded):
        by_word.setdefault(place.word.standard, {}).setdefault(place.word.spelling, []).append(place)
    for standard, spellings in by_word.items():
        if len(spellings) < 2:
            continue
        rarer, other = sorted(spellings.values(), key=lambda found: (len(found), found[0].word.is_standard))
        yield _finding(loaded, standard, rarer, other)


def _mixed(loaded: Loaded) -> bool:
    # Words that a line break parts are rare, and never all of a word's places.
    return mixes_spellings(loaded.source.text)


def _places(loaded: Loaded) -> Iterator[Place]:
    for path, scalar in scalars(loaded.root):
        if path[0] not in NAMED_BY_OTHERS:
            for word in find_spellings(scalar.text):
                yield Place(path, scalar.text, word)


def _finding(loaded: Loaded, standard: str, rarer: list[Place], other: list[Place]) -> Finding:
    here, there = rarer[0], other[0]
    span = loaded.stretch(here.path, here.text, here.word.start, here.word.end)
    elsewhere = loaded.stretch(there.path, there.text, there.word.start, there.word.end)
    wanted = there.word.spelling
    values = {
        "found": here.written,
        "other": there.written,
        "count": str(len(rarer)),
        "other_count": str(len(other)),
        "standard": standard,
    }
    fix = Fix(span, sentence_case(wanted) if here.written[:1].isupper() else wanted)
    return Finding("TD283", span, values, fix=fix, related=(Related(elsewhere, "other"),))
