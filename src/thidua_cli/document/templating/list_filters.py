"""Filters over lists of values: joined, ordered, chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from thidua_cli.document.templating.printing import shown
from thidua_cli.document.templating.sandbox import joined
from thidua_cli.vietnamese.collation import collation_key


def join(values: Iterable[Any], between: str = "", final: str | None = None) -> Any:
    """Values with `between` between them, and `final` before the last one: `a, b và c`."""
    items = list(values)
    parts: list[Any] = []
    for position, item in enumerate(items):
        if position:
            parts.append(final if final is not None and position == len(items) - 1 else between)
        parts.append(item)
    return joined(*parts)


def ordered(values: Iterable[Any], attribute: str = "") -> list[Any]:
    """Values in Vietnamese dictionary order, of themselves or of one attribute."""
    return sorted(
        values, key=lambda value: collation_key(shown(_get(value, attribute) if attribute else value))
    )


def only(values: Iterable[Any], attribute: str, wanted: Any = None) -> list[Any]:
    """The values whose attribute is the wanted one, or is not empty where none is named."""
    found = ((value, _get(value, attribute)) for value in values)
    return [value for value, own in found if (bool(own) if wanted is None else own == wanted)]


def _get(value: Any, attribute: str) -> Any:
    if attribute.startswith("_"):
        return None
    return value.get(attribute) if isinstance(value, Mapping) else getattr(value, attribute, None)


def first(values: Sequence[Any]) -> Any:
    """The first value, or nothing."""
    return values[0] if values else None


def last(values: Sequence[Any]) -> Any:
    """The last value, or nothing."""
    return values[-1] if values else None


LISTS: dict[str, Callable[..., Any]] = {
    "join": join,
    "ordered": ordered,
    "only": only,
    "first": first,
    "last": last,
    "length": len,
}
