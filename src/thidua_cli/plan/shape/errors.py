"""Errors of shape, in the words of the plan: what is missing, unknown or of the wrong kind, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from thidua_cli.findings.finding import Finding, Fix
from thidua_cli.plan.shape.fields import examples_of, keys_of, meaning_of
from thidua_cli.plan.shape.keys import owner_of, resembling
from thidua_cli.plan.shape.place import Place, find_place
from thidua_cli.plan.shape.text import text_in_brackets
from thidua_cli.source.nodes import Scalar
from thidua_cli.source.text import excerpt
from thidua_cli.vietnamese.text import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel, ValidationError

    from thidua_cli.source.nodes import Node

OWN_ERROR = "td:"
# Messages put the first and the last of several words in quotes.
BETWEEN = "”, “"

_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_KINDS = {
    "list": "list tuple set frozen_set iterable",
    "mapping": "dict mapping model model_attributes dataclass",
    "text": "string string_sub",
    "boolean": "bool",
    "whole": "int",
    "number": "float decimal",
    "date": "date datetime time timezone",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_KIND_ENDING = re.compile(
    r"_(?:type|parsing|parsing_size|from_float|from_datetime_\w+|unicode|whole_digits)$"
)
_LIMITS = {
    "too_short": ("TD107", "items-min", "min_length"),
    "too_long": ("TD107", "items-max", "max_length"),
    "string_too_short": ("TD107", "text-min", "min_length"),
    "string_too_long": ("TD107", "text-max", "max_length"),
    "greater_than": ("TD108", "above", "gt"),
    "greater_than_equal": ("TD108", "at-least", "ge"),
    "less_than": ("TD108", "below", "lt"),
    "less_than_equal": ("TD108", "at-most", "le"),
    "multiple_of": ("TD108", "multiple", "multiple_of"),
}
# Where one value has several errors, the one that says most: the plan's own, then a list of what is allowed.
_WEIGHT = {"TD105": 1, "TD109": 2, "TD106": 3, "TD107": 3, "TD108": 3, "TD104": 4, "TD103": 5, "TD110": 6}


def shape_findings(error: ValidationError, root: Node, model: type[BaseModel]) -> list[Finding]:
    """Every error of a validation at its place in the file, in the order of the file."""
    found: list[tuple[Finding, Place]] = []
    for detail in error.errors(include_url=False, include_input=False):
        kind, context = detail["type"], detail.get("ctx", {})
        names_key = kind in ("missing", "extra_forbidden")
        path = (*detail["loc"], *context.get("at", ()))  # a model may tell of a place below it
        place = find_place(root, model, path[:-1] if names_key else path)
        key = str(detail["loc"][-1]) if names_key else kind
        explained = text_in_brackets(place, kind) or _EXPLANATIONS.get(kind, _other)(place, key, context)
        found.append((explained, place))
    return _merged(_without_misspelt(found))


def _without_misspelt(found: list[tuple[Finding, Place]]) -> list[Finding]:
    """A key that is only misspelt is not missing as well."""
    misspelt = {
        (place.node.start, name)
        for finding, place in found
        if finding.code == "TD102"
        for name in finding.values["nearest"].split(BETWEEN)
    }
    return [
        finding
        for finding, place in found
        if finding.code != "TD101" or (place.node.start, finding.values["key"]) not in misspelt
    ]


def _values(place: Place, **more: str) -> dict[str, str]:
    return {"key": place.name, "found": excerpt(place.written), **more}


def _missing(place: Place, key: str, context: Mapping[str, Any]) -> Finding:
    meaning = meaning_of(keys_of(place.choices).get(key))
    values = {"key": key, "meaning": meaning, "parent": place.name}
    return Finding("TD101", place.node.span, values, "meaning" if meaning else "")


def _unknown(place: Place, key: str, context: Mapping[str, Any]) -> Finding:
    allowed = list(keys_of(place.choices))
    variant, owner = owner_of(place, key)
    meant = [] if variant else resembling(key, allowed)
    values = {
        "key": key,
        "parent": place.name,
        "owner": owner,
        "nearest": BETWEEN.join(meant),
        "allowed": ", ".join(allowed),
    }
    span = place.key_span(key)
    fix = Fix(span, meant[0]) if len(meant) == 1 and not place.has(meant[0]) else None
    return Finding("TD102", span, values, variant or ("nearest" if meant else ""), fix=fix)


def _not_listed(place: Place, kind: str, context: Mapping[str, Any]) -> Finding:
    return _unlisted("TD105", place, str(context.get("expected", "")), place.written)


def _unlisted(code: str, place: Place, listed: str, text: str) -> Finding:
    allowed = [first or second for first, second in _QUOTED.findall(listed)]
    meant = nearest(text, allowed)
    span = place.node.span
    fix = Fix(span, meant[0]) if len(meant) == 1 and isinstance(place.node, Scalar) else None
    values = _values(place, allowed=", ".join(allowed), nearest=BETWEEN.join(meant))
    return Finding(code, span, values, "nearest" if meant else "", fix=fix)


def _unknown_form(place: Place, kind: str, context: Mapping[str, Any]) -> Finding:
    """The entry that says which form a value has is missing or wrong."""
    entry = str(context.get("discriminator", "")).strip("'")
    chooser = place.child(entry)
    if chooser is not None:
        return _unlisted("TD105", chooser, str(context.get("expected_tags", "")), chooser.written)
    allowed = sorted(tag for choice in place.choices for tag in choice.tags)
    if entry in keys_of(place.choices):
        meaning = meaning_of(keys_of(place.choices).get(entry))
        values = {"key": entry, "meaning": meaning, "parent": place.name, "allowed": ", ".join(allowed)}
        return Finding("TD101", place.node.span, values, "chooser")
    return Finding("TD109", place.node.span, _values(place))


def _limit(place: Place, kind: str, context: Mapping[str, Any]) -> Finding:
    code, variant, bound = _LIMITS[kind]
    if kind == "string_too_short" and not place.written:
        return Finding("TD104", place.node.span, _values(place), "text")
    return Finding(code, place.node.span, _values(place, bound=str(context.get(bound, ""))), variant)


def _other(place: Place, kind: str, context: Mapping[str, Any]) -> Finding:
    if kind.startswith(OWN_ERROR):
        return _own(place, kind, context)
    wanted = _KIND_OF.get(_KIND_ENDING.sub("", kind)) if _KIND_ENDING.search(kind) else None
    examples = examples_of(place.field)
    values = _values(place, meaning=meaning_of(place.field), examples=", ".join(examples))
    if wanted is None:
        code = "TD106" if kind == "string_pattern_mismatch" else "TD110"
        return Finding(code, place.node.span, values, "examples" if examples else "")
    empty = isinstance(place.node, Scalar) and (place.node.is_null or not place.node.text)
    return Finding("TD104" if empty else "TD103", place.node.span, values, wanted if place.name else "root")


def _own(place: Place, kind: str, context: Mapping[str, Any]) -> Finding:
    """An error of the plan's own parsers: `td:<code>` or `td:<code>:<variant>`."""
    _, code, variant = [*kind.split(":", 2), ""][:3]
    values = {**_values(place), **{name: str(value) for name, value in context.items()}}
    span, meant = place.node.span, values.get("suggestion", "")
    if meant and variant == "malformed":
        variant = "near"
    return Finding(code, span, values, variant, fix=Fix(span, meant) if meant else None)


def _merged(found: list[Finding]) -> list[Finding]:
    """In the order of the file; of several errors on one value, only those that say most."""
    by_span: dict[Any, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding not in by_span[finding.span]:
            by_span[finding.span].append(finding)
    kept: list[Finding] = []
    for span in sorted(by_span, key=lambda span: (span.line, span.column)):
        keys = [one for one in by_span[span] if one.code in ("TD101", "TD102")]
        values = [one for one in by_span[span] if one.code not in ("TD101", "TD102")]
        best = min((_WEIGHT.get(one.code, 0) for one in values), default=0)
        chosen = [one for one in values if _WEIGHT.get(one.code, 0) == best]
        kept += keys + (chosen if best == 0 else chosen[:1])
    return kept


_EXPLANATIONS: dict[str, Callable[[Place, str, Mapping[str, Any]], Finding]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_listed,
    "enum": _not_listed,
    "union_tag_invalid": _unknown_form,
    "union_tag_not_found": _unknown_form,
    **dict.fromkeys(_LIMITS, _limit),
}
