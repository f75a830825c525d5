"""Which characters may enter a document."""

from __future__ import annotations

import re
import unicodedata

BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
# Everything that XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF.
ILLEGAL = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """Text as one line of a document: NFC, breaks and tabs as a space, nothing XML cannot hold."""
    return unicodedata.normalize("NFC", ILLEGAL.sub("", BREAKS.sub(" ", text)))
