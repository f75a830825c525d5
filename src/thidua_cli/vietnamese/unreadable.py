"""The error of every reader of this room: text that cannot be read, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class UnreadableError(ValueError):
    """Text that cannot be read.

    `reason` is a stable ASCII key, each subclass lists its own; `text` is what was given; `suggestion` is
    what was probably meant, empty where nothing can be said; `details` are figures that explain the reason.
    """

    def __init__(
        self, reason: str, text: str, suggestion: str = "", details: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(reason, text, suggestion, details)
        self.reason = reason
        self.text = text
        self.suggestion = suggestion
        self.details: Mapping[str, str] = details or {}

    def __str__(self) -> str:
        return f"{self.reason}: {self.text!r}"
