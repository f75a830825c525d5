"""The documents that a plan cites: declared as facts, or written out in its running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from thidua_cli.rules.consistency.prose import Passage, block_passages, span_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.citation import Citation
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.source.nodes import Path
    from thidua_cli.vietnamese.citations_in_prose import FoundCitation
    from thidua_cli.vietnamese.dates import PartialDate

BASIS, CITATIONS, PROSE = "basis", "citations", "prose"
# A number with its symbol, or a law by its name; most passages hold neither and are searched no further.
MAY_CITE = re.compile(r"[0-9][A-Za-z]? ?[-/–‐]+ ?[^\W\d_]|[Ll]uật|LUẬT|[Pp]háp lệnh|PHÁP LỆNH")
# Passages whose citations are kept: several checks ask for those of one plan.
KEPT = 512
# How far from a citation the words are that say what became of it.
REACH = 200
SENTENCE_END = re.compile(r"[.;]\s|\n")
TAKES_ITS_PLACE = re.compile(r"\b(?:thay thế|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ)\b", re.IGNORECASE)
HAS_ENDED = re.compile(r"\b(?:(?:được|bị) (?:thay|bãi bỏ)|hết hiệu lực)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited document as the plan gives it; `span` places its number, date, issuer or title.

    `section`: basis, citations, or prose. `called`: what to call it in a message. `former`: the text itself
    says that another document takes its place. `in_capitals`: it stands in a line without small letters.
    """

    section: str
    kind: str
    number: str | None
    date: PartialDate | None
    issuer: str | None
    subject: str | None
    title: str | None
    called: str
    span: Callable[[str], Span]
    former: bool = False
    in_capitals: bool = False


def cited(loaded: Loaded) -> Iterator[Cited]:
    """Every cited document: the basis, the other declared ones, then those written out in the body."""
    for section in (BASIS, CITATIONS):
        for index, citation in enumerate(getattr(loaded.plan, section)):
            yield _declared(loaded, (section, index), citation)
    for passage in block_passages(loaded):
        for found in _found_in(passage.text) if MAY_CITE.search(passage.text) else ():
            yield _written(loaded, passage, found)


def _declared(loaded: Loaded, path: Path, citation: Citation) -> Cited:
    return Cited(
        str(path[0]),
        citation.kind,
        citation.number,
        citation.date,
        citation.issuer,
        citation.subject,
        citation.title,
        citation.number or citation.title or citation.kind,
        lambda part: loaded.span((*path, part)),
    )


def _written(loaded: Loaded, passage: Passage, found: FoundCitation) -> Cited:
    title = found.title
    if title and found.date:
        title = f"{title} năm {found.date.year}"
    called = found.number or title or found.kind
    span = partial(_span, loaded, passage, found)
    return Cited(
        *(PROSE, found.kind, found.number, found.date, found.issuer, None, title, called, span),
        former=_is_former(passage.text, found),
        in_capitals=found.text.isupper(),
    )


def _is_former(text: str, found: FoundCitation) -> bool:
    before = SENTENCE_END.split(text[max(0, found.start - REACH) : found.start])[-1]
    after = SENTENCE_END.split(text[found.end : found.end + REACH])[0]
    return bool(TAKES_ITS_PLACE.search(before) or HAS_ENDED.search(after))


def _span(loaded: Loaded, passage: Passage, found: FoundCitation, part: str) -> Span:
    return span_in(loaded, passage, *found.places.get(part, (found.start, found.end)))


@lru_cache(KEPT)
def _found_in(text: str) -> tuple[FoundCitation, ...]:
    from thidua_cli.vietnamese.citations_in_prose import find_citations

    # `Chỉ thị 05 ngày 15/5/2016` is short for a number that stands elsewhere in full.
    full = (found for found in find_citations(text) if not (found.number or "").isalnum())
    return tuple(found for found in full if found.number or found.title)
