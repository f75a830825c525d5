"""A list of people from the file to head counts and rulings."""

from __future__ import annotations

import tracemalloc
from datetime import date

import pytest

from thidua_cli.findings.verdict import Ruling
from thidua_cli.rosters.people.list_of_people import read_people
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import stream_rows

YEAR_END = date(2023, 12, 31)


@pytest.fixture
def read(tmp_path):
    def run(text, as_of=YEAR_END):
        path = tmp_path / "nguoi.csv"
        path.write_text(text, encoding="utf-8")
        findings = FindingLog()
        stream = stream_rows(path, path.name, findings)
        return (None, findings.close()) if stream is None else read_people(stream, as_of)

    return run


def test_units_rulings_and_what_is_no_person(read):
    people, findings = read(
        "Họ và tên;Đơn vị;Danh hiệu;Số tháng công tác\n"
        "Nguyễn A;P1;LĐTT;9\nTrần B;P1;LĐTT;10\nLê C;P2;;12\n;;;\nTổng cộng;;;\n"
        "Ngày 31 tháng 12 năm 2023;;;\nNguyễn Ký;;;\n"
    )
    assert people.persons == 3
    assert [(unit.unit, unit.values["ldtt"]) for unit in people.units] == [("P1", 2), ("P2", 0)]
    months = [(each.ruling, each.span.cell) for each in people.verdicts if each.rule == "TD314"]
    assert months == [(Ruling.PASS, "A3"), (Ruling.FAIL, "A2")] or months == [
        (Ruling.FAIL, "A2"),
        (Ruling.PASS, "A3"),
    ]
    assert [each.span.cell for each in findings if each.code == "TD314"] == ["A2"]


def test_the_name_of_nobody_is_in_a_verdict_or_a_finding(read):
    people, findings = read("Họ và tên;Danh hiệu;Số tháng công tác\nNguyễn Văn Kín;LĐTT;9\n")
    said = repr([each._replace(span=None, related=()) for each in people.verdicts])
    assert "Kín" not in said
    assert not any("Kín" in str(each.values) for each in findings)


def test_people_alike_are_told_once(read):
    rows = "".join(f"Người {number};LĐTT;12\n" for number in range(50))
    people, _ = read(f"Họ và tên;Danh hiệu;Số tháng công tác\n{rows}")
    (passed,) = [each for each in people.verdicts if each.rule == "TD314"]
    assert passed.ruling is Ruling.PASS
    assert "× 50" in passed.subject


def test_of_many_who_fail_the_first_are_named_and_the_others_counted(read):
    rows = "".join(f"Người {number};LĐTT;1\n" for number in range(50))
    _, findings = read(f"Họ và tên;Danh hiệu;Số tháng công tác\n{rows}")
    assert sum(each.code == "TD314" for each in findings) == 20
    (more,) = [each for each in findings if each.code == "TD375" and each.values["code"] == "TD314"]
    assert (more.values["count"], more.span.cell) == ("30", "A51")


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
