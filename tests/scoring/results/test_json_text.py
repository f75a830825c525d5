"""Results as JSON text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring import explain
from thidua_cli.scoring.explain import Explainer
from thidua_cli.scoring.results import json_text
from thidua_cli.scoring.results.json_text import json_pieces, step_to_json
from thidua_cli.scoring.results.results import Results

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": 'Tỷ lệ "A"', "max": "20", "target": "60"}
GROUP = {
    "kind": "group",
    "id": "g",
    "name": "Nhóm",
    "bonus_cap": "1",
    "items": [LEAF, {"kind": "bonus", "id": "b", "name": "Thưởng", "point": "2", "blank_is_zero": True}],
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


@pytest.mark.parametrize(("steps", "texts"), [(0, 0), (1, 1), (0, 2_000), (2_000, 2_000)])
def test_traces_are_those_of_each_unit_however_many_steps_are_shared(
    run: Run, steps: int, texts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explain, "MOST_SHARED", steps)
    monkeypatch.setattr(json_text, "MOST_SHARED", texts)
    results, _ = run(TEXT + "".join(f"Phòng {n};{n};{n % 3}\n" for n in range(30)), GROUP, ABSENT)
    assert results is not None
    explainer = Explainer(results)
    wanted = [step_to_json(explainer.unit(unit), unit.row.number) for unit in results.units]
    assert [unit["trace"] for unit in data_of(results, traces=True)["units"]] == wanted
    cells = {each["label"]: each["steps"][0]["steps"][0]["cell"] for each in wanted}
    assert (cells["Sở A"], cells["Sở D"]) == ("B2", "B5")
