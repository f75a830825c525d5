"""Phases are counted in their names: Đợt I, Đợt 2, Đợt thứ ba."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import Finding, Related
from thidua_cli.rules.consistency.timeline import DatedPhase, dated_phases
from thidua_cli.vietnamese.roman import roman_value
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded

COUNTED = re.compile(
    r"(?P<word>đợt|giai đoạn|chặng|bước|kỳ) (?:thi đua )?(?:thứ )?(?P<ordinal>\w+)(?!\w)(?! tháng|[/-])"
)
ARABIC = re.compile(r"[0-9]{1,2}")
# A larger one is rather a word, or garbled.
LARGEST_IN_ROMAN = 12
WORDS = {
    **{"nhất": 1, "một": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5},
    **{"sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
}
# What scanning makes of II, III and the like: I1, 1I, Il.
GARBLED = re.compile(r"(?=\w*[ivx])(?=\w*[0-9l])[ivxl0-9]{2,5}")


class Ordinal(NamedTuple):
    """The number in a phase's name; None where it is garbled."""

    dated: DatedPhase
    text: str
    style: str
    number: int | None


def names_out_of_sequence(loaded: Loaded) -> Iterator[Finding]:
    """TD216: ordinals that are garbled, of several notations, or that skip, repeat or run backwards."""
    by_word: dict[str, list[Ordinal]] = {}
    for dated in dated_phases(loaded.plan):
        found = COUNTED.match(fold(dated.phase.name))
        ordinal = _read(dated, found["ordinal"]) if found else None
        if found and ordinal:
            by_word.setdefault(found["word"], []).append(ordinal)
    for ordinals in by_word.values():
        garbled = [ordinal for ordinal in ordinals if ordinal.number is None]
        if garbled:
            yield from (_finding(loaded, ordinal, "garbled") for ordinal in garbled)
        else:
            yield from _out_of_sequence(loaded, ordinals)


def _read(dated: DatedPhase, text: str) -> Ordinal | None:
    if ARABIC.fullmatch(text):
        return Ordinal(dated, text, "arabic", int(text))
    if 0 < (number := roman_value(text.upper())) <= LARGEST_IN_ROMAN:
        return Ordinal(dated, text, "roman", number)
    if text in WORDS:
        return Ordinal(dated, text, "word", WORDS[text])
    return Ordinal(dated, text, "garbled", None) if GARBLED.fullmatch(text) else None


def _out_of_sequence(loaded: Loaded, ordinals: list[Ordinal]) -> Iterator[Finding]:
    """The first break of the sequence, and the first change of notation."""
    pairs = list(itertools.pairwise(ordinals))
    for before, here in pairs:
        if here.number is not None and before.number is not None and here.number != before.number + 1:
            yield _finding(loaded, here, "repeated" if here.number == before.number else "sequence", before)
            break
    for before, here in pairs:
        if here.style != before.style:
            yield _finding(loaded, here, "mixed", before)
            break


def _finding(loaded: Loaded, ordinal: Ordinal, variant: str, before: Ordinal | None = None) -> Finding:
    values = {"name": ordinal.dated.phase.name, "other": before.dated.phase.name if before else ""}
    related = (Related(loaded.span((*before.dated.path, "name")), "other"),) if before else ()
    return Finding("TD216", loaded.span((*ordinal.dated.path, "name")), values, variant, related=related)
