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
        ("Ghi chú;Danh hiệu\nA;LĐTT\n", DAY, ("TD367", "")),
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
    assert shown(findings) == [
        ("TD365", "lam-tron", "A2"),
        ("TD365", "luong-co-so-truoc", "A2"),
    ]
    assert [finding.values["count"] for finding in findings] == ["2", "3"]
    assert findings[0].values["amounts"] == "760.000 / 710.000 / 700.000"
    assert found is not None
    total = sums(found.payments)
    assert (total.settled, total.certain, total.low, total.high) == (0, 0, 3_740_000, 4_050_000)


def test_a_person_may_vouch_for_what_is_open(tmp_path: Path) -> None:
    text = "Họ và tên;Danh hiệu\nA;LĐTT\nB;CSTĐCS\n"
    found, findings = paid(tmp_path, text, TODAY, Answers(2_530_000, "up"))
    assert findings == []
    assert found is not None
    assert [each.certain for each in found.payments] == [760_000, 2_530_000]


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
    assert ("TD365", "toi-da", "A2") in shown(findings)
    assert found is not None
    (payment,) = found.payments
    assert Doubt.CEILING in payment.doubts
    assert (payment.low, payment.high) == (0, 1_410_000)
