"""The five real campaigns: exactly the findings and verdicts that a careful reader listed beforehand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from thidua_cli.findings.catalogue import severity_of
from thidua_cli.findings.finding import Finding
from thidua_cli.findings.span import Span
from thidua_cli.plan.loading import Loaded, load_plan
from thidua_cli.rules.engine import Checked, check_plan
from thidua_cli.source.nodes import node_at
from thidua_cli.source.text import read_source

ROOT = Path(__file__).resolve().parents[2]
CAMPAIGNS = sorted(path.parent.name for path in (ROOT / "plans").glob("*/plan.yaml"))


def read(campaign: str) -> tuple[Loaded, Checked]:
    path = ROOT / "plans" / campaign / "plan.yaml"
    source, findings = read_source(path, f"plans/{campaign}/plan.yaml")
    assert source is not None
    loaded, shape = load_plan(source)
    assert loaded is not None
    assert findings + shape == []
    return loaded, check_plan(loaded)


def expected(campaign: str) -> dict[str, Any]:
    path = Path(__file__).with_name("expected") / f"{campaign}.yaml"
    return dict(YAML(typ="safe", pure=True).load(path.read_text("utf-8")))


def lines_of(loaded: Loaded, place: str) -> range:
    """The lines of the fact with this id, or of the value at this dotted path."""
    path = loaded.places.get(place) or tuple(place.split("."))
    node = node_at(loaded.root, path)
    span: Span = loaded.span(path) if node is None else node.span
    last = loaded.source.span(node.start, node.end).end_line if node is not None else span.end_line
    return range(loaded.span(path, key=True).line, last + 1)


def test_every_campaign_has_its_expectations() -> None:
    listed = {path.stem for path in Path(__file__).with_name("expected").glob("*.yaml")}
    assert listed == set(CAMPAIGNS)
    assert len(CAMPAIGNS) == 5


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_findings_are_those_worked_out_by_reading(campaign: str) -> None:
    loaded, checked = read(campaign)
    rows = expected(campaign)["findings"]
    missing = [row for row in rows if not any(_matches(row, loaded, finding) for finding in checked.findings)]
    found = Counter((finding.code, str(severity_of(finding))) for finding in checked.findings)
    wanted = Counter((row["code"], row["severity"]) for row in rows)
    assert missing == []
    assert found == wanted


def _matches(row: dict[str, Any], loaded: Loaded, finding: Finding) -> bool:
    same = finding.code == row["code"] and severity_of(finding) == row["severity"]
    return same and finding.span.line in lines_of(loaded, row["at"])


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_verdicts_are_those_worked_out_by_reading(campaign: str) -> None:
    _, checked = read(campaign)
    found = Counter((verdict.rule, verdict.ruling.value) for verdict in checked.verdicts)
    wanted = Counter((row["rule"], row["verdict"]) for row in expected(campaign)["verdicts"])
    assert found == wanted


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_order_of_two_runs_is_the_same(campaign: str) -> None:
    first, second = read(campaign)[1], read(campaign)[1]
    assert first == second
