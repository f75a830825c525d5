"""What a form shows is what the engine gives, criterion by criterion, at every boundary."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua_cli.forms.units import FormUnit

BANDS = [
    {"from": 95, "points": 10},
    {"from": 90, "below": 95, "points": 7},
    {"above": 50, "below": 80, "points": 3},
]
LADDER = [
    {"below": 0, "points": 10},
    {"from": 0, "to": 0, "points": 8},
    {"above": 0, "to": 3, "points": 5},
    {"above": 3, "points": 0},
]
SHAPES: dict[str, tuple[dict[str, Any], list[Any]]] = {
    "proportional": (
        {"kind": "proportional", "max": 30, "target": "95", "unit": "%"},
        [0, -5, 47.5, 94.99, 95, 95.01, 120, "không giao", None, "nhiều"],
    ),
    "ceiling": ({"kind": "proportional", "max": 10, "ceiling": 12, "target": 3}, [1, 3, 3.5, 3.6, 4]),
    "down": (
        {"kind": "proportional", "max": 10, "ceiling": 12, "target": "2,5", "direction": "down"},
        [0, 1, 2.5, 2.0833, 2.0834, 3, -1],
    ),
    "down to zero": ({"kind": "proportional", "max": 10, "target": 0, "direction": "down"}, [0, 0.1, 4]),
    "bands": ({"kind": "bands", "max": 10, "bands": BANDS}, [95, 94.99, 90, 89.99, 80, 79.99, 50, 50.01, 0]),
    "overlap": (
        {"kind": "bands", "max": 5, "bands": [{"from": 1, "points": 5}, {"from": 3, "points": 2}]},
        [0, 1, 2.99, 3],
    ),
    "segments": (
        {
            "kind": "segments",
            "max": 8,
            "segments": [
                {"below": 50, "base": 0},
                {"from": 50, "below": 80, "base": 2, "slope": "0,15"},
                {"from": 80, "to": 100, "base": 9, "slope": "-0,5"},
            ],
        },
        [49.99, 50, 60.1, 79.99, 80, 82, 99, 100, 100.01],
    ),
    "negative segment": (
        {"kind": "segments", "max": 8, "segments": [{"from": "-10", "to": 10, "base": 1, "slope": "0,3"}]},
        [-10, -3.3, 0, 10, 11],
    ),
    "steps": (
        {"kind": "steps", "max": 5, "start": "0,1", "step": "0,1", "point": "0,5"},
        [0, 0.09, 0.1, 0.2, 0.29, 0.3, 0.4, 1, 1.2, 9],
    ),
    "steps started": (
        {"kind": "steps", "max": 5, "start": 92, "step": 1, "point": "0,1", "base": 2, "counting": "started"},
        [91.99, 92, 92.1, 93, 93.0001, 200],
    ),
    "steps exact down": (
        {
            "kind": "steps",
            "max": 5,
            "start": 10,
            "step": 3,
            "point": 1,
            "base": 1,
            "direction": "down",
            "counting": "exact",
        },
        [10.01, 10, 9, 7, 2, -5],
    ),
    "yes_no": ({"kind": "yes_no", "max": 6}, ["Có", "Không", "có", "không giao", None, "hay"]),
    "count": ({"kind": "count", "point": "1,5", "max": 6}, [0, 1, 4, 5, -1, 2.5, None]),
    "count zero": ({"kind": "count", "point": 2, "max": 6, "blank": "zero", "floor": 1}, [None, 0, 1, 9]),
    "bonus": ({"kind": "bonus", "point": "0,5", "cap": 2}, [0, 3, 4, 5, None, 1.5]),
    "penalty": ({"kind": "penalty", "point": "0,5", "cap": 2, "blank": "zero"}, [None, 0, 3, 4, 5]),
    "deadline": (
        {"kind": "deadline", "max": 10, "due": "2022-11-05", "ladder": LADDER},
        [
            date(2022, 11, 4),
            date(2022, 11, 5),
            date(2022, 11, 6),
            date(2022, 11, 8),
            date(2022, 11, 9),
            None,
        ],
    ),
    "working days": (
        {
            "kind": "deadline",
            "max": 10,
            "due": "2022-09-01",
            "days": "working",
            "days_off": ["2022-09-02", "2022-09-03", "2022-08-31"],
            "ladder": LADDER,
        },
        [date(2022, 8, day) for day in (26, 30, 31)] + [date(2022, 9, day) for day in range(1, 10)],
    ),
    "direct": ({"kind": "direct", "max": 10}, [0, 7.25, 10, 10.01, -1]),
    "floor and rounding": (
        {"kind": "proportional", "max": 10, "target": 7, "floor": "2,5", "rounding": {"places": 1}},
        [0, 1, 1.75, 2, 3.01, 7],
    ),
    "rounding up": (
        {"kind": "proportional", "max": 10, "target": 7, "rounding": {"places": 2, "mode": "up"}},
        [1, 2, 7],
    ),
    "blank is zero": ({"kind": "proportional", "max": 10, "target": 7, "blank": "zero"}, [None, 7]),
    "blank is not assigned": (
        {"kind": "direct", "max": 10, "blank": "not_assigned"},
        [None, 3, "không giao"],
    ),
}
CASES = [(name, value) for name, (_, values) in SHAPES.items() for value in values]


def engine(results: Any, key: str = "c1") -> Any:
    unit = results.units[0]
    points = results.points(unit, key)
    return "–" if points is None and not results.assigned(unit, key) else points


@pytest.mark.parametrize(("name", "value"), CASES)
def test_a_form_shows_what_the_engine_gives(
    name: str, value: Any, criteria_of: Any, filling: Any, scored: Any, tmp_path: Path
) -> None:
    criteria = criteria_of({"id": "c1", **SHAPES[name][0]}, {"kind": "direct", "id": "other", "max": 5})
    form = filling(criteria, FormUnit("Sở A")).put({"c1": value, "other": 1})
    shown, given = form.shown()("c1"), engine(scored(criteria, form.save(tmp_path / "f.xlsx")))
    if given is None:
        assert shown in ("", "?")
    else:
        assert shown == given
