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

Numbering = Literal[
    "part", "chapter", "section", "subsection", "article",
    "roman", "arabic", "decimal", "letter", "dash", "plus", "none",
]  # fmt: skip


class Block(Shorthand):
    """Một mục của nội dung: đề mục, đoạn văn, bảng, hoặc các dữ kiện nêu theo mã.

    Trong `text`, `{ma}` là câu của dữ kiện có mã đó, `{ma.value}` là một thuộc tính của nó.
    """

    shorthand: ClassVar[str] = "text"
    heading: Text | None = Field(None, description="đề mục")
    text: Text | None = Field(None, description="đoạn văn; {ma} để chèn dữ kiện")
    facts: list[Identifier] = Field([], description="mã các dữ kiện, mỗi dữ kiện thành một mục con")
    table: Identifier | None = Field(
        None, description="mã của bảng hoặc cuộc bỏ phiếu, in thành bảng ngay sau đoạn văn"
    )
    numbering: Numbering | None = Field(
        None,
        description="cách đánh số các mục con: part Phần I, chapter Chương I, section Mục 1, "
        "subsection Tiểu mục 1, article Điều 1, roman I., arabic 1., decimal 1.1., letter a), dash -, plus +",
    )
    items: list[Block] = Field([], description="các mục con")

    @model_validator(mode="after")
    def _not_empty(self) -> Block:
        if not (self.heading or self.text or self.facts or self.table or self.items):
            raise PydanticCustomError("td:TD129", "an empty block")
        return self

    @property
    def is_level(self) -> bool:
        """Whether its children are numbered below it, and not as those of its parent."""
        return bool(self.heading or self.text or self.numbering)


class Entry(NamedTuple):
    """What stands in its place of the body: a block, or a fact by its id.

    `numbered` is false for a block without words of its own: it bears no number.
    """

    block: Block | None
    fact: str
    path: Path
    numbered: bool = True


def entries_of(blocks: list[Block], path: Path) -> Iterator[Entry]:
    """Blocks as they are numbered: one without words of its own gives its children to its parent."""
    for index, block in enumerate(blocks):
        here = (*path, index)
        if block.is_level or block.table:
            yield Entry(block, "", here, numbered=bool(block.heading or block.text))
        if not block.is_level:
            yield from entries_below(block, here)


def entries_below(block: Block, path: Path) -> Iterator[Entry]:
    """The facts, then the items of a block, as they are numbered below it."""
    for index, fact in enumerate(block.facts):
        yield Entry(None, fact, (*path, "facts", index))
    yield from entries_of(block.items, (*path, "items"))
