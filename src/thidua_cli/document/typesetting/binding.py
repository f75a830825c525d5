"""Which words stand together on a line: no-break spaces in names, dates and citations.

The hyphen of a symbol stays as it is: every sign that keeps a line from breaking there (U+2011, U+2060)
would be copied out of the document as part of the symbol.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.vietnamese.compiled_words import compiled_words
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HARD_SPACE = "\u00a0"
DASHES = ("-", "–", "—")
MARKS = ".,;:)"
LONGEST_PLACE = 6
ABBREVIATION = re.compile(r"[A-ZĐ]{1,3}\.")
# In a centred title: what is quoted, and a whole date.
WHOLE = re.compile(r"“[^”]+”\S*|\bngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}\S*", re.IGNORECASE)
# In running text: pairs only, for a word processor does not stretch a no-break space in a justified line.
TOGETHER = re.compile(
    r"""
    [ ](?=[-–—][ ])                                       # no line starts with a dash
    | \b(?:
        ngày[ ][0-9/]+ | tháng[ ][0-9/]+ | năm[ ][0-9]{4}
        | số[ ][0-9]\S*
        | (?:điều|khoản|mục|chương)[ ](?:[0-9]+|[IVX]+)\b | điểm[ ][a-zđ]\b | phụ[ ]lục[ ][IVX0-9]+\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

Span = tuple[int, int]


def bound_text(text: str) -> str:
    """Running text with no-break spaces in `ngày 09`, `tháng 3`, `Điều 5`, `số 12/KH`, and before a dash."""
    return TOGETHER.sub(lambda found: found[0].replace(" ", HARD_SPACE), text)


def bound_name(text: str, fits: Callable[[str], bool], *, openers: bool = False) -> str:
    """The name of a body or an office with no-break spaces inside what must not be torn apart.

    That is an abbreviation with the word after it (`TM. Hội đồng`), a compound (`thi đua`), a place with its
    name (`phường Lê Hồng Phong`), the first word with the next, the two sides of a dash, what is quoted, a
    date, and with `openers` a word that begins a phrase (`của Sở`), each as far as it `fits` on a line.
    """
    words = text.split(" ")
    bound = [False] * len(words)  # whether the space before the word is a hard one
    first = [(0, 2)] if len(words) > 1 else []
    for start, end in (
        *_abbreviations(words),
        *_compounds(words),
        *_places(words),
        *first,
        *(_openers(words) if openers else ()),
        *_dashes(words),
        *_wholes(words),
    ):
        low, high = _piece(bound, start)[0], _piece(bound, end - 1)[1]
        if fits(" ".join(words[low:high])):
            bound[low + 1 : high] = [True] * (high - low - 1)
    pieces = (word if not hard else HARD_SPACE + word for word, hard in zip(words, bound, strict=True))
    return bound_text(" ".join(pieces).replace(f" {HARD_SPACE}", HARD_SPACE))


def _piece(bound: list[bool], place: int) -> Span:
    """The words that stand together with one of them."""
    low = next(index for index in range(place, -1, -1) if not bound[index])
    high = next((index for index in range(place + 1, len(bound)) if not bound[index]), len(bound))
    return low, high


def _compounds(words: list[str]) -> Iterator[Span]:
    """Listed compounds, from left to right the longest, before it those inside it."""
    known, longest = _listed("compounds")
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + longest), start + 1, -1)
        end = next((end for end in ends if _key(words[start:end]) in known), 0)
        if end:
            inner = ((low, high) for low in range(start, end) for high in range(low + 2, end + 1))
            yield from (span for span in inner if _key(words[slice(*span)]) in known)
        start = end or start + 1


def _places(words: list[str]) -> Iterator[Span]:
    """Names of places: the name first, then with the administrative word before it."""
    known, longest = _listed("places")
    for start in range(len(words)):
        for size in range(longest, 0, -1):
            first = start + size
            if first < len(words) and " ".join(words[start:first]) and _key(words[start:first]) in known:
                end = _name_end(words, first)
                if end > first:
                    yield first, end
                    yield start, end
                break


def _name_end(words: list[str], first: int) -> int:
    """Where a run of words with a capital or figure ends; a mark ends it too."""
    end = first
    while end < min(len(words), first + LONGEST_PLACE) and words[end][:1] not in ("", *DASHES):
        if not (words[end][0].isupper() or words[end][0].isdigit()):
            break
        end += 1
        if words[end - 1].endswith(tuple(MARKS)):
            break
    return end


def _openers(words: list[str]) -> Iterator[Span]:
    known, _ = _listed("openers")
    for place in range(len(words) - 1):
        if _key(words[place : place + 1]) in known and words[place + 1] not in ("", *DASHES):
            yield place, place + 2


def _dashes(words: list[str]) -> Iterator[Span]:
    for place in range(1, len(words) - 1):
        if words[place] in DASHES:
            yield place - 1, place + 1
            yield place - 1, place + 2


def _abbreviations(words: list[str]) -> Iterator[Span]:
    for place in range(len(words) - 1):
        if ABBREVIATION.fullmatch(words[place]):
            yield place, place + 2


def _wholes(words: list[str]) -> Iterator[Span]:
    text = " ".join(words)
    for found in WHOLE.finditer(text):
        yield text.count(" ", 0, found.start()), text.count(" ", 0, found.end()) + 1


def _key(words: list[str]) -> str:
    return fold(" ".join(words)).rstrip(MARKS)


@cache
def _listed(kind: str) -> tuple[frozenset[str], int]:
    """The names of a kind, folded, and the number of words of the longest."""
    names = [fold(name) for name in compiled_words(__file__)[kind]]
    return frozenset(names), max(name.count(" ") + 1 for name in names)
