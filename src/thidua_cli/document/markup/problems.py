"""Lines that are no markup."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A line that is no markup: its number in the filled-in text, the text, and what is wrong with it.

    `kind` is `directive` for a directive that does not exist, else a variant of the code TD609.
    """

    line: int
    text: str
    kind: str
