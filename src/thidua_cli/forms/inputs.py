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
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.plan.criteria.values import Bounds
from thidua_cli.rosters.reading.rows import COUNT
from thidua_cli.scoring.inputs.input_table import EVIDENCE, EXEMPT
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

    `kind`: what may stand there; `absent`: `không giao` may.
    """

    line: str
    key: str
    role: str
    kind: str
    layer: str = ""
    least: str = ""
    most: str = ""
    absent: bool = False


def inputs_of(line: Line, lines: Sequence[Line], layers: Sequence[Layer]) -> Iterator[Input]:
    """The cells of a line that are read back, from the left."""
    leaf = line.leaf
    if leaf is None:
        own = _beside(line, lines)
        if own is not None:
            yield own
            yield from _reviewed(own, layers) if isinstance(line.item, Veto) else ()
        return
    for side in leaf.side_columns:
        if side in IN_TARGET:
            kind = DAY if isinstance(leaf, Deadline) else NUMBER
            above = not (isinstance(leaf, Proportional) and leaf.direction == "down")
            least = "" if kind == DAY else ">0" if above else ">=0"
            yield Input(leaf.id, f"{leaf.id}.{side}", TARGET_ROLE, kind, least=least, absent=True)
    own = _value(leaf)
    yield own
    if leaf.evidence != "none":
        yield Input(leaf.id, f"{leaf.id}.{EVIDENCE}", EVIDENCE_ROLE, TEXT)
    yield from _reviewed(own, layers)


def _reviewed(own: Input, layers: Sequence[Layer]) -> Iterator[Input]:
    """The cells of the later layers, and of the reason why one differs."""
    for layer in layers[1:]:
        role = f"{LAYER}{layer.id}"
        if layer.explains:
            yield Input(own.line, own.key, role, TEXT, layer.id)
        else:
            yield own._replace(role=role, layer=layer.id)
    if layers[1:]:
        yield Input(own.line, own.key, REASON, TEXT)


def _beside(line: Line, lines: Sequence[Line]) -> Input | None:
    """What a line that is no criterion takes: a veto, another input of a criterion, what breaks a tie."""
    own = Input(line.key, line.key, VALUE, NUMBER)
    if isinstance(line.item, Veto):
        return own._replace(kind=YES_NO)
    if line.key.startswith(COUNT):
        return own._replace(kind=WHOLE)
    if line.item is not None:
        return None
    owner = None if line.owner is None else lines[line.owner].leaf
    if owner is not None and line.key == f"{owner.id}.{EXEMPT}":
        return own._replace(kind=WHOLE)
    columns = owner.columns if isinstance(owner, Matrix) else ()
    return own._replace(least=_least(column.bounds for column in columns)) if columns else own


def _least(stated: Iterable[Bounds]) -> str:
    """No figure below zero is let in, unless the criterion itself speaks of such."""
    return "" if any(_below_zero(bounds) for bounds in stated) else ">=0"


def _below_zero(bounds: Bounds) -> bool:
    if bounds.lower is not None:
        return bounds.lower < 0
    return bounds.upper is not None and (bounds.upper < 0 or (bounds.upper == 0 and not bounds.upper_in))


def _value(leaf: Leaf) -> Input:
    common = Input(leaf.id, leaf.id, VALUE, NUMBER, absent=True)
    if isinstance(leaf, Measured):
        if leaf.unit == "%":
            return common._replace(kind=PERCENT)
        return common._replace(least=_least(_stated(leaf)))
    if isinstance(leaf, Direct):
        return common._replace(kind=POINTS, most=format_number(leaf.max))
    if isinstance(leaf, Count | Occurrence):
        return common._replace(kind=WHOLE)
    return common._replace(kind=YES_NO if isinstance(leaf, YesNo) else DAY)


def _stated(leaf: Measured) -> Iterable[Bounds]:
    """The intervals that a criterion sets its figures against."""
    if isinstance(leaf, Steps):
        return [Bounds(leaf.start, True, None, False)]
    if isinstance(leaf, Bands):
        return [band.bounds for band in leaf.bands]
    if isinstance(leaf, Matrix):
        return [row.bounds for row in leaf.rows]
    return [segment.bounds for segment in leaf.segments] if isinstance(leaf, Segments) else []


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
    allowed = _condition(one, cell, most)
    if absent:
        allowed = f"OR({allowed},{cell}={quoted(absent[0])})"
    return said | {"validate": "custom", "value": f"={allowed}"}


def _prompt(one: Input) -> str:
    if one.role == TARGET_ROLE:
        name = "due" if one.kind == DAY else "target" if one.least == ">0" else "target_zero"
        return word(f"input.{name}")
    if one.kind == NUMBER and not one.least:
        return word("input.any_number")
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
