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


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_rule_of_law_has_words_of_its_own(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for row in data(capsys, "--lang", lang, "--in-force", "31/12/2022")["rules"]:
        assert "law.says" not in row["says"]
        assert "{" not in row["says"]
