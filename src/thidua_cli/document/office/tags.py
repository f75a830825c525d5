"""The tags in a line of a Word text: `{{ value }}`, `{% command %}` and `{# note #}`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from thidua_cli.vietnamese.text import nfc

Kind = Literal["value", "command", "note", "open"]

START = re.compile(r"\{[{%#]")
KINDS: dict[str, tuple[Kind, str]] = {"{{": ("value", "}}"), "{%": ("command", "%}"), "{#": ("note", "#}")}
# Strings stay as they are; quotation marks that Word made of straight ones become straight again.
PIECE = re.compile(
    r"""("[^"]*"|'[^']*') | [“”„]([^“”„"]*)[“”„] | [‘’‚]([^‘’‚']*)[‘’‚] | (\s+) | ([‑–—]) | (…)""", re.VERBOSE
)
SIGNS = "-+"  # Jinja2's marks for the blanks around a tag: a Word file has none to spare
NAME = re.compile(r"[^\W\d]\w*")


class Tag(NamedTuple):
    """A tag from `start` to `end` of the line; `code` is what stands inside, `open` one that never ends."""

    kind: Kind
    start: int
    end: int
    code: str

    @property
    def keyword(self) -> str:
        """The first word of a command: `if`, `for`, `endfor`."""
        found = NAME.match(self.code)
        return found[0] if found else ""

    @property
    def shown(self) -> str:
        """The tag as people write it."""
        left, right = {"command": ("{% ", " %}"), "value": ("{{ ", " }}")}.get(self.kind, ("", ""))
        return f"{left}{self.code}{right}"


def has_tags(text: str) -> bool:
    """Whether a tag begins in the text."""
    return START.search(text) is not None


def tags_of(text: str) -> list[Tag]:
    """The tags of a line, from left to right."""
    tags: list[Tag] = []
    position = 0
    while found := START.search(text, position):
        kind, mark = KINDS[found[0]]
        inside = text.find(mark, found.end())
        if inside < 0:
            tags.append(Tag("open", found.start(), len(text), text[found.start() :]))
            break
        position = inside + len(mark)
        tags.append(Tag(kind, found.start(), position, _code(text[found.end() : inside])))
    return tags


def _code(written: str) -> str:
    bare = written[1:] if written[:1] in SIGNS else written
    bare = bare[:-1] if bare[-1:] in SIGNS else bare
    return nfc(PIECE.sub(_straight, bare)).strip()


def _straight(found: re.Match[str]) -> str:
    string, double, single, blank, dash, _ = found.groups()
    if string is not None:
        return string
    if double is not None:
        return f'"{double}"'
    if single is not None:
        return f"'{single}'"
    if blank:
        return " "
    return "-" if dash else "..."
