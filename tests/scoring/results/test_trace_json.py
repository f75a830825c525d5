"""The trees of units as plain data and as JSON text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from thidua_cli.cli.language import first_text
from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.results import trace_json
from thidua_cli.scoring.results.json_text import json_pieces
from thidua_cli.scoring.results.trace_json import step_to_json
from thidua_cli.scoring.standings.results import Results
from thidua_cli.scoring.traces import leaf_steps
from thidua_cli.scoring.traces.explainer import Explainer
from thidua_cli.scoring.traces.step import WORDED

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": 'Tỷ lệ "A"', "max": "20", "target": "60"}
BONUS = {"kind": "bonus", "id": "b", "name": "Thưởng", "point": "2", "blank": "zero"}
GROUP = {"kind": "group", "id": "g", "name": "Nhóm", "bonus_cap": "1", "items": [LEAF, BONUS]}
OWN_TARGET = {"kind": "proportional", "id": "t", "name": "T", "max": "5", "target_column": "Chỉ tiêu T"}
LEADER = {"kind": "relative", "id": "r", "name": "R", "max": "3"}
ABSENT = {"kind": "yes_no", "id": "zz", "name": "Cột không có", "max": "1"}
TEXT = "don_vi;a;b;t;Chỉ tiêu T;r\nSở A;55;1;3;4;1\nSở B;60;;4;4;2\nSở C;;;;4;\nSở D;55;;3;5;1\n"


@pytest.mark.parametrize(("steps", "texts"), [(0, 0), (1, 1), (0, 2_000), (2_000, 2_000)])
def test_traces_are_those_of_each_unit_however_many_steps_are_shared(
    run: Run, steps: int, texts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaf_steps, "MOST_SHARED", steps)
    monkeypatch.setattr(trace_json, "MOST_SHARED", texts)
    more = "".join(f"Phòng {n};{n};{n % 3};{n % 4};4;{n % 2}\n" for n in range(30))
    results, _ = run(TEXT + more, GROUP, OWN_TARGET, LEADER, ABSENT)
    assert results is not None
    explainer = Explainer(results)
    wanted = [step_to_json(explainer.unit(unit), unit.row) for unit in results.units]
    data = json.loads("".join(json_pieces(results, {}, {}, traces=True)))
    assert [unit["trace"] for unit in data["units"]] == wanted
    cells = {each["label"]: each["steps"][0]["steps"][0]["cell"] for each in wanted}
    assert (cells["Sở A"], cells["Sở D"]) == ("B2", "B5")


def test_a_step_names_all_the_cells_that_it_rests_on(run: Run) -> None:
    results, _ = run(TEXT, OWN_TARGET)
    assert results is not None
    unit = results.find("Sở D")
    assert unit is not None
    step = step_to_json(Explainer(results).unit(unit), unit.row)["steps"][0]
    assert (step["cell"], step["cells"], step["value"]) == ("D5", ["D5", "E5"], "3")


def test_no_criterion_is_taken_for_another_step(run: Run) -> None:
    items = (
        {"kind": "leader", "id": "l", "name": "L", "max": "10", "target": "100"},
        {**LEADER, "name": "Tương quan"},
    )
    results, _ = run("don_vi;l;r\nSở A;110;2\nSở B;120;4\n", *items)
    assert results is not None
    assert not WORDED & {item.kind for item in results.criteria.scored()}
    unit = results.find("Sở A")
    assert unit is not None
    assert Explainer(results).unit(unit).formula == "7,5 + 1,5 = 9"


@pytest.mark.parametrize("kind", sorted(WORDED))
def test_every_step_that_is_no_criterion_has_its_words(kind: str) -> None:
    assert first_text(f"score.step.{kind}")
