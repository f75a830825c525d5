"""What reports say, and what they leave to the officer: proposals, periods, competences, what nobody told."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_reports import CAMPAIGNS, HERE, PLANS, made, only, prose, tables, unmarked

from thidua_cli.document.blocks import Heading, Table, plain
from thidua_cli.document.components import Appendix
from thidua_cli.document.markdown.writer import write_markdown
from thidua_cli.reporting.kinds import Kind
from thidua_cli.vietnamese.roman import roman

if TYPE_CHECKING:
    from pathlib import Path

    from thidua_cli.document.blocks import Document


@pytest.mark.parametrize(
    ("period", "proposed"), [("quy-2", False), ("6-thang", False), ("so-ket", True), ("nam", True)]
)
def test_awards_are_proposed_when_they_are_due(period: str, proposed: bool) -> None:
    headings = [block for block in only(made("ha-nam-2022", period)).blocks if isinstance(block, Heading)]
    told = [unmarked(block.runs) for block in headings if block.level == 1]
    assert any("đề nghị khen thưởng" in text.casefold() for text in told) is proposed
    assert [text.partition(".")[0] for text in told] == [roman(at + 1) for at in range(5 + proposed)]


def test_proposals_are_no_results() -> None:
    text = write_markdown(only(made("ha-tinh-2022", "6-thang"))).decode()
    assert "mới có số đề nghị 817/908 (89,98%), chưa có quyết định công nhận" in text
    assert "chỉ tiêu chưa đạt" not in text


def test_a_result_that_is_not_what_was_proposed(tmp_path: Path) -> None:
    path = tmp_path / "kq.csv"
    path.write_text("Chỉ tiêu;Kết quả\nldtt;91%\ncstdcs;13,11%\n", "utf-8")
    result = made("ha-tinh-2022", actuals=str(path))
    (found,) = (finding for finding in result.findings if finding.code == "TD661")
    assert (found.span.cell, found.values["proposed"]) == ("B2", "817/908 (89,98%)")
    assert "các đơn vị đề nghị 817/908 (89,98%)" in " ".join(tables(only(result)))


def test_nobody_knows_which_rows_are_collectives() -> None:
    result = made("gia-lai-2018")
    assert "TD662" in [finding.code for finding in result.findings]
    assert not any("7/8" in text for text in (*prose(only(result)), *tables(only(result))))


def test_so_far_ends_on_a_day_that_is_named() -> None:
    day = date(2022, 8, 15)
    document = only(made("gia-nghia-2022", "so-ket", issued=day, as_of=day))
    text = " ".join((*prose(document), *tables(document)))
    assert "báo cáo kết quả từ ngày 01/01/2022 đến ngày 15/8/2022 như sau" in text
    assert "31/12/2022" not in text
    titles = [block.title for block in document.blocks if isinstance(block, Appendix)]
    assert len(titles) == 2
    assert all("15/8/2022" in title for title in titles)


@pytest.mark.parametrize(
    ("before", "code", "moved"),
    [
        ({"previous_period": "quy-1"}, "", "+10.162,5 tỷ đồng"),
        ({}, "TD663", "–"),
        ({"previous_period": "nam/2017"}, "TD663", "–"),
    ],
)
def test_only_results_of_like_periods_are_subtracted(before: dict[str, str], code: str, moved: str) -> None:
    previous = (str(HERE / "gia-lai-previous-actuals.csv"),)
    actuals = str(HERE / "gia-lai-actuals.csv")
    result = made("gia-lai-2018", "quy-2", actuals=actuals, previous=previous, **before)
    assert [finding.code for finding in result.findings if finding.code == "TD663"] == [code] * bool(code)
    compared = [block for block in only(result).blocks if isinstance(block, Table)][-2]
    assert plain(compared.rows[0][3]) == moved


def test_commemorations_stand_in_the_order_of_their_days() -> None:
    (told,) = (text for text in prose(only(made("ha-tinh-2022"))) if "hoạt động chào mừng" in text)
    days = re.findall(r" - (\d\d)/(\d+)/2022\)", told)
    assert days == sorted(days, key=lambda each: (int(each[1]), int(each[0])))
    assert told.count("kỷ niệm") == len(days) > 5


def test_a_submission_splits_what_others_decide() -> None:
    text = write_markdown(only(made("ha-nam-2022", kind="to-trinh"))).decode().partition("Nơi nhận")[0]
    own, _, asked = text.partition("Kính đề nghị UBND tỉnh Hà Nam xem xét")
    assert "- Chiến sĩ thi đua cơ sở: 08 người." in own
    assert "Chiến sĩ thi đua cơ sở" not in asked
    assert "- Tập thể lao động xuất sắc: 02 tập thể, do **\\[Chủ tịch UBND tỉnh Hà Nam" in asked


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_no_document_says_what_the_program_does_not_know(campaign: str, kind: str) -> None:
    voice = ("dữ liệu pháp luật", "Chưa đủ căn cứ", "chưa được kiểm chứng", "chưa xét", "?")
    for _, document in made(campaign, kind=kind).documents:
        text = " ".join((*prose(document), *tables(document)))
        assert not [words for words in voice if words in text]


def test_the_empty_cells_of_the_table_of_points_are_explained_where_there_are_some(tmp_path: Path) -> None:
    def explained(document: Document) -> bool:
        return any(text.startswith("Ô để trống là tiêu chí không giao") for text in prose(document))

    assert not explained(only(made("gia-lai-2018")))
    units = (PLANS / "gia-lai-2018" / "units.csv").read_text("utf-8")
    path = tmp_path / "units.csv"
    path.write_text(units.replace("Văn phòng Sở,98,", "Văn phòng Sở,,"), "utf-8")
    assert explained(only(made("gia-lai-2018", units=path)))
