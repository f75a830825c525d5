"""A local pack as read: its documents, its rules, and the place of each in its file."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua_cli.findings.span import Span
    from thidua_cli.law.expressions.tree import Node
    from thidua_cli.law.rulings.rules import Rule

LEVELS = ("ministry", "province", "school", "company")
_OF_LAW = {"TT": "Thông tư", "NĐ": "Nghị định", "TTLT": "Thông tư liên tịch"}


class Form(StrEnum):
    """What a rule of a pack is to the national law."""

    OVER = "over"
    ADOPTS = "adopts"
    OWN = "own"


class LocalDocument(NamedTuple):
    """A document that a pack rests on; in force in [since, to), `to` None while nothing ends it.

    `issued`: None where the day of issue is not known.
    """

    id: str
    symbol: str
    issued: date | None
    issuer: str
    title: str
    since: date
    to: date | None

    @property
    def label(self) -> str:
        """The document as people cite it: `Quyết định số 35/2024/QĐ-UBND ngày 20/3/2024 của UBND tỉnh …`."""
        day = f" ngày {format_short(self.issued)}" if self.issued else ""
        return f"{_kind(self.symbol)} số {self.symbol}{day} của {self.issuer}"


def _kind(symbol: str) -> str:
    """The kind of document that its symbol abbreviates: `Quyết định` for `35/2024/QĐ-UBND`."""
    from thidua_cli.law.registers.document_types import document_types

    abbreviation = symbol.rpartition("/")[2].partition("-")[0]
    known = {each.abbreviation: each.name for each in document_types().values() if each.abbreviation}
    return {**known, **_OF_LAW}.get(abbreviation, "Văn bản")


class LocalRule(NamedTuple):
    """A rule of a pack. `rule` is what is judged; its code is the id, `gia-lai:cstdcs-10`.

    `target`: the national rule that it lies over, or takes over. `condition`: what must hold, as a tree and
    as written; None where a number says it. `messages`: what to say where it does not hold, by language.
    """

    id: str
    form: Form
    name: str
    rule: Rule
    target: str | None
    condition: tuple[Node, str] | None
    messages: Mapping[str, str]
    span: Span
    number_spans: tuple[Span, ...]


class LocalPack(NamedTuple):
    """A pack: what it is called, who rules by it, its documents and rules by id."""

    name: str
    level: str
    authority: str
    documents: Mapping[str, LocalDocument]
    rules: Mapping[str, LocalRule]
    span: Span

    @property
    def path(self) -> str:
        """The file of the pack."""
        return self.span.path
