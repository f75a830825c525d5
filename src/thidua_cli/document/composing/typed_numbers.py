"""Numbers that an author typed before a heading or an item, although the document numbers them itself."""

from __future__ import annotations

import re

TYPED = re.compile(
    r"""
    (?P<number>[IVX]{1,6}|[0-9]{1,2}(?:\.[0-9]{1,2}){0,4}|[a-zđ](?=\s?[.)]))\s?[.)/-]+\s+(?=[^\W\d_]|[“"({*])
    | (?P<bare>[0-9]{1,2}(?:\.[0-9]{1,2})+)\s+(?=[^\W\d_])
    | (?P<bullet>[-+–•])\s+
    """,
    re.VERBOSE,
)
# Before a part of a decision: `Điều 1. `, `Chương I `; only one of the same name is a number.
NAMED = re.compile(r"(Điều|Phần|Chương|Mục|Tiểu mục) ([IVX]+|[0-9]{1,3})[.:]?\s+(?=\S)", re.IGNORECASE)
END = " .)/-"


def without_typed_number(text: str, number: str) -> tuple[str, str]:
    """The text without a typed number equal to the generated one, and a typed number that is another.

    `number` is the generated one, `-` or `+` for a list; every sign of a list is equal to it. Only one of
    the two parts differs from the input: `I. Mục đích` under `I.` loses its number, under `II.` keeps it.
    """
    if number[:1].isalpha() and " " in number:
        return _without_name(text, number)
    found = TYPED.match(text)
    if not found or not number:
        return text, ""
    typed = found["bullet"] or found["bare"] or found["number"]
    same = number in "-+" if found["bullet"] else typed.casefold() == number.strip(END).casefold()
    if same:
        return text[found.end() :], ""
    # Figures without a mark may be an amount: `1.5 tỷ đồng`.
    return text, "" if found["bare"] else found[0].strip()


def _without_name(text: str, number: str) -> tuple[str, str]:
    found, name = NAMED.match(text), number.rpartition(" ")[0]
    if not found or found[1].casefold() != name.casefold():
        return text, ""
    if f"{found[1]} {found[2]}".casefold() == number.strip(END).casefold():
        return text[found.end() :], ""
    return text, found[0].strip()
