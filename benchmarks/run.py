"""Print the benchmark ratios of benchmarks/README.md."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import floors
from measure import measure, report

PYTHON = sys.executable
THIDUA = [PYTHON, "-m", "thidua_cli"]
ROOT = Path(__file__).resolve().parents[1]
PLAN = ROOT / "plans" / "ha-tinh-2022" / "plan.yaml"


def start(_: Path) -> None:
    """Start-up against an empty Typer application."""
    version, explain, floor = measure(
        [[*THIDUA, "--version"], [*THIDUA, "explain", "TD301"], [PYTHON, "-c", floors.EMPTY_TYPER, "--help"]],
        15,
    )
    report("start: --version", version, floor, "<= 1.25")
    report("start: explain", explain, floor, "<= 1.25")


def one(_: Path) -> None:
    """One plan against the imports it cannot do without."""
    subject, floor = measure([[*THIDUA, "validate", str(PLAN)], [PYTHON, "-c", floors.BARE_IMPORTS]], 15)
    report("one: validate one plan", subject, floor, "<= 1.6")


def many(folder: Path) -> None:
    """500 plans, every rule, against tools that check the shape only."""
    files = floors.write_plans(folder / "500", PLAN, 500)
    schema = ROOT / "src" / "thidua_cli" / "plan" / "plan.schema.json"
    commands = [
        [*THIDUA, "validate", str(folder / "500")],
        [PYTHON, "-m", "check_jsonschema", "--schemafile", str(schema), *files],
        [PYTHON, "-m", "yamllint", "-d", "relaxed", *files],
    ]
    subject, schema_only, lint = measure(commands, 3)
    report("many: 500 plans / check-jsonschema", subject, schema_only, "<= 1.5")
    report("many: 500 plans / yamllint", subject, lint, "beside it")


def growth(folder: Path) -> None:
    """Ten times the plans."""
    floors.write_plans(folder / "g500", PLAN, 500)
    floors.write_plans(folder / "g5000", PLAN, 5000)
    large, small = measure([[*THIDUA, "validate", str(folder / name)] for name in ("g5000", "g500")], 1)
    report("growth: 5,000 plans / 500 plans", large, small, "<= 10.5, flat memory")


def render(folder: Path) -> None:
    """One document against bare python-docx."""
    texts = floors.paragraphs_of(THIDUA, PLAN, folder)
    bare = [PYTHON, "-c", floors.BARE_DOCX, str(texts), str(folder / "bare.docx"), "1"]
    subject, floor = measure(
        [[*THIDUA, "render", str(PLAN), "--docx", "--force", "-o", str(folder / "out")], bare], 9
    )
    report("render: one plan", subject, floor, "<= 3")
    count = 500
    floors.write_plans(folder / "500", PLAN, count)
    bare = [PYTHON, "-c", floors.BARE_DOCX, str(texts), str(folder / "bare.docx"), str(count)]
    subject, floor = measure(
        [[*THIDUA, "render", str(folder / "500"), "--docx", "--force", "-o", str(folder / "out500")], bare], 1
    )
    report("render: 500 plans", subject, floor, "<= 3")


def check(folder: Path) -> None:
    """500 Word files held against the decree, against opening them and reading every run of text."""
    floors.write_plans(folder / "500", PLAN, 500)
    documents = folder / "documents"
    floors.run([*THIDUA, "render", str(folder / "500"), "--docx", "-o", str(documents)])
    files = sorted(map(str, documents.glob("*.docx")))
    subject, floor = measure(
        [[*THIDUA, "check", *files], [PYTHON, "-c", floors.BARE_READING, str(documents)]], 1
    )
    report("check: 500 files / reading them with python-docx", subject, floor, "beside it")


def score(folder: Path) -> None:
    """10,000 units by 40 criteria against reading the same file into Decimal."""
    criteria, units = floors.write_table(folder, units=10_000, criteria=40)
    command = [*THIDUA, "score", str(units), "--criteria", str(criteria)]
    totals, traces, floor = measure(
        [command, [*command, "--format", "json", "--traces"], [PYTHON, "-c", floors.DECIMAL_CSV, str(units)]],
        3,
    )
    report("score: totals and ranks", totals, floor, "<= 8")
    report("score: every trace written", traces, floor, "<= 25")


def forms(folder: Path) -> None:
    """2,000 forms of 40 criteria, written and read back, against the bare writer and the bare parser."""
    count, name = 2_000, "UNIT"
    criteria, units = floors.write_table(folder, units=count, criteria=40)
    write = [*THIDUA, "form", str(criteria), "--force", "-o"]
    floors.run([*write, str(folder / "one.xlsx"), "--unit", name])
    cells = floors.cells_of(folder / "one.xlsx", folder / "cells.json")
    (folder / "bare").mkdir()
    bare = [PYTHON, "-c", floors.BARE_WORKBOOKS, str(cells), str(folder / "bare"), str(count)]
    subject, floor = measure([[*write, str(folder / "forms"), "--units", str(units)], bare], 1)
    report("forms: 2,000 written / bare xlsxwriter", subject, floor, "<= 0.5")
    filled = floors.write_filled(folder, folder / "one.xlsx", name, count)
    read = [*THIDUA, "score", str(filled), "--criteria", str(criteria)]
    subject, floor = measure([read, [PYTHON, "-c", floors.BARE_XML, str(filled)]], 1)
    report("forms: 2,000 read and scored / bare XML", subject, floor, "<= 3")


def people(folder: Path) -> None:
    """1,000,000 people summed into units and judged, against counting the same rows; ten times the people."""
    large = floors.write_people(folder / "large.csv", 1_000_000)
    small = floors.write_people(folder / "small.csv", 100_000)
    judge = [[*THIDUA, "quota", str(path), "--as-of", "2023-12-31"] for path in (large, small)]
    many, few, floor = measure([*judge, [PYTHON, "-c", floors.COUNTED_CSV, str(large)]], 1)
    report("people: 1,000,000 / counting the rows", many, floor, "under 300 MiB")
    report("people: 1,000,000 / 100,000", many, few, "<= 10.5, flat memory")


BENCHMARKS: dict[str, Callable[[Path], None]] = {
    "start": start,
    "one": one,
    "many": many,
    "growth": growth,
    "render": render,
    "check": check,
    "score": score,
    "forms": forms,
    "people": people,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or list(BENCHMARKS):
        with tempfile.TemporaryDirectory() as scratch:
            BENCHMARKS[name](Path(scratch))
