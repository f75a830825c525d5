"""Results as rows that people read and no sheet can run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.columns import match_columns
from thidua_cli.scoring.results.results import Results
from thidua_cli.scoring.results.rows import results_to_rows, safe
from thidua_cli.tables.collected import FindingLog

if TYPE_CHECKING:
    from thidua_cli.tables.table import Table

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": "Tỷ lệ A", "max": "20", "target": "60"}
GRADES = [{"name": "+Tốt", "from": "19"}]
TEXT = "don_vi;a\n=SUM(A1);55\nSở B;60\nSở C;\nSở D;60\nSở E;1\nsở e;2\n"


def say(key: str, **values: object) -> str:
    return f"{key}:{values['names']}" if values else key


def rows_of(results: Results | None) -> list[tuple[str, ...]]:
    assert results is not None
    return list(results_to_rows(results, say))


def test_ranks_ties_grades_and_why_there_is_no_rank(run: Run) -> None:
    assert rows_of(run(TEXT, LEAF, grades=GRADES)[0]) == [
        ("rank", "tied", "unit", "Tỷ lệ A", "total", "grade", "note"),
        ("1", "x", "Sở B", "20,00", "20,00", "'+Tốt", ""),
        ("1", "x", "Sở D", "20,00", "20,00", "'+Tốt", ""),
        ("3", "", "'=SUM(A1)", "18,33", "18,33", "ungraded", ""),
        ("", "", "Sở C", "", "0,00", "", "lacking:Tỷ lệ A"),
        ("", "", "sở e", "0,67", "0,67", "", "doubled"),
        ("", "", "Sở E", "0,33", "0,33", "", "doubled"),
    ]


def test_a_doubled_unit_that_lacks_data_says_both(run: Run) -> None:
    notes = {row[-1] for row in rows_of(run("don_vi;a\nA;\na;3\n", LEAF)[0])[1:]}
    assert notes == {"doubled; lacking:Tỷ lệ A", "doubled"}


def test_without_grades_nobody_is_called_ungraded(run: Run) -> None:
    assert [row[-2] for row in rows_of(run("don_vi;a\nA;1\n", LEAF)[0])] == ["grade", ""]


def test_criteria_of_one_name_are_told_apart_by_their_ids(run: Run) -> None:
    rules = [{"kind": "yes_no", "id": key, "name": "=Khác", "max": "1"} for key in "ab"]
    assert rows_of(run("don_vi;a;b\nA;x;x\n", *rules)[0])[0][3:5] == ("'=Khác (a)", "'=Khác (b)")


@pytest.mark.parametrize(
    "words",
    [
        {"rank": "Hạng", "tied": "Đồng hạng", "unit": "Đơn vị", "total": "Tổng điểm", "grade": "Xếp loại"},
        {"rank": "Rank", "tied": "Shared rank", "unit": "Unit", "total": "Total points", "grade": "Grade"},
    ],
)
def test_published_rows_can_be_read_again(
    run: Run, tabulate: Callable[[str], Table], words: dict[str, str]
) -> None:
    results, _ = run(TEXT, LEAF)
    assert results is not None
    buffer = io.StringIO()
    rows = results_to_rows(results, lambda key, **_: words.get(key, "Ghi chú"))
    csv.writer(buffer, delimiter=";").writerows(rows)
    table = tabulate(buffer.getvalue())
    findings = FindingLog()
    columns = match_columns(results.criteria, table, findings)
    assert columns is not None
    assert (columns.unit, columns.leaves, columns.counts, findings.close()) == (2, {"a": 3}, {}, [])
    assert [row.cell(4).text for row in table.rows][:3] == ["20,00", "20,00", "18,33"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_dangerous_openings_get_an_apostrophe(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Sở A", "1-2", "a=b"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe(text) == text
