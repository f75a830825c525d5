"""Data on persons that should not lie in a shared repository: identity numbers, phones, accounts, e-mail."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.vietnamese.compiled_words import compiled_words
from thidua_cli.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GAP = r"[ .\-\u00a0]?"
# What announces a number, which may then be of any form that such numbers have.
_IDENTITY = (
    r"(?:CCCD|CMND|CMT|CMTND|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|số định danh(?: cá nhân)?)"
)
_ACCOUNT = r"(?:STK|số tài khoản|tài khoản(?: số)?)"
_LEAD = r"(?:\s*(?:số|:|là|ngân hàng))*\s*:?\s*"
_KINDS = {
    "identity": rf"(?i:{_IDENTITY}){_LEAD}(?P<identity>[0-9]{{9}}(?:[0-9]{{3}})?)(?![0-9])",
    "account": rf"(?i:{_ACCOUNT}){_LEAD}(?P<account>[0-9](?:{_GAP}[0-9]){{7,18}})(?![0-9])",
    # Twelve figures: the province, 0 to 3 for sex and century, year of birth, six of the person.
    "citizen": r"(?<![\w.,/-])(?P<citizen>0[0-9]{2}[0-3][0-9]{8})(?![\w/%]|[.,-][0-9])",
    "phone": rf"(?<![\w.,/-])(?P<phone>(?:\+84|0){_GAP}[35789](?:{_GAP}[0-9]){{8}})(?![\w/%]|[.,-][0-9])",
    "email": r"(?<![\w.+-])(?P<email>[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4})"
    r"(?!\w)",
}
_FOUND = re.compile("|".join(_KINDS.values()))
# Of the groups, those that say the same thing in two ways.
_CALLED = {"citizen": "identity"}
_TOUCHED = re.compile(r"[0-9]{3}|@")


class Personal(NamedTuple):
    """Data on a person at `text[start:end]`. `kind`: identity, phone, account or email."""

    kind: str
    start: int
    end: int


def find_personal(text: str) -> Iterator[Personal]:
    """Every such number or address in a text, in order."""
    if not _TOUCHED.search(text):
        return
    for found in _FOUND.finditer(text):
        kind = found.lastgroup or ""
        yield Personal(_CALLED.get(kind, kind), *found.span(kind))


def personal_column(heading: str) -> str:
    """What a column of this heading tells of persons: phone, account, birth …; empty where nothing."""
    return _columns().get(slug(heading), "")


@cache
def _columns() -> Mapping[str, str]:
    kinds: Mapping[str, list[str]] = compiled_words(__file__)["personal_columns"]
    return {slug(heading): kind for kind, headings in kinds.items() for heading in headings}


def masked(text: str) -> str:
    """The text as a message may repeat it: the first two and the last two letters, `09…21`."""
    bare = text.strip()
    return f"{bare[:2]}…{bare[-2:]}" if len(bare) > 4 else "…"
