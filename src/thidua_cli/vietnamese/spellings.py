"""Words that people spell in two ways: `Chiến sĩ` and `Chiến sỹ`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.compiled_words import compiled_words
from thidua_cli.vietnamese.text import nfc, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Spelt(NamedTuple):
    """A word as it stands at `text[start:end]`; `standard` is the spelling of the laws, in lower case."""

    standard: str
    spelling: str
    start: int
    end: int

    @property
    def is_standard(self) -> bool:
        """Whether it is spelt as the laws do."""
        return self.spelling == self.standard


@cache
def _pairs() -> tuple[tuple[str, ...], ...]:
    """The spellings of each word, in lower case, the standard one first."""
    return tuple(map(tuple, compiled_words(__file__)["spellings"]))


@cache
def _standards() -> Mapping[str, str]:
    """Each known spelling to the standard one."""
    return {spelling: pair[0] for pair in _pairs() for spelling in pair}


@cache
def _known() -> re.Pattern[str]:
    words = sorted(_standards(), key=len, reverse=True)
    alternatives = "|".join(word.replace(" ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def mixes_spellings(text: str) -> bool:
    """Whether the text may spell a word in two ways; quick, and sure only when it says no."""
    lowered = nfc(text).lower()
    return any(all(spelling in lowered for spelling in pair) for pair in _pairs())


def find_spellings(text: str) -> Iterator[Spelt]:
    """Every word of the text that has two known spellings, in order; `text` is NFC."""
    standards = _standards()
    for found in _known().finditer(text):
        spelling = squeeze(found[0]).lower()
        yield Spelt(standards[spelling], spelling, *found.span())
