"""A person whom a document names: who is in the chair, who attends, who signs."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import Text
from thidua_cli.vietnamese.people import parse_person

Salutation = Literal["Ông", "Bà", "Đồng chí"]


class Person(Shorthand):
    """Một người; viết gọn được bằng một dòng: Ông Nguyễn Văn An, Phó Giám đốc."""

    salutation: Salutation | None = Field(None, description="cách xưng hô: Ông, Bà")
    name: Text = Field(description="họ và tên")
    title: Text | None = Field(None, description="chức vụ, đơn vị, hoặc vai trò trong cuộc họp")
    note: Text | None = Field(None, description="ghi chú trong ngoặc: có lý do, dự thay")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = parse_person(value)
        return {key: text for key, text in found._asdict().items() if text} or {"name": value}
