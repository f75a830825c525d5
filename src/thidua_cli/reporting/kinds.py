"""The documents that a report can be."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A document of a period; each has the template of its name."""

    REPORT = "bao-cao"
    NOTICE = "thong-bao"
    SUBMISSION = "to-trinh"
    SELF_SCORE = "bang-tu-cham"
    ANNEXES = "phu-luc"
