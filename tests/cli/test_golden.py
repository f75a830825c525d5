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
PACKS = "docs/vi-du-goi"
GIA_LAI = f"{PACKS}/tinh-gia-lai.yaml"
# A document that obeys the decree but for a dozen places, which the reports name.
OUT_OF_ORDER = "tests/cli/sai-the-thuc.docx"
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
    "form-several-plans": ("form", "plans"),
    "score-table": ("score", f"{HA_TINH}/units.csv"),
    "score-csv": ("score", "plans/binh-dinh-2022/units.csv", "--format", "csv"),
    "score-json": ("score", "plans/gia-nghia-2022/units.csv", "--format", "json"),
    "score-explain": ("score", "plans/binh-dinh-2022/units.csv", "--explain", "Sở Tư pháp"),
    "score-markdown": ("score", "plans/binh-dinh-2022/units.csv", "--format", "md"),
    "score-explain-criterion": (
        "score",
        "plans/binh-dinh-2022/units.csv",
        "--explain",
        "Sở Tư pháp/parindex",
        "--format",
        "json",
    ),
    "score-what-if": (
        "score",
        "plans/binh-dinh-2022/units.csv",
        "--what-if",
        "Sở Tư pháp.parindex=70",
        "--what-if",
        "Ban Dân tộc/Nhà hỗ trợ hộ nghèo=4",
    ),
    "score-what-if-json": (
        "score",
        "plans/binh-dinh-2022/units.csv",
        "--what-if",
        "Sở Tư pháp.parindex=70",
        "--format",
        "json",
    ),
    "score-verdicts-en": ("--lang", "en", "score", "plans/gia-lai-2018/units.csv", "--verdicts"),
    "score-no-plan": ("score", "tests/cli/broken.yaml"),
    "quota-table": ("quota", "tests/cli/head-counts.csv", "--as-of", "2022-12-31"),
    "quota-readings-en": (
        "--lang",
        "en",
        "quota",
        "--count",
        "tot_tro_len=30",
        "--count",
        "htxsnv=6",
        "--as-of",
        "2026-11-20",
    ),
    "quota-shares": ("quota", "tests/cli/head-counts.csv", "--as-of", "2022-12-31", "--allocate", "CSTDCS"),
    "bonus-table": ("bonus", "tests/cli/awards.csv"),
    "render-markdown": ("render", f"{HA_TINH}/plan.yaml", "--md", "-o", "-"),
    "render-page": ("render", "plans/ha-nam-2022/plan.yaml", "--html", "-o", "-"),
    "render-decision": (
        "render",
        "docs/vi-du-van-ban/quyet-dinh-ban-hanh-quy-che/plan.yaml",
        "--md",
        "-o",
        "-",
    ),
    "check-text": ("check", OUT_OF_ORDER, "--format", "text", "--house"),
    "check-text-en": (
        "--lang",
        "en",
        "check",
        OUT_OF_ORDER,
        "--format",
        "text",
        "--select",
        "TD72",
        "--verdicts",
    ),
    "check-line": ("check", "tests/cli/broken.yaml", OUT_OF_ORDER, "--format", "line"),
    "check-json": ("check", OUT_OF_ORDER, "--format", "json", "--select", "TD718,TD729"),
    "check-github": ("check", OUT_OF_ORDER, "--format", "github", "--fail-on", "warning"),
    "explain-td729": ("explain", "TD729"),
    "explain-td301": ("explain", "TD301"),
    "rules-2022": ("rules", "--in-force", "2022-12-31"),
    "rules-test": ("rules", "test", f"{PACKS}/ca-kiem-thu/gia-lai-cstdcs-10.yaml", "--law", GIA_LAI),
    "rules-test-json": (
        "rules",
        "test",
        f"{PACKS}/ca-kiem-thu/gia-lai-tap-the-tu-5-nguoi.yaml",
        "--law",
        GIA_LAI,
        "--format",
        "json",
    ),
    "explain-local": ("explain", "gia-lai:cstdcs-10", "--law", GIA_LAI, "--as-of", "2024-12-31"),
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
        forms = ("--docx", "--html", "--md")
        assert thidua_in(ROOT, "render", "plans", *forms, "-o", str(tmp_path / name)).returncode == 0
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
