"""What the parts of a paragraph take with them when it is cut."""

from __future__ import annotations

from dataclasses import replace

from written_lines import word_file, written

from thidua_cli.conformance.model.lines import DrawnRule, Line
from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.recognition.anatomy import recognise

ABOVE = DrawnRule("border", below=False, length=900)
BELOW = DrawnRule("border", below=True, length=900)


def file_with(text: str, **looks: object) -> WordFile:
    line: Line = replace(written(text).lines[0], **looks)  # type: ignore[arg-type]
    return replace(word_file(written()), lines=(line,))


def test_spacing_and_rules_stay_at_the_ends() -> None:
    word = file_with("{c}UBND TỈNH\nSỞ NỘI VỤ\nSố: 05/KH-SNV", before=60, after=120, rules=(ABOVE, BELOW))
    found = [each.line for each in recognise(word).lines]
    assert [line.text for line in found] == ["UBND TỈNH", "SỞ NỘI VỤ", "Số: 05/KH-SNV"]
    assert [(line.before, line.after) for line in found] == [(60, 0), (0, 0), (0, 120)]
    assert [line.rules for line in found] == [(ABOVE,), (), (BELOW,)]
    assert {line.place for line in found} == {word.lines[0].place}


def test_two_columns_in_a_paragraph_say_so() -> None:
    word = file_with("SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", before=60, after=120)
    found = recognise(word).lines
    assert [(each.beside, each.line.before, each.line.after) for each in found] == [(True, 60, 120)] * 2


def test_a_paragraph_of_one_component_stays_what_it_was() -> None:
    word = file_with("{cb}KẾ HOẠCH\nPHÁT ĐỘNG")
    whole = file_with("Thực hiện nghiêm túc,\nhiệu quả.")
    assert [each.line.text for each in recognise(word).lines] == ["KẾ HOẠCH", "PHÁT ĐỘNG"]
    assert recognise(whole).lines[0].line is whole.lines[0]
    assert not recognise(whole).lines[0].beside


def test_the_number_of_a_list_belongs_to_the_text() -> None:
    found = [
        recognise(file_with("Mục đích của phong trào.", label=label)).lines[0].component.name
        for label in ("I.", "1.", "a)", "1.1.", "\uf0b7")
    ]
    assert found == ["ROMAN", "CLAUSE", "POINT", "ITEM", "BODY"]
