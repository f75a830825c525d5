"""Under which number, where and on which day a document was issued, as a line tells it (boxes 3 and 4)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from thidua_cli.conformance.recognition.evidence.wording import any_of, words

if TYPE_CHECKING:
    from thidua_cli.conformance.recognition.pieces.piece import Piece

LONGEST_NUMBER = 80  # letters of a line
LONGEST_DATE = 160
BLANKS = r"[\d.…_\s]*"
LABEL = r"s[ốôo](?!\w)\s*[:.;]?\s*"
NUMBER = re.compile(rf"{LABEL}(?P<number>{BLANKS}[a-zđ]?)\s*(?:[-/\\](?P<symbol>[^,;:]*))?")
BARE_NUMBER = re.compile(r"(?P<number>\d+[a-z]?)\s*[/\\]\s*(?P<symbol>[^\W\d][\w&]*(?:\s?[-/]\s?[\w&]+)*)")
# Number and symbol in the wrong order: `KH-SCT/15`.
TURNED_NUMBER = re.compile(
    rf"(?P<label>{LABEL})?(?P<symbol>[^\W\d_]{{1,6}}(?:\s?-\s?[\w&]+){{1,3}})\s*[/\\]\s*(?P<number>\d{{1,5}}[a-z]?)"
)
NAMED_NUMBER = re.compile(r"(?:luật|pháp lệnh|nghị quyết)\s+(?=số(?!\w))")
LONG_DATE = re.compile(
    rf"(?P<place>[^(:]{{0,60}}?)[\s,.;]*(?<!\w)ngày(?P<day>{BLANKS})tháng(?P<month>{BLANKS})năm(?P<year>{BLANKS})"
)
DAYLESS_DATE = re.compile(
    r"(?P<place>[^(,:]{2,60}),\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})"
)
SHORT_DATE = re.compile(
    r"(?P<place>[^(:\d]{2,60}?\d?)\s*[\s,.;]\s*(?:ngày\s*)?(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*"
    r"(?P<year>\d{2,4})\.?"
)


def number_of(piece: Piece) -> re.Match[str] | None:
    """The number and the symbol in a line `Số: 05/KH-ABC`, complete or not, in whichever order."""
    if len(piece.text) > LONGEST_NUMBER:
        return None
    key = piece.key
    named = NAMED_NUMBER.match(key)
    found = NUMBER.fullmatch(key, named.end() if named else 0)
    if found and (found["symbol"] is not None or found["number"].strip() or key == "số:"):
        return found
    found = TURNED_NUMBER.fullmatch(key)
    if found and (found["label"] or piece.capitals):
        return found
    return BARE_NUMBER.fullmatch(key)


def number_sure(piece: Piece) -> int:
    """How surely a line is that of the number and the symbol."""
    found = number_of(piece)
    if found is None:
        return 0
    return 75 if found.re is BARE_NUMBER or (found.re is TURNED_NUMBER and not found["label"]) else 100


def date_of(piece: Piece) -> re.Match[str] | None:
    """The parts of a line `Hà Nội, ngày 05 tháng 01 năm 2026`, of which any may be blank."""
    if len(piece.text) > LONGEST_DATE:
        return None
    key = piece.key.rstrip(" .")
    if "tháng" in key:
        found = LONG_DATE.fullmatch(key) or DAYLESS_DATE.fullmatch(key)
    else:
        found = SHORT_DATE.fullmatch(key) if key[-1:].isdigit() else None
    if found is None or "số" in found["place"].split():
        return None
    return None if _no_place().search(found["place"].rstrip(" ,.;:")) else found


def date_sure(piece: Piece) -> int:
    """How surely a line is that of place and date."""
    return 0 if date_of(piece) is None else 100


@cache
def _no_place() -> re.Pattern[str]:
    """Words at the end of what stands before a date that is no date of issue: a period, a term."""
    return re.compile(f"{any_of(words()['no_place']).pattern}$")
