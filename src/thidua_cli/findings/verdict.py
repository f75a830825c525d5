"""What the law says of one subject at one date. Silence never means pass."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.findings.finding import NO_VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.findings.finding import Basis
    from thidua_cli.findings.span import Span


class Ruling(StrEnum):
    """The four answers a legal rule can give."""

    PASS = "dat"  # noqa: S105 - a ruling, no password
    FAIL = "khong-dat"
    UNDECIDED = "chua-du-can-cu"
    NOT_IN_FORCE = "khong-ap-dung"


class Verdict(NamedTuple):
    """A ruling on a subject, its reason (catalogue words by `rule` and `variant`), and its arithmetic.

    `trace` holds the exact steps, one line each, as they would be written on paper.
    """

    rule: str
    subject: str
    ruling: Ruling
    as_of: date
    span: Span
    variant: str = ""
    values: Mapping[str, str] = NO_VALUES
    basis: tuple[Basis, ...] = ()
    trace: tuple[str, ...] = ()
    related: tuple[Span, ...] = ()
