"""A real program computes the forms: what LibreOffice shows is what the engine gives."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from thidua_cli.forms.reading.recognition import is_form
from thidua_cli.forms.units import FormUnit

BANDS = [{"from": 95, "points": 10}, {"from": 90, "below": 95, "points": 7}, {"below": 90, "points": 0}]
LADDER = [{"below": 0, "points": 10}, {"from": 0, "to": 0, "points": 8}, {"above": 0, "to": 3, "points": 5}]
ITEMS: list[dict[str, Any]] = [
    {"kind": "proportional", "id": "p", "max": 30, "target": "0,95", "unit": "%"},
    {
        "kind": "proportional",
        "id": "d",
        "max": 10,
        "target": 3,
        "direction": "down",
        "rounding": {"places": 1},
    },
    {"kind": "proportional", "id": "t", "max": 10, "target_column": "Chỉ tiêu"},
    {"kind": "bands", "id": "b", "max": 10, "bands": BANDS},
    {
        "kind": "segments",
        "id": "s",
        "max": 8,
        "segments": [{"from": 50, "to": 80, "base": 2, "slope": "0,1"}],
    },
    {"kind": "steps", "id": "st", "max": 5, "start": "0,1", "step": "0,1", "point": "0,1"},
    {"kind": "steps", "id": "su", "max": 5, "start": "0,1", "step": "0,1", "point": 1, "counting": "started"},
    {"kind": "yes_no", "id": "y", "max": 6, "evidence": "required"},
    {"kind": "count", "id": "c", "point": "1,5", "max": 6},
    {
        "kind": "matrix",
        "id": "m",
        "max": 9,
        "by_column": "Tỷ lệ",
        "rows": [{"below": 5, "points": [1, 2]}, {"from": 5, "points": [3, 9]}],
        "columns": [{"below": 90}, {"from": 90}],
    },
    {"kind": "deadline", "id": "due", "max": 10, "due": "2022-11-05", "ladder": LADDER},
    {
        "kind": "deadline",
        "id": "work",
        "max": 10,
        "due": "2022-09-01",
        "days": "working",
        "days_off": ["2022-09-02", "2022-08-31"],
        "ladder": LADDER,
    },
    {"kind": "direct", "id": "x", "max": 10, "only_if": {"criterion": "g", "reaches": "50%"}},
    {
        "kind": "one_of",
        "id": "o",
        "items": [{"kind": "yes_no", "id": "oa", "max": 2}, {"kind": "direct", "id": "ob", "max": 4}],
    },
    {
        "kind": "group",
        "id": "g",
        "cap": 11,
        "bonus_cap": 2,
        "items": [{"kind": "direct", "id": "ga", "max": 10}, {"kind": "bonus", "id": "gb", "point": "0,7"}],
    },
    {"kind": "penalty", "id": "n", "point": "0,5", "cap": 2, "blank": "zero", "exempt_column": "Tự báo"},
]
KEYS = (
    "p",
    "d",
    "t",
    "b",
    "s",
    "st",
    "su",
    "y",
    "c",
    "m",
    "m.by",
    "due",
    "work",
    "x",
    "oa",
    "ob",
    "ga",
    "gb",
    "n",
)
ON_TIME, LATE, EARLY = date(2022, 11, 5), date(2022, 11, 6), date(2022, 11, 4)
SEPTEMBER = [date(2022, 9, day) for day in range(1, 10)]
ROWS: list[tuple[Any, ...]] = [
    (0.95, 3, 1, 95, 50, 0.3, 0.3, "Có", 4, 5, 90, ON_TIME, SEPTEMBER[4], 7, "Có", None, 5, 1, 1),
    (
        0.9499,
        7,
        2,
        94.99,
        80,
        0.29,
        0.31,
        "Không",
        5,
        4.99,
        89.99,
        LATE,
        SEPTEMBER[0],
        10,
        None,
        3,
        4.99,
        3,
        None,
    ),
    (
        "không giao",
        2.9,
        3,
        90,
        79.9,
        0.7,
        0.7,
        "Có",
        0,
        5,
        100,
        EARLY,
        date(2022, 8, 30),
        10,
        "Không",
        1,
        10,
        9,
        2,
    ),
    (1.2, 0, 5, 100, 49.9, 0.1, 0.1, "Có", 2.5, "năm", 90, None, SEPTEMBER[6], 11, None, None, None, 0, 9),
]
TARGETS, EVIDENCE, EXEMPT = (3, 3, 3, 0), (None, None, "QĐ 5", None), (None, None, 1, None)


@pytest.fixture(scope="session")
def recalculate(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Workbooks as LibreOffice Calc computes them; skips where there is none."""
    program = shutil.which("soffice")
    if program is None or not Path(program).resolve().with_name("libsclo.so").exists():
        pytest.skip("LibreOffice Calc is needed")
    folder = tmp_path_factory.mktemp("calc")

    def computed(paths: list[Path]) -> list[Path]:
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), *map(str, paths),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, check=True, timeout=180)
        return [folder / path.name for path in paths]

    return computed


def test_the_sheet_computes_what_the_engine_gives(
    criteria_of: Any, filling: Any, scored: Any, read_back: Any, recalculate: Any, tmp_path: Path
) -> None:
    criteria = criteria_of(*ITEMS)
    forms = []
    for number, row in enumerate(ROWS):
        form = filling(criteria, FormUnit(f"Đơn vị {number}"), layers=True)
        form.put(dict(zip(KEYS, row, strict=True))).put({"n.exempt": EXEMPT[number]})
        form.put({"t": TARGETS[number]}, "target").put({"y": EVIDENCE[number]}, "evidence")
        forms.append((form, form.save(tmp_path / f"f{number}.xlsx")))
    saved = recalculate([path for _, path in forms])
    for (form, path), other in zip(forms, saved, strict=True):
        sheet = openpyxl.load_workbook(other, data_only=True)["Biểu chấm điểm"]
        results = scored(criteria, path)
        unit = results.units[0]
        groups = results.breakdown(unit).groups
        for line in form.form.lines:
            if line.item is None or line.alternative:
                continue
            given = groups["g"].total.fraction if line.key == "g" else results.points(unit, line.key)
            for role in ("points", "agreed"):
                shown, where = sheet[form.place(line.key, role)].value, f"{path.name} {line.key} {role}"
                if isinstance(shown, int | float):
                    assert given is not None, where
                    assert abs(Fraction(repr(shown)) - given) < Fraction(1, 10**9), where
                else:
                    assert given is None, where
        if unit.complete:
            assert Fraction(repr(sheet[form.total()].value)) == unit.published
        # What LibreOffice saved is read back as what was filled in.
        assert is_form(other)
        table, findings = read_back(criteria, other)
        assert [finding.code for finding in findings] == []
        assert table.rows[0].values == read_back(criteria, path)[0].rows[0].values
