"""Words typed or set in capitals that the decree asks for in small letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.conformance.mending.menders.looks import OFF, emphasis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua_cli.conformance.mending.draft import Draft
    from thidua_cli.conformance.rules.outcome import Deviation
    from thidua_cli.conformance.rules.profile import Check

    Mender = Callable[[Draft, Check, Sequence[Deviation]], None]

WORD = re.compile(r"[^\W\d_]+")
ROMAN = re.compile(r"[IVXLCDM]+")


def lower_case(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """Small letters after the first; Roman numerals stay."""
    _in_small_letters(draft, check, deviations, _sentence)


def name_case(draft: Draft, check: Check, deviations: Sequence[Deviation]) -> None:
    """Every word of a name with a capital only at its beginning."""
    _in_small_letters(draft, check, deviations, _titled)


def _in_small_letters(
    draft: Draft, check: Check, deviations: Sequence[Deviation], change: Callable[[str], str]
) -> None:
    """Capitals set as a format are switched off; those that were typed are changed one by one."""
    emphasis("caps", OFF)(draft, check, deviations)
    for deviation in deviations:
        text = "" if deviation.line is None else deviation.line.text
        if deviation.line is None or any(map(str.islower, text)):
            continue
        passage, new = draft.passage(deviation.line), change(text)
        if len(new) == len(text):
            for place, (old, letter) in enumerate(zip(text, new, strict=True)):
                if old != letter:
                    passage.rewrite(place, place + 1, letter)


def _titled(text: str) -> str:
    return WORD.sub(lambda word: word[0].capitalize(), text)


def _sentence(text: str) -> str:
    words = [found for found in WORD.finditer(text) if not ROMAN.fullmatch(found[0])]
    lowered = text
    for number, found in enumerate(words):
        word = found[0].capitalize() if number == 0 else found[0].lower()
        lowered = lowered[: found.start()] + word + lowered[found.end() :]
    return lowered
