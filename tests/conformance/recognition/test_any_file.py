"""Whatever a file holds: every line is recognised once, nothing is lost, and it takes linear time."""

from __future__ import annotations

import time
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_lines import Rows, rows, word_file, written

from thidua_cli.conformance.model.anatomy import Anatomy
from thidua_cli.conformance.model.word_file import WordFile
from thidua_cli.conformance.recognition.anatomy import recognise

WORDS = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "CỘNG HÒA XÃ HỘI",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "UBND TỈNH HÀ NAM",
    "SỞ NỘI VỤ",
    "VÀ ĐÀO TẠO",
    "Số: 05/KH-SNV",
    "Số:      /2026/NQ-HĐND",
    "Hà Nam, ngày 05 tháng 3 năm 2019",
    "Hà Nam,    ngày      tháng      năm 2026",
    "V/v khen thưởng",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH:",
    "Kính gửi:",
    "- Sở Tài chính;",
    "Căn cứ Luật Thi đua, khen thưởng;",
    "Chương I",
    "Điều 1. Phạm vi",
    "I. MỤC ĐÍCH",
    "1. Mục đích",
    "1.1. Một",
    "a) Một",
    "Nội dung thực hiện như sau.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "GIÁM ĐỐC",
    "Nguyễn Văn An",
    "(Ký, ghi rõ họ tên)",
    "Phụ lục I",
    "(Kèm theo Quyết định số 01",
    "Mẫu số 01",
    "SAO Y",
    "Địa chỉ: 01 Trần Phú; điện thoại: 0226; email: a@b.vn",
    "*",
    "---",
    "",
    "………………………",
]
GAPS = ["\n", "\t", "     ", " ", "\u00a0\t"]
PARTS = st.sampled_from(WORDS) | st.text(max_size=8)
TEXTS = PARTS | st.builds(lambda gap, *parts: gap.join(parts), st.sampled_from(GAPS), PARTS, PARTS)
LOOKS = st.sampled_from(["", "c", "cb", "b", "i", "r", "cbp", "cg", "l", "x", "a"])
LINES = st.builds(lambda looks, text: f"{{{looks}}}{text}", LOOKS, TEXTS)
CELLS = st.lists(LINES, max_size=3).map(list[str | Rows])
TABLES = st.builds(
    lambda cells, bordered, header: rows(*map(tuple, cells), bordered=bordered, header=header),
    st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=1, max_size=3),
    st.booleans(),
    st.integers(0, 1),
)
NESTED = TABLES | TABLES.map(lambda inner: rows(([inner], ["{b}SỞ NỘI VỤ"])))
FILES = st.lists(LINES | NESTED, max_size=15).map(lambda items: word_file(written(*items)))


@settings(max_examples=100, deadline=None)
@given(FILES)
def test_every_line_once(word: WordFile) -> None:
    found = recognise(word)
    texts: defaultdict[int, str] = defaultdict(str)
    for each in found.lines:
        texts[each.line.place.number] += each.line.text
    for line in word.lines:
        assert "".join(texts[line.place.number].split()) == "".join(line.text.split())
        assert found.by_place[line.place].line.text in line.text
    assert [each.line.place.number for each in found.lines] == sorted(
        each.line.place.number for each in found.lines
    )
    for each in found.lines:
        assert each.line.text == "".join(stretch.text for stretch in each.line.stretches)
    assert_units(found)
    assert recognise(word) == found


def assert_units(found: Anatomy) -> None:
    assert [unit.first for unit in found.units] == [0, *(unit.end for unit in found.units[:-1])]
    assert found.units[-1].end == len(found.lines)
    for unit in found.units:
        assert {each.unit for each in found.lines[unit.first : unit.end]} <= {unit.number}


@pytest.mark.parametrize("text", [WORDS[0], "SAO Y", "GIÁM ĐỐC", "Chương I", "(Kèm theo số 01", "V/v khen"])
def test_time_grows_with_the_length_only(text: str) -> None:
    """Lines that look at their neighbours: eight times as many take less than thirty times as long."""

    def taken(count: int) -> float:
        lines: list[str | Rows] = [f"{{cb}}{text}"] * count
        word = word_file(written(*lines, "Nội dung thực hiện như sau. " * 20, rows((lines,))))
        started = time.perf_counter()
        recognise(word)
        return time.perf_counter() - started

    assert taken(4000) < 30 * min(taken(500), taken(500))
