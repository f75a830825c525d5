"""Whole numbers and amounts of money as they are read aloud: `một trăm linh năm triệu đồng`."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
# After `mươi` three digits change their sound.
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_BILLION = 1_000_000_000
_BILLIONS = "tỷ"
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_MINUS = "âm"
_CURRENCY = "đồng"


def spoken(number: int, empty_tens: str = "linh") -> str:
    """A whole number in words, of any size and sign.

    `empty_tens`: what is said for tens of nought below a hundred, `linh` in the north, `lẻ` in the south.
    """
    if number < 0:
        return f"{_MINUS} {spoken(-number, empty_tens)}"
    return " ".join(_words(number, empty_tens)) if number else _DIGITS[0]


def spoken_money(dong: int, empty_tens: str = "linh") -> str:
    """An amount in đồng in words, as it stands below the total of a list: `Một triệu đồng`."""
    words = f"{spoken(dong, empty_tens)} {_CURRENCY}"
    return words[0].upper() + words[1:]


def _words(number: int, empty_tens: str) -> list[str]:
    """A number above nought: what it holds of billions, then the rest with every place named."""
    billions, rest = divmod(number, _BILLION)
    words = [*_words(billions, empty_tens), _BILLIONS] if billions else []
    for size, scale in _SCALES:
        group, rest = divmod(rest, size)
        if group:
            words += _group(group, empty_tens, whole=bool(words))
            words += [scale] if scale else []
    return words


def _group(group: int, empty_tens: str, *, whole: bool) -> list[str]:
    """Three digits; `whole`: something stands before them, so that hundreds of nought are read too."""
    hundreds, below = divmod(group, 100)
    tens, ones = divmod(below, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or whole else []
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens:
        words.append("mười")
    elif ones and words:
        words.append(empty_tens)
    if ones:
        words.append(_one(tens, ones))
    return words


def _one(tens: int, ones: int) -> str:
    if tens > 1:
        return _AFTER_TENS.get(ones, _DIGITS[ones])
    return _AFTER_TENS[5] if tens and ones == 5 else _DIGITS[ones]
