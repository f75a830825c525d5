"""The JSON Schema of the plan language, for completion and descriptions in an editor (Draft 2020-12)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED = {
    "plan": Path(__file__).with_name("plan.schema.json"),
    "criteria": Path(__file__).with_name("criteria.schema.json"),
}


def make_schema(name: str) -> dict[str, Any]:
    """The schema of `plan` or `criteria`, made from the models."""
    from thidua_cli.plan.criteria.table import Criteria
    from thidua_cli.plan.plan import Plan

    models: dict[str, type[BaseModel]] = {"plan": Plan, "criteria": Criteria}
    schema = models[name].model_json_schema(by_alias=True, mode="validation")
    title = {"plan": "Kế hoạch thi đua (thidua 1)", "criteria": "Bảng tiêu chí chấm điểm (thidua 1)"}[name]
    without_titles: dict[str, Any] = _without_titles(schema)
    return {"$schema": DRAFT, "title": title} | without_titles


def _without_titles(value: Any) -> Any:
    """Drop the titles that the library derives from English names; descriptions are what people read."""
    if isinstance(value, dict):
        return {
            key: {name: _without_titles(item) for name, item in child.items()}
            if key in {"properties", "$defs"}
            else _without_titles(child)
            for key, child in value.items()
            if key != "title" or not isinstance(child, str)
        }
    if isinstance(value, list):
        return [_without_titles(item) for item in value]
    return value
