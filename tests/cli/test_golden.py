"""Golden runs: what each command prints on the real campaigns, word for word.

`THIDUA_UPDATE_GOLDEN=1 python -m pytest tests/cli/test_golden.py` writes them anew; read the difference
before committing it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
HA_TINH = "plans/ha-tinh-2022"
RUNS = {
    "validate-line": ("validate", "plans", "--format", "line"),
    "validate-text": ("validate", f"{HA_TINH}/plan.yaml", "--format", "text"),
    "validate-text-en": (
        "--lang",
        "en",
        "validate",
        f"{HA_TINH}/plan.yaml",
        "--format",
        "text",
        "--verdicts",
    ),
    "validate-json": ("validate", "plans/gia-lai-2018/plan.yaml", "--format", "json"),
    "validate-github": ("validate", "plans/ha-nam-2022/plan.yaml", "--format", "github"),
    "validate-2024": (
        "validate",
        f"{HA_TINH}/plan.yaml",
        "--as-of",
        "2024-01-01",
        "--select",
        "3xx",
        "--verdicts",
    ),
    "validate-broken": ("validate", "tests/cli/broken.yaml", f"{HA_TINH}/plan.yaml", "--select", "0xx,1xx"),
    "score-table": ("score", f"{HA_TINH}/units.csv"),
    "score-csv": ("score", "plans/binh-dinh-2022/units.csv", "--format", "csv"),
    "score-json": ("score", "plans/gia-nghia-2022/units.csv", "--format", "json"),
    "score-explain": ("score", "plans/binh-dinh-2022/units.csv", "--explain", "Sở Tư pháp"),
    "score-verdicts-en": ("--lang", "en", "score", "plans/gia-lai-2018/units.csv", "--verdicts"),
    "score-no-plan": ("score", "tests/cli/broken.yaml"),
    "explain-td301": ("explain", "TD301"),
    "rules-2022": ("rules", "--in-force", "2022-12-31"),
}


RunIn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize("name", RUNS)
def test_the_run_prints_what_it_printed(thidua_in: RunIn, name: str) -> None:
    done = thidua_in(ROOT, *RUNS[name])
    streams = f"{done.stdout.decode()}--- stderr\n{done.stderr.decode()}"
    shown = f"$ thidua {' '.join(RUNS[name])}\n{streams}--- exit {done.returncode}\n"
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("THIDUA_UPDATE_GOLDEN"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


def test_every_golden_file_belongs_to_a_run() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(RUNS)


def test_render_writes_the_same_bytes_twice(thidua_in: RunIn, tmp_path: Path) -> None:
    outputs = []
    for name in ("first", "second"):
        assert thidua_in(ROOT, "render", "plans", "--docx", "-o", str(tmp_path / name)).returncode == 0
        outputs.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert len([name for name in outputs[0] if name.endswith(".docx")]) == 5
    assert outputs[0] == outputs[1]


def test_a_document_that_a_person_edited_is_kept_until_forced(thidua_in: RunIn, tmp_path: Path) -> None:
    command = ("render", f"{HA_TINH}/plan.yaml", "--docx", "-o", str(tmp_path))
    document = tmp_path / "ha-tinh-2022.docx"
    assert thidua_in(ROOT, *command).returncode == 0
    written = document.read_bytes()
    document.write_bytes(b"edited by hand")
    assert thidua_in(ROOT, *command).returncode == 1
    assert document.read_bytes() == b"edited by hand"
    assert thidua_in(ROOT, *command, "--force").returncode == 0
    assert document.read_bytes() == written


def test_standard_input_is_a_plan(thidua_in: RunIn) -> None:
    text = (ROOT / HA_TINH / "plan.yaml").read_bytes()
    done = thidua_in(ROOT, "validate", "-", "--format", "line", stdin=text)
    assert done.returncode == 1
    assert "-:224:12: lỗi[TD301]" in done.stdout.decode()


def test_a_broken_file_does_not_hide_the_others(thidua_in: RunIn) -> None:
    done = thidua_in(ROOT, "validate", "tests/cli/broken.yaml", f"{HA_TINH}/plan.yaml")
    assert "broken.yaml" in done.stdout.decode()
    assert "TD301" in done.stdout.decode()
