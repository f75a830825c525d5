"""Values that are more than text: alone in its paragraph, their tag becomes several paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import pass_context
from markupsafe import Markup

from thidua_cli.document.characters import one_line
from thidua_cli.document.markup.values import VALUE_END, VALUE_START
from thidua_cli.document.templating.sandbox import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2.runtime import Context

    from thidua_cli.document.blocks import Block, Inline

FIELD_MARK = "\x06"
FIELD = re.compile(f"{FIELD_MARK}([a-z_]+){FIELD_MARK}")
LINE_END = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")


class Blocks(NamedTuple):
    """A part of the document as the program sets it: the body, the appendices."""

    name: str
    blocks: tuple[Block, ...]


class Lines(tuple[str, ...]):
    """A list: its items for loops and filters, and the lines it makes where its tag stands alone."""

    name: str
    lines: tuple[Inline, ...]

    @classmethod
    def of(cls, name: str, items: Iterable[str], lines: Iterable[Inline]) -> Lines:
        """A list by the name of its field; `lines` have their dashes and end marks."""
        made = cls(items)
        made.name, made.lines = name, tuple(lines)
        return made


@pass_context
def printed(context: Context, value: Any) -> Markup:
    """What a tag of a Word file prints: markup, the mark of a field, or a value with its line breaks."""
    if isinstance(value, Blocks | Lines):
        return Markup(f"{FIELD_MARK}{value.name}{FIELD_MARK}")  # noqa: S704  # our own mark
    made = value if isinstance(value, Markup) else Markup(_literal(text_of(value)))  # noqa: S704  # marked as a value
    context.environment.handled(made)  # type: ignore[attr-defined]  # always our environment
    return made


def _literal(text: str) -> str:
    lines = "\n".join(one_line(line) for line in LINE_END.split(text.strip("\r\n")))
    return VALUE_START + lines + VALUE_END if lines else ""
