"""A person in one line of text, as minutes and lists name people: `Ông Nguyễn Văn An, Phó Giám đốc`."""

from __future__ import annotations

import re
from typing import NamedTuple

from thidua_cli.vietnamese.text import squeeze

SALUTATIONS = ("Ông", "Bà", "Đồng chí")
_SPELT_OUT = {word.casefold(): word for word in SALUTATIONS} | {"đ/c": "Đồng chí"}
_OPENING = re.compile(rf"({'|'.join(_SPELT_OUT)})[:.]? +(?=\S)", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s+")
_COMMA_OR_DASH = re.compile(r"\s*(?:[,;]|\s[-–])\s+")


class NamedPerson(NamedTuple):
    """A salutation of `SALUTATIONS`, a name, and a title; empty texts where none is given."""

    salutation: str
    name: str
    title: str


def parse_person(text: str) -> NamedPerson:
    """Read a person: what stands before the name, the name, and what follows the first comma or dash.

    Without a salutation a dash is part of the name, which may be that of a body.
    """
    line = squeeze(text)
    opening = _OPENING.match(line)
    said = opening[1] if opening else ""
    rest = line[opening.end() :] if opening else line
    mark = (_COMMA_OR_DASH if opening else _COMMA).search(rest)
    name, title = (rest[: mark.start()], rest[mark.end() :]) if mark else (rest, "")
    return NamedPerson(_SPELT_OUT.get(said.casefold(), ""), name.rstrip(" .,;"), title.rstrip(" .,;"))
