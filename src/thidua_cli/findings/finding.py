"""One thing that a reader of the report should know, with its place and its legal basis."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.findings.span import Span

NO_VALUES: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """How much a finding weighs; an attribute of the finding, never part of its code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Order for `--fail-on`: the heavier the larger."""
        return {"info": 0, "warning": 1, "error": 2}[self.value]


class Basis(NamedTuple):
    """The article a finding or verdict rests on; `to` is the first day it no longer holds."""

    document: str
    at: str = ""
    since: date | None = None
    to: date | None = None
    quote: str = ""


class Related(NamedTuple):
    """A second place that belongs to the finding. `key` names its note in the catalogue."""

    span: Span
    key: str = "other"
    values: Mapping[str, str] = NO_VALUES


class Fix(NamedTuple):
    """An edit of the text at a span; `safe` ones need no judgement."""

    span: Span
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: the words come from the catalogue by `code` and `variant`, filled with `values`.

    `severity` overrides the catalogue's where the same code weighs differently.
    """

    code: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None
    basis: tuple[Basis, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    excerpt: tuple[str, ...] = field(default=(), compare=False)
