"""`thidua rules`."""

from __future__ import annotations

import json
from typing import Any

import pytest

from thidua_cli.cli.main import execute
from thidua_cli.findings.catalogue import entries


def rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert execute(["rules", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(rules(capsys, "--format", "json", *arguments))
    return read


def test_every_code_by_family(capsys: pytest.CaptureFixture[str]) -> None:
    page = rules(capsys)
    assert "9xx – Chương trình:\n  TD900  lỗi       Phép kiểm tra gặp sự cố\n" in page
    assert [page.index(code) for code in entries()] == sorted(page.index(code) for code in entries())
    assert page.endswith("\nXem chi tiết từng mã bằng lệnh: thidua explain MÃ\n")


def test_every_code_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    listed = data(capsys, "--lang", "en")
    assert (listed["schema"], listed["in_force"]) == ("thidua.rules/1", None)
    assert [row["code"] for row in listed["rules"]] == list(entries())
    assert {row["title"] for row in listed["rules"]} >= {"A check crashed"}


@pytest.mark.parametrize(
    ("day", "state", "says"),
    [
        ("2014-10-14", "unknown", "dữ liệu chưa có quy định của thời điểm này"),
        ("2014-10-15", "in-force", "không quá 15% số người đạt Lao động tiên tiến"),
        ("31/12/2023", "in-force", "không quá 15% số người đạt Lao động tiên tiến"),
        ("01/01/2024", "none", "không có quy định chung của Trung ương"),
    ],
)
def test_the_law_on_a_day(day: str, state: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    [row] = [row for row in data(capsys, "--in-force", day)["rules"] if row["code"] == "TD301"]
    assert (row["state"], row["says"]) == (state, says)


def test_the_law_on_a_day_names_only_law(capsys: pytest.CaptureFixture[str]) -> None:
    page = rules(capsys, "--in-force", "31/12/2022")
    assert page.startswith("Các quy định xét tại ngày 31/12/2022\n")
    assert "TD900" not in page
    assert "không quá 15%" in page


@pytest.mark.parametrize(
    ("day", "named"),
    [
        ("31/12/2022", "Nghị định 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ: Quy định chi tiết"),
        ("01/3/2024", "Thông tư 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ (chưa kiểm chứng"),
        ("20/11/2026", "Luật 06/2026/QH16 ngày 23/4/2026 của Quốc hội"),
        ("30/6/2004", "dữ liệu chưa có văn bản của thời điểm này"),
    ],
)
def test_a_day_has_its_documents(day: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert named in " ".join(rules(capsys, "--in-force", day).split())


def test_the_documents_of_a_day_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    regime = data(capsys, "--in-force", "2025-09-01")["regime"]
    assert (regime["id"], regime["since"], regime["to"]) == ("R3", "2025-07-01", "2026-10-01")
    assert [(each["document"], each["verified"]) for each in regime["documents"]] == [
        ("Luật 06/2022/QH15", True),
        ("Nghị định 152/2025/NĐ-CP", True),
        ("Thông tư 01/2024/TT-BNV", False),
        ("Thông tư 15/2025/TT-BNV", True),
        # By what staff are rated; whether the older decree still holds was not read.
        ("Nghị định 90/2020/NĐ-CP", False),
        ("Nghị định 48/2023/NĐ-CP", True),
    ]
    assert data(capsys, "--in-force", "1999-01-01")["regime"] is None
    assert data(capsys)["regime"] is None


@pytest.mark.parametrize("code", ["TD307", "TD308"])
def test_silence_of_a_text_read_in_part_is_said_to_be_that(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = data(capsys, "--in-force", "2024-01-01")["rules"]
    assert [row["says"] for row in rows if row["code"] == code] == [
        "phần điều luật đã đọc không nêu điều kiện này"
    ]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("TD304", "không có cá nhân bị kỷ luật từ cảnh cáo trở lên"),
        ("TD306", "ít nhất 1 cá nhân trong tập thể đạt Chiến sĩ thi đua cơ sở"),
        ("TD307", "phải chọn trong số Tập thể lao động tiên tiến (ít nhất 1 danh hiệu)"),
        ("TD310", "đăng ký thi đua là điều kiện bắt buộc"),
    ],
)
def test_a_rule_says_what_it_asks_for(code: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = data(capsys, "--in-force", "31/12/2022")["rules"]
    assert [row["says"] for row in rows if row["code"] == code] == [says]


def test_rules_that_decide_nothing_share_a_heading(capsys: pytest.CaptureFixture[str]) -> None:
    page = rules(capsys, "--in-force", "31/12/2026")
    before, heading, after = page.partition("\nChưa kiểm chứng được nội dung:\n")
    assert heading
    assert page.count("chưa kiểm chứng được nội dung") == 0
    assert "TD346" in before
    assert "TD301" in after
    # Of a number that was not verified the number is still told.
    assert "  - TD344: Khen thưởng cấp Nhà nước quá một lần trong năm\n" in after
    assert "    số lần khen thưởng cấp Nhà nước trong năm không quá 1 (chưa kiểm chứng)\n" in after
    assert all(len(line) <= 78 for line in page.splitlines())


@pytest.mark.parametrize("day", ["31/12/2022", "31/12/2024", "31/12/2026", "01/3/2026"])
def test_no_rule_repeats_its_title_for_what_it_asks(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = data(capsys, "--in-force", day)["rules"]
    assert [row["code"] for row in rows if row["says"] in (row["title"], "")] == []
    assert [row["says"] for row in rows if "không đã" in row["says"]] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_rule_of_law_has_words_of_its_own(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for row in data(capsys, "--lang", lang, "--in-force", "31/12/2022")["rules"]:
        assert "law.says" not in row["says"]
        assert "{" not in row["says"]
