"""The findings of the whole law of a day: what a local rule breaks, and how it stands to the national one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.catalogue import message_of
from thidua_cli.findings.finding import Finding, Severity
from thidua_cli.findings.formats.words import reason_of
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.law.local.conditions import condition_verdicts
from thidua_cli.law.local.overlay import Lawbook, laid_over
from thidua_cli.law.local.reading import read_pack
from thidua_cli.law.local.verdicts import dressed, due_findings
from thidua_cli.law.rulings.head_counts import UnitCounts, unit_verdicts
from thidua_cli.law.rulings.record_verdicts import record_verdicts
from thidua_cli.law.rulings.records import Record
from thidua_cli.law.rulings.rules import rules
from thidua_cli.source.text import SourceText

TABLE = Span("units.csv")
CAP = """\
cap:
  name: Trần của tỉnh
  over: TD301
  numbers:
    @ 2018-01-01
      value: {value}
"""


WHOLE = """\
pack:
  name: gia-lai
  level: province
  authority: UBND tỉnh
documents:
  qd:
    symbol: 35/2017/QĐ-UBND
    date: 2017-10-01
    issuer: UBND tỉnh
    title: Quy chế
    from: 2017-10-10
rules:
  cap:
    name: Trần của tỉnh
    over: TD301
    numbers:
      - from: 2018-01-01
        document: qd
        at: Điều 9
        checked: 2026-11-20
        value: {value}
"""


def judged(book: Lawbook, day: date, **counts: int) -> tuple[list[Verdict], list[Finding]]:
    units = [UnitCounts("Sở A", counts, Span("units.csv", 2))]
    verdicts = unit_verdicts(units, day, TABLE, (), book.on(day))
    verdicts = dressed([*verdicts, *condition_verdicts(units, book, day, TABLE)], book)
    return verdicts, due_findings(verdicts, book)


def cap(make_pack, value: str) -> Lawbook:
    return laid_over(rules(), [make_pack(CAP.format(value=value))])[0]


@pytest.mark.parametrize(
    ("value", "day", "cstdcs", "codes"),
    [
        # Stricter: it decides, and the national cap stays beside it.
        ("10%", date(2023, 12, 31), 10, []),
        ("10%", date(2023, 12, 31), 11, ["TD801"]),
        ("10%", date(2023, 12, 31), 16, ["TD301", "TD801"]),
        # Looser without delegation: only a note, the national one decides.
        ("20%", date(2023, 12, 31), 15, ["TD802"]),
        ("20%", date(2023, 12, 31), 16, ["TD301", "TD802"]),
        ("20%", date(2023, 12, 31), 21, ["TD301", "TD802"]),
        # The national law is silent: the local number decides, by its own document.
        ("10%", date(2024, 1, 1), 10, ["TD803"]),
        ("10%", date(2024, 1, 1), 11, ["TD801", "TD803"]),
    ],
)
def test_which_findings_are_due(value: str, day: date, cstdcs: int, codes: list[str], make_pack) -> None:
    verdicts, findings = judged(cap(make_pack, value), day, tong_so=100, ldtt=100, cstdcs=cstdcs)
    assert sorted(finding.code for finding in findings) == codes
    assert {verdict.rule for verdict in verdicts} >= {"TD301", "gia-lai:cap"}


@settings(deadline=None, max_examples=80)
@given(
    percent=st.integers(0, 100),
    ldtt=st.integers(0, 60),
    share=st.integers(0, 100),
    day=st.sampled_from([date(2022, 12, 31), date(2024, 12, 31)]),
)
def test_the_stricter_of_both_decides(percent: int, ldtt: int, share: int, day: date) -> None:
    cstdcs = ldtt * share // 100
    pack = read_pack(SourceText("goi.yaml", WHOLE.format(value=f"{percent}%"))).pack
    assert pack is not None
    _, findings = judged(laid_over(rules(), [pack])[0], day, ldtt=ldtt, cstdcs=cstdcs)
    caps = [percent, 15] if day.year < 2024 else [percent]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert bool(errors) is (cstdcs * 100 > ldtt * min(caps))


def test_what_a_national_rule_weighs_as_a_note_weighs_no_more_here(make_pack) -> None:
    text = CAP.replace("TD301", "TD302").format(value="80%")
    book = laid_over(rules(), [make_pack(text)])[0]
    verdict = Verdict(
        "gia-lai:cap", "ttldtt", Ruling.UNDECIDED, date(2024, 12, 31), TABLE, "khong-co-chi-tieu"
    )
    (dressed_,) = dressed([verdict], book)
    (finding,) = due_findings([dressed_], book)
    assert (finding.code, finding.severity) == ("TD801", Severity.INFO)


def test_a_missing_count_leaves_the_local_rule_open(make_pack) -> None:
    verdicts, findings = judged(cap(make_pack, "10%"), date(2024, 1, 1), tong_so=100, cstdcs=5)
    (local,) = [verdict for verdict in verdicts if verdict.rule == "gia-lai:cap"]
    assert local.ruling is Ruling.UNDECIDED
    (finding,) = [finding for finding in findings if finding.code == "TD801"]
    assert finding.severity is Severity.WARNING


def test_the_document_that_set_a_number_is_named(make_pack) -> None:
    _, findings = judged(cap(make_pack, "20%"), date(2023, 12, 31), ldtt=100, cstdcs=15)
    (note,) = findings
    said = message_of(note, "vi")
    for words in ("20%", "15%", "Quyết định số 35/2017/QĐ-UBND ngày 01/10/2017 của UBND tỉnh", "gia-lai:cap"):
        assert words in said
    # In 2023 a stricter number may be set: the note claims no more than that a looser one may not.
    assert "không cho đặt mức rộng hơn" in said
    assert (note.span.path, note.span.line) == ("gia-lai.yaml", 17)


def test_an_adopted_number_is_said_to_be_that(make_pack) -> None:
    text = CAP.replace("over", "adopts").replace("2018-01-01", "2026-10-01").format(value="15%")
    book = laid_over(rules(), [make_pack(text)])[0]
    verdicts, findings = judged(book, date(2026, 12, 31), tong_so=100, ldtt=100, cstdcs=16)
    assert [finding.code for finding in findings] == ["TD801", "TD804"]
    assert "quy định chung về Chiến sĩ thi đua cơ sở chưa được kiểm chứng" in message_of(findings[1], "vi")
    assert "UBND tỉnh" in message_of(findings[1], "vi")
    assert "TD301" not in {verdict.rule for verdict in verdicts}


CONDITION = """\
tu-5:
  name: Từ 5 người
  kind: condition
  title: TTLDXS
  requires: tong_so >= 5 or canh_cao == 1
  message: phải có từ 5 người
  message_en: at least five people
  numbers:
    @ 2018-01-01
