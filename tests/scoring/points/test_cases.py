"""Every kind of criterion on the cases of `cases/*.yaml`: points, formulas and findings of whole columns.

A case: `rule` (without kind, id and name), `columns` beside the criterion's own (`target`, `@cluster`),
`rows` as `cells`, `points` (`40/3`, `?` not known, `–` not assigned) and, where it matters, `formula` and
`leaders`; `findings` as code, variant and cell. Rows stand from row 2 on, the criterion's own column is A.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from thidua_cli.forms.formulas.shapes import COMPUTED as COMPUTED_BY_FORMS
from thidua_cli.forms.how_scored import HOW
from thidua_cli.plan.criteria.measured import Leader, Relative
from thidua_cli.plan.criteria.table import Criteria, Criterion, Group, Leaf, OneOf
from thidua_cli.scoring.exact import EXACT
from thidua_cli.scoring.points.column_scores import ColumnScore
from thidua_cli.scoring.points.scene import Scene
from thidua_cli.scoring.points.scoring import score_criteria
from thidua_cli.scoring.points.sentences.kinds import SENTENCES
from thidua_cli.scoring.points.shapes.kinds import SHAPES
from thidua_cli.tables.collected import FindingLog
from thidua_cli.tables.table import CellValue, Origin, Row, StoredNumber

FOLDER = Path(__file__).with_name("cases")
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{case['what']}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in YAML(typ="safe", pure=True).load(path)
]
ADAPTER: TypeAdapter[Criterion] = TypeAdapter(Criterion)


def cell_of(text: str) -> CellValue:
    """A cell; `=12.5` is a number stored by a workbook."""
    return StoredNumber(Decimal(text[1:])) if text.startswith("=") else text


def scored(
    kind: str, case: dict[str, Any], rows: list[dict[str, Any]]
) -> tuple[ColumnScore, FindingLog, list[Row]]:
    rule = {"kind": kind, "id": "c", "name": "Tiêu chí", **case["rule"]}
    criteria = Criteria.model_validate({"thidua": "1", "name": "Bảng", "criteria": [rule]})
    item = criteria.criteria[0]
    assert not isinstance(item, Group)
    own = [each.id for each in item.items] if isinstance(item, OneOf) else ["c"]
    keys = [*own, *(key if key.startswith("@") else f"c.{key}" for key in case.get("columns", []))]
    table = [
        Row(number, number, tuple(map(cell_of, row["cells"])), Origin("u.csv"))
        for number, row in enumerate(rows, 2)
    ]
    findings = FindingLog()
    scene = Scene(
        {key: index for index, key in enumerate(keys)},
        table,
        findings,
        "@cluster" in keys,
        frozenset(case.get("barred", [])),
        frozenset(case.get("doubled", [])),
    )
    with localcontext(EXACT):
        return score_criteria(criteria, scene)["c"], findings, table


def outcome(score: ColumnScore, row: Row) -> str:
    if not score.assigned(row.values):
        assert score.points(row.values) is None
        return "–"
    points = score.points(row.values)
    return "?" if points is None else str(points)


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_case(kind: str, case: dict[str, Any]) -> None:
    score, findings, rows = scored(kind, case, case["rows"])
    assert [outcome(score, row) for row in rows] == [str(row["points"]) for row in case["rows"]]
    with localcontext(EXACT):
        for stated, row in zip(case["rows"], rows, strict=True):
            account = score.account(row.values)
            if "formula" in stated:
                assert account.formula == stated["formula"]
            if "leaders" in stated:
                assert list(account.leaders) == stated["leaders"]
            assert account.assigned == score.assigned(row.values)
            assert (account.value and account.value.fraction) == score.points(row.values)
    told = [" ".join(filter(None, (each.code, each.variant, each.span.cell))) for each in findings.close()]
    assert told == case.get("findings", [])


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_order_of_rows_changes_no_points(kind: str, case: dict[str, Any]) -> None:
    if "barred" in case or "doubled" in case:
        case = case | {
            name: [len(case["rows"]) - 1 - at for at in case[name]]
            for name in ("barred", "doubled")
            if name in case
        }
    score, _, rows = scored(kind, case, case["rows"][::-1])
    assert [outcome(score, row) for row in rows] == [str(row["points"]) for row in case["rows"][::-1]]


def test_every_kind_has_cases() -> None:
    kinds = {
        kind
        for model in (Criteria.model_json_schema()["$defs"]).values()
        if (kind := model.get("properties", {}).get("kind", {}).get("const"))
    }
    assert kinds - {"group"} == {path.stem for path in FOLDER.glob("*.yaml")}


COMPUTED = re.compile(r"(.*) (?:= |≈ )(-?[0-9.]+(?:,[0-9]+)?)$")


def value_of(expression: str) -> Fraction:
    """A formula without its result, computed."""
    text = re.sub(r"(?<=[0-9])\.(?=[0-9]{3})", "", expression)
    text = re.sub(r"[0-9]+(?:,[0-9]+)?", lambda found: f"F('{found[0].replace(',', '.')}')", text)
    text = text.replace("≈ ", "").replace("×", "*").replace(";", ",").replace("%", "*F('0.01')")
    return Fraction(eval(text, {"F": Fraction, "min": min, "max": max}))  # noqa: S307 - of our own cases


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_a_written_formula_comes_to_its_result(kind: str, case: dict[str, Any]) -> None:
    score, _, rows = scored(kind, case, case["rows"])
    with localcontext(EXACT):
        for row in rows:
            account = score.account(row.values)
            for piece in account.formula.split(" → "):
                # What stands before the last semicolon outside brackets was told, not computed.
                told = re.split(r";(?![^(]*\))", piece)[-1].strip()
                found = COMPUTED.match(told)
                if found and "?" not in told:
                    shown = Fraction(found[2].replace(".", "").replace(",", "."))
                    assert abs(value_of(found[1]) - shown) <= (Fraction(1, 100) if "≈" in told else 0), told
            last = account.formula.split(" → ")[-1]
            assert last.endswith(account.shown.removeprefix("≈ ")), account


def test_every_kind_has_its_cases_and_stands_in_every_table_of_kinds() -> None:
    kinds = set(get_args(Leaf))
    names = {kind.model_fields["kind"].annotation.__args__[0] for kind in kinds}
    assert names | {"one_of"} <= {path.stem for path in FOLDER.glob("*.yaml")}
    assert kinds == set(SHAPES) == set(SENTENCES) == set(HOW) - {OneOf}
    assert kinds - {Leader, Relative} <= set(COMPUTED_BY_FORMS) <= kinds
