"""The five campaigns of `plans/`: what a careful reader finds is what the checks find."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.source.nodes import as_data, node_at
from thidua_cli.source.text import SourceText, read_source
from thidua_cli.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from thidua_cli.findings.finding import Finding

ROOT = Path(__file__).parents[3]
EXPECTED = sorted((ROOT / "tests" / "plans" / "expected").glob("*.yaml"))


def _rows(path: Path) -> list[dict[str, str]]:
    root, _ = read_yaml(SourceText(path.name, path.read_text(encoding="utf-8")))
    assert root is not None
    data: Any = as_data(root)
    return [row for row in data["findings"] if row["code"].startswith("TD2")]


def _campaign(name: str) -> Loaded:
    source, _ = read_source(ROOT / "plans" / name / "plan.yaml", "plan.yaml")
    assert source is not None
    loaded, findings = load_plan(source)
    assert loaded is not None, findings
    return loaded


def _inside(loaded: Loaded, finding: Finding, at: str) -> bool:
    """Whether the finding stands within the fact or the path that the row names."""
    path = loaded.places.get(at) or tuple(at.split("."))
    node = node_at(loaded.root, path)
    assert node is not None, at
    starts = loaded.source.lines.starts
    first = starts[finding.span.line - 1] + finding.span.column - 1
    last = starts[finding.span.end_line - 1] + finding.span.end_column - 1
    return node.start <= first <= last <= node.end


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_findings_are_those_of_a_careful_reader(path, find):
    loaded = _campaign(path.stem)
    found, rows = find(loaded), _rows(path)
    told = Counter((row["code"], row["severity"]) for row in rows)
    assert Counter((one.code, severity_of(one).value) for one in found) == told
    left = list(found)
    for row in rows:
        fitting = [one for one in left if one.code == row["code"] and _inside(loaded, one, row["at"])]
        assert fitting, row
        left.remove(fitting[0])


def test_there_are_five_campaigns():
    assert len(EXPECTED) == 5


@pytest.mark.parametrize(
    ("campaign", "code", "texts"),
    [
        ("ha-tinh-2022", "TD230", ["41/CT-TU"]),
        ("ha-tinh-2022", "TD231", ["41-CT/TU"]),
        ("ha-tinh-2022", "TD233", ["Chính phủ"]),
        ("gia-lai-2018", "TD230", ["19/-CT/TU"]),
        ("gia-lai-2018", "TD252", ["57,500 tỷ đồng"]),
        ("gia-lai-2018", "TD263", ["{lao-dong-gioi}", "{doanh-nghiep}"]),
        ("ha-nam-2022", "TD212", ["20/11/2022"]),
        ("ha-nam-2022", "TD253", ["từ 20 đến 25 cá nhân trở lên"]),
        ("binh-dinh-2022", "TD204", ["2022-02-03"]),
    ],
)
def test_findings_point_at_the_words(campaign, code, texts, find, written):
    loaded = _campaign(campaign)
    assert [written(loaded, one.span) for one in find(loaded) if one.code == code] == texts


def test_a_movement_listed_twice_points_at_the_second_time(find):
    twice = [one for one in find(_campaign("gia-lai-2018")) if one.code == "TD263"]
    assert all(one.related[0].span < one.span for one in twice)


def test_a_misread_place_is_told_apart_from_another_place(find):
    calls = [one for one in find(_campaign("gia-nghia-2022")) if one.code == "TD262"]
    assert [one.values.get("read") for one in calls] == ["Đất Nông"] * 3 + [None]
