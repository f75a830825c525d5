"""Signs, figures and fixed words: what the rule says is put in, nothing else of the text is touched."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from thidua_cli.conformance.model.anatomy import Component
from thidua_cli.conformance.rules.outcome import Words
from thidua_cli.document.ooxml.names import W
from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

    Mender = Callable[[Draft, Check, Sequence[Deviation]], None]

# From where to where in the line, and what to put there; None leaves the line as it is.
Edit = tuple[int, int, str] | None

LABEL = re.compile(r"\s*(?:số)?\s*:?\s*(?=[\d.…_\[/])", re.IGNORECASE)
FIGURE = re.compile(r"\d+")
DATE_PARTS = {
    "day": re.compile(r"ngày\s*(\d+)", re.IGNORECASE),
    "month": re.compile(r"tháng\s*(\d+)", re.IGNORECASE),
}
ARTICLE = re.compile(r"\s*(điều\s+\d+[a-zđ]?)\s*[:.\-–)]?(?=\s|$)", re.IGNORECASE)
AFTER_PREFIX = re.compile(r"\s*[.,:;]?\s*")
WRONG_ENDINGS = ",;:.…"
WORDS_BEFORE_COLON = {
    Component.SEND_TO: re.compile(r"\s*kính\s+(?:gửi|trình|mời)", re.IGNORECASE),
    Component.RECIPIENTS_LABEL: re.compile(r"\s*nơi\s+nhận", re.IGNORECASE),
    Component.ENACTING: re.compile(r".*[^\s:;,.]"),
}
GAP = re.compile(r"\s*[.;,]?\s*")


def editing(edit: Callable[[str, Check, Deviation], Edit]) -> Mender:
    """A mender that puts words in the place of others in each line."""

    def mend(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
        for deviation in deviations:
            change = None if deviation.line is None else edit(deviation.line.text, check, deviation)
            if deviation.line is not None and change is not None:
                draft.passage(deviation.line).rewrite(*change)

    return mend


def whole_text(text: str, check: Check, _: Deviation) -> Edit:
    """The words that the decree gives, in place of all that is written."""
    return 0, len(text), check.options["text"]


def ending(text: str, _: Check, deviation: Deviation) -> Edit:
    """The sign at the end of a line of a list, in place of a wrong one."""
    kept = text.rstrip()
    bare = kept.rstrip(WRONG_ENDINGS + " \u00a0")
    sign = _words(deviation)
    return (len(bare), len(kept), sign.text) if bare and sign else None


def dash(_: str, __: Check, ___: Deviation) -> Edit:
    """A hyphen before a line of a list."""
    return 0, 0, "- "


def end_mark(text: str, check: Check, _: Deviation) -> Edit:
    """The mark at the end of the text."""
    bare = text.rstrip().rstrip(".;")
    return len(bare), len(text.rstrip()), check.options["mark"]


def date_figure(text: str, _: Check, deviation: Deviation) -> Edit:
    """Day or month with its nought, or without."""
    found, figure = DATE_PARTS[deviation.variant].search(text), _words(deviation)
    return (*found.span(1), figure.text) if found and figure else None


def number_figure(text: str, _: Check, deviation: Deviation) -> Edit:
    """The number with its nought."""
    found, figure = FIGURE.search(text), _words(deviation)
    return (*found.span(), figure.text) if found and figure else None


def number_label(text: str, _: Check, __: Deviation) -> Edit:
    """`Số:` before the number."""
    found = LABEL.match(text)
    return (*found.span(), "Số: ") if found else None


def symbol(text: str, _: Check, deviation: Deviation) -> Edit:
    """The number and symbol with the signs of the state."""
    found, suggestion = LABEL.match(text), _words(deviation)
    return (found.end(), len(text.rstrip()), suggestion.text) if found and suggestion else None


def abbreviation(text: str, _: Check, deviation: Deviation) -> Edit:
    """The official abbreviation of the type in the symbol."""
    official = _words(deviation)
    place = text.find(f"/{official.instead}") + 1 if official else 0
    return (place, place + len(official.instead), official.text) if official and place else None


def article_dot(text: str, _: Check, __: Deviation) -> Edit:
    """`Điều 1.` with its dot."""
    found = ARTICLE.match(text)
    return (found.start(1), found.end(), f"Đ{found[1][1:].lower()}.") if found else None


def capacity_prefix(text: str, _: Check, deviation: Deviation) -> Edit:
    """The abbreviation of a capacity with its dot and one space."""
    official = _words(deviation)
    if official is None:
        return None
    start = len(text) - len(text.lstrip())
    end = start + len(official.instead)
    if fold(text[start:end]) != fold(official.instead):
        return None
    gap = AFTER_PREFIX.match(text, end)
    return start, gap.end() if gap else end, f"{official.text} "


def first_capital(text: str, _: Check, __: Deviation) -> Edit:
    """A capital at the beginning."""
    start = len(text) - len(text.lstrip())
    return start, start + 1, text[start].upper()


def set_colon(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """A colon after `Kính gửi`, `Nơi nhận`, `QUYẾT ĐỊNH`."""
    for deviation in deviations:
        if deviation.line is None:
            continue
        text = deviation.line.text
        for found in draft.case.at(deviation.line.place):
            words = WORDS_BEFORE_COLON.get(found.component)
            seen = words.match(text) if words and found.component in check.components else None
            gap = GAP.match(text, seen.end()) if seen else None
            if gap:
                draft.passage(deviation.line).rewrite(*gap.span(), ": " if text[gap.end() :] else ":")


def compose(draft: Draft, _: Check, deviations: Sequence[Deviation]) -> None:
    """Letters with their marks as single characters."""
    for deviation in deviations:
        if deviation.line is not None and deviation.line.element is not None:
            for text in deviation.line.element.iter(f"{W}t"):
                text.text = unicodedata.normalize("NFC", text.text or "")


def _words(deviation: Deviation) -> Words | None:
    """What the rule says should be written."""
    return deviation.wanted if isinstance(deviation.wanted, Words) else None
