"""Points by kind, held against independent fractions."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from thidua_cli.plan.criteria import Criterion
from thidua_cli.scoring.points.exact import EXACT, Ratio
from thidua_cli.scoring.points.shapes import Gap, shape_of

ADAPTER: TypeAdapter[Criterion] = TypeAdapter(Criterion)


def points(kind: str, actual: str | Decimal, **fields: object) -> Fraction | Gap:
    rule = ADAPTER.validate_python({"kind": kind, "id": "a", "name": "A", **fields})
    with localcontext(EXACT):
        shape = shape_of(rule)  # type: ignore[arg-type] # no group is asked for here
        found = shape.points(Decimal(actual))
    if isinstance(found, Gap):
        return found
    return (Ratio(found, shape.scale) if isinstance(found, Decimal) else found).fraction


@pytest.mark.parametrize(
    ("direction", "target", "actual", "ceiling", "expected"),
    [
        ("up", "90", "60", None, Fraction(40, 3)),
        ("up", "90", "90", None, Fraction(20)),
        ("up", "90", "91", None, Fraction(20)),
        ("up", "90", "99", "25", Fraction(22)),
        ("up", "90", "900", "25", Fraction(25)),
        ("up", "90", "0", None, Fraction(0)),
        ("up", "90", "-5", None, Fraction(0)),
        ("up", "0,3", "0.1", None, Fraction(20, 3)),
        ("down", "3", "2", None, Fraction(20)),
        ("down", "3", "3", None, Fraction(20)),
        ("down", "3", "7", None, Fraction(60, 7)),
        ("down", "3", "2.5", "30", Fraction(24)),
        ("down", "3", "0", None, Fraction(20)),
        ("down", "3", "-1", "30", Gap.NEGATIVE),
        ("down", "0", "-0.5", None, Gap.NEGATIVE),
        ("down", "0", "0", None, Fraction(20)),
        ("down", "0", "1", None, Fraction(0)),
    ],
)
def test_proportional(
    direction: str, target: str, actual: str, ceiling: str | None, expected: Fraction | Gap
) -> None:
    found = points("proportional", actual, max="20", target=target, direction=direction, ceiling=ceiling)
    assert found == expected


BANDS = [
    {"from": "90", "points": "20"},
    {"above": "80", "below": "90", "points": "15"},
    {"from": "60", "to": "80", "points": "10"},
    {"to": "50", "points": "0"},
]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("90", 20),
        ("89.999", 15),
        ("80.001", 15),
        ("80", 10),
        ("60", 10),
        ("59.999", Gap.HOLE),
        ("50.001", Gap.HOLE),
        ("50", 0),
        ("-3", 0),
    ],
)
def test_bands_on_both_sides_of_every_boundary(actual: str, expected: object) -> None:
    assert points("bands", actual, max="20", bands=BANDS) == expected


def test_a_value_in_two_bands_is_not_scored() -> None:
    bands = [{"from": "5", "points": "2"}, {"to": "5", "points": "1"}]
    assert points("bands", "5", max="2", bands=bands) is Gap.OVERLAP


@pytest.mark.parametrize(
    ("kind", "actual", "fields", "expected"),
    [
        ("yes_no", "1", {"max": "7,5"}, Fraction(15, 2)),
        ("yes_no", "0", {"max": "7,5"}, Fraction(0)),
        ("count", "3", {"max": "5", "point": "1,5"}, Fraction(9, 2)),
        ("count", "4", {"max": "5", "point": "1,5"}, Fraction(5)),
        ("bonus", "4", {"point": "0,5"}, Fraction(2)),
        ("bonus", "4", {"point": "0,5", "cap": "1"}, Fraction(1)),
        ("penalty", "4", {"point": "0,5"}, Fraction(-2)),
        ("penalty", "4", {"point": "0,5", "cap": "1"}, Fraction(-1)),
        ("penalty", "0", {"point": "0,5", "cap": "1"}, Fraction(0)),
    ],
)
def test_counted_kinds(kind: str, actual: str, fields: dict[str, str], expected: Fraction) -> None:
    assert points(kind, actual, **fields) == expected


AMOUNT = st.decimals("0", "1000000", places=3, allow_nan=False)


@settings(deadline=None, max_examples=100)
@given(AMOUNT, AMOUNT, st.decimals("0.01", "9999", places=2), st.sampled_from(["up", "down"]))
def test_proportional_is_monotone_exact_and_capped(
    first: Decimal, second: Decimal, target: Decimal, direction: str
) -> None:
    low, high = sorted((first, second))
    written = str(target).replace(".", ",")
    fields = {"max": "20", "target": written, "direction": direction, "ceiling": "23"}
    of_low, of_high = points("proportional", low, **fields), points("proportional", high, **fields)
    assert not isinstance(of_low, Gap)
    assert not isinstance(of_high, Gap)
    assert (of_low <= of_high) if direction == "up" else (of_low >= of_high)
    assert 0 <= of_low <= 23
    part, whole = (
        (Fraction(low), Fraction(target)) if direction == "up" else (Fraction(target), Fraction(low))
    )
    assert of_low == (min(20 * part / whole, Fraction(23)) if whole else 23)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.sampled_from(["count", "bonus", "penalty"]))
def test_counts_are_monotone_and_capped(first: int, second: int, kind: str) -> None:
    low, high = sorted((first, second))
    fields = {"point": "0,25", **({"max": "7"} if kind == "count" else {"cap": "7"})}
    of_low, of_high = points(kind, Decimal(low), **fields), points(kind, Decimal(high), **fields)
    assert not isinstance(of_low, Gap)
    assert not isinstance(of_high, Gap)
    assert abs(of_low) <= abs(of_high) <= 7
    assert (of_low <= 0) if kind == "penalty" else (of_low >= 0)
