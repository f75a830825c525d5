"""What the models allow at a place of the file: keys, their meaning, and the forms of a value."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Discriminator, Tag, WithJsonSchema
from pydantic.fields import FieldInfo

from thidua_cli.plan.values import ReadBy
from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """A model that may stand at a place, with the names (`tags`) that choose it among others."""

    model: type[BaseModel]
    tags: frozenset[str] = frozenset()


@cache
def key_synonyms() -> Mapping[str, Sequence[str]]:
    """Vietnamese and other ways to name a key, without marks and with `_`, to the keys they may mean."""
    names: Mapping[str, Sequence[str]] = compiled_words(__file__)["key_synonyms"]
    return names


def keys_of(choices: Sequence[Choice]) -> dict[str, FieldInfo]:
    """The keys that may be written, in the order of the models."""
    keys: dict[str, FieldInfo] = {}
    for choice in choices:
        for name, field in choice.model.model_fields.items():
            alias = field.validation_alias if isinstance(field.validation_alias, str) else field.alias
            keys.setdefault(alias or name, field)
    return keys


def _schemas(metadata: Iterable[object], annotation: Any) -> Iterator[dict[str, Any]]:
    """The parts of JSON Schema that a field's type carries, also inside `X | None`."""
    yield from (
        item.json_schema
        for item in metadata
        if isinstance(item, WithJsonSchema | ReadBy) and item.json_schema
    )
    for argument in get_args(annotation):
        if get_origin(argument) is Annotated:
            inner, *below = get_args(argument)
            yield from _schemas(below, inner)


def _said(field: FieldInfo, part: str) -> Any:
    return next(
        (schema[part] for schema in _schemas(field.metadata, field.annotation) if part in schema), None
    )


def meaning_of(field: FieldInfo | None) -> str:
    """What a key means, in the words of the model; empty where it says nothing."""
    if field is None:
        return ""
    return field.description or str(_said(field, "description") or "")


def examples_of(field: FieldInfo | None) -> list[str]:
    """Values as they may be written."""
    if field is None:
        return []
    return [str(example) for example in field.examples or _said(field, "examples") or []]


def choices_of(field: FieldInfo) -> list[Choice]:
    """The models that a field leads to, through lists, dictionaries and unions."""
    return list(_models(field.annotation, _Chosen(field.discriminator)))


def is_list(field: FieldInfo) -> bool:
    """Whether the field takes several values."""
    return any(get_origin(part) in (list, dict) for part in (field.annotation, *get_args(field.annotation)))


def is_tagged(field: FieldInfo) -> bool:
    """Whether the value's form is chosen by a tag, which pydantic then puts in its paths."""
    return field.discriminator is not None or _has_discriminator(field.annotation)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """How the models below an annotation are told apart."""

    discriminator: str | Discriminator | None = None
    tag: str | None = None


def _models(annotation: Any, chosen: _Chosen) -> Iterator[Choice]:
    origin = get_origin(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield Choice(annotation, _tags(annotation, chosen))
    elif origin is Annotated:
        inner, *metadata = get_args(annotation)
        yield from _models(inner, _refined(chosen, metadata))
    elif origin is not None and origin is not Literal:
        for argument in get_args(annotation):
            yield from _models(argument, chosen)


def _refined(chosen: _Chosen, metadata: list[Any]) -> _Chosen:
    for item in metadata:
        if isinstance(item, Tag):
            chosen = _Chosen(chosen.discriminator, item.tag)
        elif isinstance(item, Discriminator):
            chosen = _Chosen(item.discriminator if isinstance(item.discriminator, str) else item, chosen.tag)
        elif isinstance(item, FieldInfo) and item.discriminator is not None:
            chosen = _Chosen(item.discriminator, chosen.tag)
    return chosen


def _tags(model: type[BaseModel], chosen: _Chosen) -> frozenset[str]:
    if chosen.tag is not None:
        return frozenset({chosen.tag})
    if isinstance(chosen.discriminator, str):
        field = keys_of([Choice(model)]).get(chosen.discriminator) or model.model_fields.get(
            chosen.discriminator
        )
        return frozenset(str(value) for value in get_args(field.annotation)) if field else frozenset()
    return frozenset()


def _has_discriminator(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return _refined(_Chosen(), metadata).discriminator is not None or _has_discriminator(inner)
    if origin in (Union, types.UnionType, list, tuple, dict, set, frozenset):
        return any(_has_discriminator(argument) for argument in get_args(annotation))
    return False
