"""Whole tables against a slow model of its own, in fractions, for generated criteria with every modifier."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.findings.finding import Finding
from thidua_cli.scoring.inputs.input_table import Adjustment
from thidua_cli.scoring.standings.results import Results
from thidua_cli.scoring.traces.explainer import Explainer
from thidua_cli.scoring.traces.step import NOT_ADDED, Step

Assess = Callable[..., tuple[Results, list[Finding]]]
Late = Callable[..., Adjustment]
UNASSIGNED = "không giao"
# An unknown cell could say any of these; beyond the last one no cap here lets anything change.
READINGS = ("0", "1", "5", "40")


class Model:
    """One unit, every cell known. Written from the rules on paper, not from the code under test."""

    def __init__(self, table: dict[str, Any], cells: dict[str, str], late: list[Adjustment]) -> None:
        self.table, self.cells, self.late = table, cells, late
        self.nodes = {item["id"]: item for item in everything(table["criteria"])}

    def changes(self, key: str | None) -> Iterator[Fraction]:
        return (Fraction(each.points) for each in self.late if each.criterion == key)

    def assigned(self, item: dict[str, Any]) -> bool:
        return self.table["not_assigned"] == "full" or self.cells[item["id"]] != UNASSIGNED

    def leaf(self, item: dict[str, Any]) -> Fraction:
        kind, most = item["kind"], item.get("max", item.get("cap"))
        if not self.assigned(item):
            return Fraction(0)
        full = {"direct": most}.get(kind, "0")
        unassigned = self.cells[item["id"]] == UNASSIGNED
        points = Fraction(str(full) if unassigned else self.cells[item["id"]])
        if most is not None:
            points = min(points, Fraction(most))
        points = max(points, Fraction(item.get("floor", 0)))
        gate = item.get("only_if")
        if (
            gate
            and not unassigned
            and not self.reaches(gate["criterion"], Fraction(gate["reaches"].rstrip("%")) / 100)
        ):
            points = Fraction(0)
        sign = -1 if kind == "penalty" else 1
        low = Fraction(item.get("floor", 0)) if sign > 0 else (None if most is None else -Fraction(most))
        high = Fraction(0) if sign < 0 else (None if most is None else Fraction(most))
        total = sign * points
        for change in self.changes(item["id"]):
            total = clip(total + change, low, high)
        return total

    def reaches(self, key: str, share: Fraction) -> bool:
        node = self.nodes[key]
        leaves = [each for each in everything([node]) if each["kind"] == "direct" and self.assigned(each)]
        extra = [each for each in everything([node]) if each["kind"] != "group" and self.assigned(each)]
        if not extra:
            return True
        full = self.worth(node, [each["id"] for each in leaves])
        points = sum(self.group(node, Fraction(1))) if node["kind"] == "group" else self.leaf(node)
        return points >= share * full

    def worth(self, node: dict[str, Any], keys: list[str]) -> Fraction:
        """What the named criteria below a node come to at most, under the caps of groups."""
        if node["kind"] != "group":
            return Fraction(node["max"]) if node["kind"] == "direct" and node["id"] in keys else Fraction(0)
        whole = sum((self.worth(each, keys) for each in node["items"]), Fraction(0))
        return min(whole, Fraction(node["cap"])) if "cap" in node else whole

    def parts(self, node: dict[str, Any], scale: Fraction) -> list[Fraction]:
        """Base points that are to be rescaled, those that are settled, bonuses and penalties."""
        sums = [Fraction(0)] * 4
        for item in node["items"]:
            if item["kind"] == "group":
                sums = [one + other for one, other in zip(sums, self.group(item, scale), strict=True)]
            else:
                sums[("direct", "settled", "bonus", "penalty").index(item["kind"])] += self.leaf(item)
        sums[2] = clip(sums[2], None, node.get("bonus_cap"))
        if "penalty_cap" in node:
            sums[3] = max(sums[3], -Fraction(node["penalty_cap"]))
        return sums

    def group(self, node: dict[str, Any], scale: Fraction) -> list[Fraction]:
        base, settled, bonus, penalty = self.parts(node, scale)
        leaves = [each for each in everything(node["items"]) if each["kind"] != "group"]
        if not any(self.assigned(each) for each in leaves):
            return [base, settled, bonus, penalty]
        # Where nothing is rescaled, nothing is settled before the rest either.
        bounded = scale != 1 and ("cap" in node or "floor" in node)
        if bounded:
            base = base * scale + settled
        own, more = self.held(node, base, scale), self.held(node, base + bonus, scale)
        every = self.held(node, base + bonus + penalty, scale)
        return (
            [Fraction(0), own, more - own, every - more]
            if bounded
            else [own, settled, more - own, every - more]
        )

    def held(self, node: dict[str, Any], points: Fraction, scale: Fraction) -> Fraction:
        """What a group makes of points: its cap, its floor, then late changes within its limits."""
        leaves = [each for each in everything(node["items"]) if each["kind"] != "group"]
        kinds = {each["kind"] for each in leaves}
        whole = sum((Fraction(each["max"]) for each in leaves if each["kind"] == "direct"), Fraction(0))
        if "cap" in node:
            points = min(points, Fraction(node["cap"]))
        if "floor" in node:
            points = max(points, Fraction(node["floor"]))
        low = Fraction(node["floor"]) if "floor" in node else None if "penalty" in kinds else Fraction(0)
        high = Fraction(node["cap"]) if "cap" in node else None if "bonus" in kinds else whole
        if scale != 1 and "floor" in node and "cap" not in node:
            high = None
        for change in self.changes(node["id"]):
            points = clip(points + change, low, high)
        return points

    def total(self) -> Fraction | None:
        leaves = [each for each in everything(self.table["criteria"]) if each["kind"] == "direct"]
        root = {"kind": "group", "items": self.table["criteria"]} | {
            key: self.table[key] for key in ("bonus_cap", "penalty_cap") if key in self.table
        }
        declared = self.worth(root, [each["id"] for each in leaves])
        possible = self.worth(root, [each["id"] for each in leaves if self.assigned(each)])
        some = not all(map(self.assigned, everything_scored(self.table["criteria"])))
        if some and not possible and declared:
            return None
        scale = declared / possible if some and possible else Fraction(1)
        base, settled, bonus, penalty = self.parts(root, scale)
        total = base * scale + settled + bonus + penalty + sum(self.changes(None))
        if "cap" in self.table:
            total = min(total, Fraction(self.table["cap"]))
        return max(total, Fraction(self.table["floor"])) if "floor" in self.table else total


def clip(points: Fraction, low: Fraction | None, high: Any) -> Fraction:
    """Within both ends; where these contradict each other, the lower one holds."""
    if low is not None and points < low:
        return low
    if high is None or points <= Fraction(high):
        return points
    return Fraction(high) if low is None else max(Fraction(high), low)


def everything(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in items:
        yield item
        yield from everything(item.get("items", []))


def everything_scored(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (item for item in everything(items) if item["kind"] != "group")


NUMBERS = st.integers(0, 12).map(str)


@st.composite
def leaves(draw: st.DrawFn, key: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(["direct", "direct", "direct", "bonus", "penalty"]))
    item: dict[str, Any] = {"kind": kind, "id": key, "name": f"Tiêu chí {key}"}
    if kind == "direct":
        item["max"] = str(draw(st.integers(1, 12)))
        if draw(st.booleans()) and draw(st.booleans()):
            item["floor"] = str(draw(st.integers(0, int(item["max"]))))
    else:
        item["point"] = "1"
        if draw(st.booleans()):
            item["cap"] = str(draw(st.integers(1, 10)))
    return item


def bound(draw: st.DrawFn, node: dict[str, Any]) -> dict[str, Any]:
    for name, most in (("bonus_cap", 8), ("penalty_cap", 8), ("cap", 25), ("floor", 6)):
        if draw(st.integers(0, 3)) == 0:
            node[name] = str(draw(st.integers(0, most)))
    if "cap" in node and "floor" in node and int(node["floor"]) > int(node["cap"]):
        del node["floor"]
    return node


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(1, 6))
    items = [draw(leaves(f"c{index}")) for index in range(count)]
    cut = draw(st.integers(0, count))
    groups = []
    if items[:cut]:
        inner = items[:cut]
        if len(inner) > 2 and draw(st.booleans()):
            nested = {"kind": "group", "id": "h", "name": "Nhóm h", "items": inner[1:]}
            inner = [inner[0], bound(draw, nested)]
        groups = [bound(draw, {"kind": "group", "id": "g", "name": "Nhóm g", "items": inner})]
    for index, item in enumerate(items[cut:]):
        # Conditions look back only, so that none leads to itself.
        earlier = [
            each["id"] for each in (*items[:cut], *items[cut : cut + index]) if each["kind"] == "direct"
        ]
        if groups and any(each["kind"] == "direct" for each in items[:cut]):
            earlier.append("g")
        if earlier and draw(st.integers(0, 2)) == 0:
            share = draw(st.sampled_from(["50%", "80%", "100%"]))
            item["only_if"] = {"criterion": draw(st.sampled_from(earlier)), "reaches": share}
    table = {"criteria": [*groups, *items[cut:]], "not_assigned": draw(st.sampled_from(["rescale", "full"]))}
    return bound(draw, table)


CELLS = st.lists(
    st.lists(st.one_of(NUMBERS, NUMBERS, st.just(UNASSIGNED), st.just("")), min_size=6, max_size=6),
    min_size=1,
    max_size=3,
)


def capped_cells(table: dict[str, Any], row: list[str]) -> dict[str, str]:
    """Cells that every criterion can read: points given by a council are at most the maximum."""
    keys = [item for item in everything(table["criteria"]) if item["kind"] != "group"]
    cells = dict(zip([item["id"] for item in keys], row, strict=False))
    for item in keys:
        if cells[item["id"]].isdecimal() and item["kind"] == "direct":
            cells[item["id"]] = str(min(int(cells[item["id"]]), int(item["max"])))
    return cells


def scored(
    assess: Assess, table: dict[str, Any], rows: list[dict[str, str]], late: list[Adjustment]
) -> Results:
    header = ";".join(["don_vi", *rows[0]])
    lines = [";".join([f"Đơn vị {number}", *cells.values()]) for number, cells in enumerate(rows)]
    more = {key: value for key, value in table.items() if key != "criteria"}
    results, _ = assess("\n".join([header, *lines]), *table["criteria"], adjustments=late, **more)
    return results


LATE = st.lists(
    st.tuples(st.sampled_from(["g", "c0", "c1", None, None]), st.integers(-6, 6).map(str)), max_size=2
)


def changes_of(table: dict[str, Any], drawn: list[tuple[str | None, str]], late: Late) -> list[Adjustment]:
    known = {item["id"] for item in everything(table["criteria"])}
    return [late("Đơn vị 0", points, key) for key, points in drawn if key is None or key in known]


@settings(deadline=None, max_examples=200)
@given(table=tables(), cells=CELLS, drawn=LATE)
def test_totals_are_those_of_the_model_in_every_reading(
    assess: Assess,
    late: Late,
    table: dict[str, Any],
    cells: list[list[str]],
    drawn: list[tuple[str | None, str]],
) -> None:
    rows = [capped_cells(table, row) for row in cells]
    changes = changes_of(table, drawn, late)
    results = scored(assess, table, rows, changes)
    gated = any("only_if" in item for item in everything(table["criteria"]))
    for unit in results.units:
        number = int(unit.unit.removeprefix("Đơn vị "))
        found = {
            Model(table, reading, changes if number == 0 else []).total()
            for reading in readings(rows[number])
        }
        if unit.complete:
            assert found == {unit.total.fraction}
        elif not gated:
            # Without conditions the ends of what is unknown are reached, so some reading differs.
            assert len(found) > 1 or None in found


def readings(cells: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every way to fill the blank cells, of the first three with every value, of all others with two."""
    blanks = [key for key, cell in cells.items() if not cell]
    few, rest = blanks[:3], blanks[3:]
    for values in product(READINGS, repeat=len(few)):
        for one in ("0", READINGS[-1]) if rest else ("0",):
            yield cells | dict.fromkeys(rest, one) | dict(zip(few, values, strict=True))


