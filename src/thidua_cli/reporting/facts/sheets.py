"""Tables of points: of all units, of one unit, and where layers of scoring differ."""

from __future__ import annotations

from typing import NamedTuple


class PointsColumn(NamedTuple):
    """A column of the table of points: a criterion and its maximum."""

    name: str
    most: str


class PointsRow(NamedTuple):
    """The points of a unit, in the order of the columns."""

    rank: str
    unit: str
    points: tuple[str, ...]
    total: str
    grade: str


class PointsPart(NamedTuple):
    """As many columns of the table of points as stand side by side on a page; `last` ends with the total.

    `blank`: some points are blank.
    """

    columns: tuple[PointsColumn, ...]
    rows: tuple[PointsRow, ...]
    last: bool
    blank: bool


class DifferenceFacts(NamedTuple):
    """What one layer of scoring told otherwise than the one before it."""

    unit: str
    criterion: str
    earlier: str
    before: str
    later: str
    after: str
    reason: str


class ScoreLine(NamedTuple):
    """A line of a score sheet: a criterion, or a group with the sum of its points."""

    number: str
    name: str
    group: bool
    most: str
    told: str
    points: str
    note: str


class SelfScoreFacts(NamedTuple):
    """The score sheet of one unit; `name` is that of the table of criteria, `most` its possible points.

    `issuer`: the body that signs; of a commune or another administrative unit its committee.
    """

    unit: str
    issuer: str
    cluster: str
    name: str
    lines: tuple[ScoreLine, ...]
    most: str
    total: str
    grade: str
    note: str
