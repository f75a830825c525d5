"""The error of every reader of this room: text that cannot be read, with the reason."""

from __future__ import annotations


class UnreadableError(ValueError):
    """Text that cannot be read.

    `reason` is a stable ASCII key, each subclass lists its own; `text` is what was given; `suggestion` is
    what was probably meant, empty where nothing can be said.
    """

    def __init__(self, reason: str, text: str, suggestion: str = "") -> None:
        super().__init__(reason, text, suggestion)
        self.reason = reason
        self.text = text
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"{self.reason}: {self.text!r}"
