"""Which level a heading has in a form that knows six: the title first, and no level left out below it."""

from __future__ import annotations

from thidua_cli.document.blocks import Article, Division, Heading

TITLE, ANNEX = 0, 1
ARTICLE = 6
DEEPEST = 6
# NĐ 30/2020, Phụ lục I, II.6.đ: what may stand within what.
DIVISIONS = {"phan": 2, "chuong": 3, "muc": 4, "tieu-muc": 5}


class Outline:
    """The headings that are open at a place of the document."""

    def __init__(self) -> None:
        self._open: list[int] = []

    @property
    def begun(self) -> bool:
        """Whether there was a heading yet."""
        return bool(self._open)

    def level(self, rank: int) -> int:
        """The level (1 to 6) of a heading of this rank, which is open from here on."""
        while self._open and self._open[-1] >= rank:
            self._open.pop()
        self._open.append(rank)
        return min(len(self._open), DEEPEST)

    def title(self) -> int:
        """The level of a title: 1 for the document's own, 2 for what comes with it."""
        return self.level(ANNEX if self.begun else TITLE)

    def of(self, block: Heading | Division | Article) -> int:
        """The level of a heading of the body."""
        if isinstance(block, Division):
            return self.level(DIVISIONS[block.level])
        return self.level(ARTICLE + (block.level if isinstance(block, Heading) else 0))
