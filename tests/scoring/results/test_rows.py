"""Results as rows that people read and no sheet can run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.rosters.reading.rows import UNIT
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.results.rows import results_to_rows
from thidua_cli.scoring.standings.results import Results

if TYPE_CHECKING:
    from thidua_cli.tables.table import Table

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": "Tỷ lệ A", "max": "20", "target": "60"}
GRADES = [{"name": "+Tốt", "from": "19"}]
TEXT = "don_vi;a\n=SUM(A1);55\nSở B;60\nSở C;\nSở D;60\nSở E;1\nsở e;2\n"


def say(key: str, **values: object) -> str:
    name = key.rpartition(".")[2]
    return f"{name}:{values['names']}" if values else name


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
    rows = results_to_rows(results, lambda key, **_: words.get(key.rpartition(".")[2], "Ghi chú"))
    csv.writer(buffer, delimiter=";").writerows(rows)
    table = tabulate(buffer.getvalue())
    inputs, findings = inputs_of(results.criteria, [table])
    assert inputs is not None
    assert (inputs.columns, inputs.head_counts) == ({UNIT: 2, "a": 3}, ())
    assert {finding.code for finding in findings} == {"TD524"}  # the unit that stands twice
    assert [row.cell(4).text for row in table.rows][:3] == ["20,00", "20,00", "18,33"]


def test_clusters_are_a_column_and_points_are_those_that_count(run: Run) -> None:
    gated = {**LEAF, "id": "c", "name": "C", "only_if": {"criterion": "a"}}
    text = "don_vi;a;c;Cụm\nSở A;55;60;=1\nSở B;60;60;=1\n"
    assert rows_of(run(text, LEAF, gated, cluster_column="Cụm")[0]) == [
        ("rank", "tied", "unit", "cluster", "Tỷ lệ A", "C", "total", "grade", "note"),
        ("1", "", "Sở B", "'=1", "20,00", "20,00", "40,00", "", ""),
        ("2", "", "Sở A", "'=1", "18,33", "0,00", "18,33", "", ""),
    ]
