"""A mapping that people may also write as one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import GetJsonSchemaHandler, model_validator

from thidua_cli.plan.values import Fact

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Shorthand(Fact):
    """A fact whose plain-text form fills one key: `- UBND tỉnh` is `- name: UBND tỉnh`."""

    shorthand: ClassVar[str] = "name"

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Both forms, for the editor; the shared definition itself, so that nested items take both too."""
        reference = handler(core)
        definition = handler.resolve_ref_schema(reference)
        mapping = dict(definition)
        definition.clear()
        definition["anyOf"] = [{"type": "string"}, mapping]
        return reference
