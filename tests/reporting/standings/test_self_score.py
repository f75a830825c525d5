from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua_cli.reporting.standings.self_score import self_score_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_cli.findings.finding import Finding
    from thidua_cli.scoring.standings.results import Results


def say(key: str, **values: object) -> str:
    return key


def test_lines_of_groups_criteria_and_what_was_changed(
    run: Callable[..., tuple[Results | None, list[Finding]]],
) -> None:
    group = {
        "id": "g",
        "name": "Nhóm",
        "kind": "group",
        "items": [
            {"id": "a", "name": "A", "kind": "direct", "max": 10},
            {"id": "b", "name": "B", "kind": "yes_no", "max": 5},
        ],
    }
    text = "don_vi;a – tự chấm;a – thẩm định;a – lý do;b\nSở A;9;8;thiếu minh chứng;x\n"
    results, _ = run(text, group)
    assert results is not None
    sheet = self_score_facts(results, results.units[0], say)
    assert [(line.number, line.name, line.most, line.told, line.points) for line in sheet.lines] == [
        ("I", "Nhóm", "15", "", "13,00"),
        ("1", "A", "10", "8", "8,00"),
        ("2", "B", "5", "có", "5,00"),
    ]
    assert "thiếu minh chứng" in sheet.lines[1].note
    assert (sheet.most, sheet.total) == ("15", "13,00")


@pytest.mark.parametrize(
    ("unit", "issuer"),
    [
        ("Phường Nghĩa Đức", "Ủy ban nhân dân phường Nghĩa Đức"),
        ("Thị trấn A", "Ủy ban nhân dân thị trấn A"),
        ("Sở A", "Sở A"),
    ],
)
def test_a_commune_signs_by_its_committee(
    run: Callable[..., tuple[Results | None, list[Finding]]], unit: str, issuer: str
) -> None:
    item = {"id": "a", "name": "A", "kind": "direct", "max": 10}
    results, _ = run(f"don_vi;a\n{unit};9\n", item)
    assert results is not None
    assert self_score_facts(results, results.units[0], say).issuer == issuer
