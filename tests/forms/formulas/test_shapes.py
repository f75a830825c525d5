"""The formula of each shape, computed exactly, gives the points of the engine for any figure."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.forms.formulas.language import all_of
from thidua_cli.forms.formulas.shapes import COMPUTED, Inputs
from thidua_cli.plan.criteria.table import Criteria
from thidua_cli.scoring.exact import EXACT, Ratio
from thidua_cli.scoring.points.outcomes import Gap, Given
from thidua_cli.scoring.points.shapes.kinds import shape_of

figures = st.decimals(-50, 150, places=2).map(lambda value: value + 0)
points = st.decimals(0, 30, places=1)


@st.composite
def rules(draw: Any) -> dict[str, Any]:
    """A criterion of a shape of one figure."""
    kind = draw(st.sampled_from(["proportional", "bands", "segments", "steps", "direct"]))
    most = draw(points)
    if kind == "proportional":
        direction = draw(st.sampled_from(["up", "down"]))
        return {
            "max": most,
            "target": draw(st.decimals("0.01", 120, places=2)),
            "ceiling": most + draw(points),
            "direction": direction,
            "kind": kind,
        }
    if kind == "direct":
        return {"kind": kind, "max": most}
    if kind == "steps":
        return {
            "kind": kind,
            "max": most,
            "start": draw(figures),
            "step": draw(st.decimals("0.01", 20, places=2)),
            "point": draw(points),
            "base": draw(points),
            "direction": draw(st.sampled_from(["up", "down"])),
            "counting": draw(st.sampled_from(["full", "started", "exact"])),
        }
    ends = sorted(draw(st.lists(figures, min_size=2, max_size=5, unique=True)))
    pieces = []
    for low, high in pairwise(ends):
        bounds = {draw(st.sampled_from(["from", "above"])): low, draw(st.sampled_from(["to", "below"])): high}
        own = {"points": draw(points)} if kind == "bands" else {"base": draw(points), "slope": draw(figures)}
        pieces.append(bounds | own)
    return {"kind": kind, "max": most, kind: pieces}


def stated(value: Any) -> Any:
    """As a criteria file writes it, with a decimal comma."""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") if value % 1 else str(int(value))
    if isinstance(value, dict):
        return {key: stated(each) for key, each in value.items()}
    return [stated(each) for each in value] if isinstance(value, list) else value


@given(rules(), figures)
@settings(deadline=None, max_examples=150)
def test_a_formula_earns_what_the_shape_earns(sheet_of: Any, item: dict[str, Any], figure: Decimal) -> None:
    named = {"id": "c1", "name": "Tiêu chí", **stated(item)}
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [named]})
    rule = criteria.leaves()[0]
    earned = COMPUTED[type(rule)](rule, Inputs("A1"))
    formula = f'=IFERROR(IF({all_of(earned.sound)},{earned.points},"?"),"?")'
    shown = sheet_of({"A1": figure, "B1": formula}).value("B1")
    shape = shape_of(rule)
    with localcontext(EXACT):
        found = shape.points(Given(figure))
        if isinstance(found, Gap):
            assert shown == "?"
        else:
            ratio = found if isinstance(found, Ratio) else Ratio(found, shape.scale)
            # Counts of steps are cleaned of the dust of binary numbers, far below what is shown.
            assert abs(Fraction(shown) - ratio.fraction) < Fraction(1, 10**6)
