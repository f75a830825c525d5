"""The sections of a document: where new pages begin, which way they lie, where their numbers start."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_cli.document.components import Appendix, Closing, Enclosure, Letterhead, Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.document.blocks import Block


@dataclass(slots=True)
class Section:
    """Blocks on pages of one orientation; `restart`: their numbers begin with 1 again (III.1.đ)."""

    landscape: bool = False
    restart: bool = False
    blocks: list[Block] = field(default_factory=list)

    @property
    def addresses(self) -> list[str]:
        """The lines for the foot of its first page (III.4)."""
        return [block.address for block in self.blocks if isinstance(block, Letterhead) and block.address]


def sections_of(blocks: Sequence[Block]) -> list[Section]:
    """Blocks split before every appendix, every enclosure and every turn of the pages; at least one section.

    A turn to the way the pages lie already begins no section, nor does anything before the first words, nor
    a turn right before the signatures: nobody signs a page with nothing else on it.
    """
    made = [Section()]
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        last = made[-1]
        if isinstance(block, Appendix | Enclosure):
            landscape = isinstance(block, Appendix) and block.landscape
            following = Section(landscape, restart=True)
        elif _turns(block, last, after):
            # An annex that turns before its first words is the same annex.
            following = Section(not last.landscape, last.restart and not last.blocks)
        else:
            if not isinstance(block, Turn):
                last.blocks.append(block)
            continue
        if last.blocks:
            made.append(following)
        else:
            following.restart = following.restart and len(made) > 1
            made[-1] = following
        if isinstance(block, Appendix):
            made[-1].blocks.append(block)
    return made


def _turns(block: Block, section: Section, after: Block | None) -> bool:
    return isinstance(block, Turn) and block.landscape != section.landscape and not isinstance(after, Closing)
