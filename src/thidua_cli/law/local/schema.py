"""The JSON Schemas of packs and of case files, for completion in an editor (Draft 2020-12).

They are made from the tables that the readers go by: the keys, the kinds, the facts, the titles.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.expressions.facts import head_counts
from thidua_cli.law.local.cases import CASE_KEYS
from thidua_cli.law.local.criteria_reading import criterion_names
from thidua_cli.law.local.facts_reading import HOLDERS
from thidua_cli.law.local.fields import IDENTIFIER
from thidua_cli.law.local.number_reading import NUMBER_KEYS, RULE_KEYS
from thidua_cli.law.local.pack import LEVELS
from thidua_cli.law.local.rule_reading import CONDITION
from thidua_cli.law.registers.facts import fact_kinds, scales
from thidua_cli.law.registers.titles import titles
from thidua_cli.law.rulings.rules import Kind, Rounding, Subject, rules
from thidua_cli.vietnamese.compiled_words import compiled_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED = {name: Path(__file__).with_name(f"{name}.schema.json") for name in ("pack", "cases")}

Schema: TypeAlias = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]"}
_OPEN_DAY: Schema = {"type": ["string", "null"]}
_FLAG: Schema = {"type": "boolean"}
_VALUE: Schema = {"type": ["string", "integer"]}
_DOCUMENT: dict[str, Schema] = {
    "symbol": _TEXT,
    "date": _OPEN_DAY,
    "issuer": _TEXT,
    "title": _TEXT,
    "from": _DAY,
    "to": _OPEN_DAY,
}


def make_schema(name: str) -> dict[str, Any]:
    """The schema of `pack` or `cases`."""
    words: Mapping[str, str] = compiled_words(__file__)
    made = _pack(words) if name == "pack" else _cases(words)
    return {"$schema": DRAFT, "title": words[name], **made}


def _pack(words: Mapping[str, str]) -> dict[str, Any]:
    head = {"name": _identifier(), "level": _one_of(LEVELS), "authority": _TEXT}
    pack = {
        "pack": _group("head", head, head, words),
        "documents": _named(_group("document", _DOCUMENT, set(_DOCUMENT) - {"to"}, words)),
        "rules": _named(_rule(words)),
    }
    return _group("pack", pack, pack, words)


def _rule(words: Mapping[str, str]) -> dict[str, Any]:
    flags = [kind.id for kind in fact_kinds().values() if kind.type == "flag"]
    known = {
        "name": _TEXT,
        "over": _one_of(rules()),
        "adopts": _one_of(rules()),
        "kind": _one_of((*Kind, CONDITION)),
        "title": _one_of(titles()),
        "numerator": _one_of((*head_counts(), *flags)),
        "base": _one_of(head_counts()),
        "subject": _one_of(Subject),
        "requires": _TEXT,
        "message": _TEXT,
        "message_en": _TEXT,
        "numbers": {"type": "array", "minItems": 1, "items": _number(words)},
    }
    made = _group("rule", {key: known[key] for key in RULE_KEYS}, ("name", "numbers"), words)
    return made | {"oneOf": [{"required": [form]} for form in ("over", "adopts", "kind")]}


def _number(words: Mapping[str, str]) -> dict[str, Any]:
    by = {kind.id: list(scales()[kind.type]) for kind in fact_kinds().values() if kind.type in scales()}
    cases: dict[str, Any] = {
        fact: {"enum": steps, "description": fact_kinds()[fact].name} for fact, steps in by.items()
    }
    row = {
        "type": "object",
        "additionalProperties": False,
        "required": ["value"],
        "properties": cases | {"value": {**_VALUE, "description": words["row.value"]}},
    }
    known = {
        "from": _DAY,
        "to": _OPEN_DAY,
        "value": _VALUE,
        "value_by": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _one_of(by)},
        "rows": {"type": "array", "minItems": 1, "items": row},
        "criteria": {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": _one_of(criterion_names()),
        },
        "reading": _TEXT,
        "strict": _FLAG,
        "rounding": _one_of(Rounding),
        "at_least_one": _FLAG,
        "document": _identifier(),
        "at": _TEXT,
        "quote": _TEXT,
        "checked": _DAY,
    }
    required = ("from", "document", "at", "checked")
    made = _group("number", {key: known[key] for key in NUMBER_KEYS}, required, words)
    return made | {"dependentRequired": {"value_by": ["rows"], "rows": ["value_by"]}}


def _cases(words: Mapping[str, str]) -> dict[str, Any]:
    listed = {"type": "array", "items": _case(words)}
    file = _group("file", {"rule": _TEXT, "cases": listed}, ("cases",), words)
    return {"anyOf": [listed, file]}


def _case(words: Mapping[str, str]) -> dict[str, Any]:
    facts = {kind.id: {**_fact(kind.type), "description": kind.name} for kind in fact_kinds().values()}
    year = {"titles": _fact("titles"), "rating": _fact("rating")}
    known = {
        "name": _TEXT,
        "as_of": _DAY,
        "holder": _one_of(HOLDERS),
        "facts": {"type": "object", "additionalProperties": False, "properties": facts},
        "history": {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {"^[12][0-9]{3}$": _group("year", year, (), words)},
        },
        "verdict": _one_of(Ruling),
        "reason": _TEXT,
        "trace": {"type": ["string", "array"], "items": {"type": "string"}},
        "together": _one_of(Ruling),
    }
    made = _group("case", {key: known[key] for key in CASE_KEYS}, ("name", "as_of"), words)
    return made | {"anyOf": [{"required": [key]} for key in ("verdict", "reason", "trace", "together")]}


def _fact(kind: str) -> dict[str, Any]:
    plain: dict[str, dict[str, Any]] = {
        "count": {"type": "integer", "minimum": 0},
        "year": {"type": "integer", "minimum": 0},
        "flag": _FLAG,
        "day": _DAY,
        "titles": {"type": ["array", "null"], "items": _one_of(titles())},
        "word": _TEXT,
    }
    return plain[kind] if kind in plain else _one_of(scales()[kind])


def _group(
    name: str, keys: Mapping[str, Mapping[str, Any]], required: Iterable[str], words: Mapping[str, str]
) -> dict[str, Any]:
    """A group of keys, each with what it means."""
    properties = {key: {**value, "description": words[f"{name}.{key}"]} for key, value in keys.items()}
    must = [key for key in keys if key in required]
    made = {"type": "object", "additionalProperties": False, "properties": properties}
    return made | ({"required": must} if must else {})


def _named(item: dict[str, Any]) -> dict[str, Any]:
    """Groups under names of the user's own."""
    return {"type": "object", "propertyNames": _identifier(), "additionalProperties": item}


def _identifier() -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{IDENTIFIER.pattern}$"}


def _one_of(words: Iterable[str]) -> dict[str, Any]:
    return {"enum": [str(word) for word in words]}
