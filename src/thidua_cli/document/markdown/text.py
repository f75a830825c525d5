"""Text in CommonMark: whatever it holds, it reads as itself."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.typesetting.measure import face_of
from thidua_cli.document.typesetting.printed import printed

# What may begin emphasis, code, a link, raw HTML, a cell, a formula, a heading or its end, or an entity.
SPECIAL = re.compile(r"[\\`*_\[<|~$#]|&(?=[#a-zA-Z]|$)")
# What begins a list or a quotation or underlines a heading, at the start of a line only.
LEADING = re.compile(r"(?:[0-9]{1,9}(?=[.)]))?([.)+=>-])")
BREAK = "\\\n"


def words(style: str, content: str | Inline, *, marks: str | None = None) -> str:
    """Text of a style with its emphasis, as far as CommonMark can tell that from the words.

    `marks` stand for the emphasis of the style: `**` in a row of sums, nothing in a heading.
    """
    own = _marks_of(style) if marks is None else marks
    runs = (Run(content),) if isinstance(content, str) else content
    pieces = ((_text(style, run), _marks(run, own)) for run in runs if run.text)
    printing = groupby((piece for piece in pieces if piece[0]), lambda piece: piece[1])
    joined = [("".join(text for text, _ in same), mark) for mark, same in printing]
    made = ""
    for place, (text, mark) in enumerate(joined):
        after = joined[place + 1][0][:1] if place + 1 < len(joined) else ""
        made += _emphasised(text, mark, made[-1:], after)
    return made.strip()


def line(style: str, content: str | Inline) -> str:
    """A line that is nothing but a paragraph, whatever it begins with."""
    made = words(style, content)
    found = LEADING.match(made)
    return f"{made[: found.start(1)]}\\{made[found.start(1) :]}" if found else made


def _text(style: str, run: Run) -> str:
    text = SPECIAL.sub(r"\\\g<0>", printed(style, run.text, bound=False))
    return rf"\[{text}]" if run.marked else text


def _marks_of(style: str) -> str:
    face = face_of(style, 14)
    return "**" * face.bold + "*" * face.italic


def _marks(run: Run, own: str) -> str:
    bold = run.bold or run.marked or "**" in own
    italic = run.italic or own in ("*", "***")
    return "**" * bold + "*" * italic


def _emphasised(text: str, marks: str, before: str, after: str) -> str:
    """Text between marks; without them where they would be read as text (CommonMark, 6.2)."""
    inner = text.strip()
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if not (marks and inner):
        return text
    outside = start[-1:] or before, end[:1] or after
    told = outside[0] != "*" and _flanks(outside[0], inner[0]) and _flanks(outside[1], inner[-1])
    return f"{start}{marks}{inner}{marks}{end}" if told else text


def _flanks(outer: str, inner: str) -> bool:
    return not _sign(inner) or not outer or outer.isspace() or _sign(outer)


def _sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
