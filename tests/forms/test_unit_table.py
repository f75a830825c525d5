"""The units of a table, for the forms that they fill in."""

from __future__ import annotations

from pathlib import Path

from thidua_cli.forms.unit_table import units_of
from thidua_cli.plan.criteria.loading import read_criteria
from thidua_cli.scoring.inputs.headings import Headings
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.reader import read_table

CRITERIA = """\
thidua: 1
name: Bảng thử
criteria:
  - id: phong-trao
    name: Phong trào
    kind: yes_no
    max: 10
"""


def read(folder: Path, text: str) -> tuple[list[tuple[str, str]], list[str]]:
    (folder / "criteria.yaml").write_text(CRITERIA, "utf-8")
    (folder / "units.csv").write_text(text, "utf-8")
    criteria = read_criteria(folder / "criteria.yaml", "criteria.yaml").criteria
    table, _ = read_table(folder / "units.csv", "units.csv")
    assert criteria is not None
    assert table is not None
    log = FindingLog()
    units = units_of(Headings(criteria), table, log)
    return [(unit.name, unit.type) for unit in units], [each.code for each in log.close()]


def test_units_with_their_types(tmp_path: Path) -> None:
    assert read(tmp_path, "Đơn vị;Loại đơn vị\nSở A;sở\nXã B;xã\n") == ([("Sở A", "sở"), ("Xã B", "xã")], [])


def test_of_two_columns_with_one_meaning_neither_is_taken(tmp_path: Path) -> None:
    found = read(tmp_path, "Đơn vị;Loại đơn vị;Loại hình đơn vị\nSở A;sở;xã\n")
    assert found == ([("Sở A", "")], ["TD522"])
    assert read(tmp_path, "Đơn vị;Cơ quan\nSở A;Sở B\n") == ([], ["TD522"])
