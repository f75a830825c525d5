"""The words of the page in its language, and text of documents made safe for it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from thidua_cli.document.html.elements import element
from thidua_cli.findings.formats.display import printable
from thidua_cli.findings.texts import phrase

WORDS = Path(__file__).with_name("words.json")
TAB = "\u2003"


def word(key: str, lang: str, **values: object) -> str:
    """A fixed text of the page, ready to stand in it."""
    return escape(phrase(WORDS, key, lang, values))


def shown(text: str) -> str:
    """A text of the document as markup: breaks kept, nothing in it that hides or turns what is read."""
    lines = (TAB.join(escape(printable(part)) for part in line.split("\t")) for line in text.split("\n"))
    return element("br").join(lines)