"""


@pytest.mark.parametrize(
    ("counts", "ruling"),
    [
        ({"ttldxs": 1, "tong_so": 5}, Ruling.PASS),
        ({"ttldxs": 1, "tong_so": 4, "canh_cao": 0}, Ruling.FAIL),
        ({"ttldxs": 1, "tong_so": 4}, Ruling.UNDECIDED),
        ({"ttldxs": 2, "tong_so": 4, "canh_cao": 0}, Ruling.UNDECIDED),
        ({"ttldxs": 0, "tong_so": 4}, None),
        ({"tong_so": 4}, None),
    ],
)
def test_a_condition_on_a_proposed_collective(
    counts: dict[str, int], ruling: Ruling | None, make_pack
) -> None:
    book = laid_over(rules(), [make_pack(CONDITION)])[0]
    verdicts, findings = judged(book, date(2020, 1, 1), **counts)
    found = [verdict.ruling for verdict in verdicts if verdict.rule == "gia-lai:tu-5"]
    assert found == ([] if ruling is None else [ruling])
    due = [finding for finding in findings if finding.code == "TD801"]
    assert bool(due) is (ruling in (Ruling.FAIL, Ruling.UNDECIDED))


def test_the_words_of_a_condition_are_those_of_the_pack(make_pack) -> None:
    book = laid_over(rules(), [make_pack(CONDITION)])[0]
    verdicts, _ = judged(book, date(2020, 1, 1), ttldxs=1, tong_so=4, canh_cao=0)
    (verdict,) = [verdict for verdict in verdicts if verdict.rule == "gia-lai:tu-5"]
    assert "phải có từ 5 người; tổng số người (4) < 5" in reason_of(verdict, "vi")
    assert "at least five people" in reason_of(verdict, "en")
    missing, _ = judged(book, date(2020, 1, 1), ttldxs=1, tong_so=4)
    (open_,) = [verdict for verdict in missing if verdict.rule == "gia-lai:tu-5"]
    assert "thiếu số người bị kỷ luật từ cảnh cáo trở lên" in reason_of(open_, "vi")
    assert "people disciplined by a warning or more is missing" in reason_of(open_, "en")


def test_every_verdict_of_a_local_rule_has_words(make_pack) -> None:
    for value, counts in (
        ("10%", {"ldtt": 100, "cstdcs": 1}),
        ("10%", {"cstdcs": 1}),
        ("10%", {"ldtt": 0, "cstdcs": 0}),
    ):
        verdicts, _ = judged(cap(make_pack, value), date(2024, 1, 1), **counts)
        for verdict in verdicts:
            for lang in ("vi", "en"):
                assert reason_of(verdict, lang)
                assert "{" not in reason_of(verdict, lang)


STANDARD = """\
nam:
  name: Ba năm liên tục
  kind: criteria
  title: GK
  numbers:
    @ 2018-01-01
      criteria:
        at_least:
          fact: months
          value: 10
dang-ky:
  name: Đăng ký
  kind: precondition
  title: GK
  numerator: registered
  numbers:
    @ 2018-01-01
"""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"months": 9, "registered": False},
            {
                "Ba năm liên tục (gia-lai:nam), Giấy khen: không đạt tiêu chuẩn; số tháng công tác: 9 < 10",
                "Đăng ký (gia-lai:dang-ky), Giấy khen: không đạt yêu cầu",
            },
        ),
        (
            {"months": 10, "registered": True},
            {
                "Ba năm liên tục (gia-lai:nam), Giấy khen: đạt tiêu chuẩn; số tháng công tác: 10 ≥ 10",
                "Đăng ký (gia-lai:dang-ky), Giấy khen: đạt yêu cầu",
            },
        ),
    ],
)
def test_what_has_no_number_names_none_and_titles_go_by_name(
    facts: dict[str, int | bool], said: set[str], make_pack
) -> None:
    book = laid_over(rules(), [make_pack(STANDARD)])[0]
    record = Record({**facts, "titles": ("GK",)}, holder="ca-nhan")
    day = date(2024, 12, 31)
    found = record_verdicts(record, day, (local.rule for local in book.local.values()))
    words = {reason_of(verdict, "vi").partition(" (Điều 9")[0] for verdict in dressed(found, book)}
    assert words == said
