"""Citations written out in the text: each at its own place, in short forms only as far as they say."""

from __future__ import annotations

import pytest

from thidua_cli.rules.consistency.cited import PROSE, cited

TEXT = "Chỉ thị số 34-CT/TW; thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Ban Thường vụ Tỉnh ủy Hà Tĩnh"


def in_prose(loaded):
    return [citation for citation in cited(loaded) if citation.section == PROSE]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("number", "34-CT/TW"),
        ("date", "07/4/2014"),
        ("issuer", "Ban Thường vụ Tỉnh ủy Hà Tĩnh"),
        ("title", TEXT.partition("hiện ")[2]),
    ],
)
def test_every_part_has_its_own_place(edit, written, part, text):
    loaded = edit({"opening.+": TEXT})
    _, second = in_prose(loaded)
    span = second.span(part)
    assert written(loaded, span) == text
    assert span.column > loaded.source.lines.line(span.line).index("thực hiện")


def test_declared_ones_come_first(edit):
    assert [one.section for one in cited(edit({"closing": [TEXT]}))] == ["basis", "citations", PROSE, PROSE]


@pytest.mark.parametrize(
    ("text", "number", "title", "called"),
    [
        ("Quyết định số 7/QĐ-SCT", "7/QĐ-SCT", None, "7/QĐ-SCT"),
        (
            "Luật Thi đua, khen thưởng ngày 26/11/2003",
            None,
            "Luật Thi đua, khen thưởng năm 2003",
            "Luật Thi đua, khen thưởng năm 2003",
        ),
    ],
)
def test_what_it_is_known_by(edit, text, number, title, called):
    (found,) = in_prose(edit({"opening.+": text}))
    assert (found.number, found.title, found.called) == (number, title, called)


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("thay thế Nghị định số 91/2017/NĐ-CP", True),
        ("Nghị định số 91/2017/NĐ-CP đã được thay thế bằng Nghị định khác", True),
        ("Thay thế mẫu cũ. Thực hiện Nghị định số 91/2017/NĐ-CP", False),
        ("Nghị định số 91/2017/NĐ-CP; văn bản khác hết hiệu lực", False),
    ],
)
def test_what_the_text_calls_replaced(edit, text, former):
    (found,) = in_prose(edit({"opening.+": text}))
    assert found.former is former


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị 05 ngày 15/5/2016 của Bộ Chính trị và luật",
        "Kế hoạch ngày 15/11/2022 của UBND tỉnh; 20 km/h",
        "Kế hoạch 05 năm 2021-2025",
    ],
)
def test_short_forms_are_left_to_the_reader(edit, text):
    assert in_prose(edit({"opening.+": text})) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 34 - CT/TW",
        "nghị định 91/2017/NĐ-CP",
        "Chỉ thị số 19/-CT/TU",
        "chỉ thị số 02a–ct/ubnd",
        "LUẬT VIÊN CHỨC",
        "Pháp lệnh Ưu đãi người có công năm 2020",
    ],
)
def test_faulty_and_plain_forms_are_searched_for(edit, text):
    assert len(in_prose(edit({"opening.+": text}))) == 1
