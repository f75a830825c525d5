"""The words of an expression, read before the parser sees it, so that it never meets more than it may."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 600
MOST_TOKENS = 160
DEEPEST = 12
KEYWORDS = frozenset({"and", "or", "not", "in", "true", "false"})

_TOKEN = re.compile(
    r"(?P<space>[ \t\n]+)"
    r"|(?P<string>\"[^\"\\\n]*\"|'[^'\\\n]*')"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign><=|>=|==|!=|[<>+*,()\[\]-])"
)
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?")
_FOREIGN = re.compile(r"&&|\|\||\*\*|//|=~~?|!~~?|\?\?|.", re.DOTALL)
# What people write by habit, and the variant of the finding that tells what stands here instead.
_REFUSED = {
    "=": "single-equals",
    "/": "division",
    "//": "division",
    "%": "percent",
    "**": "power",
    ".": "attribute",
    "&&": "words",
    "||": "words",
    "!": "words",
    "\\": "string",
    '"': "string",
    "'": "string",
}


class Token(NamedTuple):
    """A word with its offsets in the text; `kind`: string, number, name or sign."""

    kind: str
    text: str
    start: int
    end: int


class ExpressionError(Exception):
    """An expression that cannot be used: `reason` is a variant of the finding, `start` and `end` offsets."""

    def __init__(self, reason: str, start: int, end: int, **values: str) -> None:
        super().__init__(reason)
        self.reason, self.start, self.end, self.values = reason, start, end, values


def tokens_of(text: str) -> list[Token]:
    """The words of a text. Raises ExpressionError: too long, too deep, or with what may not be said."""
    if len(text) > LONGEST:
        raise ExpressionError("too-long", 0, len(text), limit=str(LONGEST))
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None or found.lastgroup is None:
            raise _foreign(text, position)
        if found.lastgroup != "space":
            tokens.append(Token(found.lastgroup, found[0], found.start(), found.end()))
        position = found.end()
    if not tokens:
        raise ExpressionError("empty", 0, len(text))
    if len(tokens) > MOST_TOKENS:
        raise ExpressionError("too-many", 0, len(text), limit=str(MOST_TOKENS))
    _check_neighbours(tokens)
    _check_depth(tokens)
    return tokens


def _foreign(text: str, position: int) -> ExpressionError:
    found = _FOREIGN.match(text, position)
    word = found[0] if found else text[position]
    return ExpressionError(_REFUSED.get(word, "character"), position, position + len(word), found=word)


def _check_neighbours(tokens: list[Token]) -> None:
    """Refuse what the parser would read as a call, an item, a prefixed text or a number of another base."""
    before: Token | None = None
    for token in tokens:
        if token.kind == "name" and not token.text.isascii():
            raise ExpressionError("word", token.start, token.end, found=token.text)
        value = before is not None and before.kind == "name" and before.text not in KEYWORDS
        if token.text == "(" and value:
            raise ExpressionError("call", token.start, token.end, found=before.text if before else "")
        if token.text == "[" and not (before and before.text == "in"):
            raise ExpressionError("list-place", token.start, token.end)
        if before is not None and before.text == token.text == "*":
            raise ExpressionError("power", before.start, token.end, found="**")
        if token.kind == "number" and not _NUMBER.fullmatch(token.text):
            raise ExpressionError("number", token.start, token.end, found=token.text)
        if before is not None and token.start == before.end and _run_together(before, token):
            raise ExpressionError("run-together", before.start, token.end, found=before.text + token.text)
        before = token


def _run_together(before: Token, token: Token) -> bool:
    return before.kind in ("name", "number") and token.kind in ("name", "number", "string")


def _check_depth(tokens: list[Token]) -> None:
    depth = prefixes = 0
    for token in tokens:
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        # `not not not` and `- - -` nest as brackets do.
        prefixes = prefixes + 1 if token.text in ("not", "-") else 0
        if depth + prefixes > DEEPEST:
            raise ExpressionError("too-deep", token.start, token.end, limit=str(DEEPEST))
