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


# The code under which the catalogue has the words for the rules of local packs.
LOCAL_CODE = "TD801"


class Ruling(StrEnum):
    """The four answers a legal rule can give."""

    PASS = "dat"  # noqa: S105 - a ruling, no password
    FAIL = "khong-dat"
    UNDECIDED = "chua-du-can-cu"
    NOT_IN_FORCE = "khong-ap-dung"


class Verdict(NamedTuple):
    """A ruling on a subject, its reason (catalogue words by `code` and `variant`), and its arithmetic.

    `rule` is the code of a national rule, or the id of one of a local pack (`gia-lai:cstdcs-10`).
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

    @property
    def code(self) -> str:
        """The code whose words say it."""
        return LOCAL_CODE if ":" in self.rule else self.rule
