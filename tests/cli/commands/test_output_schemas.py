"""What programs are given, held against the published schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from thidua_cli.cli.commands.schema import ROOMS
from thidua_cli.cli.main import execute

ROOT = Path(__file__).resolve().parents[3]
BINH_DINH = str(ROOT / "plans" / "binh-dinh-2022" / "units.csv")
HEADS = str(ROOT / "tests" / "cli" / "head-counts.csv")
GIA_LAI = str(ROOT / "docs" / "vi-du-goi" / "tinh-gia-lai.yaml")
SO_TU_PHAP = "Sở Tư pháp"
RUNS = {
    "results": [
        ("score", BINH_DINH),
        ("score", BINH_DINH, "--traces"),
        ("score", BINH_DINH, "--explain", SO_TU_PHAP),
        ("score", BINH_DINH, "--what-if", f"{SO_TU_PHAP}.parindex=70"),
        ("score", str(ROOT / "plans" / "gia-nghia-2022" / "units.csv"), "--law", GIA_LAI),
    ],
    "quota": [
        ("quota", HEADS, "--as-of", "2022-12-31"),
        ("quota", HEADS, "--as-of", "2024-12-31", "--law", GIA_LAI),
        ("quota", "--count", "tot_tro_len=30", "--count", "htxsnv=6", "--as-of", "2026-11-20"),
    ],
    "shares": [("quota", HEADS, "--as-of", "2022-12-31", "--allocate", "CSTDCS")],
    "bonus": [("bonus", str(ROOT / "tests" / "cli" / "awards.csv"))],
    "rules": [
        ("rules",),
        ("rules", "--in-force", "1999-01-01"),
        ("rules", "--in-force", "2024-12-31", "--law", GIA_LAI),
    ],
    "doctor": [("doctor",)],
    "context": [("render", str(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml"), "--context")],
    "report": [
        ("validate", str(ROOT / "plans" / "ha-tinh-2022" / "plan.yaml"), "--law", GIA_LAI),
        ("check", str(ROOT / "tests" / "cli" / "sai-the-thuc.docx")),
    ],
}


def schema_of(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert execute(["schema", name]) == 0
    read: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(read)
    return read


def validator(name: str, capsys: pytest.CaptureFixture[str]) -> jsonschema.Draft202012Validator:
    report = Resource.from_contents(schema_of("report", capsys))
    registry = Registry().with_resource("report.schema.json", report)  # type: ignore[var-annotated]
    return jsonschema.Draft202012Validator(schema_of(name, capsys), registry=registry)


@pytest.mark.parametrize("name", ROOMS)
def test_every_schema_is_one(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert schema_of(name, capsys)["title"]


@pytest.mark.parametrize(("name", "run"), [(name, run) for name, runs in RUNS.items() for run in runs])
def test_an_output_is_as_promised(
    name: str, run: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    promised = validator(name, capsys)
    execute([*run, "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["schema"] == f"thidua.{name}/1"
    assert [error.message for error in promised.iter_errors(data)] == []
    for change in ({"more": 1}, {"schema": f"thidua.{name}/2"}):
        assert not promised.is_valid(data | change)
