"""The running text of a plan, with the place of every passage and of what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.plan.plan import bodies, walk_blocks
from thidua_cli.plan.references import BRACES
from thidua_cli.source.nodes import node_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.findings.span import Span
    from thidua_cli.plan.loading import Loaded
    from thidua_cli.plan.outline import Block
    from thidua_cli.source.nodes import Path

# Text fields of facts that hold running text; the rest are names, symbols and ids.
FACT_PROSE = {
    "basis": ("subject", "title"),
    "citations": ("subject", "title"),
    "phases": ("theme", "goal"),
    "targets": ("threshold", "wording"),
    "activities": ("name", "contingency"),
    "contributions": ("who", "purpose"),
    "registration": ("what", "consequence"),
    "milestones": ("name",),
    "assignments": ("task",),
}


class Passage(NamedTuple):
    """A running text and its path."""

    path: Path
    text: str


class Reference(NamedTuple):
    """`{id}` or `{id.attribute}` in a passage: `text[start:end]`, braces included."""

    passage: Passage
    ident: str
    attribute: str
    start: int
    end: int

    @property
    def written(self) -> str:
        """The reference as it stands in the passage."""
        return self.passage.text[self.start : self.end]


def block_passages(loaded: Loaded) -> Iterator[Passage]:
    """The headings and texts of the document and of what comes with it."""
    for path, block in blocks(loaded):
        yield from passages_of(path, block)


def blocks(loaded: Loaded) -> Iterator[tuple[Path, Block]]:
    """Every block of the document and of what comes with it, with its path."""
    for path, part in bodies(loaded.plan):
        yield from walk_blocks(part, path)


def passages_of(path: Path, block: Block) -> Iterator[Passage]:
    """The heading and the text of one block."""
    if block.heading:
        yield Passage((*path, "heading"), block.heading)
    if block.text:
        yield Passage((*path, "text"), block.text)


def fact_passages(loaded: Loaded) -> Iterator[Passage]:
    """The running text of the facts."""
    for section, keys in FACT_PROSE.items():
        for index, fact in enumerate(getattr(loaded.plan, section)):
            for key in keys:
                if text := getattr(fact, key):
                    yield Passage((section, index, key), text)


def references(passage: Passage) -> Iterator[Reference]:
    """Every reference in a passage, the ill-formed ones too."""
    for found in BRACES.finditer(passage.text):
        ident, _, attribute = found[1].strip().partition(".")
        yield Reference(passage, ident, attribute, found.start(), found.end())


def span_in(loaded: Loaded, passage: Passage, start: int, end: int) -> Span:
    """Where `text[start:end]` of a passage stands in the file, also where the same words come before it."""
    path, text = passage.path, passage.text
    if node_at(loaded.root, path) is None:
        # A block written as plain text is the value itself.
        path = path[:-1]
    return loaded.stretch(path, text, start, end)


def span_of(loaded: Loaded, reference: Reference) -> Span:
    """Where a reference stands in the file, braces included."""
    return span_in(loaded, reference.passage, reference.start, reference.end)
