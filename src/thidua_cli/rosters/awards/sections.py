"""The sections of a list (`A. TẬP THỂ`, `1. Lao động tiên tiến`) and what they tell of the lines below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.law.registers.titles import begins_award, title_of
from thidua_cli.rosters.awards.headings import heads_awards, holder_of, split_holder

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(
    r"(?P<mark>[IVX]+|[A-ZĐ]|[0-9]+(?:\.[0-9]+)*|[-+])(?:(?<=[-+])\s*|\s*[.)/:–-]\s*|\s+|$)(?P<text>.*)"
)
_COUNT = re.compile(r"[0-9]+(?:\s+[^\W\d_]+){0,3}")
_COUNTED = re.compile(r"\s*(?:\([^()]*\)|:\s*[0-9].*)\s*[:.]?\s*$")
_ROMAN, _LETTER = "roman", "letter"
_FIRST = "1"


class Section(NamedTuple):
    """A heading within a list as it writes it; `depth` 0 is the outermost."""

    number: str
    text: str
    depth: int

    @property
    def shown(self) -> str:
        """The heading with its number."""
        return f"{self.number}. {self.text}" if self.number else self.text


class _Open(NamedTuple):
    number: str
    level: str
    title: str
    holder: str | None


class Sections:
    """The sections that are open at a line; one of a level closes the earlier one and all within it."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._last_line = ""

    @property
    def title(self) -> str:
        """The award that the headings above name; empty where none does."""
        return next((one.title for one in reversed(self._open) if one.title), "")

    @property
    def holder(self) -> str | None:
        """Whom the headings above name: ca-nhan, tap-the."""
        return next((one.holder for one in reversed(self._open) if one.holder), None)

    def pass_line(self, number: str) -> None:
        """A line with its number, which tells the numbers of lines from those of sections."""
        self._last_line = number

    def enter(self, said: Sequence[str], following: str) -> Section | None:
        """The section that a row opens, if a heading is all it is; None for any other row.

        `following`: the number of the next row, which tells a section `2` from a line `2`.
        """
        number, text = _parted(said)
        if not text:
            return None
        level = _level(number)
        bare = _COUNTED.sub("", text).strip(" :.")
        holder, title = holder_of(bare), ""
        if holder is None:
            holder, title = self._award(bare)
        if not (holder or title):
            if not self._heads(number, bare, following):
                return None
            holder = split_holder(bare)[0]
        one = _Open(number, level or ("title" if title else "holder"), title, holder)
        levels = [each.level for each in self._open]
        del self._open[levels.index(one.level) if one.level in levels else len(levels) :]
        self._open.append(one)
        return Section(number, text, len(self._open) - 1)

    def _heads(self, number: str, text: str, following: str) -> bool:
        """Whether a row is a heading by its number or its words, though neither holder nor award is known."""
        level = _level(number)
        if level in (_ROMAN, _LETTER) or heads_awards(text) or begins_award(text):
            return True
        before = next((one.number for one in self._open if one.level == level), "")
        return _follows(before, number) and (
            not _follows(self._last_line, number) or following in (_FIRST, number)
        )

    def _award(self, text: str) -> tuple[str | None, str]:
        """Whom a heading names, and the award it names with it."""
        for holder, rest in ((None, text), split_holder(text)):
            title = title_of(rest, holder or self.holder)
            if title and len(text) > len(title.abbreviation):
                return holder, rest
        return None, ""


def _parted(said: Sequence[str]) -> tuple[str, str]:
    """The number and the text of a row that may be a heading; no text where it says more than one does."""
    texts = list(said)
    number = ""
    if len(texts) > 1 and (found := _MARK.fullmatch(texts[0])) and not found["text"]:
        number = found["mark"]
        del texts[0]
    if not texts or not all(map(_COUNT.fullmatch, texts[1:])):
        return "", ""
    if not number and (found := _MARK.fullmatch(texts[0])) and found["text"]:
        return found["mark"], found["text"]
    return number, texts[0]


def _follows(before: str, number: str) -> bool:
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _level(number: str) -> str:
    if not number or number in "-+":
        return number
    if set(number) <= set("IVX"):
        return _ROMAN
    return f"{number.count('.')}" if number[0].isdigit() else _LETTER
