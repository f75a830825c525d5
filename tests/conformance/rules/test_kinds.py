"""Parts of the tests by themselves: numerals, letters, mentions, spacing in lines, widths."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_lines import word_file, written

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.model.anatomy import Anatomy, Component, Recognised, Unit
from thidua_cli.conformance.model.lines import Line, Place, Stretch
from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.rules.case import Case
from thidua_cli.conformance.rules.check import check
from thidua_cli.conformance.rules.kinds.numbering import counted
from thidua_cli.conformance.rules.metrics import fits_one_line, height_of, printed_lines, width_of
from thidua_cli.conformance.rules.profile import profile
from thidua_cli.conformance.rules.values import last_words, millimetres, number, shortened

TIMES = ("Times New Roman",) * 4
PLACE = Place("body", 1, "word/document.xml")


def line(text: str, size: int | None = 28, room: int | None = 9000, **given: object) -> Line:
    return Line(PLACE, text, (Stretch(text, TIMES, size),), room=room, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"), [("I", 1), ("LXXXIX", 89), ("XC", 0), ("C", 0), ("IIII", 0), ("", 0)]
)
def test_numerals_that_count(text: str, value: int) -> None:
    assert counted(text) == value


def points(*texts: str) -> list[tuple[str, str]]:
    """What is told of points written one below the other."""
    lines = [
        Line(Place("body", place, "word/document.xml"), text, (Stretch(text, TIMES, 28),))
        for place, text in enumerate(texts, 1)
    ]
    found = tuple(Recognised(each, Component.POINT) for each in lines)
    anatomy = Anatomy(found, units=(Unit(0, "van-ban", 0, len(found)),))
    findings = check(Case(WordFile("a.docx", (), tuple(lines)), anatomy, profile())).findings
    return [(each.variant, each.values["actual"]) for each in findings if each.code == "TD765"]


SEQUENCES = {
    "all letters": ("abcdđeghiklmnopqrstuvxy", []),
    "with the letters that may be left out": ("aăâbcdđeêghiklmnoôơpqrstuưvxy", []),
    "the English alphabet": ("abcde", [("sequence", "e")]),
    "a letter twice": ("abbc", [("sequence-twice", "b")]),
    "anew": ("abcabc", []),
    "begins later": ("bc", [("sequence", "b")]),
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_order_of_points(name: str) -> None:
    letters, expected = SEQUENCES[name]
    assert points(*(f"{letter}) Một" for letter in letters)) == expected


def numbers(look: Stretch, component: Component = Component.CLAUSE) -> list[tuple[str, str, str]]:
    """What is told of a heading whose automatic number looks so."""
    text = "TỔ CHỨC THỰC HIỆN"
    ink = Stretch(text, TIMES, 28, bold=True)
    own = Line(PLACE, text, (ink,), "both", first=720, label=look.text, label_look=look)
    anatomy = Anatomy((Recognised(own, component),), units=(Unit(0, "van-ban", 0, 1),))
    findings = check(Case(WordFile("a.docx", (), (own,)), anatomy, profile())).findings
    told = (each for each in findings if each.variant in ("font", "size", "upper"))
    return [(each.code, each.variant, each.values["where"]) for each in told]


def test_automatic_numbers_are_looked_at_too() -> None:
    fine = Stretch("1.", TIMES, 28)
    assert numbers(fine) == []
    assert numbers(fine._replace(fonts=("Calibri",) * 4)) == [("TD719", "font", " ở chữ “1.”")]
    assert numbers(fine._replace(size=22)) == [("TD763", "size", " ở chữ “1.”")]
    roman = Stretch("I.", TIMES, 28)
    assert numbers(roman, Component.ROMAN) == []
    assert numbers(roman._replace(text="i."), Component.ROMAN) == [("TD762", "upper", " ở chữ “i.”")]
    # The font of a bullet is its shape.
    assert numbers(Stretch("•", ("Symbol",) * 4, 28)) == []


def test_widths() -> None:
    nation = Stretch("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", TIMES, 26, bold=True)
    assert width_of([nation]) == pytest.approx(5426, abs=10)  # 95.7 mm
    assert width_of([nation._replace(size=None)]) is None
    assert width_of([nation._replace(text="a\tb")]) is None


def test_lines_of_a_paragraph() -> None:
    long = "thi đua " * 60
    assert len(printed_lines(line(long)) or []) > 3
    assert not fits_one_line(line(long))
    assert fits_one_line(line("thi đua"))
    assert not fits_one_line(line("thi đua", room=None))
    assert printed_lines(line("thi đua", size=None)) is None


def test_heights() -> None:
    single = Fraction(280 * 2355, 2048)
    assert height_of(line("a", before=120)) == single + 120
    assert height_of(line("a", spacing=360)) == single * Fraction(3, 2)
    assert height_of(line("a", spacing=400, spacing_rule="exact")) == 400
    assert height_of(line("a", spacing=200, spacing_rule="atLeast")) == single


def test_values() -> None:
    assert number("a", Fraction(25, 2)) == {"a": "12,5", "a.en": "12.5"}
    assert number("a", 13) == {"a": "13", "a.en": "13"}
    assert millimetres("a", 1701) == {"a": "30", "a.en": "30"}
    assert shortened("một hai ba", 8) == "một hai…"
    assert last_words("ngắn") == "ngắn"
    assert last_words("một hai ba bốn năm sáu bảy tám chín mười") == "…bốn năm sáu bảy tám chín mười"


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_file_ends_a_check(texts: list[str]) -> None:
    word = word_file(written(*texts))
    for finding in judge(word).checked.findings:
        assert finding.code != "TD900"
