"""The words around the figures of an amount: how they bind it, and its unit."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class AmountKind(StrEnum):
    """How an amount binds: one figure, a bound, a range, or a word (reached; nothing at all)."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"
    MET = "met"
    NONE = "none"


# In the order of trying: `>=` before `>`.
_BINDS: dict[str, tuple[str, ...]] = {
    AmountKind.AT_LEAST: (
        *("ít nhất", "tối thiểu", "không dưới", "không ít hơn", "không thấp hơn", "từ"),
        *(">=", "=>", "≥", "at least", "no less than", "from"),
    ),
    AmountKind.AT_MOST: (
        *("nhiều nhất", "tối đa", "không quá", "không vượt quá", "không vượt", "không nhiều hơn"),
        *("không cao hơn", "<=", "=<", "≤", "at most", "no more than", "up to"),
    ),
    AmountKind.MORE_THAN: (
        "trên",
        "hơn",
        "vượt",
        "nhiều hơn",
        "cao hơn",
        "lớn hơn",
        ">",
        "more than",
        "over",
    ),
    AmountKind.LESS_THAN: (
        *("dưới", "ít hơn", "thấp hơn", "nhỏ hơn", "chưa đến", "chưa tới"),
        *("<", "less than", "under"),
    ),
}
_OTHERS: dict[str, tuple[str, ...]] = {
    "falling": ("giảm",),
    "rising": ("tăng",),
    "approximate": ("khoảng", "xấp xỉ", "ước", "about"),
    "ignored": ("đạt", "có", "là", "="),
}
_ENDS: dict[str, tuple[str, ...]] = {
    AmountKind.AT_LEAST: ("trở lên", "or more"),
    AmountKind.AT_MOST: ("trở xuống", "or less"),
}
_WHOLE = {
    **dict.fromkeys(("đạt", "có", "hoàn thành", "met"), AmountKind.MET),
    **dict.fromkeys(("không", "không có", "none"), AmountKind.NONE),
}


def _groups(phrases_of: dict[str, tuple[str, ...]]) -> str:
    return "|".join(f"(?P<{name}>{_one_of(phrases)})" for name, phrases in phrases_of.items())


def _one_of(phrases: Iterable[str]) -> str:
    # The longest first, and a word ends where its phrase ends: `từ` is not the start of `từng`.
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(item) + (r"\b" if item[-1].isalnum() else "") for item in longest_first)


_LEAD = re.compile(rf"(?:{_groups(_BINDS | _OTHERS)})\s*", re.IGNORECASE)
_END = re.compile(rf"\s*\b(?:{_groups(_ENDS)})", re.IGNORECASE)
_PERCENT = re.compile(r"(?:phần trăm|percent)\b|%\s*", re.IGNORECASE)
_SECOND_NUMBER = re.compile(r"\b\d")


class Lead(NamedTuple):
    """What the words before the figure say, and where the figure begins; `falling` None says nothing."""

    binds: tuple[AmountKind, ...]
    falling: bool | None
    approximate: bool
    end: int


def whole_word(text: str) -> AmountKind | None:
    """The kind of an amount that is only a word (`đạt`, `không có`)."""
    return _WHOLE.get(fold(text))


def read_lead(text: str) -> Lead:
    """Read the words before the figure."""
    said: list[str] = []
    end = 0
    while found := _LEAD.match(text, end):
        end = found.end()
        said.append(found.lastgroup or "")
    directions = [name == "falling" for name in said if name in ("falling", "rising")]
    return Lead(
        tuple(AmountKind(name) for name in said if name in _BINDS),
        directions[-1] if directions else None,
        "approximate" in said,
        end,
    )


def take_open_end(rest: str) -> tuple[str, tuple[AmountKind, ...]]:
    """The text after the figure without `trở lên` or `trở xuống`, and how that binds."""
    found = _END.search(rest)
    if found is None:
        return rest, ()
    return rest[: found.start()] + rest[found.end() :], (AmountKind(found.lastgroup or ""),)


def read_unit(text: str) -> str:
    """The unit as written, percent always as a leading `%`."""
    unit = text.strip()
    percent = _PERCENT.match(unit)
    return " ".join((f"% {unit[percent.end() :]}" if percent else unit).split())


def unit_fault(unit: str) -> str:
    """Why this cannot be a unit (a reason of AmountError); empty where it can."""
    if any(mark in unit for mark in ",;("):
        return "note"
    if unit.startswith("/") and unit[1:2].isdigit():
        return "fraction"
    if _SECOND_NUMBER.search(unit):
        return "two_numbers"
    return "" if not unit or unit[0].isalpha() or unit[0] in "%‰°" else "malformed"


def binding(
    binds: tuple[AmountKind, ...], ends: tuple[AmountKind, ...], *, ranged: bool
) -> tuple[AmountKind, bool]:
    """The kind that the words before and after the figures make together, and whether they contradict."""
    if ranged:
        # `từ` opens a range, so the first of them binds nothing by itself.
        opened = binds[1:] if binds[:1] == (AmountKind.AT_LEAST,) else binds
        return AmountKind.RANGE, bool(opened or ends)
    if not binds:
        return (ends[0] if ends else AmountKind.EXACTLY), False
    if ends == (AmountKind.AT_MOST,) and binds == (AmountKind.AT_LEAST,):
        return AmountKind.AT_MOST, False
    return binds[0], len({*binds, *ends}) > 1
