"""The words before a reference, and what they make superfluous in its wording."""

from __future__ import annotations

import re

from thidua_cli.document.markup.values import shown

SENTENCES = re.compile(r"[.!?…][”\"]?\s+")
NUMBERED = re.compile(r"[0-9]+|[IVX]+")
MOST_WORDS = 4


def sentence_so_far(text: str) -> str:
    """The sentence that the end of a text belongs to, as people see it."""
    return SENTENCES.split(shown(text))[-1]


def unrepeated(text: str, lead: str) -> str:
    """The wording without the words at its start that the lead ends with.

    `Đăng ký` and `đăng ký danh hiệu`, `Báo cáo:` and `báo cáo quý I`: what was said is not said again.
    """
    said = lead.rstrip(" :").casefold().split()
    words = shown(text).split(" ")
    listed = lead.rstrip().endswith(":")
    for count in range(min(MOST_WORDS, len(said), len(words) - 1), 0, -1):
        start = [word.casefold() for word in words[:count]]
        if listed and NUMBERED.fullmatch(words[count]):  # `Các đợt:` and `Đợt 1`
            continue
        if said[-count:] == start and all(word.isalpha() for word in start):
            return _without_start(text, len(" ".join(words[:count])) + 1)
    return text


def _without_start(text: str, length: int) -> str:
    """Marked text without its first characters; the marks stay, since what they mark goes on."""
    kept: list[str] = []
    for position, char in enumerate(text):
        if not length:
            return "".join(kept) + text[position:]
        if shown(char):
            length -= 1
        else:
            kept.append(char)
    return "".join(kept)
