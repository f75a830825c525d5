"""Lists of awards as offices write them, and the money that goes with them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from thidua_cli.findings.catalogue import entries, message_of
from thidua_cli.findings.finding import Finding
from thidua_cli.law.bonuses.amounts import Doubt
from thidua_cli.law.bonuses.answers import NO_ANSWERS, Answers
from thidua_cli.law.bonuses.payments import sums
from thidua_cli.rosters.awards.bonuses import PaidList, paid_list
from thidua_cli.rosters.awards.sections import Section
from thidua_cli.tables.reader import read_table

DAY = date(2024, 8, 1)
TODAY = date(2026, 11, 20)


def paid(
    folder: Path, text: str, day: date | None = DAY, answers: Answers = NO_ANSWERS
) -> tuple[PaidList | None, list[Finding]]:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    table, _ = read_table(path, "list.csv")
    assert table is not None
    found, findings = paid_list(table, day, answers)
    for finding in findings:
        known = entries()[finding.code].words["vi"]["messages"]
        assert (finding.variant or "default") in known, (finding.code, finding.variant)
        for lang in ("vi", "en"):
            assert "{" not in message_of(finding, lang), (finding.code, finding.variant)
    return found, findings


def shown(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(finding.code, finding.variant, finding.span.cell) for finding in findings]


def test_a_list_with_its_own_days_and_holders(tmp_path: Path) -> None:
    found, findings = paid(
        tmp_path,
        "STT;Họ và tên;Đơn vị;Danh hiệu, hình thức khen thưởng;Đối tượng;Ngày quyết định;Ghi chú\n"
        "1;Nguyễn Văn A;Phòng B;LĐTT;cá nhân;31/12/2023;\n"
        "2;Phòng B;;Bằng khen của Bộ;tập thể;15/7/2025;\n"
        "3;Trần C;Phòng B;Danh hiệu Chiến sỹ thi đua cơ sở;;Số 12/QĐ-SNV ngày 05/01/2025;\n",
        None,
    )
    assert findings == []
    assert found is not None
    awards = [(each.award.title, each.award.holder, each.award.day, each.certain) for each in found.payments]
    assert awards == [
        ("LDTT", "ca-nhan", date(2023, 12, 31), 540_000),
        ("BKB", "tap-the", date(2025, 7, 15), 7_020_000),
        ("CSTDCS", "ca-nhan", date(2025, 1, 5), 2_340_000),
    ]


def test_lines_above_tell_of_those_below(tmp_path: Path) -> None:
    found, findings = paid(
        tmp_path,
        "STT;Họ và tên;Đơn vị\n"
        "A;TẬP THỂ;\n"
        "I;Danh hiệu Lao động tiên tiến;\n"
        "1;Phòng B;Sở\n"
        "B;CÁ NHÂN;\n"
        "II.;Danh hiệu Lao động tiên tiến;\n"
        "2;Nguyễn Văn A;Phòng B\n"
        ";Tổng cộng: 02;\n"
        ";Người lập biểu;\n"
        ";Trần Thị D;\n",
    )
    assert found is not None
    assert [(each.award.name, each.award.title) for each in found.payments] == [
        ("Phòng B", "TTLDTT"),
        ("Nguyễn Văn A", "LDTT"),
    ]
    assert findings == []


@pytest.mark.parametrize(
    ("heading", "holder"),
    [
        ("A. Khen thưởng tập thể", "tap-the"),
        ("I. ĐỐI VỚI CÁ NHÂN", "ca-nhan"),
        ("B. Các tập thể thuộc Sở", "tap-the"),
        ("I. Tặng Giấy khen cho cá nhân", "ca-nhan"),
        ("Cá nhân (02)", "ca-nhan"),
        ("I. Văn phòng", None),
    ],
)
def test_a_heading_tells_whom_it_is_about(tmp_path: Path, heading: str, holder: str | None) -> None:
    found, _ = paid(tmp_path, f"Họ và tên;Danh hiệu\n{heading};\nA;Giấy khen\n")
    assert found is not None
    assert isinstance(found.entries[0], Section)
    assert [each.award.holder for each in found.payments] == [holder]


@pytest.mark.parametrize(
    "heading",
    [
        "Họ và tên, tên tập thể",
        "Họ tên, đơn vị",
        "Tên tập thể/cá nhân",
        "Họ và tên cá nhân, tên tập thể",
        "Cá nhân, tập thể được khen thưởng",
        "Tên cá nhân/tập thể đề nghị khen thưởng",
        "Đơn vị",
        "Tên cơ quan, đơn vị",
    ],
)
def test_headings_of_who_is_awarded(tmp_path: Path, heading: str) -> None:
    found, findings = paid(tmp_path, f"STT;{heading};Danh hiệu\n1;Phòng A;TTLĐTT\n")
    assert findings == []
    assert found is not None
    assert [each.award.name for each in found.payments] == ["Phòng A"]


def test_a_list_keeps_its_sections_and_its_lines(tmp_path: Path) -> None:
    found, _ = paid(
        tmp_path,
        "STT;Họ và tên;Chức vụ;Đơn vị;Danh hiệu\n"
        "I;TẬP THỂ (02 tập thể);;;\n"
        "1;Giấy khen cho các tập thể;;;\n"
        "1;Phòng B;;Sở;\n"
        "2;Tặng quà;;;\n"
        "1;Phòng C;;Sở;\n"
        "II;CÁ NHÂN: 03;;;\n"
        "1;Nguyễn Văn A;Kế toán;Phòng B;LĐTT\n"
        "2;;;Phòng B;LĐTT\n"
        "3;Khen thưởng;;;\n"
        "3;Trần Thị D;;Phòng B;\n",
    )
    assert found is not None
    told = [
        (entry.shown, entry.depth)
        if isinstance(entry, Section)
        else (entry.line.number, entry.line.name, entry.payment and entry.payment.award.title)
        for entry in found.entries
    ]
    assert told == [
        ("I. TẬP THỂ (02 tập thể)", 0),
        ("1. Giấy khen cho các tập thể", 1),
        ("1", "Phòng B", "GK"),
        # What is below a heading that is not understood gets nothing of the heading before it.
        ("2. Tặng quà", 1),
        ("1", "Phòng C", None),
        ("II. CÁ NHÂN: 03", 0),
        ("1", "Nguyễn Văn A", "LDTT"),
        ("2", "", None),
        ("3. Khen thưởng", 1),
        ("3", "Trần Thị D", None),
    ]
    assert found.left_out == 3
    assert found.payments[0].award.holder == "tap-the"


def test_a_chief_among_the_awarded_is_no_signature(tmp_path: Path) -> None:
    found, findings = paid(
        tmp_path,
        "Họ và tên;Chức vụ, đơn vị công tác;Danh hiệu\nA;Trưởng phòng, Phòng B;LĐTT\nB;Phòng B;LĐTT\n",
    )
    assert findings == []
    assert found is not None
    assert len(found.payments) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("A;X;Chiến sĩ thi đua cơ quan;", [("TD360", "near", "C2")]),
        # What is not recognised is not therefore another award that looks a little like it.
        ("A;X;Kỷ vật chương Lao động;", [("TD360", "", "C2")]),
        ("A;X;Giấy khen của Công đoàn ngành;", [("TD360", "", "C2")]),
        ("A;X;Bằng khen;", [("TD360", "whose", "C2")]),
        ("A;X;Quà tặng;", [("TD360", "", "C2")]),
        ("A;X;;cá nhân", [("TD360", "missing", "A2")]),
        ("A;X;HTXSNV;", [("TD360", "rating", "C2")]),
        (";X;LĐTT;", [("TD361", "", "A2")]),
        ("A;X;LĐTT;nhóm", [("TD364", "text", "D2")]),
        ("A;X;CSTĐCS;tập thể", [("TD364", "only-ca-nhan", "A2")]),
        ("A;X;TTLĐXS;cá nhân", [("TD364", "only-tap-the", "A2")]),
    ],
)
def test_a_line_that_is_not_understood_is_a_finding(
    tmp_path: Path, rows: str, expected: list[tuple[str, str, str]]
) -> None:
    header = "Họ và tên;Đơn vị;Danh hiệu;Đối tượng\n"
    _, findings = paid(tmp_path, f"{header}{rows}\nB;X;LĐTT;\n")
    assert shown(findings) == expected


def test_what_the_list_does_not_tell_is_asked(tmp_path: Path) -> None:
    _, findings = paid(tmp_path, "Họ và tên;Danh hiệu\nPhòng A;Huân chương Lao động hạng Ba\n")
    assert shown(findings) == [("TD364", "", "A2")]
    _, findings = paid(tmp_path, "Họ và tên;Đơn vị;Danh hiệu\nA;X;LĐTT\nA;X;LĐTT\n")
    assert shown(findings) == [("TD363", "", "A3")]
    assert findings[0].values["first_row"] == "2"
    _, findings = paid(tmp_path, "Họ và tên;Đơn vị;Danh hiệu\nA;X;LĐTT\nA;X;CSTĐCS\n")
    assert shown(findings) == [("TD366", "", "A3")]
    _, findings = paid(tmp_path, "Họ và tên;Danh hiệu;Đối tượng\nA;LĐTT;\nA;HCLĐ3;cá nhân\n")
    assert shown(findings) == [("TD366", "ca-hai", "A3")]
    _, findings = paid(tmp_path, "Họ và tên;Danh hiệu\nA;LĐTT\nA;CSTĐCS\n", date(2022, 1, 1))
    assert ("TD366", "chua-kiem-chung", "A3") in shown(findings)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Họ và tên;Danh hiệu\nA;LĐTT\n", None, ("TD362", "list")),
        ("Họ và tên;Danh hiệu;Ngày quyết định\nA;LĐTT;tháng 1/2024\n", None, ("TD362", "text")),
        ("Họ và tên;Danh hiệu;Ngày quyết định\nA;LĐTT;31/11/2025\n", None, ("TD362", "no-such-day")),
        (
            "Họ và tên;Danh hiệu;Ngày quyết định\nA;LĐTT;QĐ số 1 ngày 31/11/2025\n",
            None,
            ("TD362", "no-such-day"),
        ),
        ("Họ và tên;Danh hiệu;Ngày\nA;LĐTT;1/2/2024\n", None, ("TD367", "near")),
        ("Ghi chú;Danh hiệu\nA;LĐTT\n", DAY, ("TD367", "")),
        # A column that may name who is awarded keeps that of units from being taken for it.
        ("Tên gọi;Đơn vị;Danh hiệu\nA;X;LĐTT\n", DAY, ("TD367", "name")),
        ("Họ, tên và bí danh;Đơn vị;Danh hiệu\nA;X;LĐTT\n", DAY, ("TD367", "name")),
        ("Họ và tên;Danh hiệu\nA;Quà\n", DAY, ("TD367", "empty")),
        ("Họ và tên;Danh hiệu;Danh hiệu thi đua\nA;LĐTT;x\n", DAY, ("TD522", "")),
        ("Họ và tên;Danh hiệuu\nA;LĐTT\n", DAY, ("TD367", "near")),
    ],
)
def test_a_list_that_cannot_be_used(
    tmp_path: Path, text: str, day: date | None, expected: tuple[str, str]
) -> None:
    found, findings = paid(tmp_path, text, day)
    assert found is None
    assert expected in [(finding.code, finding.variant) for finding in findings]


def test_numbers_that_are_not_verified_are_asked_once(tmp_path: Path) -> None:
    found, findings = paid(tmp_path, "Họ và tên;Danh hiệu\nA;LĐTT\nB;LĐTT\nC;CSTĐCS\n", TODAY)
    assert shown(findings) == [("TD365", "luong-co-so-truoc", "A2")]
    assert [finding.values["count"] for finding in findings] == ["3"]
    assert findings[0].values["verified"] == "2.340.000"
    assert found is not None
    total = sums(found.payments)
    assert (total.settled, total.certain, total.low, total.high) == (0, 0, 4_050_000, 4_050_000)


def test_a_person_may_vouch_for_what_is_open(tmp_path: Path) -> None:
    text = "Họ và tên;Danh hiệu\nA;LĐTT\nB;CSTĐCS\n"
    found, findings = paid(tmp_path, text, TODAY, Answers(2_530_000, "up"))
    assert findings == []
    assert found is not None
    assert [each.certain for each in found.payments] == [760_000, 2_530_000]


def test_only_what_was_used_counts_as_vouched_for(tmp_path: Path) -> None:
    text = "Họ và tên;Danh hiệu;Đối tượng;Ngày quyết định\nA;BKT;cá nhân;1/8/2024\nB;CSTĐCS;;1/8/2025\n"
    answers = Answers(2_000_000, "up", {"BKT": Fraction(3, 2), "CSTDCS": Fraction(2)})
    found, findings = paid(tmp_path, text, None, answers)
    assert [each.values["answer"] for each in findings] == ["--base-salary", "--multiple CSTDCS"]
    assert found is not None
    # The rounding of 2025 is open, but whole sums are not rounded: no contradiction, and nothing vouched for.
    assert found.answers == Answers(None, None, {"BKT": Fraction(3, 2)})
    assert [each.certain for each in found.payments] == [3_510_000, 2_340_000]


def test_remarks_that_are_alike_are_one(tmp_path: Path) -> None:
    lines = "".join(f"{name};X;{award}\n" for name in "ABCDE" for award in ("LĐTT", "CSTĐCS", "Quà tặng"))
    found, findings = paid(tmp_path, f"Họ và tên;Đơn vị;Danh hiệu\n{lines}")
    assert shown(findings) == [("TD360", "", "C4"), ("TD366", "", "A3")]
    assert (findings[0].values["count"], findings[1].values["receivers"]) == ("5", "5")
    assert found is not None
    assert [len(remark.rows) for remark in found.remarks] == [5, 5]


@pytest.mark.parametrize(
    "answers", [Answers(2_530_000), Answers(mode="up"), Answers(multiples={"LDTT": Fraction(1)})]
)
def test_nobody_vouches_against_a_verified_number(tmp_path: Path, answers: Answers) -> None:
    found, findings = paid(tmp_path, "Họ và tên;Danh hiệu\nA;LĐTT\n", DAY, answers)
    assert shown(findings) == [("TD369", "", "A1")]
    assert found is not None
    assert found.payments[0].certain == 710_000


def test_a_multiple_that_is_vouched_for_is_doubled_for_a_collective(tmp_path: Path) -> None:
    text = "Họ và tên;Danh hiệu;Đối tượng\nA;Bằng khen của Bộ;cá nhân\nB;Bằng khen của Bộ;tập thể\nC;KNC;\n"
    answers = Answers(multiples={"BKB": Fraction(3, 2), "KNC": Fraction(1, 2)})
    found, findings = paid(tmp_path, text, DAY, answers)
    assert findings == []
    assert found is not None
    assert [each.certain for each in found.payments] == [3_510_000, 7_020_000, 1_170_000]


def test_a_ceiling_is_no_sum(tmp_path: Path) -> None:
    found, findings = paid(tmp_path, "Họ và tên;Danh hiệu\nA;Kỷ niệm chương\n", date(2025, 8, 1))
    assert shown(findings) == [("TD365", "toi-da", "A2")]
    assert found is not None
    (payment,) = found.payments
    assert Doubt.CEILING in payment.doubts
    assert (payment.low, payment.high) == (0, 1_410_000)
