"""Results as JSON text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.results.json_text import json_pieces
from thidua_cli.scoring.standings.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": 'Tỷ lệ "A"', "max": "20", "target": "60"}
GROUP = {
    "kind": "group",
    "id": "g",
    "name": "Nhóm",
    "bonus_cap": "1",
    "items": [LEAF, {"kind": "bonus", "id": "b", "name": "Thưởng", "point": "2", "blank": "zero"}],
}
ABSENT = {"kind": "yes_no", "id": "zz", "name": "Cột không có", "max": "1"}
TEXT = "don_vi;a;b\nSở A;55;1\nSở B;60;\nSở C;;\nSở D;55;\n"


def data_of(results: Results | None, *, traces: bool = False) -> dict[str, Any]:
    assert results is not None
    return dict(json.loads("".join(json_pieces(results, {}, {}, traces=traces))))


def test_json_keeps_exact_values_and_how_they_were_made(run: Run) -> None:
    results, _ = run(TEXT, LEAF, grades=[{"name": "Tốt", "from": "20"}, {"name": "Đạt", "from": "0"}])
    data = data_of(results, traces=True)
    first, second, _, last = data["units"]
    assert (first["unit"], first["rank"], first["grade"], first["total"]) == ("Sở B", 1, "Tốt", "20.00")
    assert (second["exact"], second["points"], second["tied"]) == ("55/3", {"a": "55/3"}, True)
    assert (last["rank"], last["complete"], last["points"]) == (None, False, {"a": None})
    assert second["trace"]["steps"][0] == {
        "kind": "proportional",
        "label": 'Tỷ lệ "A"',
        "formula": "20 × 55 / 60 ≈ 18,33",
        "shown": "≈ 18,33",
        "value": "55/3",
        "cell": "B2",
    }
    assert data["rounding"] == {"places": 2, "mode": "half_up"}
    assert data["ranking"] == {"by": "rounded", "ties": "skip"}
    assert "trace" not in data_of(results)["units"][0]


def test_illustrative_criteria_say_so(run: Run) -> None:
    assert data_of(run("don_vi;a\nA;1\n", LEAF, illustrative=True)[0])["illustrative"] is True


def test_the_text_holds_what_stands_before_and_after_and_a_unit_a_line(run: Run) -> None:
    results, _ = run(TEXT, LEAF)
    assert results is not None
    text = "".join(json_pieces(results, {"schema": "x/1"}, {"report": {"findings": []}}))
    data = json.loads(text)
    assert (data["schema"], data["report"]) == ("x/1", {"findings": []})
    assert len(text.splitlines()) == len(results.units) + 4


def test_no_units_are_valid_json(run: Run) -> None:
    assert data_of(run("don_vi;a\n;\n;1\n", LEAF)[0])["units"] == []


def test_gates_and_what_is_not_assigned_are_told(run: Run) -> None:
    gated = {**LEAF, "id": "c", "name": "C", "only_if": {"criterion": "a"}}
    other = {"kind": "yes_no", "id": "d", "name": "D", "max": "5"}
    text = "don_vi;a;c;d\nSở A;55;60;có\nSở B;60;60;không giao\n"
    first, second = data_of(run(text, LEAF, gated, other)[0])["units"]
    assert (first["unit"], first["points"]) == ("Sở B", {"a": "20", "c": "20", "d": None})
    assert (first["not_assigned"], first["possible"], first["percent"]) == (["d"], "40", "100")
    assert second["points"]["c"] == "0"
    assert "not_assigned" not in second


def test_why_a_grade_is_lower_and_who_was_vetoed(run: Run) -> None:
    more = {
        "grades": [{"name": "Tốt", "from": "15", "needs": [{"every": "100%"}]}, {"name": "Đạt", "from": "0"}],
        "vetoes": [{"id": "v", "name": "Kỷ luật", "blank": "no"}],
    }
    units = data_of(run("don_vi;a;v\nSở A;55;\nSở B;60;có\n", LEAF, **more)[0])["units"]
    vetoed, lowered = units
    assert (lowered["grade"], lowered["by_total"], lowered["grading"]) == ("Đạt", "Tốt", "graded")
    assert [each["kind"] for each in lowered["conditions"]] == ["every"]
    assert (vetoed["grade"], vetoed["grading"]) == (None, "ungraded")
    assert vetoed["vetoes"][0]["label"] == "Kỷ luật"
    assert vetoed["vetoes"][0]["place"] == "u.csv:C3"


def test_clusters_are_named_and_ranked_apart(run: Run) -> None:
    text = "don_vi;a;Cụm\nSở A;55;Hai\nSở B;60;Hai\nSở C;1;Một\n"
    data = data_of(run(text, LEAF, cluster_column="Cụm")[0])
    assert data["clusters"] == ["Hai", "Một"]
    assert [(each["unit"], each["cluster"], each["rank"]) for each in data["units"]] == [
        ("Sở B", "Hai", 1),
        ("Sở A", "Hai", 2),
        ("Sở C", "Một", 1),
    ]


def test_differences_between_layers_are_listed(run: Run) -> None:
    text = "don_vi;a – Tự chấm;a – Thẩm định;a – Lý do\nSở A;55;50;tính trùng\nSở B;60;60;\n"
    data = data_of(run(text, LEAF, layers=["Tự chấm", "Thẩm định"])[0])
    assert data["differences"] == [
        {
            "unit": "Sở A",
            "criterion": "a",
            "earlier": "Tự chấm",
            "before": "55",
            "later": "Thẩm định",
            "after": "50",
            "reason": "tính trùng",
            "place": "u.csv:C2",
        }
    ]
