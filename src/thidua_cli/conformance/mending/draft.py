"""A Word file being mended: what was read of it, and the parts that may be changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.mending.elements import child_of
from thidua_cli.conformance.mending.package import Package
from thidua_cli.conformance.mending.passages import Passage
from thidua_cli.conformance.reading.package.values import is_on
from thidua_cli.conformance.reading.word_file import read_with_parts
from thidua_cli.document.ooxml.names import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.model.lines import Line, Place
    from thidua_cli.document.ooxml.elements import Element


class Draft:
    """One state of a file. Menders change its parts in place; the package then gives the bytes of the next.

    What was read and judged stays as it was before the changes. Raises WordFileError where it cannot be read.
    """

    def __init__(self, data: bytes, shown: str, *, house: bool) -> None:
        self.data = data
        self._shown, self._house = shown, house
        word, trees = read_with_parts(data, shown)
        self.package = Package(data, trees)
        self.case, self.checked = judge(word, house=house)

    def next(self, data: bytes) -> Draft:
        """Another state of the same file."""
        return Draft(data, self._shown, house=self._house)

    @cached_property
    def _whole(self) -> Mapping[Place, Line]:
        return {line.place: line for line in self.case.all_lines()}

    def whole(self, line: Line) -> Line:
        """The paragraph that a line is, or was cut from."""
        return self._whole.get(line.place, line)

    def passage(self, line: Line) -> Passage:
        """The letters of a line."""
        return Passage(self.whole(line), line)

    @cached_property
    def styles(self) -> Element | None:
        """The style sheet."""
        return self.package.root(f"{W}styles")

    @cached_property
    def paragraph_styles(self) -> tuple[Mapping[str, Element], str]:
        """The styles of paragraphs by id, and the id of the default one."""
        found = {
            each.get(f"{W}styleId", ""): each
            for each in (() if self.styles is None else self.styles.iterfind(f"{W}style"))
            if each.get(f"{W}type", "paragraph") == "paragraph"
        }
        default = (name for name, each in found.items() if is_on(each.get(f"{W}default", "0")))
        return found, next(default, "")

    def defaults(self, group: str) -> Element | None:
        """What the style sheet says of everything (`rPr`, `pPr`); None where there is no style sheet."""
        if self.styles is None:
            return None
        found = self.styles.find(f"{W}docDefaults")
        if found is None:
            return None
        return child_of(child_of(found, f"{group}Default"), group)
