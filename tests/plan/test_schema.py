"""The published JSON Schemas are those of the models, and accept what people write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from thidua_cli.plan.schema import PUBLISHED, make_schema

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_committed_schema_is_fresh(name: str) -> None:
    assert json.loads(PUBLISHED[name].read_text("utf-8")) == make_schema(name)


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_key_is_described(name: str) -> None:
    schema = make_schema(name)
    bare = [
        f"{owner}.{key}"
        for owner, definition in [("", schema), *schema["$defs"].items()]
        for form in (definition, *definition.get("anyOf", ()))
        for key, value in form.get("properties", {}).items()
        if not value.get("description") and key != "kind"
    ]
    assert bare == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "plans").glob("*/plan.yaml")), ids=lambda path: path.parent.name
)
def test_the_campaigns_satisfy_the_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(make_schema("plan"))
    assert [error.message for error in validator.iter_errors(_data(path))] == []


def test_an_unknown_key_does_not() -> None:
    data = _data(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml") | {"muc_tieu": []}
    assert not jsonschema.Draft202012Validator(make_schema("plan")).is_valid(data)


def _data(path: Path) -> dict[str, Any]:
    """As an editor sees it: dates are text."""
    loaded = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return dict(json.loads(json.dumps(loaded, default=str)))
