"""`thidua explain`."""

from __future__ import annotations

import json
import re

import pytest

from thidua_cli.cli.main import execute
from thidua_cli.findings.catalogue import entries
from thidua_cli.law.rulings.rules import rules

TD903 = """\
TD903 chu-thich-bo-qua-thieu-ly-do (warning)
Suppression without a reason

Why:
  Whoever reads the file later must know why a finding is ignored. Without a
  reason the comment has no effect.

Messages:
  - the comment that ignores … gives no reason, so it has no effect

Expected:
  - # thidua: …[…] the reason

Fix:
  Write the reason after the square bracket.

An example that is found:
    period: 2022   # thidua: ignore[TD901]

An example that is not:
    period: 2022   # thidua: ignore[TD901] giữ lại để đối chiếu với bản đã ký
"""


def explain(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert execute(["explain", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


@pytest.mark.parametrize("code", ["TD903", "td903", "chu-thich-bo-qua-thieu-ly-do"])
def test_the_page(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(capsys, code, "--lang", "en") == TD903


def test_a_rule_of_law_shows_its_numbers_over_time(capsys: pytest.CaptureFixture[str]) -> None:
    page = explain(capsys, "TD301")
    history = page.partition("Quy định qua các thời kỳ:\n")[2]
    first = "- từ 01/10/2017 đến hết 31/12/2023: không quá 15% số người đạt Lao động tiên\n    tiến\n"
    assert f"{first}    Nghị định 91/2017/NĐ-CP" in history
    assert "- từ 01/01/2024 đến hết 30/9/2026: không có quy định chung của Trung ương" in history
    assert "waivers" in page
    assert "ignore[" not in page


def test_a_rule_of_law_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(explain(capsys, "TD301", "--format", "json"))
    [number] = [one for one in data["law"] if one["since"] == "2017-10-01"]
    assert data["legal"] is True
    assert (number["to"], number["state"], number["value"]) == ("2024-01-01", "in-force", "3/20")
    assert number["basis"][0]["document"] == "Nghị định 91/2017/NĐ-CP"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_every_code_can_be_explained(lang: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    for code, entry in entries().items():
        page = explain(capsys, code, "--lang", lang, "--format", form)
        assert entry.name in page
        assert entry.text("title", lang) in page
        if form == "text":
            own = page.partition(entry.example["fires"].splitlines()[0])[0].splitlines()[2:]
            assert max(map(len, own)) <= 78


def test_what_may_be_suppressed_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert "# thidua: ignore[TD012] lý do" in explain(capsys, "TD012")
    assert "ignore[" in explain(capsys, "TD540")
    for elsewhere in ("TD001", "TD530", "TD601", "TD900"):
        assert "ignore[" not in explain(capsys, elsewhere)


def test_of_many_messages_the_usual_one_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    listed = explain(capsys, "TD102").partition("Thông báo:\n")[2].partition("\n\n")[0]
    assert listed == "  - không có mục nào tên “…” ở đây"


def flat(page: str) -> str:
    return " ".join(page.split())


def quotes(page: str) -> list[str]:
    return re.findall(r": “(.{30,}?)” ", flat(page) + " ")


def test_readings_are_numbered_each_with_for_whom(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(explain(capsys, "TD312", "--as-of", "2026-03-01"))
    asked = page.partition("Vào ngày 01/3/2026: ")[2].partition(" Thông báo:")[0]
    assert asked == (
        "số người xếp loại Hoàn thành xuất sắc nhiệm vụ, tùy đối tượng (trừ người lao động)"
        " (1) công chức, đơn vị xếp loại dưới mức hoàn thành xuất sắc nhiệm vụ:"
        " không quá 20% số người xếp loại Hoàn thành tốt nhiệm vụ"
        " (2) công chức, đơn vị xếp loại hoàn thành xuất sắc nhiệm vụ:"
        " không quá 25% số người xếp loại Hoàn thành tốt nhiệm vụ"
        " (chỉ thấy trong tài liệu thực hành, chưa phải nguồn luật)"
        " (3) viên chức: chưa đọc được văn bản áp dụng"
    )
    # In the history the same, with what each reading rests on.
    assert asked.partition(" (1) ")[2] in page.partition("Vào ngày")[0]
    assert "Nghị định 335/2025/NĐ-CP, cho (1), (2): “" in page


@pytest.mark.parametrize("code", [code for code in entries() if rules().get(code)])
def test_a_page_quotes_once_and_names_no_id(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = explain(capsys, code)
    found = quotes(page)
    assert len(found) == len(set(found))
    ids = {reading.id for number in rules()[code].numbers for reading in number.readings if "-" in reading.id}
    assert not [ident for ident in ids if ident in page]
    assert "cong-chuc" not in page


def test_an_unverified_number_is_shown_as_that(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(explain(capsys, "TD312", "--as-of", "2025-10-01"))
    assert page.partition("Vào ngày 01/10/2025: ")[2].startswith(
        "số người xếp loại Hoàn thành xuất sắc nhiệm vụ không quá 20% số người xếp loại Hoàn thành tốt nhiệm"
        " vụ (chưa kiểm chứng) (trừ người lao động) "
    )
    # Where nothing was read there is nothing to show.
    assert "chưa kiểm chứng được nội dung" in flat(explain(capsys, "TD310", "--as-of", "2026-11-20"))
