"""Phrases with places in them: `Bằng khen (của) (Chủ tịch) UBND {tỉnh} (…)` matches what people write.

`( )` may be left out, `{x}` is one of the words listed for x, `…` any words but barred ones. Case, marks of
punctuation and the short forms given do not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What parts one thing from the next stays a word of its own, which no place takes.
_WORD = re.compile(r"[^\W_]+|[;+]")
_PIECE = re.compile(r"\((?P<optional>[^()]*)\)|\{(?P<part>[^{}]*)\}|(?P<open>…)|(?P<words>[^(){}…]+)")
_MOST_WORDS = 60


@dataclass(frozen=True)
class PhrasePatterns:
    """`parts`: the words listed for each place; `short`: longer forms by short ones; `barred`: see above."""

    parts: Mapping[str, Iterable[str]]
    short: Mapping[str, str]
    barred: Iterable[str] = ()

    def key(self, text: str) -> str:
        """What two ways of writing one phrase share: its words, the short forms spelled out."""
        words = " ".join(_WORD.findall(fold(text)))
        return self._short.sub(lambda found: self._long[found[0]], words)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """A pattern over keys, to be used with `left_open`."""
        return re.compile(self._expression(pattern))

    def opening(self, pattern: str) -> str:
        """The first word of a pattern, which is none of its places. Raises ValueError for one that is."""
        first = _PIECE.match(pattern)
        if first is None or first["words"] is None:
            raise ValueError(pattern)
        return self.key(first["words"]).partition(" ")[0]

    def left_open(self, pattern: re.Pattern[str], key: str) -> int | None:
        """How many words of a key stand where a pattern allows any; None where it does not match."""
        if key.count(" ") >= _MOST_WORDS:
            return None
        found = pattern.fullmatch(f"{key} ")
        return None if found is None else sum(len(words.split()) for words in found.groups() if words)

    @cached_property
    def _long(self) -> Mapping[str, str]:
        return {_plain(short): _plain(long) for short, long in self.short.items()}

    @cached_property
    def _short(self) -> re.Pattern[str]:
        longest = sorted(self._long, key=lambda short: (-len(short), short))
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest))})(?!\S)" if longest else r"(?!)")

    @cached_property
    def _open(self) -> str:
        barred = "|".join(re.escape(self.key(words)) for words in self.barred)
        return rf"((?:(?!(?:{barred}) )[^ ;+]+ )+?)" if barred else r"((?:[^ ;+]+ )+?)"

    def _expression(self, pattern: str) -> str:
        return "".join(map(self._piece, _PIECE.finditer(pattern)))

    def _piece(self, found: re.Match[str]) -> str:
        if found["optional"] is not None:
            return f"(?:{self._expression(found['optional'])})?"
        if found["open"]:
            return self._open
        if found["part"] is not None:
            return f"(?:{'|'.join(map(self._expression, self.parts[found['part']]))})"
        words = self.key(found["words"])
        return re.escape(f"{words} ") if words else ""


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
