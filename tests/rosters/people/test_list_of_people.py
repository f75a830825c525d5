"""A list of people from the file to head counts and rulings."""

from __future__ import annotations

import tracemalloc
from datetime import date

import pytest

from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.local.files import NamedFile, read_packs
from thidua_cli.law.local.overlay import laid_over, national_law
from thidua_cli.rosters.people.judging import MOST_TOLD
from thidua_cli.rosters.people.list_of_people import read_people
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import stream_rows

YEAR_END = date(2023, 12, 31)
CONDITION = """\
pack:
  name: mau
  level: province
  authority: UBND tỉnh Mẫu
documents:
  qd-1:
    symbol: 01/2024/QĐ-UBND
    date: 2024-01-15
    issuer: UBND tỉnh Mẫu
    title: Quy chế khen thưởng
    from: 2024-02-01
rules:
  tam-thang:
    kind: condition
    name: Đủ tám tháng hoặc nghỉ thai sản
    title: LDTT
    requires: months >= 8 or maternity
    message: phải công tác đủ 8 tháng, trừ người nghỉ thai sản
    numbers:
      - from: 2024-02-01
        document: qd-1
        at: Điều 5
        checked: 2026-11-20
"""


@pytest.fixture
def read(tmp_path):
    def run(text, as_of=YEAR_END, book=None):
        path = tmp_path / "nguoi.csv"
        path.write_text(text, encoding="utf-8")
        findings = FindingLog()
        stream = stream_rows(path, path.name, findings)
        return (None, findings.close()) if stream is None else read_people(stream, as_of, book)

    return run


def test_units_rulings_and_what_is_no_person(read):
    people, findings = read(
        "Họ và tên;Đơn vị;Danh hiệu;Số tháng công tác\n"
        "Nguyễn A;P1;LĐTT;9\nTrần B;P1;LĐTT;10\nLê C;P2;;12\n;;;\nTổng cộng;;;\n"
        "Ngày 31 tháng 12 năm 2023;;;\nNguyễn Ký;;;\n"
    )
    assert people.persons == 3
    assert [(unit.unit, unit.values["ldtt"]) for unit in people.units] == [("P1", 2), ("P2", 0)]
    (months,) = (each for each in people.rulings if each.rule == "TD314")
    assert [(each.place, each.unit, each.titles) for each in months.told] == [("A2", "P1", "LĐTT")]
    assert months.counts == {Ruling.FAIL: 1, Ruling.PASS: 1}
    assert [each.span.cell for each in people.verdicts if each.rule == "TD314"] == ["A2", None]
    assert "TD314" not in {each.code for each in findings}


def test_the_name_of_nobody_is_in_a_verdict_or_a_finding(read):
    people, findings = read("Họ và tên;Danh hiệu;Số tháng công tác\nNguyễn Văn Kín;LĐTT;9\n")
    said = repr([each._replace(span=None, related=()) for each in people.verdicts])
    assert "Kín" not in said
    assert not any("Kín" in str(each.values) for each in findings)


def test_people_alike_are_told_once(read):
    rows = "".join(f"Người {number};LĐTT;12\n" for number in range(50))
    people, _ = read(f"Họ và tên;Danh hiệu;Số tháng công tác\n{rows}")
    (passed,) = [each for each in people.verdicts if each.rule == "TD314"]
    assert (passed.ruling, passed.subject) == (Ruling.PASS, "LĐTT")
    (rule,) = [each for each in people.rulings if each.rule == "TD314"]
    assert (rule.counts, rule.told) == ({Ruling.PASS: 50}, ())


def test_of_many_who_fail_the_first_are_named_and_the_others_counted(read):
    many = MOST_TOLD + 30
    rows = "".join(f"Người {number};LĐTT;1\n" for number in range(many))
    people, findings = read(f"Họ và tên;Danh hiệu;Số tháng công tác\n{rows}")
    (rule,) = [each for each in people.rulings if each.rule == "TD314"]
    assert (len(rule.told), rule.counts) == (MOST_TOLD, {Ruling.FAIL: many})
    (more,) = [each for each in findings if each.code == "TD375" and each.values["code"] == "TD314"]
    assert (more.values["count"], more.span.cell) == ("30", f"A{many + 1}")


def test_what_no_column_tells_is_one_line_for_the_rule(read):
    people, _ = read("Họ và tên;Đơn vị;Danh hiệu\nA;P1;LĐTT\nB;P2;LĐTT\n")
    (months,) = [each for each in people.rulings if each.rule == "TD314"]
    assert (months.told, months.counts) == ((), {Ruling.UNDECIDED: 2})
    assert (months.common.ruling, months.common.span.cell) == (Ruling.UNDECIDED, None)
    # One of two has a blank cell: that is a matter of the person.
    people, _ = read("Họ và tên;Danh hiệu;Số tháng công tác\nA;LĐTT;12\nB;LĐTT;\n")
    (months,) = [each for each in people.rulings if each.rule == "TD314"]
    assert [each.place for each in months.told] == ["A3"]


def test_a_condition_of_a_pack_is_judged_on_people(read, tmp_path):
    pack = tmp_path / "goi.yaml"
    pack.write_text(CONDITION, encoding="utf-8")
    book, problems = laid_over(national_law().national, read_packs([NamedFile(pack, pack.name)]).packs)
    assert problems == []
    people, _ = read(
        "Họ và tên;Danh hiệu;Số tháng công tác;Nghỉ thai sản\n"
        "A;LĐTT;9;\nB;LĐTT;5;có\nC;LĐTT;5;không\nD;CSTT;1;không\n",
        date(2024, 12, 31),
        book,
    )
    (rule,) = [each for each in people.rulings if each.rule == "mau:tam-thang"]
    assert rule.counts == {Ruling.PASS: 2, Ruling.FAIL: 1}
    assert [each.place for each in rule.told] == ["A4"]


def test_without_a_day_nobody_is_judged(read):
    people, _ = read("Họ và tên;Danh hiệu\nA;LĐTT\n", as_of=None)
    assert people.verdicts == []


@pytest.mark.parametrize("text", ["Đơn vị;Danh hiệu\nP;LĐTT\n", "Họ và tên\n", '"', "\x00"])
def test_what_is_no_list_ends_in_findings(read, text):
    people, findings = read(text)
    assert people is None or people.persons == 0 or findings


def test_memory_does_not_grow_with_the_people(read):
    def peak(count):
        rows = "".join(f"Người {number};P{number % 7};LĐTT;HTTNV;{number % 12}\n" for number in range(count))
        text = f"Họ và tên;Đơn vị;Danh hiệu;Xếp loại;Số tháng công tác\n{rows}"
        del rows
        tracemalloc.start()
        people, _ = read(text)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert people.persons == count
        return most - 2 * len(text.encode())

    assert peak(20_000) < peak(2_000) + 2_000_000


def test_columns_that_tell_of_persons_are_told(read):
    people, findings = read("Họ và tên;Ngày sinh;Đơn vị\nA;01/01/1990;P\n")
    assert people.persons == 1
    assert [(each.span.cell, each.variant) for each in findings if each.code == "TD022"] == [("B1", "column")]
