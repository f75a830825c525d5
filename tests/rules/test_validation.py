"""What `validate` says beyond the checks: the tables of a plan, and its layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from thidua_cli.rules.plan_law import LawFiles
from thidua_cli.rules.validation import validate_source
from thidua_cli.source.text import SourceText

PLAN: dict[str, Any] = {
    "thidua": 1,
    "document": {
        "type": "bao-cao",
        "issuer": {"name": "Sở"},
        "number": "01",
        "place": "Hà Nam",
        "date": "2026-01-05",
        "subject": "Thi đua",
        "recipients": ["UBND tỉnh"],
        "archive": {"units": ["VT"]},
        "signature": {"title": "Giám đốc"},
    },
    "period": 2026,
    "outline": ["Danh sách {ds.count} người:", {"table": "ds"}],
    "tables": [{"id": "ds", "caption": "Danh sách", "unit": "cá nhân", "from": "ds.csv"}],
}


def codes(plan: dict[str, Any], folder: Path | None) -> list[tuple[str, str]]:
    source = SourceText("plan.yaml", json.dumps(plan, ensure_ascii=False))
    found = validate_source(source, None, LawFiles(folder, folder)).findings
    return [(finding.code, finding.variant) for finding in found]


def test_tables_are_looked_for_beside_the_plan_only(tmp_path: Path) -> None:
    assert codes(PLAN, tmp_path) == [("TD137", "missing")]
    assert codes(PLAN, None) == []
    (tmp_path / "ds.csv").write_text("Họ và tên,Đơn vị\nAn,A\nBình,B\n", "utf-8")
    assert codes(PLAN, tmp_path) == []


def test_what_the_text_counts_is_held_against_the_file(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Họ và tên,Đơn vị\nAn,A\nBình,B\n", "utf-8")
    counted = PLAN | {"outline": ["Khen 03 cá nhân.", {"table": "ds"}]}
    assert codes(counted, tmp_path) == [("TD291", "")]


def test_a_layout_outside_the_decree_is_told(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text("Họ và tên,Đơn vị\nAn,A\n", "utf-8")
    layout = {"left": 25, "gap": 6, "line": "1,6"}
    plan = PLAN | {"document": PLAN["document"] | {"layout": layout}}
    assert codes(plan, tmp_path) == [("TD610", "left"), ("TD610", "line")]
