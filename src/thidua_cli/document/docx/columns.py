"""How wide the columns of a table are, and in which size its text fits into them. Lengths are in twips."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.document.blocks import plain
from thidua_cli.document.typesetting.looks import FIXED, SIZES, SMALLER_TABLES, Kind
from thidua_cli.document.typesetting.measure import face_of
from thidua_cli.document.typesetting.printed import printed
from thidua_cli.document.typesetting.tables import cells_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from thidua_cli.document.blocks import Inline, Table

CELL_MARGIN = 85
PADDING = 2 * CELL_MARGIN + 60
WIDEST_WORD = 3  # no word takes more than a third of the table
WIDEST_TEXT = 2  # no text asks for more than half of it
WIDE = Fraction(3, 2)  # a column is wide that is two thirds as wide as the widest
HEAD_LINES = (1, 2, 3, 4)  # where room is scarce, heads take so many lines
HEAD_BESIDE = 1  # a column measured beside given shares has the second of these


class Columns(NamedTuple):
    """The widths of a table's columns, which fill the room, and the size of its text."""

    widths: list[int]
    size: Kind


class _Need(NamedTuple):
    """What a column asks for: its longest word, its longest text on a line, its head on one or more."""

    word: int
    text: int
    heads: tuple[int, ...]

    def scaled(self, size: int, own: int) -> _Need:
        word, text, *heads = (each * size // own + PADDING for each in (self.word, self.text, *self.heads))
        return _Need(word, text, tuple(heads))


def columns_of(table: Table, room: int, pair: int) -> Columns:
    """Columns in the shares given, else after their text; smaller type where heads would take too many lines.

    A share of 0 is a column measured beside the others; none is narrower than its longest word.
    """
    needs = _needs(table, pair)
    own = SIZES[pair]["table"]
    sizes: list[Kind] = ["table", *(size for size in SMALLER_TABLES if FIXED[size] < own)]
    for size in sizes:
        scaled = [need.scaled(SIZES[pair][size], own) for need in needs]
        words = [min(need.word, room // WIDEST_WORD) for need in scaled]
        if sum(max(word, need.heads[-1]) for word, need in zip(words, scaled, strict=True)) <= room:
            break
    if any(table.widths):
        return Columns(_widened(_shared(_shares(table.widths, scaled, room), room), words), size)
    return Columns(_fitted(scaled, words, room), size)


def _needs(table: Table, pair: int) -> list[_Need]:
    columns: list[list[Inline]] = [[] for _ in table.header]
    for index in range(len(table.rows)):
        for cell in cells_of(table, index):
            if cell.span == 1:
                columns[cell.column].append(cell.text)
    head_face, text_face = face_of("TableHead", pair), face_of("TableText", pair)
    needs = []
    for column, head in enumerate(table.header):
        word, text = _extent(columns[column], text_face.width, whole=column in table.numeric)
        heads = [head_face.narrowest(printed("TableHead", plain(head)), lines) for lines in HEAD_LINES]
        head_word, _ = _extent([head], head_face.width)
        needs.append(_Need(max(head_word, word), text, tuple(heads)))
    return needs


def _extent(cells: Iterable[Inline], width: Callable[[str], int], *, whole: bool = False) -> tuple[int, int]:
    """The longest word and the longest text of cells; figures stay `whole`: no line breaks inside them."""
    space = width(" ")
    known: dict[str, int] = {}
    longest = text = 0
    for cell in cells:
        total = -space
        for word in [plain(cell)] if whole else printed("TableText", plain(cell)).split(" "):
            length = known.get(word)
            if length is None:
                length = known[word] = width(word)
            longest = max(longest, length)
            total += space + length
        text = max(text, total)
    return longest, text


def _shares(given: tuple[int, ...], needs: list[_Need], room: int) -> list[int]:
    """Shares of the room in twips; a column without one takes its text, of the average at the most."""
    most = room // len(given)
    measured = [
        0 if share else max(need.word, min(max(need.text, need.heads[HEAD_BESIDE]), most))
        for share, need in zip(given, needs, strict=True)
    ]
    left = max(room - sum(measured), 0)
    return [own or left * share // sum(given) for own, share in zip(measured, given, strict=True)]


def _widened(widths: list[int], words: list[int]) -> list[int]:
    """Widths of which none is below its longest word; the others give of what they have above theirs."""
    missing = [max(word - width, 0) for width, word in zip(widths, words, strict=True)]
    spare = [max(width - word, 0) for width, word in zip(widths, words, strict=True)]
    if not 0 < sum(missing) <= sum(spare):
        return widths
    taken = [-(-sum(missing) * each // sum(spare)) for each in spare]
    made = [width + more - less for width, more, less in zip(widths, missing, taken, strict=True)]
    made[made.index(max(made))] += sum(widths) - sum(made)
    return made


def _shared(shares: Sequence[int], room: int) -> list[int]:
    return _filled([room * share // sum(shares) for share in shares], room)


def _fitted(needs: list[_Need], words: list[int], room: int) -> list[int]:
    """Every text on one line where there is room, the heads too or on a few lines.

    Where there is not, every column has its longest word, and of what is left a part.
    """
    for lines in range(len(HEAD_LINES)):
        texts = [min(max(need.text, need.heads[lines]), room // WIDEST_TEXT) for need in needs]
        texts = list(map(max, texts, words))
        if sum(texts) <= room:
            return _filled(texts, room)
    left, asked = room - sum(words), sum(texts) - sum(words)
    if left <= 0:
        return _shared(words, room)
    parts = ((text - word) * left // asked for text, word in zip(texts, words, strict=True))
    return _filled([word + part for word, part in zip(words, parts, strict=True)], room)


def _filled(widths: list[int], room: int) -> list[int]:
    """Widths with what is left of the room shared among the wide columns."""
    wide = [column for column, width in enumerate(widths) if width * WIDE >= max(widths)]
    share, rest = divmod(room - sum(widths), len(wide))
    for column in wide:
        widths[column] += share
    widths[wide[0]] += rest
    return widths
