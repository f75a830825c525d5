"""The list of everything that templates have at hand for one plan, made from the values that they get."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from thidua_cli.document.blocks import plain
from thidua_cli.document.context.words import said, words
from thidua_cli.document.markup.inline import inline
from thidua_cli.document.office.fields import Blocks
from thidua_cli.document.templating.filters import FILTERS, TESTS
from thidua_cli.document.templating.missing import readable_names
from thidua_cli.document.templating.printing import shown
from thidua_cli.document.templating.sandbox import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD, DOCUMENT, PLAN, WORDINGS = "word", "document", "plan", "wordings"
DEEPEST = 6
LOOP = "loop"


class Entry(NamedTuple):
    """What a template can write, what it means, and what it is for this plan; empty where it has no value."""

    name: str
    about: str
    value: str = ""


class Group(NamedTuple):
    """Entries of one kind; `id` is a key of `words()["groups"]`."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def listing(values: Mapping[str, Any], office: Mapping[str, Any], lang: str) -> tuple[Group, ...]:
    """What Word files name, filters, every other name with its value, tests, functions; explained in `lang`.

    `values` are those of text templates, `office` the names that Word files have beside them.
    """
    walker = _Walker(lang)
    known = words()["names"]
    groups: dict[str, list[Entry]] = {
        WORD: [],
        "filters": _table("filters", FILTERS, lang),
        DOCUMENT: [],
        PLAN: [],
    }
    for name, value in office.items():
        groups[WORD] += walker.entries(name, value, said(known[WORD].get(name), lang), 1)
    for name, value in values.items():
        if not name.startswith("_"):
            group = PLAN if name in known[PLAN] else DOCUMENT
            groups[group] += walker.entries(name, value, said(known[group].get(name), lang), DEEPEST)
    groups[WORDINGS] = [Entry(name, said(entry, lang)) for name, entry in known[WORDINGS].items()]
    for kind, names in (("tests", TESTS), ("functions", (*FUNCTIONS, LOOP))):
        groups[kind] = _table(kind, names, lang)
    titles = words()["groups"]
    return tuple(Group(ident, said(titles[ident], lang), tuple(made)) for ident, made in groups.items())


def _table(kind: str, names: Iterable[str], lang: str) -> list[Entry]:
    return [_explained(words()[kind].get(name), name, lang) for name in names]


def _explained(entry: Mapping[str, Any] | None, name: str, lang: str) -> Entry:
    example = entry.get("example") if entry else None
    return Entry(name, said(entry, lang), f"{{{{ {example[0]} }}}} → {example[1]}" if example else "")


class _Walker(NamedTuple):
    """Goes through values; of a list, the first item stands for all."""

    lang: str

    def entries(self, name: str, value: Any, about: str, depth: int) -> Iterator[Entry]:
        """A name and, so many levels deep, the names of what it holds."""
        yield Entry(name, about, self._print(value))
        if depth == 0 or isinstance(value, str | Blocks):
            return
        if isinstance(value, Mapping):
            for key, item in value.items():
                yield from self.entries(f'{name}["{key}"]', item, _kind(item) or about, 0)
        elif _is_list(value):
            if value and readable_names(value[0]):
                yield from self._attributes(f"{name}[0]", value[0], depth)
        elif self._print(value) == "":
            yield from self._attributes(name, value, depth)

    def _attributes(self, name: str, value: Any, depth: int) -> Iterator[Entry]:
        for attribute in readable_names(value):
            about = _about(value, attribute, self.lang)
            yield from self.entries(f"{name}.{attribute}", getattr(value, attribute), about, depth - 1)

    def _print(self, value: Any) -> str:
        """A value in print; of what has none, how much there is of it."""
        counts = words()["values"]
        if isinstance(value, bool):
            return said(counts[str(value).lower()], self.lang)
        if isinstance(value, Markup):
            return plain(inline(value))
        if _is_list(value) and value and all(isinstance(item, str) for item in value):
            return ", ".join(map(self._print, value))
        if isinstance(value, Blocks):
            return said(counts["paragraphs"], self.lang).format(count=len(value.blocks))
        if isinstance(value, Set):
            return ", ".join(sorted(map(str, value)))
        if hasattr(value, "_fields"):
            return ""
        try:
            return shown(value)
        except TypeError:
            counted = isinstance(value, Mapping) or _is_list(value)
            return said(counts["items"], self.lang).format(count=len(value)) if counted else ""


def _is_list(value: Any) -> bool:
    """Whether it is a list of things, not a thing with names."""
    return isinstance(value, list | tuple) and not hasattr(value, "_fields")


def _kind(value: Any) -> str:
    """What a fact of the plan is: the first line of its model's description."""
    return (type(value).__doc__ or "").partition("\n")[0].rstrip(".") if readable_names(value) else ""


def _about(value: Any, attribute: str, lang: str) -> str:
    """What an attribute means: the plan's own are explained by its language, in Vietnamese."""
    entry = words()["attributes"].get(type(value).__name__, {}).get(attribute)
    if entry:
        return said(entry, lang)
    field: Any = getattr(type(value), "model_fields", {}).get(attribute)
    return str(field.description or "") if field else ""
