"""HTML elements whose text is always escaped."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from thidua_cli.document.blocks import Inline, Run
from thidua_cli.document.fixed_words import BULLETS
from thidua_cli.document.typesetting.balance import LINE_BREAK, balanced
from thidua_cli.document.typesetting.binding import HARD_SPACE
from thidua_cli.document.typesetting.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

VOID = frozenset({"meta", "col", "br"})
TWIPS_PER_POINT = 20


def element(tag: str, /, *content: str, **attributes: str | int) -> str:
    """An element around markup; an attribute without a value is left out, `class_` stands for `class`."""
    own = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{tag}{own}>" if tag in VOID else f"<{tag}{own}>{''.join(content)}</{tag}>"


def words(style: str, content: str | Inline) -> str:
    """Text of a style as markup; what a person has to fill in is marked."""
    runs = (Run(content),) if isinstance(content, str) else content
    return "".join(_run(style, run) for run in runs if run.text)


def _run(style: str, run: Run) -> str:
    text = escape(printed(style, run.text))
    if run.marked:
        text = element("mark", f"[{text}]")
    if run.italic:
        text = element("em", text)
    return element("strong", text) if run.bold else text


def line(tag: str, style: str, content: str | Inline, **attributes: str | int) -> str:
    """A paragraph, a heading or a part of one, in a style."""
    return element(tag, words(style, content), class_=style, **attributes)


def centred(tag: str, style: str, text: str, room: int, pair: int, *, ruled: bool = False) -> str:
    """Text in lines of like length within `room` twips; `ruled`: with a short line below it."""
    bound, width = balanced(style, text, room, pair)
    content = element("br").join(
        " ".join(_piece(style, piece) for piece in part.split(" ")) for part in bound.split(LINE_BREAK)
    )
    narrow = f"max-width:{width // TWIPS_PER_POINT}pt" if width < room else ""
    return element(tag, content, class_=f"{style} ruled" if ruled else style, style=narrow)


def _piece(style: str, text: str) -> str:
    """Words bound together; browsers break a line after a hyphen although a no-break space follows."""
    made = words(style, text)
    return element("span", made, class_="whole") if f"-{HARD_SPACE}" in text else made


def dashed(style: str, lines: Iterable[Inline]) -> str:
    """A list whose lines begin with their own `- `, which is no part of what is read out."""
    return element("ul", *(element("li", _item(style, line), class_=style) for line in lines), role="list")


def _item(style: str, runs: Inline) -> str:
    mark = next((mark for mark in BULLETS.values() if runs[0].text.startswith(mark)), "")
    rest = (replace(runs[0], text=runs[0].text[len(mark) :]), *runs[1:])
    return element("span", mark, aria_hidden="true") + words(style, rest)
