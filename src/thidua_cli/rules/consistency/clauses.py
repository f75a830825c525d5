"""References to clauses of the document itself: `khoản 3 Mục II`, `mục 5 phần III`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua_cli.findings.finding import Finding
from thidua_cli.plan.outline import entries_below, entries_of
from thidua_cli.plan.plan import ANNEXES
from thidua_cli.rules.consistency.prose import block_passages, fact_passages, span_in
from thidua_cli.vietnamese.collation import point_letter
from thidua_cli.vietnamese.roman import LARGEST_ROMAN, roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.outline import Block, Entry

CLAUSE = re.compile(
    r"(?:\b(?i:điểm) (?P<letter>[a-zđ])\)?,? )?\b(?i:khoản|mục|điểm) (?P<number>[0-9]{1,2}),? "
    r"(?i:của )?(?i:mục|phần) (?P<part>[IVX]+)\b(?![.\-/]?\w)"
)
# The clause belongs to another document where one is named right after or right before it.
OTHER_AFTER = re.compile(
    r"\s*,?\s*(?:(?:của|tại|trong|thuộc|ban hành kèm theo|kèm theo)\s+)?(?:\{|(?:các\s+)?"
    r"(?:chỉ thị|nghị quyết|nghị định|luật|thông tư|quyết định|kết luận|quy chế|quy định|đề án|chương trình"
    r"|phụ lục|văn bản số|(?:kế hoạch|hướng dẫn|công văn|thông báo|báo cáo)(?!\s+này))\b)",
    re.IGNORECASE,
)
OTHER_BEFORE = re.compile(r"(?:\}|[0-9][^\s/]*/\S+|năm [0-9]{4})\s*[,:(]?\s*(?:tại\s+)?$", re.IGNORECASE)
# How far before a clause the name of its document is looked for.
REACH = 100
UNNUMBERED = ("none", "dash", "plus")


def clause_missing(loaded: Loaded) -> Iterator[Finding]:
    """TD243: a clause of this document that the outline does not have."""
    entries = [entry for entry in entries_of(loaded.plan.outline, ()) if entry.numbered]
    # Beyond the last Roman figure no text can name a part.
    parts = {roman(place): entry.block for place, entry in enumerate(entries[:LARGEST_ROMAN], 1)}
    # What comes with the document has clauses of its own.
    own = (passage for passage in block_passages(loaded) if passage.path[0] not in ANNEXES)
    for passage in (*own, *fact_passages(loaded)):
        for found in CLAUSE.finditer(passage.text):
            if _of_another(passage.text, found):
                continue
            if _exists(parts, found["part"], int(found["number"]), found["letter"]):
                continue
            span = span_in(loaded, passage, found.start(), found.end())
            values = {"text": found[0], "part": found["part"], "parts": str(len(entries))}
            if found["part"] not in parts:
                yield Finding("TD243", span, values, "part")
            else:
                values["count"] = str(_count(parts[found["part"]]))
                yield Finding("TD243", span, values)


def _of_another(text: str, found: re.Match[str]) -> bool:
    before = OTHER_BEFORE.search(text, max(0, found.start() - REACH), found.start())
    return bool(before or OTHER_AFTER.match(text, found.end()))


def _exists(parts: dict[str, Block | None], part: str, number: int, letter: str | None) -> bool:
    block = parts.get(part)
    if block is None or not 1 <= number <= _count(block):
        return False
    if letter is None:
        return True
    clause = _numbered(block)[number - 1].block
    points = _numbered(clause) if clause else []
    return letter in {point_letter(place) for place in range(1, min(len(points), 22) + 1)}


def _count(block: Block | None) -> int:
    """How many numbered clauses a part has."""
    if block is None or block.numbering in UNNUMBERED:
        return 0
    return len(_numbered(block))


def _numbered(block: Block) -> list[Entry]:
    return [entry for entry in entries_below(block, ()) if entry.numbered]