@settings(deadline=None, max_examples=100)
@given(table=tables(), cells=CELLS, drawn=LATE)
def test_every_step_adds_up_to_its_parent(
    assess: Assess,
    late: Late,
    table: dict[str, Any],
    cells: list[list[str]],
    drawn: list[tuple[str | None, str]],
) -> None:
    rows = [capped_cells(table, row) for row in cells]
    results = scored(assess, table, rows, changes_of(table, drawn, late))
    explainer = Explainer(results)
    for unit in results.units:
        step = explainer.unit(unit)
        check_sums(step)
        assert (step.value is not None) == results.breakdown(unit).complete
        if step.value is not None:
            assert step.value.fraction == unit.total.fraction


def check_sums(step: Step) -> None:
    parts = [child for child in step.children if child.kind not in NOT_ADDED]
    values = [child.value for child in parts]
    if parts and step.value is not None and None not in values:
        total = sum((value.fraction for value in values if value is not None), Fraction(0))
        assert step.value.fraction == total
    for child in step.children:
        check_sums(child)


PLAIN = st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(rows=PLAIN)
def test_the_short_way_and_the_tree_of_sums_agree(assess: Assess, rows: list[list[str]]) -> None:
    items = [
        {"kind": "proportional", "id": "c0", "name": "A", "max": "7", "target": "11"},
        {"kind": "proportional", "id": "c1", "name": "B", "max": "9", "target": "7", "direction": "down"},
        {"kind": "bonus", "id": "c2", "name": "C", "point": "0,3"},
        {"kind": "penalty", "id": "c3", "name": "D", "point": "0,7", "cap": "4"},
    ]
    table = {"criteria": items}
    results = scored(
        assess, table, [dict(zip(("c0", "c1", "c2", "c3"), row, strict=True)) for row in rows], []
    )
    for unit in results.units:
        opened = results.breakdown(unit)
        assert (unit.total.fraction, unit.complete) == (opened.total.fraction, opened.complete)
        assert unit.possible == opened.possible == Decimal(16)
        assert unit.percent is not None
        assert opened.percent is not None
        assert unit.percent.fraction == opened.percent.fraction


