"""Whole reports on the real campaigns: every number of the prose, the golden texts, hostile tables.

`THIDUA_UPDATE_GOLDEN=1 python -m pytest tests/reporting/test_documents.py` writes the golden texts anew.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import CAMPAIGNS, HERE, PLANS, ROOT, made, numbers, only, prose, tables

from thidua_cli.document.blocks import Table
from thidua_cli.document.components import Appendix, Letterhead, Title
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.markdown.writer import write_markdown
from thidua_cli.reporting.kinds import Kind

GOLDEN = Path(__file__).with_name("golden")


def given_numbers(campaign: str) -> set[str]:
    """What the plan, its criteria and the law's own words say; not the table of the units."""
    folder = PLANS / campaign
    told = [(folder / name).read_text("utf-8") for name in ("plan.yaml", "criteria.yaml")]
    told += [" ".join(path.read_text("utf-8") for path in (ROOT / "docs" / "luat").glob("*.md"))]
    return numbers(" ".join(told))


@pytest.mark.parametrize("kind", ["bao-cao", "thong-bao", "to-trinh"])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_every_number_of_the_prose_stands_in_a_table_or_in_the_plan(campaign: str, kind: str) -> None:
    result = made(campaign, kind=kind, previous=(str(PLANS / campaign / "units.csv"),))
    document = only(result)
    known = numbers(" ".join(tables(document))) | given_numbers(campaign)
    for text in prose(document):
        assert numbers(text) <= known, (numbers(text) - known, text)


@settings(max_examples=15, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 120), st.integers(0, 9), st.integers(0, 60)), min_size=1, max_size=60
    )
)
def test_whatever_the_tables_say_the_prose_says_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("units") / "units.csv"
    lines = ["don_vi,ke-hoach,kiem-tra,ky-cuong,sang-kien,vi-pham,tong_so,lanh_dao,ldtt,cstdcs,ttldtt,ttldxs"]
    lines += [
        f"Phòng {'ABCDEFGHIJ'[at % 10] * (at // 10 + 1)},{plan},{checks},có,1,0,60,2,{heads},"
        f"{heads // 7},{heads % 2},0"
        for at, (plan, checks, heads) in enumerate(rows)
    ]
    path.write_text("\n".join(lines), "utf-8")
    result = made("gia-lai-2018", units=path, previous=(str(path),))
    document = only(result)
    known = numbers(" ".join(tables(document))) | given_numbers("gia-lai-2018")
    for text in prose(document):
        assert numbers(text) <= known, (numbers(text) - known, text)


@pytest.mark.parametrize(
    ("name", "campaign", "period", "more"),
    [
        ("ha-tinh-nam", "ha-tinh-2022", "nam", {"issued": date(2022, 12, 20)}),
        (
            "gia-lai-quy-2",
            "gia-lai-2018",
            "Quý II/2018",
            {
                "actuals": str(HERE / "gia-lai-actuals.csv"),
                "previous": (str(HERE / "gia-lai-previous.csv"), str(HERE / "gia-lai-previous-actuals.csv")),
                "previous_period": "quý I",
            },
        ),
    ],
)
def test_golden(name: str, campaign: str, period: str, more: dict[str, Any]) -> None:
    text = write_markdown(only(made(campaign, period, **more))).decode()
    path = GOLDEN / f"{name}.md"
    if os.environ.get("THIDUA_UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_head_of_a_report() -> None:
    document = only(made("ha-tinh-2022", "6 tháng", issued=date(2022, 6, 25)))
    head, title = document.blocks[0], document.blocks[1]
    assert isinstance(head, Letterhead)
    assert isinstance(title, Title)
    assert head.number.endswith("/BC-KKTKT")
    assert head.place_date == "Hà Tĩnh, ngày 25 tháng 6 năm 2022"
    assert title.kind == "Báo cáo"
    assert title.subject.startswith("Kết quả 6 tháng đầu năm 2022 thực hiện Kế hoạch")
    assert document.date == date(2022, 6, 25)


@pytest.mark.parametrize(("kind", "symbol"), [("thong-bao", "/TB-SCT"), ("to-trinh", "/TTr-SCT")])
def test_types_have_their_own_symbol(kind: str, symbol: str) -> None:
    head = only(made("gia-lai-2018", kind=kind)).blocks[0]
    assert isinstance(head, Letterhead)
    assert head.number.endswith(symbol)


def test_what_lies_in_the_period_and_after_it() -> None:
    text = "\n".join(prose(only(made("gia-lai-2018", "6-thang"))))
    before, _, after = text.partition("Phương hướng, nhiệm vụ 6 tháng cuối năm 2018")
    assert "Đợt thứ nhất" in before
    assert "Đợt thứ hai" not in before.casefold()
    assert "đợt thứ hai" in after
    assert "30/8/2018" in after


def test_a_score_sheet_for_every_unit() -> None:
    result = made("gia-nghia-2022", kind="bang-tu-cham")
    assert len(result.documents) == 8
    assert len({name for name, _ in result.documents}) == 8
    assert len(made("gia-nghia-2022", kind="bang-tu-cham", of=("phường nghĩa đức",)).documents) == 1


def test_appendices_alone_have_no_letterhead() -> None:
    document = only(made("gia-lai-2018", kind="phu-luc"))
    assert isinstance(document.blocks[0], Appendix)
    names = [block.name for block in document.blocks if isinstance(block, Appendix)]
    assert names == ["Phụ lục I", "Phụ lục II"]
    assert not any(isinstance(block, Letterhead) for block in document.blocks)
    quarter = only(made("gia-lai-2018", "quy-2", "phu-luc")).blocks
    # Awards are proposed at the end of the year.
    assert [block.name for block in quarter if isinstance(block, Appendix)] == ["Phụ lục"]


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_same_input_same_bytes(kind: str) -> None:
    first, second = (made("ha-nam-2022", kind=kind).documents for _ in range(2))
    assert [write_docx(document) for _, document in first] == [write_docx(document) for _, document in second]


def test_values_are_never_markup(tmp_path: Path) -> None:
    names = ["@type QUYẾT ĐỊNH", "| a | b |", "[[điền]] **đậm**", "# I. Đề mục", "{{ 7*7 }}", "|= Cụm A"]
    header, *rows = (PLANS / "gia-lai-2018" / "units.csv").read_text("utf-8").splitlines()
    path = tmp_path / "units.csv"
    lines = [f'"{name}",{row.partition(",")[2]}' for name, row in zip(names, rows, strict=False)]
    path.write_text("\n".join((header, *lines)), "utf-8")
    document = only(made("gia-lai-2018", units=path))
    usual = only(made("gia-lai-2018"))
    assert [type(block) for block in document.blocks if isinstance(block, Title | Letterhead | Appendix)] == [
        type(block) for block in usual.blocks if isinstance(block, Title | Letterhead | Appendix)
    ]
    shown = set(tables(document))
    assert set(names) <= shown


def test_thousands_of_units_make_a_bounded_document(tmp_path: Path) -> None:
    header, *rows = (PLANS / "gia-nghia-2022" / "units.csv").read_text("utf-8").splitlines()
    path = tmp_path / "units.csv"
    lines = [f"Xã {at},{rows[at % len(rows)].partition(',')[2]}" for at in range(2000)]
    path.write_text("\n".join((header, *lines)), "utf-8")
    result = made("gia-nghia-2022", units=path)
    assert "TD657" in [finding.code for finding in result.findings]
    document = only(result)
    assert sum(len(block.rows) for block in document.blocks if isinstance(block, Table)) < 2000
    assert any("2.000/2.000" in text for text in prose(document))
