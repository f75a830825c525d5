"""Automatic numbers as they are printed."""

from __future__ import annotations

import pytest
from word_files import WordFileParts, as_read, p, style

from thidua_cli.conformance.reading.formatting.numbering import written


def level(index: int, form: str, text: str, more: str = "", *, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbered(number: int, index: int = 0) -> str:
    return p("x", f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


def template(*levels: str, identity: int = 1, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{"".join(levels)}</w:abstractNum>'


def instance(number: int, more: str = "", *, of: int = 1) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def labels(numbering: str, *blocks: str) -> list[str]:
    return [each.label for each in as_read(WordFileParts().numbering(numbering).body(*blocks).packed()).lines]


OUTLINE = template(
    level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "lowerLetter", "%3)")
)
AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("numbering", "levels", "expected"),
    [
        (
            OUTLINE + instance(1),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
            ["I.", "I.1.", "I.2.", "a)", "II.", "II.1.", "a)"],
        ),
        # Lists of one template count on together, unless one starts anew.
        (OUTLINE + instance(1) + instance(2), [(1, 0), (2, 0)], ["I.", "II."]),
        (
            OUTLINE + instance(1) + instance(2, AGAIN),
            [(1, 0), (1, 0), (2, 0), (2, 0)],
            ["I.", "II.", "I.", "II."],
        ),
        (
            template(level(0, "decimal", "Điều %1.", start=5)) + instance(1),
            [(1, 0), (1, 0)],
            ["Điều 5.", "Điều 6."],
        ),
        (
            template(
                level(0, "decimal", "Chương %1"), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
            )
            + instance(1),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["Chương 1", "Điều 1.", "Chương 2", "Điều 2."],
        ),
        # Legal style prints the Roman figure of the level above as Arabic.
        (
            template(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
            + instance(1),
            [(1, 0), (1, 1)],
            ["I.", "1.1."],
        ),
        # A level below comes first: those above begin.
        (OUTLINE + instance(1), [(1, 1)], ["I.1."]),
        (template(level(0, "bullet", "-")) + instance(1), [(1, 0), (1, 0)], ["-", "-"]),
        (template(level(0, "none", "")) + instance(1), [(1, 0)], [""]),
        # A list, a level or a template that the file lacks.
        (OUTLINE + instance(1), [(9, 0)], [""]),
        (OUTLINE + instance(1), [(1, 8)], [""]),
        (OUTLINE + instance(1, of=4), [(1, 0)], [""]),
        ("", [(1, 0)], [""]),
        (
            OUTLINE + instance(1, f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1/")}</w:lvlOverride>'),
            [(1, 0)],
            ["1/"],
        ),
    ],
)
def test_labels(numbering: str, levels: list[tuple[int, int]], expected: list[str]) -> None:
    assert labels(numbering, *(numbered(*each) for each in levels)) == expected


def test_levels_that_belong_to_styles() -> None:
    outline = template(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Một"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="Hai"/>'),
    )
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    parts = (
        WordFileParts().more_styles(style("Một", own) + style("Hai", own)).numbering(outline + instance(1))
    )
    names = ("Một", "Hai", "Hai", "Một")
    parts.body(*(p("x", f'<w:pStyle w:val="{name}"/>') for name in names))
    assert [each.label for each in as_read(parts.packed()).lines] == ["I.", "1.", "2.", "II."]


def test_templates_linked_through_a_style() -> None:
    linked = template(level(0, "decimal", "%1)"), more='<w:styleLink w:val="DS"/>')
    empty = template(identity=2, more='<w:numStyleLink w:val="DS"/>')
    assert labels(linked + empty + instance(3, of=2), numbered(3)) == ["1)"]


def test_bullets_of_symbol_fonts_are_readable() -> None:
    bullet = level(0, "bullet", "\uf0b7").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    )
    assert labels(template(bullet) + instance(1), numbered(1)) == ["•"]


def test_the_look_of_a_number_is_its_own() -> None:
    bold = level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:b/></w:rPr></w:lvl>")
    line = as_read(WordFileParts().numbering(template(bold) + instance(1)).body(numbered(1)).packed()).lines[
        0
    ]
    assert line.label_look is not None
    assert (line.label_look.text, line.label_look.bold, line.label_look.size) == ("1.", True, 28)
    assert (line.text, line.stretches[0].bold) == ("x", False)


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "upperRoman", "IV"),
        (4, "lowerRoman", "iv"),
        (0, "upperRoman", "0"),
        (999_999_999, "upperRoman", "999999999"),
        (3, "upperLetter", "C"),
        (27, "lowerLetter", "aa"),
        (999_999_999, "lowerLetter", "999999999"),
        (5, "decimalZero", "05"),
        (12, "decimalZero", "12"),
        (2, "ordinal", "2"),
        (2, "none", ""),
    ],
)
def test_formats(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected
