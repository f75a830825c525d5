"""Fixed words of the program, kept as compiled data: key → language → text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REPORT_TEXTS = Path(__file__).parent / "formats" / "texts.json"
LANGUAGES = ("vi", "en")


@cache
def table(compiled: Path) -> Mapping[str, Mapping[str, str]]:
    """The texts of one compiled file."""
    texts: Mapping[str, Mapping[str, str]] = json.loads(compiled.read_text(encoding="utf-8"))
    return texts


def phrase(compiled: Path, key: str, lang: str, values: Mapping[str, object]) -> str:
    """A text with its places filled. A key without a text is a defect of ours: KeyError."""
    text = table(compiled)[key][lang]
    return text.format_map(values) if values else text


def label(key: str, lang: str, **values: object) -> str:
    """A word of the report formats (`severity.error`, `note.basis`)."""
    return phrase(REPORT_TEXTS, key, lang, values)
