"""The filters and tests of templates: numbers, dates and letters in the administrative style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from markupsafe import Markup

from thidua_cli.document.templating.administrative_words import ADMINISTRATIVE
from thidua_cli.document.templating.bounds import MAX_TEXT, TooMuchError
from thidua_cli.document.templating.list_filters import LISTS
from thidua_cli.document.templating.printing import shown
from thidua_cli.document.templating.wording import (
    anniversary,
    conferred,
    continued,
    led,
    named_in,
    recognised,
)
from thidua_cli.law.registers.commemorations import commemorations
from thidua_cli.law.registers.document_types import kind_name
from thidua_cli.law.registers.titles import title_of
from thidua_cli.vietnamese.collation import point_letter
from thidua_cli.vietnamese.numbers import format_count, format_number
from thidua_cli.vietnamese.printed_dates import format_long, format_short
from thidua_cli.vietnamese.roman import roman
from thidua_cli.vietnamese.text import lower_first, sentence_case, upper_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.runtime import Context

    from thidua_cli.document.composing.prose import Prose

# A figure is preceded by the name of what it counts: `ngày 25/6/2022`, `tháng 6/2022`, `năm 2022`.
DATE_WORDS = {
    "ngày": re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?"),
    "tháng": re.compile(r"[0-9]{1,2}/[0-9]{4}"),
    "năm": re.compile(r"[0-9]{4}"),
}
PLACE = re.compile(r"\{([a-z_]+)\}")
MAX_PLACES = 12


def default(value: Any, otherwise: Any = "") -> Any:
    """The value, or the other one where it is missing or empty."""
    return value or otherwise


def keeping(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of letters that leaves markup markup."""

    def changed(value: str) -> str:
        return Markup(change(str(value))) if isinstance(value, Markup) else change(value)  # noqa: S704

    return changed


def after(text: str, word: str, *others: str) -> str:
    """The text after a word, unless it begins with that word or one of the others: `từ khiển trách`."""
    begins = f"{text} ".startswith(tuple(f"{start} " for start in (word, *others)))
    return text if begins else f"{word} {text}"


def quoted(text: str, marks: bool = True) -> str:
    """The text between quotation marks, where it is to have them."""
    return f"“{text}”" if marks else text


def day(moment: Any) -> str:
    """A moment after a preposition: `ngày 25/6/2022`, `tháng 6/2022`, `năm 2022`, `hết năm`."""
    text = shown(moment)
    word = next((word for word, pattern in DATE_WORDS.items() if pattern.fullmatch(text)), "")
    return f"{word} {text}".lstrip()


@pass_context
def filled(context: Context, fact: Any) -> str:
    """The plan's own wording of a fact, its `{attribute}` places filled."""
    pieces = PLACE.split(str(fact.wording))
    # Every second piece is the name of a place.
    pieces[1::2] = [shown(getattr(fact, name, None)) or f"{{{name}}}" for name in pieces[1::2]]
    if sum(map(len, pieces)) > MAX_TEXT:
        _prose(context).stop(str(fact.wording))
    return "".join(pieces)


def number(value: Any, places: int | None = None) -> str:
    """A number with a point at the thousands, rounded to places where they are given."""
    if places is not None and places > MAX_PLACES:
        raise TooMuchError
    return format_number(value, places)


def title_name(measure: str) -> str:
    """The name of the title that a measure gives as a code (`LDTT`); empty for any other measure."""
    title = title_of(measure) if measure == measure.upper() and " " not in measure else None
    return title.name if title else ""


def type_name(kind: str) -> str:
    """The name of a kind of document by its id; other kinds as they are written."""
    return kind_name(kind) or kind


def commemoration_name(fact: Any) -> str:
    """The name a plan gives to a day, else that of the built-in list."""
    known = commemorations().get(fact.use or "")
    return fact.name or (known.name if known else "")


@pass_context
def mention(context: Context, ident: str, attribute: str = "", lead: str = "") -> Markup:
    """The wording of another fact; `lead` is what the template says just before it."""
    return _prose(context).mention(ident, attribute, lead=lead)


@pass_context
def prose(context: Context, text: str, own: Mapping[str, Any] | None = None) -> Markup:
    """A text of the plan with its references; `own` are references that mean something only here."""
    writer = _prose(context)
    return writer.expand(text, writer.path, own)


@pass_context
def first_time(context: Context, text: str) -> bool:
    """Whether the document asks about this text for the first time."""
    return _prose(context).new(text)


def _prose(context: Context) -> Prose:
    writer: Prose = context["_prose"]
    return writer


FILTERS: dict[str, Callable[..., Any]] = {
    "date_long": format_long,
    "date_short": format_short,
    "number": number,
    "count": format_count,
    "upper": keeping(upper_case),
    "sentence": keeping(sentence_case),
    "lower_first": keeping(lower_first),
    "shown": shown,
    "day": day,
    "after": after,
    "quoted": quoted,
    "filled": filled,
    "title_name": title_name,
    "type_name": type_name,
    "commemoration_name": commemoration_name,
    "anniversary": anniversary,
    "led": led,
    "continued": continued,
    "named_in": named_in,
    "conferred": conferred,
    "recognised": recognised,
    "mention": mention,
    "prose": prose,
    "first_time": first_time,
    "roman": roman,
    "letter": point_letter,
    "default": default,
    **LISTS,
    **ADMINISTRATIVE,
}
# What goes through its text more slowly than others do, so many times.
DEAR = {"ordered": 50, "prose": 5}
TESTS = ("defined", "undefined", "none", "string", "number", "sequence", "mapping", "in", "odd", "even")
