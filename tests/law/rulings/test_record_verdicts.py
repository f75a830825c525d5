from __future__ import annotations

from datetime import date

import pytest

from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling
from thidua_cli.law.rulings.record_verdicts import judge_record, record_verdicts
from thidua_cli.law.rulings.records import Record, YearRecord
from thidua_cli.law.rulings.rules import Subject, rule, rules

IN_2024 = date(2024, 12, 31)
HERE = Span("nguoi.csv", 3)


def verdicts(record: Record, day: date = IN_2024) -> dict[str, Ruling]:
    return {verdict.rule: verdict.ruling for verdict in record_verdicts(record, day)}


def test_a_person_is_judged_by_the_rules_of_the_titles_proposed() -> None:
    record = Record(
        {"titles": ("LDTT", "CSTDCS"), "rating": "HTXSNV", "months": 12, "takes_part": True},
        holder="ca-nhan",
    )
    found = verdicts(record)
    assert found["TD314"] is found["TD316"] is found["TD318"] is found["TD349"] is Ruling.PASS
    assert found["TD310"] is Ruling.NOT_IN_FORCE
    # Not what concerns a rating's own conditions without the facts, nor collectives, nor other titles.
    assert found["TD317"] is Ruling.UNDECIDED
    assert not {"TD302", "TD303", "TD309", "TD319", "TD346"} & set(found)


def test_a_collective_is_judged_by_its_own() -> None:
    record = Record({"titles": ("TTLDTT",), "tong_so": 10, "ldtt": 7, "rating": "HTTNV"}, holder="tap-the")
    found = verdicts(record)
    assert found["TD302"] is found["TD309"] is Ruling.PASS
    assert found["TD304"] is Ruling.UNDECIDED
    assert "TD316" not in found


def test_a_form_that_both_may_hold_goes_by_the_holder() -> None:
    person = verdicts(Record({"titles": ("BKT",)}, holder="ca-nhan"))
    unit = verdicts(Record({"titles": ("BKT",)}, holder="tap-the"))
    assert "TD328" in person
    assert "TD329" not in person
    assert "TD329" in unit
    assert "TD328" not in unit


def test_nothing_proposed_asks_nothing() -> None:
    assert record_verdicts(Record({}), IN_2024) == []
    rated = Record({"rating": "HTNV", "months": 5, "maternity": False}, holder="ca-nhan")
    found = verdicts(rated)
    assert set(found) == {"TD317", "TD339", "TD341", "TD342"}
    assert found["TD339"] is Ruling.FAIL


def test_a_verdict_names_the_person_the_place_and_the_article() -> None:
    record = Record({"titles": ("LDTT",), "months": 5}, name="Nguyễn Văn A", span=HERE, holder="ca-nhan")
    verdict = next(each for each in record_verdicts(record, IN_2024) if each.rule == "TD314")
    assert (verdict.subject, verdict.span, verdict.ruling) == ("Nguyễn Văn A", HERE, Ruling.FAIL)
    assert verdict.basis[0].document == "Thông tư 01/2024/TT-BNV"
    assert verdict.trace == ("5 < 6",)


def test_without_a_name_the_title_is_the_subject() -> None:
    (verdict,) = record_verdicts(Record({"titles": ("LDTT",)}), IN_2024, [rule("TD314")])
    assert verdict.subject == "LDTT"


def test_only_the_rules_given_are_asked() -> None:
    assert [
        each.rule for each in record_verdicts(Record({"titles": ("LDTT",)}), IN_2024, [rule("TD316")])
    ] == ["TD316"]


def test_the_award_year_may_be_another_than_that_of_the_day() -> None:
    # The year 2023, judged in January by the law of that day.
    record = Record(
        {"year": 2023, "titles": ("CSTDCS", "CSTDT")},
        {year: YearRecord(frozenset({"CSTDCS"})) for year in (2021, 2022)},
    )
    found = judge_record(rule("TD319"), record, date(2024, 1, 15))
    assert (found.ruling, found.trace) == (Ruling.PASS, ("2021 đến 2023: CSTĐCS",))


def test_the_history_speaks_where_the_facts_do_not() -> None:
    record = Record({}, {2024: YearRecord(frozenset({"LDTT"}), "HTXSNV")})
    assert judge_record(rule("TD318"), record, IN_2024).ruling is Ruling.PASS


@pytest.mark.parametrize("subject", Subject)
def test_every_subject_has_rules(subject: Subject) -> None:
    assert any(one.subject is subject for one in rules().values())


def test_table_rules_are_not_asked_of_a_record() -> None:
    found = verdicts(Record({"titles": ("CTDCP", "CSTDCS"), "rating": "HTXSNV", "htxsnv": 9, "httnv": 1}))
    assert not {"TD301", "TD312", "TD313", "TD338"} & set(found)
