"""Which tag of a paragraph cannot be read, and the name that its words were meant to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.exceptions import TemplateSyntaxError

from thidua_cli.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from thidua_cli.document.office.tags import Tag
    from thidua_cli.document.templating.sandbox import TemplateEnvironment

# What makes a whole template of one command.
AROUND = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if 0 %}", "{% endif %}"),
    "for": ("", "{% endfor %}"),
    "set": ("", ""),
}
WORDS = re.compile(r"[^\W\d_][\w ]*")


def unreadable(tags: Iterable[Tag], environment: TemplateEnvironment) -> Tag | None:
    """The first of the tags that is wrong by itself."""
    for tag in tags:
        around = ("", "") if tag.kind == "value" else AROUND.get(tag.keyword)
        try:
            environment.parse(tag.shown.join(around) if around else "")
        except TemplateSyntaxError:
            return tag
    return None


def misspelling(tag: Tag, known: Container[str]) -> tuple[str, Mapping[str, str]]:
    """The variant of TD631 for a tag that cannot be read, and its values."""
    words = tag.code.partition("|")[0].strip()
    if tag.kind != "value" or not WORDS.fullmatch(words) or (words.isascii() and " " not in words):
        return "shown", {"tag": tag.shown}
    near = plain_name(words)
    return ("words-near" if near in known else "words"), {"tag": tag.shown, "near": near}


def plain_name(words: str) -> str:
    """Words as a name: `Trích yếu` becomes `trich_yeu`."""
    return slug(words).replace("-", "_")
