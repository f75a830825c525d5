"""The sheets of a run, as an officer hands them on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.findings.report import Report
from thidua_cli.findings.span import Span
from thidua_cli.findings.verdict import Ruling, Verdict
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.scoring.inputs.reading import inputs_of
from thidua_cli.scoring.results.pages.details import details_sheet
from thidua_cli.scoring.results.pages.listed import (
    adjustments_sheet,
    differences_sheet,
    findings_sheet,
    quotas_sheet,
)
from thidua_cli.scoring.results.pages.notes import note_of
from thidua_cli.scoring.results.pages.pages import result_sheets
from thidua_cli.scoring.results.pages.ranking import ranking_sheet
from thidua_cli.scoring.score import score
from thidua_cli.scoring.standings.results import Results
from thidua_cli.tables.table import Table
from thidua_cli.tables.writing.sheets import Band, Kind, Sheet

Run = Callable[..., tuple[Results | None, list[Finding]]]
A = {"kind": "proportional", "id": "a", "name": "A", "max": "20", "target": "60"}
B = {"kind": "proportional", "id": "b", "name": "B", "max": "10", "target": "3"}
BONUS = {"kind": "bonus", "id": "s", "name": "Sáng kiến", "point": "2", "blank": "zero"}
PENALTY = {"kind": "penalty", "id": "p", "name": "Vi phạm", "point": "1", "blank": "zero"}
GRADES = [{"name": "Tốt", "from": "15"}, {"name": "Đạt", "from": "5"}]


def group(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "group", "id": "g", "name": "Nhóm", "items": list(items), **more}


def say(key: str, **values: object) -> str:
    return f"{key}({', '.join(str(each) for each in values.values())})" if values else key


def headings(sheet: Sheet) -> list[str]:
    return [column.heading.rpartition(".")[2] for column in sheet.columns]


def adjusted(criteria: Criteria, table: Table, *changes: tuple[str, str | None, str, str]) -> Results:
    inputs, _ = inputs_of(criteria, [table])
    assert inputs is not None
    late = [
        Adjustment(
            unit, key, Decimal(points), reason, date(2026, 1, 5), "Hội đồng", Span("dc.csv", cell="C2")
        )
        for unit, key, points, reason in changes
    ]
    return score(criteria, inputs, late)[0]


def test_the_ranking_says_who_stands_where_and_how_much_of_the_possible(run: Run) -> None:
    results, _ = run("don_vi;a;b\nSở A;60;không giao\nSở B;30;3\nSở C;30;3\nSở D;;3\n", A, B, grades=GRADES)
    assert results is not None
    sheet = ranking_sheet(results, say)
    assert headings(sheet) == ["rank", "tied", "unit", "total", "percent", "grade", "note"]
    assert [list(row) for row in sheet.rows] == [
        [1, None, "Sở A", Decimal("30.00"), Decimal("100.00"), "Tốt", ""],
        [2, "x", "Sở B", Decimal("20.00"), Decimal("66.67"), "Tốt", ""],
        [2, "x", "Sở C", Decimal("20.00"), Decimal("66.67"), "Tốt", ""],
        [None, None, "Sở D", "10,00*", None, "", "note.lacking(A)"],
    ]


def test_clusters_are_blocks_unless_all_are_ranked_together(run: Run) -> None:
    text = "don_vi;a;Cụm\nSở A;60;Hai\nSở B;30;Một\nSở C;20;\n"
    apart, _ = run(text, A, cluster_column="Cụm")
    assert apart is not None
    rows = list(ranking_sheet(apart, say).rows)
    assert [row.text for row in rows if isinstance(row, Band)] == ["Hai", "Một", "no_cluster"]
    together, _ = run(text, A, cluster_column="Cụm", ranking={"within": "table"})
    assert together is not None
    sheet = ranking_sheet(together, say)
    assert headings(sheet) == ["rank", "unit", "cluster", "total", "percent", "note"]
    assert [list(row)[:3] for row in sheet.rows] == [
        [1, "Sở A", "Hai"],
        [2, "Sở B", "Một"],
        [3, "Sở C", ""],
    ]


def test_details_have_groups_with_sums_and_what_was_given_besides(
    criteria_of: Callable[..., Criteria], tabulate: Callable[[str], Table]
) -> None:
    criteria = criteria_of(group(A, B), BONUS, PENALTY, grades=GRADES)
    table = tabulate("don_vi;a;b;s;p\nSở A;55;3;1;\nSở B;60;không giao;;2\nSở C;;3;;\n")
    results = adjusted(criteria, table, ("Sở A", None, "-1.5", "x"))
    sheet = details_sheet(results, say)
    assert [(column.heading, column.over) for column in sheet.columns][2:-2] == [
        ("heading.max(A, 20)", "heading.max(Nhóm, 30)"),
        ("heading.max(B, 10)", "heading.max(Nhóm, 30)"),
        ("column.sum", "heading.max(Nhóm, 30)"),
        ("heading.bonus(Sáng kiến)", ""),
        ("heading.penalty(Vi phạm)", ""),
        ("column.besides", ""),
    ]
    rows = {str(row[1]): list(row)[2:-1] for row in sheet.rows if not isinstance(row, Band)}
    none, unknown = "details.not_assigned", "details.unknown"
    assert rows["Sở A"] == [Decimal(x) for x in ("18.33", "10.00", "28.33", "2.00", "0.00", "-1.50", "28.83")]
    assert rows["Sở B"] == [Decimal(20), none, Decimal(20), 0, Decimal(-2), Decimal(10), Decimal(28)]
    assert rows["Sở C"][:3] == [unknown, Decimal(10), unknown]
    assert sheet.fixed == 2


@pytest.mark.parametrize("cap", ["25", None])
def test_a_sum_of_a_group_is_what_its_cap_leaves(run: Run, cap: str | None) -> None:
    results, _ = run("don_vi;a;b\nSở A;60;3\n", group(A, B, **({"cap": cap} if cap else {})))
    assert results is not None
    row = next(iter(details_sheet(results, say).rows))
    assert not isinstance(row, Band)
    assert row[4] == Decimal(cap or "30")


def test_why_a_unit_stands_where_it_stands(
    criteria_of: Callable[..., Criteria], tabulate: Callable[[str], Table]
) -> None:
    criteria = criteria_of(
        A,
        B,
        grades=[{"name": "Tốt", "from": "20", "needs": [{"every": "50%"}]}, {"name": "Đạt", "from": "5"}],
        vetoes=[
            {"id": "v", "name": "Kỷ luật", "blank": "no"},
            {"id": "w", "name": "Chậm", "effect": "at_most", "grade": "Đạt"},
        ],
        ranking={"tie_breaks": [{"criterion": "a"}]},
    )
    text = (
        "don_vi;a;b;v;w\nSở A;60;1,2;;không\nSở B;60;3;có;không\n"
        "Sở C;60;3;;có\nSở D;45;3;;\nSở E;60;1,5;;không\n"
    )
    results = adjusted(criteria, tabulate(text), ("Sở E", "b", "0.5", "Bổ sung"))
    notes = {unit.unit: note_of(results, unit, say) for unit in results.units}
    assert notes["Sở A"].startswith("note.by_total(Tốt); condition.every(B, Tốt, ")
    assert notes["Sở B"].split("; ")[:2] == ["condition.ungraded(Kỷ luật, , có, )", "note.still_ranked"]
    assert notes["Sở C"].split("; ")[0] == "condition.at_most(Chậm, Đạt, có, )"
    assert notes["Sở D"].split("; ")[0] == "condition.at_most.unknown(Chậm, Đạt, , )"
    assert notes["Sở E"].split("; ")[0] == "note.adjusted(+0,5, B, Bổ sung)"
    assert all("note.tie_break(A, 20)" in notes[name] for name in ("Sở B", "Sở C"))


def test_differences_between_layers_are_a_list_of_their_own(run: Run) -> None:
    text = (
        "don_vi;a – Tự chấm;a – Thẩm định;a – Lý do\n"
        "Sở A;55;50;=tính trùng\nSở B;60;không giao;\nSở C;60;60;\n"
    )
    results, _ = run(text, A, layers=["Tự chấm", "Thẩm định"])
    assert results is not None
    rows = [list(row) for row in differences_sheet(results, say).rows]
    assert rows == [
        [1, "Sở A", "A", "Tự chấm", "55", "Thẩm định", "50", "=tính trùng", "u.csv:C2"],
        [2, "Sở B", "A", "Tự chấm", "60", "Thẩm định", "không giao", "no_reason", "u.csv:C3"],
    ]


def test_adjustments_are_listed_with_whose_they_are(
    criteria_of: Callable[..., Criteria], tabulate: Callable[[str], Table]
) -> None:
    results = adjusted(
        criteria_of(A), tabulate("don_vi;a\nSở A;55\n"), ("Sở A", "a", "0.5", "x"), ("Sở A", None, "-1", "y")
    )
    rows = [list(row) for row in adjustments_sheet(results, say).rows]
    assert [row[:5] for row in rows] == [
        [1, "Sở A", "A", Decimal("0.5"), "x"],
        [2, "Sở A", "of_total", Decimal(-1), "y"],
    ]
    assert rows[0][5:] == [date(2026, 1, 5), "Hội đồng", "dc.csv:C2"]


def test_rulings_and_findings_begin_with_the_heaviest() -> None:
    day = date(2022, 12, 31)
    rulings = [Verdict("TD301", str(n), each, day, Span("u.csv", n)) for n, each in enumerate(Ruling, 1)]
    findings = (Finding("TD534", Span("u.csv", 1)), Finding("TD530", Span("u.csv", 9, cell="B9")))
    report = Report(day, "vn", findings, tuple(rulings))
    assert [row[1] for row in quotas_sheet(report, say, "vi").rows if not isinstance(row, Band)] == [
        "không đạt",
        "chưa đủ căn cứ",
        "đạt",
        "không áp dụng",
    ]
    assert [row[2:4] for row in findings_sheet(report, say, "vi").rows if not isinstance(row, Band)] == [
        ("TD530", "u.csv:B9"),
        ("TD534", "u.csv:1:1"),
    ]


def test_sheets_with_nothing_to_say_are_left_out(run: Run) -> None:
    results, findings = run("don_vi;a\nSở A;55\n", A)
    assert results is not None
    assert not findings
    empty = Report(None, "", ())
    assert [sheet.name for sheet in result_sheets(results, empty, say, "vi")] == [
        "sheet.ranking",
        "sheet.details",
    ]
    told = Report(None, "", (Finding("TD530", Span("u.csv")),))
    assert [sheet.name for sheet in result_sheets(results, told, say, "vi")][2:] == ["sheet.findings"]


def test_numbers_are_numbers_in_every_sheet(run: Run) -> None:
    results, _ = run("don_vi;a\nSở A;55\n", A)
    assert results is not None
    for sheet in result_sheets(results, Report(None, "", ()), say, "vi"):
        for row in sheet.rows:
            assert not isinstance(row, Band)
            for content, column in zip(row, sheet.columns, strict=True):
                if column.kind in (Kind.NUMBER, Kind.PERCENT):
                    assert isinstance(content, Decimal)
