"""What can be said of a target: reached, missed, or not to be told."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction


class State(StrEnum):
    """What can be said of a target."""

    REACHED = "reached"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Judged(NamedTuple):
    """What can be said, how much of the aim the result is (1 is all of it), and why or why not.

    `reason`: a key of the words' `reasons`; `part`: the part of the aim of which nothing is known.
    """

    state: State
    ratio: Fraction | None = None
    reason: str = ""
    part: str = ""
