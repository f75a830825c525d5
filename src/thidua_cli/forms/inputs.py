"""The cells of a form that are filled in: what is asked, and what a sheet lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.forms.columns import EVIDENCE as EVIDENCE_ROLE
from thidua_cli.forms.columns import LAYER, REASON, VALUE
from thidua_cli.forms.columns import TARGET as TARGET_ROLE
from thidua_cli.forms.formulas.language import quoted
from thidua_cli.forms.lines import IN_TARGET
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.counted import Count, Direct, Occurrence, YesNo
from thidua_cli.plan.criteria.measured import Measured, Proportional
from thidua_cli.plan.criteria.standings import Veto
from thidua_cli.plan.criteria.stepped import Deadline
from thidua_cli.scoring.inputs.input_table import EVIDENCE, EXEMPT
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.forms.lines import Line
    from thidua_cli.plan.criteria.table import Leaf
    from thidua_cli.rosters.reading.vocabulary import Layer

NUMBER, PERCENT, WHOLE, DAY, YES_NO, POINTS, TEXT = (
    "number",
    "percent",
    "whole",
    "day",
    "yes_no",
    "points",
    "text",
)
FIRST_DAY = 36_526  # 01/01/2000


class Input(NamedTuple):
    """One cell to fill in: in the line of the key `line`, in the column of `role`.

    `key`: as in InputTable; `layer`: the id of a later layer, or empty.

    `kind`: what may stand there. `absent`: `không giao` may; `listed`: and is offered.
    """

    line: str
    key: str
    role: str
    kind: str
    layer: str = ""
    least: str = ""
    most: str = ""
    absent: bool = False
    listed: bool = False


def inputs_of(line: Line, lines: Sequence[Line], layers: Sequence[Layer]) -> Iterator[Input]:
    """The cells of a line that are read back, from the left."""
    leaf = line.leaf
    if leaf is None:
        kind = _kind_of_side(line, lines)
        if kind:
            yield Input(line.key, line.key, VALUE, kind)
        return
    for side in leaf.side_columns:
        if side in IN_TARGET:
            kind = DAY if isinstance(leaf, Deadline) else NUMBER
            above = not (isinstance(leaf, Proportional) and leaf.direction == "down")
            least = "" if kind == DAY else ">0" if above else ">=0"
            yield Input(leaf.id, f"{leaf.id}.{side}", TARGET_ROLE, kind, least=least)
    own = _value(leaf)
    yield own
    if leaf.evidence != "none":
        yield Input(leaf.id, f"{leaf.id}.{EVIDENCE}", EVIDENCE_ROLE, TEXT)
    for layer in layers[1:]:
        role = f"{LAYER}{layer.id}"
        yield (
            Input(leaf.id, leaf.id, role, TEXT, layer.id)
            if layer.explains
            else own._replace(role=role, layer=layer.id)
        )
    if layers[1:]:
        yield Input(leaf.id, leaf.id, REASON, TEXT)


def _kind_of_side(line: Line, lines: Sequence[Line]) -> str:
    if isinstance(line.item, Veto):
        return YES_NO
    if line.item is not None:
        return ""
    return WHOLE if line.owner is not None and line.key == f"{lines[line.owner].key}.{EXEMPT}" else NUMBER


def _value(leaf: Leaf) -> Input:
    common = Input(leaf.id, leaf.id, VALUE, NUMBER, absent=True, listed=leaf.blank == "not_assigned")
    if isinstance(leaf, Measured):
        return common._replace(kind=PERCENT if leaf.unit == "%" else NUMBER)
    if isinstance(leaf, Direct):
        return common._replace(kind=POINTS, most=format_number(leaf.max))
    if isinstance(leaf, Count | Occurrence):
        return common._replace(kind=WHOLE)
    return common._replace(kind=YES_NO if isinstance(leaf, YesNo) else DAY)


def validation(one: Input, cell: str, most: str = "") -> dict[str, Any] | None:
    """What a sheet lets pass into a cell, and what it says there; None for a text.

    `most`: the most points, as formulas write them.
    """
    if one.kind == TEXT:
        return None
    prompt = [_prompt(one)]
    if one.absent:
        prompt.append(word("input.not_assigned"))
    said = {
        "input_title": word("input.title"),
        "input_message": " ".join(prompt),
        "error_title": word("input.wrong"),
        "error_message": " ".join(prompt),
    }
    absent = [word("not_assigned")] if one.absent else []
    if one.kind == YES_NO:
        return said | {"validate": "list", "source": [word("yes"), word("no"), *absent]}
    if one.listed:
        return said | {"validate": "list", "source": absent, "show_error": False}
    allowed = _condition(one, cell, most)
    if absent:
        allowed = f"OR({allowed},{cell}={quoted(absent[0])})"
    return said | {"validate": "custom", "value": f"={allowed}"}


def _prompt(one: Input) -> str:
    if one.role == TARGET_ROLE:
        name = "due" if one.kind == DAY else "target" if one.least == ">0" else "target_zero"
        return word(f"input.{name}")
    return word(f"input.{one.kind}", max=one.most)


def _condition(one: Input, cell: str, most: str) -> str:
    number = f"ISNUMBER({cell})"
    further = {
        NUMBER: f",{cell}{one.least}" if one.least else "",
        PERCENT: "",
        WHOLE: f",{cell}>=0,{cell}=INT({cell})",
        DAY: f",{cell}>={FIRST_DAY},{cell}=INT({cell})",
        POINTS: f",{cell}>=0,{cell}<={most}",
    }[one.kind]
    # AND computes all its parts, also of a text: IF does not.
    return f"IF({number},AND({number}{further}),FALSE)"
