"""Results as plain data, and as rows that no sheet can run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.publish import json_pieces, results_to_json, results_to_rows, safe
from thidua_cli.scoring.results import Results

if TYPE_CHECKING:
    from thidua_cli.tables.table import Table

Run = Callable[..., tuple[Results | None, list[Finding]]]
LEAF = {"kind": "proportional", "id": "a", "name": "A", "max": "20", "target": "60"}
TEXT = "don_vi;a\n=SUM(A1);55\nSở B;60\nSở C;\n"


def test_json_keeps_exact_values_and_how_they_were_made(run: Run) -> None:
    results, _ = run(TEXT, LEAF, grades=[{"name": "Tốt", "from": "20"}, {"name": "Đạt", "from": "0"}])
    assert results is not None
    data = json.loads(json.dumps(results_to_json(results, traces=True)))
    first, second, third = data["units"]
    assert (first["unit"], first["rank"], first["grade"], first["total"]) == ("Sở B", 1, "Tốt", "20.00")
    assert (second["exact"], second["points"]) == ("55/3", {"a": "55/3"})
    assert (third["rank"], third["complete"], third["points"]) == (None, False, {"a": None})
    assert second["trace"]["steps"][0] == {
        "kind": "proportional",
        "label": "A",
        "formula": "20 × 55 / 60 ≈ 18,33",
        "shown": "≈ 18,33",
        "value": "55/3",
        "cell": "B2",
    }
    assert data["rounding"] == {"places": 2, "mode": "half_up"}
    assert data["ranking"] == {"by": "rounded", "ties": "skip"}
    assert "trace" not in results_to_json(results)["units"][0]


def test_rows_are_safe_from_formulas(run: Run) -> None:
    results, _ = run(TEXT, LEAF, grades=[{"name": "+Tốt", "from": "0"}])
    assert results is not None
    assert list(results_to_rows(results)) == [
        ("hang", "don_vi", "a", "tong_diem", "xep_loai", "du_so_lieu"),
        ("1", "Sở B", "20,00", "20,00", "'+Tốt", "x"),
        ("2", "'=SUM(A1)", "18,33", "18,33", "'+Tốt", "x"),
        ("", "Sở C", "", "0,00", "", ""),
    ]


def test_published_rows_can_be_read_again(run: Run, tabulate: Callable[[str], Table]) -> None:
    results, _ = run(TEXT, LEAF)
    assert results is not None
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(results_to_rows(results))
    table = tabulate(buffer.getvalue())
    assert [row.cell(3).text for row in table.rows] == ["20,00", "18,33", "0,00"]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_dangerous_openings_get_an_apostrophe(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Sở A", "1-2", "a=b"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe(text) == text


def test_illustrative_criteria_say_so(run: Run, criterion: Callable[..., dict[str, Any]]) -> None:
    results, _ = run("don_vi;a\nA;1\n", criterion("yes_no", "a", max="1"), illustrative=True)
    assert results is not None
    assert results_to_json(results)["illustrative"] is True


@pytest.mark.parametrize("traces", [True, False])
def test_streamed_json_is_the_same_data(run: Run, traces: bool) -> None:
    results, _ = run(TEXT, LEAF)
    assert results is not None
    text = "".join(json_pieces(results, {"schema": "x/1"}, {"report": {"findings": []}}, traces=traces))
    data = results_to_json(results, traces=traces)
    assert json.loads(text) == {"schema": "x/1", **data, "report": {"findings": []}}
    assert len(text.splitlines()) == len(results.units) + 4


def test_streamed_json_of_no_units_is_valid(run: Run) -> None:
    results, _ = run("don_vi;a\n;\n;1\n", LEAF)
    assert results is not None
    assert json.loads("".join(json_pieces(results, {}, {})))["units"] == []
