"""Lists of people: what columns and cells mean, and the head counts that they sum up to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.span import Span
from thidua_cli.rosters.people.answers import answer_of
from thidua_cli.rosters.people.counting import PeopleCounts
from thidua_cli.rosters.people.headings import is_people, match_people, person_facts
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import Cell, Origin, Row, StoredNumber

ORIGIN = Origin("nguoi.csv")
PLACE = Span("nguoi.csv")


def header(*texts):
    return [Cell(text, 1, column, 1, ORIGIN) for column, text in enumerate(texts)]


def counted(heading, *rows):
    findings = FindingLog()
    columns = match_people(header(*heading), findings)
    counts = PeopleCounts(columns, findings, PLACE)
    for number, values in enumerate(rows, 2):
        row = Row(number, number, tuple(values), ORIGIN)
        counts.add(row)
    return counts, findings.close()


def test_columns_and_the_years_behind():
    findings = FindingLog()
    columns = match_people(
        header(
            "STT",
            "Họ và tên",
            "Đơn vị",
            "Nhóm",
            "Xếp loại",
            "Danh hiệu",
            "Danh hiệu 2021",
            "Xếp loại năm 2022",
        ),
        findings,
    )
    assert (columns.name, columns.unit, columns.group) == (1, 2, 3)
    assert columns.facts == {"rating": 4, "titles": 5}
    assert columns.history == {(2021, "titles"): 6, (2022, "rating"): 7}
    assert findings.close() == []


def test_a_list_without_names_is_none():
    findings = FindingLog()
    assert match_people(header("Đơn vị", "Danh hiệu"), findings) is None
    assert [each.code for each in findings.close()] == ["TD370"]
    assert not is_people(header("Đơn vị", "LĐTT"))
    assert is_people(header("Họ tên", "Đơn vị"))


def test_a_near_heading_is_asked_about_and_one_that_stands_twice_is_not_taken():
    findings = FindingLog()
    columns = match_people(header("Họ và tên", "Xếp loạii", "Kỷ luật", "Hình thức kỷ luật"), findings)
    assert columns.facts == {}
    assert [(each.code, each.variant) for each in findings.close()] == [("TD371", "near"), ("TD522", "")]


@pytest.mark.parametrize(
    ("fact", "cell", "said", "fault"),
    [
        ("rating", "HTXSNV", "HTXSNV", ""),
        ("rating", "Hoàn thành tốt nhiệm vụ", "HTTNV", ""),
        ("rating", "", None, ""),
        ("rating", "Khá", None, "rating"),
        ("rating", "LĐTT", None, "rating"),
        ("titles", "LĐTT; CSTĐ cơ sở", ("LDTT", "CSTDCS"), ""),
        ("titles", "CSTĐCS", ("CSTDCS", "LDTT"), ""),
        ("titles", "Chiến sỹ thi đua cấp cơ sở", ("CSTDCS", "LDTT"), ""),
        ("titles", "không", (), ""),
        ("titles", "", None, ""),
        ("titles", "LĐTT; Gương mặt trẻ", None, "titles"),
        ("titles", "HTTNV", None, "titles"),
        ("discipline", "Khiển trách", "khien-trach", ""),
        ("discipline", "Phê bình", None, "discipline"),
        ("initiative", "Cấp tỉnh", "bo-tinh", ""),
        ("months", StoredNumber(Decimal(9)), 9, ""),
        ("months", "9,5", None, "number"),
        ("registered", "có", True, ""),
        ("registered", "0", False, ""),
        ("submitted", "31/10/2022", date(2022, 10, 31), ""),
        ("submitted", "cuối tháng 10", None, "date"),
    ],
)
def test_what_a_cell_says(fact, cell, said, fault):
    assert answer_of(fact, cell) == (said, fault)


def test_head_counts_by_unit():
    counts, findings = counted(
        ["Họ và tên", "Đơn vị", "Xếp loại", "Danh hiệu", "Kỷ luật"],
        ["A", "Phòng 1", "HTXSNV", "CSTĐCS", ""],
        ["B", "Phòng 1", "HTTNV", "LĐTT", "không"],
        ["C", "phòng  1", "HTNV", "", "Cảnh cáo"],
        ["D", "Phòng 2", "", "LĐTT; CSTĐCS", "Khiển trách"],
    )
    first, second = counts.units()
    assert findings == []
    assert counts.persons == 4
    assert (first.unit, first.values) == (
        "Phòng 1",
        {
            "tong_so": 3,
            "htxsnv": 1,
            "hoan_thanh": 3,
            "httnv": 1,
            "tot_tro_len": 2,
            "ldtt": 2,
            "cstdcs": 1,
            "canh_cao": 1,
        },
    )
    assert second.values["ldtt"] == second.values["cstdcs"] == 1
    assert second.values["canh_cao"] == 0


def test_what_no_column_tells_is_not_counted():
    counts, _ = counted(["Họ và tên", "Đơn vị"], ["A", "P"])
    assert counts.units()[0].values == {"tong_so": 1}


def test_a_cell_nobody_can_read_leaves_its_counts_open():
    counts, findings = counted(
        ["Họ và tên", "Đơn vị", "Danh hiệu"], ["A", "P", "LĐTT"], ["B", "P", "Khá"], ["C", "Q", "LĐTT"]
    )
    assert [(each.code, each.variant, each.span.cell) for each in findings] == [("TD372", "titles", "C3")]
    first, second = counts.units()
    assert "ldtt" not in first.values
    assert second.values["ldtt"] == 1


def test_groups_of_similar_tasks():
    counts, _ = counted(
        ["Họ và tên", "Đơn vị", "Nhóm", "Xếp loại"],
        ["A", "P", "Lãnh đạo", "HTXSNV"],
        ["B", "P", "Chuyên viên", "HTTNV"],
        ["C", "Q", "Lãnh đạo", "HTTNV"],
    )
    assert [(each.unit, each.values["tong_so"]) for each in counts.groups()] == [
        ("P – Lãnh đạo", 1),
        ("P – Chuyên viên", 1),
        ("Q – Lãnh đạo", 1),
    ]


def test_somebody_without_a_unit_is_told():
    counts, findings = counted(["Họ và tên", "Đơn vị"], ["A", ""])
    assert [each.code for each in findings] == ["TD373"]
    assert counts.units()[0].values == {"tong_so": 1}


CELLS = st.sampled_from(["", "LĐTT", "CSTĐCS", "LĐTT; CSTĐCS", "không", "Khá", "HTTNV"])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["P", "Q"]), CELLS), max_size=12), st.randoms())
def test_the_order_of_people_changes_no_count(people, random):
    def of(rows):
        counts, _ = counted(["Họ và tên", "Đơn vị", "Danh hiệu"], *(["A", unit, cell] for unit, cell in rows))
        return {each.unit: each.values for each in counts.units()}

    shuffled = list(people)
    random.shuffle(shuffled)
    assert of(shuffled) == of(people)


@given(st.text(max_size=30), st.sampled_from(person_facts()))
def test_any_cell_of_any_column_is_answered(text, fact):
    answer = answer_of(fact, text)
    assert not (answer.fact is not None and answer.fault)
