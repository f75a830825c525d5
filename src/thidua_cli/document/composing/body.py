"""The body as lines ready for a template: headings, articles, paragraphs, list items and tables, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from thidua_cli.document.composing.numbering import (
    ARTICLE,
    BULLETS,
    DIVISIONS,
    HEADING_LEVELS,
    LISTED,
    RUNNING,
    SIGNS,
    default_numbering,
    number_of,
    top_numbering,
)
from thidua_cli.document.composing.typed_numbers import without_typed_number
from thidua_cli.plan.outline import Entry, entries_below, entries_of
from thidua_cli.vietnamese.text import nearest, sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua_cli.document.composing.prose import Prose
    from thidua_cli.plan.data_tables.printed import PrintedTable
    from thidua_cli.plan.outline import Block, Numbering
    from thidua_cli.source.nodes import Path

PUNCTUATION = tuple(".;:,!?…")
TITLED, UNTITLED = "titled", "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body: a paragraph, unless one of the fields after `number` says more.

    `level`: heading 1-3; `bullet`: 1 or 2; `division`: `part`, `chapter`, `section` or `subsection`;
    `article`: `titled` or `text`; `table`: a table, whose text is empty.
    """

    text: Markup
    number: str = ""
    level: int = 0
    bullet: int = 0
    division: str = ""
    article: str = ""
    table: PrintedTable | None = None


@dataclass
class Body:
    """Makes the lines of one document out of its blocks; articles and chapters are counted through it."""

    prose: Prose
    tables: Mapping[str, PrintedTable]
    counted: dict[str, int] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles there are so far."""
        return self.counted.get(ARTICLE, 0)

    def lines(
        self, blocks: list[Block], path: Path, kind: str = "", numbering: Numbering | None = None
    ) -> list[Line]:
        """The lines of a list of blocks, numbered as the author says, else by the type of document."""
        entries = list(entries_of(blocks, path))
        return list(self._lines(entries, numbering or top_numbering(kind, headed=_headed(entries)), ""))

    def _lines(
        self,
        entries: list[Entry],
        numbering: Numbering,
        above: str,
        *,
        in_article: bool = False,
        sole: bool = False,
    ) -> Iterator[Line]:
        in_article = in_article or numbering == ARTICLE
        position = self.counted.get(numbering, 0) if numbering in RUNNING else 0
        for place, entry in enumerate(entries, 1):
            position += entry.numbered
            if numbering in RUNNING:
                self.counted[numbering] = position
            number = number_of(numbering, position, above) if entry.numbered else above
            if sole:
                number = ""
            if entry.block is None:
                yield self._fact(entry, numbering, number, last=place == len(entries))
            else:
                yield from self._block(entry.block, entry.path, numbering, number, in_article)
                position = max(position, self.counted.get(numbering, 0))

    def _fact(self, entry: Entry, numbering: Numbering, number: str, *, last: bool) -> Line:
        self.prose.path = entry.path
        text = self.prose.mention(entry.fact, alone=True)
        listed = numbering in BULLETS and not last
        return _line(_ended(_capital(text), ";" if listed else "."), numbering, number)

    def _block(
        self, block: Block, path: Path, numbering: Numbering, number: str, in_article: bool
    ) -> Iterator[Line]:
        children = list(entries_below(block, path)) if block.is_level else []
        follows = bool(children or block.table)
        shown = SIGNS.get(numbering, number)
        if block.heading:
            text = self._expanded(block.heading, (*path, "heading"), shown)
            yield _heading(text, numbering, number, more=follows or bool(block.text))
        if block.text:
            expanded = self._expanded(block.text, (*path, "text"), "" if block.heading else shown)
            text = _ended(expanded, ":" if follows else ".")
            yield Line(text) if block.heading else _line(text, numbering, number)
        if block.table:
            yield from self._table(block.table, (*path, "table"))
        headed = _headed(children)
        below = block.numbering or default_numbering(numbering, headed=headed, in_article=in_article)
        sole = block.numbering is None and below in LISTED and _is_sole(children)
        yield from self._lines(children, below, number, in_article=in_article, sole=sole)

    def _table(self, ident: str, path: Path) -> Iterator[Line]:
        """The table of an id; one that is declared but cannot be read has been told of."""
        if table := self.tables.get(ident):
            yield Line(Markup(), table=table)
        elif ident not in self.prose.facts:
            near = next(iter(nearest(ident, self.tables)), "")
            self.prose.path = path
            self.prose.report("TD611", ident, {"name": ident, "near": near}, "near" if near else "")

    def _expanded(self, text: str, path: Path, number: str) -> Markup:
        """A text of the author as markup, without the number typed before it; another one is reported."""
        words, other = without_typed_number(text, number)
        if other:
            self.prose.path = path
            self.prose.report("TD615", other, {"typed": other, "number": number}, "")
        return self.prose.expand(words, path)


def _headed(entries: list[Entry]) -> bool:
    return any(entry.block and entry.block.heading for entry in entries)


def _is_sole(entries: list[Entry]) -> bool:
    """Whether they are one item without a heading, which needs no number to be told from others."""
    return sum(entry.numbered for entry in entries) == 1 and not _headed(entries)


def _heading(text: Markup, numbering: Numbering, number: str, *, more: bool) -> Line:
    """A heading of its numbering; where that has none, a bold line that leads to `more`."""
    if numbering in DIVISIONS:
        return Line(text, number, division=numbering)
    if numbering == ARTICLE:
        return Line(text, number, article=TITLED)
    if level := HEADING_LEVELS.get(numbering, 0):
        return Line(text, number, level=level)
    bold = Markup("**{}**").format(text)
    return _line(_ended(bold, ":") if more else bold, numbering, number)


def _line(text: Markup, numbering: Numbering, number: str) -> Line:
    if numbering == ARTICLE:
        return Line(text, number, article=UNTITLED)
    return Line(text, number, bullet=BULLETS.get(numbering, 0))


def _capital(text: Markup) -> Markup:
    return Markup(sentence_case(str(text)))  # noqa: S704  # marks stay where they are


def _ended(text: Markup, mark: str) -> Markup:
    """The text with a final mark, unless it ends in one."""
    bare = str(text).rstrip("\x03* ")
    return text if bare.endswith(PUNCTUATION) or not bare else text + Markup(mark)  # noqa: S704  # our own mark
