"""Numbers and symbols of documents (`02/CT-UBND`, `34-CT/TW`): read, judged, and set right."""

from __future__ import annotations

import re
from typing import NamedTuple

from thidua_cli.vietnamese.text import nfc, plain_dashes

_LONGEST = 100

# Abbreviations of document types: NĐ 30/2020 PL III, laws and decrees, and those of the Party.
KINDS = {
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "QyĐ": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "BGN": "bản ghi nhớ",
    "BTT": "bản thỏa thuận",
    "GUQ": "giấy ủy quyền",
    "GM": "giấy mời",
    "GGT": "giấy giới thiệu",
    "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi",
    "PC": "phiếu chuyển",
    "PB": "phiếu báo",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "NQLT": "nghị quyết liên tịch",
    "CTLT": "chỉ thị liên tịch",
    "KHLT": "kế hoạch liên tịch",
    "HDLT": "hướng dẫn liên tịch",
    "CTrLT": "chương trình liên tịch",
    "VBHN": "văn bản hợp nhất",
    "KL": "kết luận",
    "CV": "công văn",
}
PARTY_BODIES = frozenset({"TW", "TƯ", "TU", "TTU", "HU", "ThU", "QU", "ĐU", "ĐUK", "BTCTW", "BTGTW", "VPTW"})
STATE_BODIES = frozenset({"UBND", "HĐND", "TTg", "CP", "HĐTĐKT"})

_KIND_OF_CAPITALS = {kind.upper(): kind for kind in KINDS}
_BODY_OF_CAPITALS = {body.upper(): body for body in PARTY_BODIES | STATE_BODIES}
_LABEL = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[\s/-]+")
_NUMBER = re.compile(r"[0-9]+[A-Za-z]?")
_YEAR = re.compile(r"[12][0-9]{3}")
# Letters first: a group of digits alone names no body.
_GROUP = re.compile(r"[^\W\d_][^\W_]*")
_LOOK_ALIKE = str.maketrans("ÐƉ", "ĐĐ")


class Symbol(NamedTuple):
    """The number and symbol of a document.

    `kind` is the abbreviation of its type, empty for a công văn (`05/SCT-VP`) and a law (`06/2022/QH15`);
    `bodies` the groups after it. `problem` names the first fault, with all of them mended in `suggestion`
    (empty where no one form can be meant): malformed, missing_number, letter (Ð for Đ), spaces, dash,
    stray_sign, no_body, party_form (`41/CT-TU`), state_form (`02-CT/UBND`), signs (any other wrong
    stroke or hyphen), case, unpadded.
    """

    text: str
    number: str
    year: int | None
    kind: str
    bodies: tuple[str, ...]
    party: bool
    problem: str | None = None
    suggestion: str = ""


def parse_symbol(text: str) -> Symbol:
    """Read a number and symbol; never fails, the fault stands in `problem`."""
    written = _LABEL.sub("", nfc(text[: _LONGEST * 2])).strip()
    clean = plain_dashes(written).translate(_LOOK_ALIKE)
    groups = [group for group in _SIGNS.split(clean) if group]
    number = groups.pop(0) if groups and _NUMBER.fullmatch(groups[0]) else ""
    year = int(groups.pop(0)) if number and len(groups) > 1 and _YEAR.fullmatch(groups[0]) else None
    kind = _KIND_OF_CAPITALS.get(groups[0].upper(), "") if groups else ""
    bodies = tuple(groups[1:] if kind else groups)
    named = all(_GROUP.fullmatch(group) for group in groups)
    if len(clean) > _LONGEST or not groups or not named or not (number or kind or clean[0] == "/"):
        return Symbol(text, "", None, "", (), False, "malformed")
    party = _is_party(kind, bodies, year, first_sign=_SIGNS.findall(clean)[0] if number else "")
    # Types are written in capitals by the rule and in mixed case by its own list: both stand.
    shown = groups[0] if kind and groups[0].isupper() else kind
    mended = _canonical(number, year, shown, tuple(map(_capitals, bodies)), party=party)
    problem = _problem(written, clean, number, bodies, mended, party=party)
    suggestion = mended if problem and number and bodies else ""
    return Symbol(text, number, year, kind, bodies, party, problem, suggestion)


def _capitals(body: str) -> str:
    return _BODY_OF_CAPITALS.get(body.upper(), body.upper() if body.islower() else body)


def _is_party(kind: str, bodies: tuple[str, ...], year: int | None, *, first_sign: str) -> bool:
    if not kind or not bodies or year is not None or _capitals(bodies[0]) in STATE_BODIES:
        return False
    return _capitals(bodies[0]) in PARTY_BODIES or first_sign.strip() == "-"


def _canonical(number: str, year: int | None, kind: str, bodies: tuple[str, ...], *, party: bool) -> str:
    padded = number.zfill(2 if number.isdigit() else 3) if number else ""
    tail = "-".join(bodies)
    if party:
        return f"{padded}-{kind}/{tail}"
    symbol = "-".join(part for part in (kind, tail) if part)
    return "/".join(part for part in (padded, str(year or ""), symbol) if part)


def _problem(
    written: str, clean: str, number: str, bodies: tuple[str, ...], mended: str, *, party: bool
) -> str | None:
    """The first fault, the graver before the lighter."""
    signs = [sign.strip() for sign in _SIGNS.findall(clean)]
    faults = {
        "missing_number": not number,
        "letter": clean != plain_dashes(written),
        "no_body": not bodies,
        "spaces": any(char.isspace() for char in clean),
        "dash": clean != written.translate(_LOOK_ALIKE),
        "stray_sign": any(len(sign) > 1 for sign in signs) or _SIGNS.match(clean) or clean[-1] in "/-",
        "party_form": party and signs[0] == "/",
        "state_form": not party and number and signs[0] == "-" and bool(bodies),
        "signs": signs != _SIGNS.findall(mended),
        "case": clean.upper() == mended.upper() and clean != mended,
        "unpadded": clean != mended,
    }
    return next((fault for fault, holds in faults.items() if holds), None)
