"""The body in the document's own order: prose, and references to the facts."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import Identifier, Text

Numbering = Literal["roman", "arabic", "decimal", "letter", "dash", "plus", "none"]


class Block(Shorthand):
    """Một mục của nội dung: đề mục, đoạn văn, hoặc các dữ kiện nêu theo mã.

    Trong `text`, `{ma}` là câu của dữ kiện có mã đó, `{ma.value}` là một thuộc tính của nó.
    """

    shorthand: ClassVar[str] = "text"
    heading: Text | None = Field(None, description="đề mục")
    text: Text | None = Field(None, description="đoạn văn; {ma} để chèn dữ kiện")
    facts: list[Identifier] = Field([], description="mã các dữ kiện, mỗi dữ kiện thành một mục con")
    numbering: Numbering | None = Field(None, description="cách đánh số các mục con")
    items: list[Block] = Field([], description="các mục con")

    @model_validator(mode="after")
    def _not_empty(self) -> Block:
        if not (self.heading or self.text or self.facts or self.items):
            raise PydanticCustomError("td:TD129", "an empty block")
        return self
