"""What a value earns, as a sheet computes it: one small function a kind of criterion."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from thidua_cli.forms.formulas.language import all_of, any_of, day, literal, quoted, within
from thidua_cli.forms.words import word
from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Occurrence, Penalty, YesNo
from thidua_cli.plan.criteria.measured import Proportional
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua_cli.plan.criteria.table import Leaf

ZERO = Decimal(0)


class Inputs(NamedTuple):
    """The cells that the points of a criterion rest on; `target` is also the due date."""

    value: str
    target: str = ""
    by: str = ""
    exempt: str = ""
    evidence: str = ""


class Earned(NamedTuple):
    """`points`: an expression, certain where every condition of `sound` holds."""

    points: str
    sound: tuple[str, ...]


def _number(cell: str) -> str:
    return f"ISNUMBER({cell})"


def _whole(cell: str) -> tuple[str, ...]:
    return _number(cell), f"{cell}>=0", f"{cell}=INT({cell})"


def _proportional(rule: Proportional, cells: Inputs) -> Earned:
    value, most, limit = cells.value, literal(rule.max), literal(rule.limit)
    target = cells.target if rule.target is None else literal(rule.target)
    sound = [_number(value)]
    up = rule.direction == "up"
    if rule.target is None:
        sound += [_number(target), f"{target}>0" if up else f"{target}>=0"]
    if up:
        return Earned(f"MAX(0,MIN({limit},{most}*{value}/{target}))", tuple(sound))
    # Of 0, which nothing is divided by, every target is kept.
    earned = f"IF({most}*{target}>={limit}*{value},{limit},{most}*{target}/{value})"
    return Earned(earned, (*sound, f"{value}>=0"))


def _held(pieces: list[tuple[str, str]], value: str) -> Earned:
    """The points of the one interval that holds a value: pairs of 1 or 0, and the points."""
    once = "+".join(held for held, _ in pieces)
    earned = "+".join(f"{held}*{points}" for held, points in pieces)
    return Earned(earned, (_number(value), f"{once}=1"))


def _bands(rule: Bands, cells: Inputs) -> Earned:
    pieces = [(within(band.bounds, cells.value), literal(band.points)) for band in rule.bands]
    return _held(pieces, cells.value)


def _matrix(rule: Matrix, cells: Inputs) -> Earned:
    columns = [within(column.bounds, cells.by) for column in rule.columns]
    rows = []
    for row in rule.rows:
        points = zip(columns, map(literal, row.points), strict=True)
        earned = "+".join(f"{one}*{each}" for one, each in points)
        rows.append((within(row.bounds, cells.value), f"({earned})"))
    held = _held(rows, cells.value)
    return held._replace(sound=(*held.sound, _number(cells.by), f"{'+'.join(columns)}=1"))


def _segments(rule: Segments, cells: Inputs) -> Earned:
    pieces = []
    for segment in rule.segments:
        points = literal(segment.base)
        if segment.slope and segment.bounds.lower is not None:
            run = f"({cells.value}-{_bracketed(segment.bounds.lower)})"
            points = f"({points}+{_bracketed(segment.slope)}*{run})"
        pieces.append((within(segment.bounds, cells.value), points))
    earned = _held(pieces, cells.value)
    return earned._replace(points=f"MAX(0,MIN({literal(rule.max)},{earned.points}))")


def _steps(rule: Steps, cells: Inputs) -> Earned:
    value, start = cells.value, _bracketed(rule.start)
    up = rule.direction == "up"
    run = f"({value}-{start})" if up else f"({start}-{value})"
    count = f"{run}/{literal(rule.step)}"
    if rule.counting != "exact":
        # The dust of a division must not cost a step, nor give one.
        count = f"{'ROUNDDOWN' if rule.counting == 'full' else 'ROUNDUP'}(ROUND({count},9),0)"
    earned = (
        f"{literal(rule.base)}+{literal(rule.point)}*{count}"
        if rule.base
        else f"{literal(rule.point)}*{count}"
    )
    reached = f"{value}{'>=' if up else '<='}{literal(rule.start)}"
    return Earned(f"IF({reached},MIN({literal(rule.max)},{earned}),0)", (_number(value),))


def _deadline(rule: Deadline, cells: Inputs) -> Earned:
    due = cells.target if rule.due is None else day(rule.due)
    sound = [_number(cells.value), f"{cells.value}=INT({cells.value})"]
    if rule.due is None:
        sound += [_number(due), f"{due}=INT({due})"]
    late = f"({cells.value}-{due})" if rule.days == "calendar" else _working_days(cells.value, due, rule)
    pieces = [(within(band.bounds, late), literal(band.points)) for band in rule.ladder]
    earned = _held(pieces, cells.value)
    return Earned(earned.points, (*sound, *earned.sound[1:]))


def _working_days(value: str, due: str, rule: Deadline) -> str:
    """Working days after the due date up to the day; of an early day those up to the due date, negative."""
    off = (
        "".join(f",{{{';'.join(str(_serial(one)) for one in sorted(set(rule.days_off)))}}}")
        if rule.days_off
        else ""
    )
    after = f"NETWORKDAYS({due}+1,{value}{off})"
    before = f"NETWORKDAYS({value}+1,{due}{off})"
    return f"IF({value}>{due},{after},IF({value}<{due},-{before},0))"


def _serial(value: Any) -> int:
    return int(value.toordinal()) - 693_594


def _yes_no(rule: YesNo, cells: Inputs) -> Earned:
    yes, no = quoted(word("yes")), quoted(word("no"))
    sound = any_of([f"{cells.value}={yes}", f"{cells.value}={no}"])
    return Earned(f"IF({cells.value}={yes},{literal(rule.max)},0)", (sound,))


def _count(rule: Count, cells: Inputs) -> Earned:
    return Earned(f"MIN({literal(rule.max)},{literal(rule.point)}*{cells.value})", _whole(cells.value))


def _occurrences(rule: Occurrence, cells: Inputs) -> Earned:
    sound = list(_whole(cells.value))
    times = cells.value
    if cells.exempt:
        spared = all_of([*_whole(cells.exempt), f"{cells.exempt}<={cells.value}"])
        none = f'{cells.exempt}=""'
        sound.append(f"IF({none},{'TRUE' if rule.blank == 'zero' else f'{cells.value}=0'},{spared})")
        times = f"({cells.value}-N({cells.exempt}))"
    earned = f"{literal(rule.point)}*{times}"
    if rule.cap is not None:
        earned = f"MIN({literal(rule.cap)},{earned})"
    return Earned(f"-{earned}" if isinstance(rule, Penalty) else earned, tuple(sound))


def _direct(rule: Direct, cells: Inputs) -> Earned:
    sound = (_number(cells.value), f"{cells.value}>=0", f"{cells.value}<={literal(rule.max)}")
    return Earned(cells.value, sound)


def _bracketed(value: Decimal) -> str:
    return literal(value) if value >= ZERO else f"({literal(value)})"


# Each is called only under the key of its own class, which the types cannot say. What depends on other
# units (Leader, Relative) no form can compute.
COMPUTED: Mapping[type[Leaf], Callable[[Any, Inputs], Earned]] = {
    Proportional: _proportional,
    Bands: _bands,
    Matrix: _matrix,
    Segments: _segments,
    Steps: _steps,
    Deadline: _deadline,
    YesNo: _yes_no,
    Count: _count,
    Bonus: _occurrences,
    Penalty: _occurrences,
    Direct: _direct,
}
