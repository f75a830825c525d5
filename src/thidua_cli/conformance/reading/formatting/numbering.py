"""Automatic numbers: their levels and formats, and the counters that run through a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.formatting.symbols import readable
from thidua_cli.conformance.reading.package.values import on, value_of, whole
from thidua_cli.document.ooxml.names import VAL, W
from thidua_cli.vietnamese.roman import LARGEST_ROMAN, roman

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.document.ooxml.elements import Element

LEVELS = 9
MOST_TEXT = 200
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LARGEST_LETTER = 780  # z thirty times, as in Word
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """A level of a list. `restarts_after` is the level (from 1) that restarts it, 0 for never."""

    start: int
    format: str
    text: str
    restarts_after: int | None
    legal: bool
    suffix: str
    paragraph: Element | None
    run: Element | None


class Numbering:
    """The lists of a file, by `w:numId`."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, tuple[int, Mapping[int, Level], Mapping[int, int]]] = {}
        self._by_style: dict[str, tuple[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        templates = {whole(each.get(f"{W}abstractNumId")): each for each in root.iterfind(f"{W}abstractNum")}
        linked = {value_of(each, "styleLink"): each for each in templates.values()}
        for each in root.iterfind(f"{W}num"):
            identity, template = whole(each.get(f"{W}numId")), whole(value_of(each, "abstractNumId"))
            origin = templates.get(template)
            if identity is None or template is None or origin is None:
                continue
            link = value_of(origin, "numStyleLink")
            levels = self._levels(origin if link is None else linked.get(link, origin), identity)
            starts = {}
            for override in each.iterfind(f"{W}lvlOverride"):
                index, start = (
                    whole(override.get(f"{W}ilvl")) or 0,
                    whole(value_of(override, "startOverride")),
                )
                levels.update(self._levels(override, identity))
                if start is not None:
                    starts[index] = start
            self._lists[identity] = (template, levels, starts)

    def _levels(self, parent: Element, identity: int) -> dict[int, Level]:
        found = {}
        for each in parent.iterfind(f"{W}lvl"):
            index = whole(each.get(f"{W}ilvl"))
            if index is None or not 0 <= index < LEVELS:
                continue
            style = value_of(each, "pStyle")
            if style:
                self._by_style.setdefault(style, (identity, index))
            found[index] = _level(each)
        return found

    def level(self, identity: int, index: int) -> Level | None:
        """A level of a list; None where the file does not define it."""
        known = self._lists.get(identity)
        return known[1].get(index) if known else None

    def level_of_style(self, style: str, identity: int) -> int | None:
        """The level of a list that belongs to a paragraph style."""
        known = self._lists.get(identity)
        found = self._by_style.get(style)
        if not known or not found:
            return None
        own = self._lists.get(found[0])
        return found[1] if own and own[0] == known[0] else None

    def list_of(self, identity: int) -> tuple[int, Mapping[int, Level], Mapping[int, int]] | None:
        """What a list counts with (lists may share a counter), its levels, and where it starts anew."""
        return self._lists.get(identity)


class Counters:
    """The state of all lists at one point of a document."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def next_label(self, identity: int, index: int) -> str:
        """The number of the next paragraph of a level, as printed; empty where there is none."""
        known = self._numbering.list_of(identity)
        if known is None or index not in known[1]:
            return ""
        shared, levels, starts = known
        counts = self._counts.setdefault(shared, [None] * LEVELS)
        self._advance(counts, identity, index, levels, starts)
        return _label(levels, index, counts)

    def _advance(
        self,
        counts: list[int | None],
        identity: int,
        index: int,
        levels: Mapping[int, Level],
        starts: Mapping[int, int],
    ) -> None:
        def start_of(level: int) -> int:
            return starts.get(level, levels[level].start if level in levels else 1)

        anew = index in starts and (identity, index) not in self._begun
        self._begun.add((identity, index))
        count = counts[index]
        counts[index] = start_of(index) if count is None or anew else count + 1
        for above in range(index):
            if counts[above] is None:
                counts[above] = start_of(above)
        for below in range(index + 1, LEVELS):
            after = levels[below].restarts_after if below in levels else None
            if after is None or (after and index < after):
                counts[below] = None


def _level(element: Element) -> Level:
    start, restart = whole(value_of(element, "start")), whole(value_of(element, "lvlRestart"))
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "")
    return Level(
        1 if start is None else start,
        value_of(element, "numFmt") or _alternative_format(element) or "decimal",
        "".join(readable(character, font) for character in (value_of(element, "lvlText") or "")[:MOST_TEXT]),
        restart,
        on(element.find(f"{W}isLgl")),
        value_of(element, "suff") or "tab",
        element.find(f"{W}pPr"),
        element.find(f"{W}rPr"),
    )


def _alternative_format(element: Element) -> str | None:
    """A format that Word wraps for older readers."""
    found = next(element.iter(f"{W}numFmt"), None)
    return None if found is None else found.get(VAL)


def _label(levels: Mapping[int, Level], index: int, counts: list[int | None]) -> str:
    own = levels[index]
    if own.format in {"bullet", "none"}:
        return own.text if own.format == "bullet" else _PLACE.sub("", own.text)

    def figure(matched: re.Match[str]) -> str:
        place = int(matched.group(1)) - 1
        form = levels[place].format if place in levels else "decimal"
        count = counts[place]
        return "" if count is None else written(count, "decimal" if own.legal else form)

    return _PLACE.sub(figure, own.text)


def written(count: int, form: str) -> str:
    """A count in one of Word's formats; formats of other scripts come out as decimal figures."""
    if form in {"upperRoman", "lowerRoman"} and 0 < count <= LARGEST_ROMAN:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in {"upperLetter", "lowerLetter"} and 0 < count <= _LARGEST_LETTER:
        times, place = divmod(count - 1, len(_ALPHABET))
        letters = _ALPHABET[place] * (times + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form == "none":
        return ""
    return f"{count:02}" if form == "decimalZero" else str(count)