@settings(deadline=None, max_examples=100)
@given(table=tables(), cells=CELLS, at=st.integers(0, 5), more=st.integers(1, 9))
def test_more_points_never_come_to_less_and_no_cap_is_passed(
    assess: Assess, table: dict[str, Any], cells: list[list[str]], at: int, more: int
) -> None:
    keys = [item for item in everything(table["criteria"]) if item["kind"] != "group"]
    for item in keys:
        if item["kind"] == "penalty":
            # What is good may well bring a penalty into force; that is no fault of the sums.
            item.pop("only_if", None)
    item = keys[at % len(keys)]
    row = capped_cells(table, [cell if cell.isdecimal() else "3" for cell in cells[0]])
    better = dict(row)
    better[item["id"]] = str(int(row[item["id"]]) + more)
    for key, cell in zip(row, cells[0], strict=False):
        if cell == UNASSIGNED and key != item["id"]:
            row[key] = better[key] = cell
    results = scored(assess, table, [row, capped_cells(table, list(better.values()))], [])
    before, after = (results.find(f"Đơn vị {number}") for number in (0, 1))
    assert before is not None
    assert after is not None
    if item["kind"] == "penalty":
        before, after = after, before
    assert after.total.fraction >= before.total.fraction
    assert "cap" not in table or after.total.fraction <= max(int(table["cap"]), int(table.get("floor", 0)))
    for key, sums in results.breakdown(after).groups.items():
        group = next(each for each in everything(table["criteria"]) if each["id"] == key)
        if "cap" in group:
            assert sums.total.fraction <= max(int(group["cap"]), int(group.get("floor", 0)))


