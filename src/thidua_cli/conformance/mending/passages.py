"""A piece of a paragraph by the runs and texts that hold its letters, to be cut out or rewritten."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.conformance.reading.formatting.symbols import SIGNS, written
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.conformance.model.lines import Line
    from thidua_cli.document.ooxml.elements import Element

_PARAGRAPH, _RUN, _TEXT = f"{W}p", f"{W}r", f"{W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Letter(NamedTuple):
    """A character, the child of a run that holds it, and its place in the text of that child."""

    character: str
    run: Element
    child: Element
    place: int


class Passage:
    """The part of a paragraph that a line is: all of it, or what recognition cut out as one component.

    Where the letters of the paragraph cannot be told apart (fields, hidden text, words changed since it was
    read), nothing is divided and nothing rewritten.
    """

    def __init__(self, whole: Line, line: Line) -> None:
        self._whole = whole
        self._start = max(whole.text.find(line.text), 0)
        self._end = self._start + len(line.text)
        self.text = line.text

    @property
    def ends_paragraph(self) -> bool:
        """Whether nothing else is printed after it in its paragraph."""
        return not self._whole.text[self._end :].strip()

    def runs(self) -> list[Element]:
        """The runs that hold it and nothing else; runs that go beyond it are divided."""
        if (self._start, self._end) == (0, len(self._whole.text)):
            return list(
                dict.fromkeys(each.source for each in self._whole.stretches if each.source is not None)
            )
        for place in (self._end, self._start):
            letters = self._letters()
            if 0 < place < len(letters) and letters[place].run is letters[place - 1].run:
                _divide(letters[place])
        return list(dict.fromkeys(each.run for each in self._letters()[self._start : self._end]))

    def rewrite(self, start: int, end: int, new: str) -> None:
        """Put other words in place of those from `start` to `end`, in the look of the first of them."""
        letters = self._letters()[self._start : self._end]
        if not letters:
            return
        inside = letters[start:end]
        target = letters[min(start, len(letters) - 1)]
        if any(each.child.tag != _TEXT for each in (target, *inside)):
            return
        place = target.place if start < len(letters) else target.place + 1
        for each in reversed(inside):
            _set_text(each.child, _text(each.child)[: each.place] + _text(each.child)[each.place + 1 :])
        text = _text(target.child)
        _set_text(target.child, text[:place] + new + text[place:])

    def _letters(self) -> list[Letter]:
        """Every character of the paragraph in order; none where they are not those of its line."""
        paragraph = self._whole.element
        runs = (run for run in paragraph.iter(_RUN) if next(run.iterancestors(_PARAGRAPH)) is paragraph)
        letters = [letter for run in runs for letter in _letters_of(run)]
        return letters if "".join(each.character for each in letters) == self._whole.text else []


def _divide(first: Letter) -> None:
    """Move a letter and all that follows it in its run into a run of its own after it."""
    own = deepcopy(first.run)
    place = list(first.run).index(first.child)
    for each in list(own)[:place]:
        if each.tag != f"{W}rPr":
            own.remove(each)
    for each in list(first.run)[place + (first.place > 0) :]:
        first.run.remove(each)
    if first.place:
        text = _text(first.child)
        _set_text(first.child, text[: first.place])
        _set_text(next(own.iterchildren(_TEXT)), text[first.place :])
    first.run.addnext(own)


def _letters_of(run: Element) -> Iterator[Letter]:
    for child in run:
        if child.tag == _TEXT:
            text = written(child)
            skipped = _text(child).find(text)
            for index, character in enumerate(text, skipped):
                yield Letter(character, run, child, index)
        elif child.tag in SIGNS:
            yield Letter(SIGNS[str(child.tag)], run, child, 0)
        elif child.tag == f"{W}br" and child.get(f"{W}type", "textWrapping") == "textWrapping":
            yield Letter("\n", run, child, 0)


def _text(child: Element) -> str:
    return child.text or ""


def _set_text(child: Element, text: str) -> None:
    child.text = text
    child.set(_SPACE, "preserve")
