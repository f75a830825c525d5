from __future__ import annotations

from decimal import Decimal
from typing import Any

from thidua_cli.forms.blueprint import blueprint
from thidua_cli.forms.units import FormUnit
from thidua_cli.forms.writing import form_printer as module
from thidua_cli.forms.writing.form_printer import FormPress
from thidua_cli.forms.writing.writer import write_form

NAMES = [
    "Sở A",
    "Sở B & C <x>",
    'Sở "D"',
    "=1+1",
    "_x0041_",
    "Đơn vị " * 40,
    "\ud800",
    "",
    "Tổng điểm",
    " ở ",
    "Sở A",
]


def test_a_printed_form_is_the_written_one(criteria_of: Any, monkeypatch: Any) -> None:
    items = [
        {"kind": "direct", "id": "c1", "max": 3, "applies_to": ["Xã"]},
        {"kind": "proportional", "id": "c2", "max": 3, "target_column": "Chỉ tiêu"},
    ]
    form = blueprint(criteria_of(*items, cluster_column="Cụm"), "năm 2022", ())
    units = [
        FormUnit(name, kind, cluster)
        for kind in ("Xã", "Phường", "")
        for cluster in ("", "Cụm 1", "Sở A")
        for name in NAMES
    ]
    units += [FormUnit(name, "Xã", "Cụm 1", {"c2.target": Decimal(5)}) for name in NAMES]
    written: list[FormUnit] = []

    def write(blueprint: Any, unit: FormUnit) -> bytes:
        written.append(unit)
        return write_form(blueprint, unit)

    monkeypatch.setattr(module, "write_form", write)
    press = FormPress(form)
    for unit in units:
        assert press.form(unit) == write_form(form, unit), unit
    assert len(written) < len(units)
