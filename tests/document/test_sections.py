"""Where new pages begin, which way they lie and where their numbers start."""

from __future__ import annotations

import pytest

from thidua_cli.document.blocks import Block, Paragraph, Run
from thidua_cli.document.components import Appendix, Enclosure, Letterhead, Turn
from thidua_cli.document.sections import sections_of

WORDS = Paragraph((Run("Chữ"),))
LIES, STANDS = Turn(landscape=True), Turn(landscape=False)
ANNEX, WIDE = Appendix("Phụ lục I"), Appendix("Phụ lục II", landscape=True)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), [(False, False, 0)]),
        ((WORDS,), [(False, False, 1)]),
        ((WORDS, LIES, WORDS, STANDS, WORDS), [(False, False, 1), (True, False, 1), (False, False, 1)]),
        ((WORDS, STANDS, WORDS), [(False, False, 2)]),
        ((LIES, WORDS), [(True, False, 1)]),
        ((ANNEX, WORDS), [(False, False, 2)]),
        ((WORDS, ANNEX, WORDS, WIDE, WORDS), [(False, False, 1), (False, True, 2), (True, True, 2)]),
        ((WORDS, WIDE, WORDS, Enclosure(), WORDS), [(False, False, 1), (True, True, 2), (False, True, 1)]),
        ((WORDS, Enclosure(), LIES, WORDS), [(False, False, 1), (True, True, 1)]),
        ((WORDS, WIDE, WORDS, LIES, WORDS), [(False, False, 1), (True, True, 3)]),
    ],
)
def test_sections(blocks: tuple[Block, ...], expected: list[tuple[bool, bool, int]]) -> None:
    found = sections_of(blocks)
    assert [(each.landscape, each.restart, len(each.blocks)) for each in found] == expected


def test_the_address_belongs_to_its_section() -> None:
    found = sections_of((Letterhead((), address="Số 1"), Enclosure(), Letterhead(()), WORDS))
    assert [each.addresses for each in found] == [["Số 1"], []]
