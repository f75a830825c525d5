"""What templates get for an attribute or key that does not exist: an error that names those there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import StrictUndefined

from thidua_cli.vietnamese.text import nearest

NEAR = "\x00"  # between Jinja2's message and the nearest name
MOST_NAMED = 12


class Missing(StrictUndefined):
    """Raises UndefinedError once it is used.

    The message ends with NEAR and the nearest name, or with NEAR twice and the first of the names.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        message = super()._undefined_message
        names = readable_names(self._undefined_obj)
        near = nearest(str(self._undefined_name), names)
        if near:
            return f"{message}{NEAR}{near[0]}"
        more = ", …" if len(names) > MOST_NAMED else ""
        return f"{message}{NEAR}{NEAR}{', '.join(names[:MOST_NAMED])}{more}" if names else message


def readable_names(value: Any) -> list[str]:
    """The keys or attributes that a template can read of a value, in their own order."""
    if isinstance(value, Mapping):
        return [key for key in value if isinstance(key, str)]
    if is_dataclass(value):
        return [field.name for field in fields(value)]
    named: Any = getattr(type(value), "model_fields", None) or getattr(value, "_fields", ())
    return list(named)
