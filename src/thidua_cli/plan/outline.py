"""The body in the document's own order: prose, and references to the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import Identifier, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.source.nodes import Path

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


class Entry(NamedTuple):
    """What bears one number: a block, or a fact by its id."""

    block: Block | None
    fact: str
    path: Path


def entries_of(blocks: list[Block], path: Path) -> Iterator[Entry]:
    """Blocks as they are numbered: one without words of its own gives its children to its parent."""
    for index, block in enumerate(blocks):
        here = (*path, index)
        if block.heading or block.text or block.numbering:
            yield Entry(block, "", here)
        else:
            yield from entries_below(block, here)


def entries_below(block: Block, path: Path) -> Iterator[Entry]:
    """The facts, then the items of a block, as they are numbered below it."""
    for index, fact in enumerate(block.facts):
        yield Entry(None, fact, (*path, "facts", index))
    yield from entries_of(block.items, (*path, "items"))
