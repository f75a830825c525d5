"""Side inputs, alternatives, gates, groups and the total: the form against the engine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.forms.units import FormUnit

MATRIX = {
    "kind": "matrix",
    "id": "c1",
    "max": 10,
    "rows": [{"below": 5, "points": [1, 2]}, {"from": 5, "points": [3, 10]}],
    "columns": [{"below": 90}, {"from": 90}],
    "by_column": "Tỷ lệ",
}
SIDED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (MATRIX, {"c1": 4.99, "c1.by": 90}),
    (MATRIX, {"c1": 5, "c1.by": 89.99}),
    (MATRIX, {"c1": 5, "c1.by": 90}),
    (MATRIX, {"c1": 5}),
    ({"kind": "proportional", "id": "c1", "max": 10, "target_column": "Chỉ tiêu"}, {"c1": 5, "target": 8}),
    ({"kind": "proportional", "id": "c1", "max": 10, "target_column": "Chỉ tiêu"}, {"c1": 5, "target": 0}),
    ({"kind": "proportional", "id": "c1", "max": 10, "target_column": "Chỉ tiêu"}, {"c1": 5}),
    (
        {"kind": "proportional", "id": "c1", "max": 10, "target_column": "Chỉ tiêu", "direction": "down"},
        {"c1": 5, "target": 4},
    ),
    (
        {
            "kind": "deadline",
            "id": "c1",
            "max": 10,
            "due_column": "Hạn",
            "ladder": [{"to": 0, "points": 10}, {"above": 0, "points": 4}],
        },
        {"c1": date(2022, 3, 2), "target": date(2022, 3, 1)},
    ),
    (
        {"kind": "penalty", "id": "c1", "point": 2, "cap": 3, "exempt_column": "Tự báo"},
        {"c1": 2, "c1.exempt": 1},
    ),
    (
        {"kind": "penalty", "id": "c1", "point": 2, "cap": 3, "exempt_column": "Tự báo"},
        {"c1": 2, "c1.exempt": 3},
    ),
    ({"kind": "penalty", "id": "c1", "point": 2, "cap": 3, "exempt_column": "Tự báo"}, {"c1": 2}),
    ({"kind": "penalty", "id": "c1", "point": 2, "cap": 3, "exempt_column": "Tự báo"}, {"c1": 0}),
    (
        {"kind": "penalty", "id": "c1", "point": 2, "exempt_column": "Tự báo", "blank": "zero"},
        {"c1": 2},
    ),
    ({"kind": "yes_no", "id": "c1", "max": 5, "evidence": "required"}, {"c1": "Có"}),
    ({"kind": "yes_no", "id": "c1", "max": 5, "evidence": "required"}, {"c1": "Có", "evidence": "QĐ 12"}),
    ({"kind": "yes_no", "id": "c1", "max": 5, "evidence": "required", "floor": 1}, {"c1": "Có"}),
    ({"kind": "yes_no", "id": "c1", "max": 5, "evidence": "note"}, {"c1": "Có"}),
]
GROUPS: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "caps": (
        [
            {
                "kind": "group",
                "id": "g",
                "cap": 14,
                "bonus_cap": 5,
                "penalty_cap": 3,
                "items": [
                    {"kind": "direct", "id": "c1", "max": 10},
                    {"kind": "bonus", "id": "c2", "point": 1},
                    {
                        "kind": "group",
                        "id": "h",
                        "bonus_cap": 2,
                        "floor": 1,
                        "items": [
                            {"kind": "bonus", "id": "c3", "point": 1},
                            {"kind": "penalty", "id": "c4", "point": 1},
                        ],
                    },
                ],
            },
            {"kind": "direct", "id": "c5", "max": 10},
            {"kind": "penalty", "id": "c6", "point": 1},
        ],
        {"bonus_cap": 6, "penalty_cap": 4, "cap": 22, "floor": 1},
    ),
    "caps of what is not assigned": (
        [
            {
                "kind": "group",
                "id": "g",
                "items": [
                    {
                        "kind": "group",
                        "id": "h",
                        "cap": 12,
                        "items": [
                            {"kind": "direct", "id": "c1", "max": 10},
                            {"kind": "direct", "id": "c2", "max": 10},
                            {"kind": "bonus", "id": "c3", "point": 1},
                        ],
                    },
                    {"kind": "direct", "id": "c4", "max": 10},
                ],
            },
            {
                "kind": "group",
                "id": "k",
                "floor": 4,
                "items": [
                    {"kind": "direct", "id": "c5", "max": 9},
                    {"kind": "penalty", "id": "c6", "point": 1},
                ],
            },
        ],
        {},
    ),
    "full": (
        [{"kind": "direct", "id": f"c{n}", "max": n} for n in range(1, 6)]
        + [{"kind": "bonus", "id": "c6", "point": 1}],
        {"not_assigned": "full"},
    ),
    "rescale": (
        [{"kind": "direct", "id": f"c{n}", "max": n} for n in range(1, 6)]
        + [{"kind": "penalty", "id": "c6", "point": 1}],
        {"max": 20, "rounding": {"places": 2, "mode": "down"}},
    ),
}
VALUES: list[tuple[Any, ...]] = [
    (1, 0, 0, 0, 5, 0),
    (1, 2, 3, 4, 5, 6),
    (1, 9, 9, 0, 5, 1),
    (0, 0, 0, 9, 0, 9),
    (1, "không giao", 1, 1, 3, 1),
    ("không giao", "không giao", "không giao", "không giao", 3, 2),
    (1, 2, 3, "không giao", "không giao", 0),
]
ONE_OF = {
    "kind": "one_of",
    "id": "c1",
    "floor": 1,
    "items": [
        {"kind": "yes_no", "id": "a", "max": 4},
        {"kind": "proportional", "id": "b", "max": 6, "target": 10},
    ],
}


@pytest.mark.parametrize(("rule", "values"), SIDED)
def test_what_stands_beside_a_value_counts(
    rule: dict[str, Any], values: dict[str, Any], criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    criteria = criteria_of(rule, {"kind": "direct", "id": "other", "max": 5})
    form = filling(criteria, FormUnit("Sở A")).put({"other": 1})
    for line, value in values.items():
        form.put(
            {"c1" if line in {"target", "evidence"} else line: value},
            line if line in {"target", "evidence"} else "value",
        )
    shown = form.shown()("c1")
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    given = results.points(results.units[0], "c1")
    assert shown == given if given is not None else shown in ("", "?")


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize("values", VALUES)
def test_groups_and_the_total_add_up_as_the_engine_adds_them(
    name: str, values: tuple[Any, ...], criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    items, more = GROUPS[name]
    criteria = criteria_of(*items, **more)
    form = filling(criteria, FormUnit("Sở A")).put({f"c{n}": value for n, value in enumerate(values, 1)})
    shown = form.shown()
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    unit = results.units[0]
    if unit.complete:
        assert shown("total") == unit.published
    for key, sums in results.breakdown(unit).groups.items():
        assert shown(key) == sums.total.fraction or (not sums.total.numerator and shown(key) in ("", "–"))


@pytest.mark.parametrize("choose", ["best", "only"])
@pytest.mark.parametrize("blank", ["unknown", "zero", "not_assigned"])
@pytest.mark.parametrize(
    "values",
    [
        ("Có", 10),
        ("Có", 5),
        ("Không", None),
        (None, 9),
        (None, None),
        ("không giao", "không giao"),
        ("Có", "không giao"),
    ],
)
def test_of_alternatives_one_counts(
    values: tuple[Any, Any],
    choose: str,
    blank: str,
    criteria_of: Any,
    filling: Any,
    scored: Any,
    tmp_path: Path,
) -> None:
    criteria = criteria_of(
        {**ONE_OF, "choose": choose, "blank": blank}, {"kind": "direct", "id": "o", "max": 4}
    )
    form = filling(criteria, FormUnit("Sở A")).put({"a": values[0], "b": values[1], "o": 2})
    shown = form.shown()
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    unit = results.units[0]
    points = results.points(unit, "c1")
    if points is not None:
        assert shown("c1") == points
    elif results.assigned(unit, "c1"):
        assert shown("c1") in ("", "?")
    else:
        assert shown("c1") == "–"
    if unit.complete:
        assert shown("total") == unit.published


@pytest.mark.parametrize(
    ("gate", "earned"), [(8, 10), (8.01, 10), (7.99, 10), (None, 10), ("không giao", 10), (1, 0), (None, 0)]
)
@pytest.mark.parametrize("on", ["c1", "g"])
def test_a_criterion_counts_if_another_is_reached(
    gate: Any, earned: Any, on: str, criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    group = {"kind": "group", "id": "g", "items": [{"kind": "direct", "id": "c1", "max": 10}]}
    gated = {"kind": "direct", "id": "c2", "max": 10, "only_if": {"criterion": on, "reaches": "80%"}}
    criteria = criteria_of(group, gated)
    form = filling(criteria, FormUnit("Sở A")).put({"c1": gate, "c2": earned})
    shown = form.shown()("c2")
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    points = results.points(results.units[0], "c2")
    assert shown == points if points is not None else shown == "?"


@pytest.mark.parametrize("gate", [5, 6, 7, 10])
@pytest.mark.parametrize("missing", ["z", "b", None])
@pytest.mark.parametrize("on", ["g", "h"])
def test_a_condition_looks_at_a_group_before_what_is_not_assigned_is_rescaled(
    gate: int, missing: str | None, on: str, criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    inner = [{"kind": "direct", "id": "a", "max": 10}, {"kind": "direct", "id": "b", "max": 10}]
    group = {
        "kind": "group",
        "id": "h",
        "cap": 12,
        "items": [*inner, {"kind": "bonus", "id": "p", "point": 1}],
    }
    outer = {"kind": "group", "id": "g", "items": [group, {"kind": "direct", "id": "y", "max": 2}]}
    gated = {"kind": "direct", "id": "x", "max": 10, "only_if": {"criterion": on, "reaches": "60%"}}
    criteria = criteria_of(outer, gated, {"kind": "direct", "id": "z", "max": 10})
    values = {"a": gate, "b": 1, "p": 0, "y": 1, "x": 10, "z": 10} | (
        {missing: "không giao"} if missing else {}
    )
    form = filling(criteria, FormUnit("Sở A")).put(values)
    shown = form.shown()
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    unit = results.units[0]
    assert shown("x") == results.points(unit, "x")
    assert shown("total") == unit.published


@pytest.mark.parametrize("kind", ["Xã", "phường", ""])
def test_a_criterion_of_other_units_leaves_the_sum(
    kind: str, criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    criteria = criteria_of(
        {"kind": "direct", "id": "c1", "max": 5},
        {"kind": "direct", "id": "c2", "max": 10, "applies_to": ["Phường", "Thị trấn"]},
        {"kind": "direct", "id": "c3", "max": 5, "applies_to": ["Xã"]},
    )
    form = filling(criteria, FormUnit("A", kind)).put(
        {"c1": 3} | ({"c2": 8} if kind == "phường" else {"c3": 4})
    )
    shown = form.shown()
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    unit = results.units[0]
    if kind:
        assert unit.complete
        assert shown("total") == unit.published
    else:
        assert not unit.complete
        assert shown("c2") == shown("c3") == "?"


def test_what_depends_on_other_units_is_left_to_the_council(criteria_of: Any, filling: Any) -> None:
    criteria = criteria_of(
        {"kind": "relative", "id": "c1", "max": 5},
        {"kind": "leader", "id": "c2", "max": 5, "target": 10},
        {"kind": "direct", "id": "c3", "max": 5, "blank": "average"},
    )
    form = filling(criteria, FormUnit("A")).put({"c1": 3, "c2": 12})
    shown = form.shown()
    assert [shown(key) for key in ("c1", "c2", "c3")] == ["–", "–", "–"]
    texts = [cell.value for cell in form.sheet["C"] if cell.value]
    assert any("Hội đồng tính" in str(text) for text in texts)


def test_the_last_layer_counts(criteria_of: Any, filling: Any, scored: Any, tmp_path: Path) -> None:
    criteria = criteria_of(
        {"kind": "direct", "id": "c1", "max": 10}, {"kind": "direct", "id": "c2", "max": 10}
    )
    form = filling(criteria, FormUnit("A"), layers=True).put({"c1": 9, "c2": 8})
    form.put({"c1": Decimal("7.5")}, "layer.tham_dinh").put({"c1": "thiếu hồ sơ"}, "reason")
    form.put({"c1": 8}, "layer.thong_nhat")
    shown = form.shown()
    results = scored(criteria, form.save(tmp_path / "f.xlsx"))
    assert shown("total") == 17
    assert shown("total", "agreed") == results.units[0].published == 16
    told = [(each.earlier, each.later, each.before, each.after, each.reason) for each in results.differences]
    assert [(earlier, later, reason) for earlier, later, _, _, reason in told] == [
        ("Tự chấm", "Thẩm định", "thiếu hồ sơ"),
        ("Thẩm định", "Thống nhất", "thiếu hồ sơ"),
    ]


def test_no_formula_is_longer_than_a_sheet_takes(criteria_of: Any, filling: Any) -> None:
    wide = [
        {"below": at + 1, "points": 1} if not at else {"from": at, "below": at + 1, "points": 1}
        for at in range(200)
    ]
    cells = [{"from": at, "below": at + 1, "points": list(range(20))} for at in range(20)]
    columns = [{"from": at, "below": at + 1} for at in range(20)]
    criteria = criteria_of(
        {"kind": "bands", "id": "bands", "max": 1, "bands": wide},
        {
            "kind": "matrix",
            "id": "matrix",
            "max": 19,
            "rows": cells,
            "columns": columns,
            "by_column": "Tỷ lệ",
        },
        {
            "kind": "group",
            "id": "g",
            "cap": 50,
            "items": [
                {"kind": "penalty", "id": f"p{at}", "point": 1, "exempt_column": f"Tự báo {at}"}
                for at in range(300)
            ]
            + [{"kind": "direct", "id": "c1", "max": 10}],
        },
    )
    form = filling(criteria, FormUnit("A"), layers=True)
    formulas = [cell.value for row in form.sheet for cell in row if str(cell.value).startswith("=")]
    assert max(map(len, formulas)) < 8_192
    assert form.put({"c1": 9, "p0": 2}).shown()("g") == 9
    assert form.sheet[form.place("bands")].value == "–"
