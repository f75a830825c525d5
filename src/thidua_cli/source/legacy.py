"""Vietnamese written before Unicode: TCVN3 (ABC), VNI and VISCII letters, and text garbled on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice

from thidua_cli.source.encodings import FOREIGN, SAMPLE

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_VISCII = str.maketrans(
    {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
    | dict(
        enumerate(
            "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
            "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
            start=0x80,
        )
    )
)
_VNI_LETTERS = str.maketrans("ñÑôÔöÖîÎíÍìÌæÆóÓòÒ", "đĐơƠưƯỵỴíÍìÌỉỈĩĨịỊ")
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_TONES = _GRAVE + _ACUTE + _TILDE + _HOOK + _DOT
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTER = re.compile("(?=[aeouyñôöîíìæóò])(.)([" + "".join(_VNI_MARKS) + "]?)", re.IGNORECASE)

_RIMES = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât
e eo ec em en eng ep et ê êu êch êm ên ênh êp êt i ia iu ich im in inh ip it iêu iêc iêm iên iêng iêp iêt
o oi oc om on ong op ot oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oe oeo oen
oet ooc oong ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua ui uc um un ung up ut uê uêch uênh uơ uy uya
uych uynh uyp uyt uyu uyên uyêt uân uâng uât uây uôi uôc uôm uôn uông uôt ư ưa ưi ưu ưc ưm ưn ưng ưt ươi
ươu ươc ươm ươn ương ươp ươt y yêu yêm yên yêng yêt
"""
_ONSETS = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x"
_FOREIGN_CHARACTER = re.compile(f"[{FOREIGN}]")
_OLD_WORD = re.compile(f"[A-Za-zÀ-ÿ{FOREIGN}]+")
_WORD = re.compile(r"[^\W\d_]+")
# Bounded, and never begun inside a word, so that a long line costs no more than its length.
_TWICE_ENCODED = re.compile(r"(?<![A-Za-z])[A-Za-z]{0,4}(?:(?:[ÃÄÅÆ].|á[º»].)[A-Za-z]{0,4}){1,3}")
MAX_LETTERS = 12
MAX_WORDS = 1000


@dataclass(frozen=True, slots=True)
class GarbledWord:
    """A word that old fonts or a wrong conversion left behind: as found, as it reads, and how it came."""

    start: int
    found: str
    reading: str
    encoding: str


def decode_tcvn3(latin: str) -> str:
    """TCVN3 (ABC) bytes, given as Latin-1 characters, as Unicode."""
    return latin.translate(_TCVN3)


def decode_viscii(latin: str) -> str:
    """VISCII bytes, given as Latin-1 characters, as Unicode (RFC 1456)."""
    return latin.translate(_VISCII)


def decode_vni(latin: str) -> str:
    """VNI (Windows) bytes, given as Latin-1 characters, as Unicode."""

    def join(match: re.Match[str]) -> str:
        letter, mark = match.groups()
        return unicodedata.normalize("NFC", letter.translate(_VNI_LETTERS) + _VNI_MARKS.get(mark.lower(), ""))

    return _VNI_LETTER.sub(join, latin)


@cache
def _syllable() -> re.Pattern[str]:
    onsets, rimes = "|".join(_ONSETS.split()), "|".join(_RIMES.split())
    return re.compile(f"(?:{onsets})?(?:{rimes})")


def is_syllable(word: str) -> bool:
    """Whether a word is spelled like a Vietnamese syllable with at most one tone mark."""
    parts = unicodedata.normalize("NFD", word.lower())
    bare = "".join(mark for mark in parts if mark not in _TONES)
    if len(parts) - len(bare) > 1:
        return False
    return _syllable().fullmatch(unicodedata.normalize("NFC", bare)) is not None


def reading_score(text: str) -> tuple[int, str]:
    """How much a reading looks Vietnamese (good minus bad words with marks) and its first good word."""
    points, first = 0, ""
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        if word.isascii():
            continue
        good = is_syllable(word)
        points += 1 if good else -1
        first = first or (word if good else "")
    return points, first


def legacy_encoding(data: bytes) -> tuple[str, str]:
    """The likely encoding of bytes that are not UTF-8, with a word as it then reads.

    The names are `tcvn3`, `vni`, `windows-1258`, `viscii`, `damaged` (UTF-8 with a few bad bytes),
    `binary`, or empty where nothing speaks for any of them.
    """
    sample = data[:SAMPLE]
    if b"\x00" in sample:
        return "binary", ""
    latin = sample.decode("latin-1")
    readings = {
        "damaged": sample.decode("utf-8", "ignore"),
        "tcvn3": decode_tcvn3(latin),
        "vni": decode_vni(latin),
        "windows-1258": sample.decode("cp1258", "replace"),
        "viscii": decode_viscii(latin),
    }
    scores = {name: reading_score(text) for name, text in readings.items()}
    best = max(scores, key=lambda name: scores[name][0])
    points, word = scores[best]
    return (best, word) if points > 0 else ("", "")


def garbled_words(text: str) -> list[GarbledWord]:
    """Words of a Unicode text that are really TCVN3 or VNI letters, or UTF-8 encoded twice."""
    twice = [
        GarbledWord(match.start(), match.group(), reading, "utf-8-twice")
        for match in islice(_TWICE_ENCODED.finditer(text), MAX_WORDS)
        if (reading := _undo_twice(match.group()))
    ]
    if twice:
        return twice
    old_words = (match for match in _OLD_WORD.finditer(text) if _is_old(match.group()))
    candidates = list(islice(old_words, MAX_WORDS))
    readings = [
        [
            GarbledWord(match.start(), match.group(), reading, name)
            for match in candidates
            if is_syllable(reading := read(match.group()))
        ]
        for name, read in (("tcvn3", decode_tcvn3), ("vni", decode_vni))
    ]
    return max(readings, key=len)


def _is_old(word: str) -> bool:
    return (
        len(word) <= MAX_LETTERS
        and _FOREIGN_CHARACTER.search(word) is not None
        and any(letter.isascii() for letter in word)
    )


def _undo_twice(word: str) -> str:
    try:
        reading = b"".join(map(_single_byte, word)).decode("utf-8")
    except UnicodeError:
        return ""
    return reading if is_syllable(reading) else ""


def _single_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
