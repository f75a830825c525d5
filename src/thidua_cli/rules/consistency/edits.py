"""Replacements as they must stand in the file."""

from __future__ import annotations

import re

# Text that YAML would read as something else than this text, were it written without quotes.
NOT_PLAIN = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|:(?:\s|$)|\s#|\s$|^(?:~|null|true|false)?$", re.IGNORECASE
)


def as_scalar(text: str) -> str:
    """A text as a YAML value, in single quotes where it needs them."""
    if not NOT_PLAIN.search(text):
        return text
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