@settings(deadline=None, max_examples=60)
@given(table=tables(), cells=CELLS, chance=st.randoms(use_true_random=False))
def test_the_order_of_criteria_and_of_units_changes_nothing(
    assess: Assess, table: dict[str, Any], cells: list[list[str]], chance: random.Random
) -> None:
    rows = [(f"Đơn vị {number}", capped_cells(table, row)) for number, row in enumerate(cells)]

    def outcome(
        table: dict[str, Any], rows: list[tuple[str, dict[str, str]]]
    ) -> dict[str, tuple[object, ...]]:
        lines = [";".join([name, *row.values()]) for name, row in rows]
        more = {key: value for key, value in table.items() if key != "criteria"}
        text = "\n".join([";".join(["don_vi", *rows[0][1]]), *lines])
        results, _ = assess(text, *table["criteria"], **more)
        return {
            unit.unit: (unit.total.fraction, unit.complete, unit.rank, unit.tied) for unit in results.units
        }

    found = outcome(table, rows)
    other = copy.deepcopy(table)
    shuffle(other["criteria"], chance)
    chance.shuffle(rows)
    assert outcome(other, rows) == found


def shuffle(items: list[dict[str, Any]], chance: random.Random) -> None:
    chance.shuffle(items)
    for item in items:
        shuffle(item.get("items", []), chance)
