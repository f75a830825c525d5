"""The scoring table (bảng tiêu chí): groups, alternatives and single criteria, and what holds for all."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from thidua_cli.plan.criteria.counted import Bonus, Count, Direct, Occurrence, Penalty, YesNo
from thidua_cli.plan.criteria.measured import Leader, Proportional, Relative
from thidua_cli.plan.criteria.modifiers import Judged, Rounding, Scored
from thidua_cli.plan.criteria.standings import Grade, Ranking, Veto
from thidua_cli.plan.criteria.stepped import Bands, Deadline, Matrix, Segments, Steps
from thidua_cli.plan.criteria.values import Bounds, PointsValue, refuse
from thidua_cli.plan.values import Fact, Text, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.source.nodes import Path


class Group(Scored):
    """Nhóm tiêu chí; điểm của nhóm là tổng điểm các tiêu chí trong nhóm."""

    kind: Literal["group"] = Field(description="nhóm tiêu chí")
    max: PointsValue | None = Field(None, description="điểm tối đa của nhóm: tổng điểm tối đa các tiêu chí")
    cap: PointsValue | None = Field(
        None,
        description="điểm của nhóm trong tổng điểm không quá, kể cả điểm thưởng trong nhóm và phần quy đổi",
    )
    floor: PointsValue | None = Field(None, description="điểm của nhóm trong tổng điểm ít nhất là")
    bonus_cap: PointsValue | None = Field(None, description="tổng điểm thưởng trong nhóm không quá")
    penalty_cap: PointsValue | None = Field(None, description="tổng điểm trừ trong nhóm không quá")
    items: list[Criterion] = Field(min_length=1, description="các tiêu chí của nhóm")


class OneOf(Judged):
    """Chọn một trong nhiều cách chấm; cách để trống là không chọn."""

    kind: Literal["one_of"] = Field(description="một trong nhiều cách chấm")
    max: PointsValue | None = Field(None, description="điểm tối đa: của cách chấm cao điểm nhất")
    choose: Literal["best", "only"] = Field(
        "best",
        description="best: lấy cách cao điểm nhất; only: chỉ được ghi một cách, ghi nhiều hơn thì chưa chấm",
    )
    items: list[Alternative] = Field(min_length=1, description="các cách chấm")

    @model_validator(mode="after")
    def _of_one_nature(self) -> OneOf:
        natures = {isinstance(item, Bonus) for item in self.items}
        if len(natures) > 1:
            refuse("one_of_mixed", name=self.name)
        if True in natures and (self.blank == "average" or self.max is not None):
            refuse("bonus_max" if self.max is not None else "bonus_average", name=self.name)
        gated = next((item.name for item in self.items if item.only_if), None)
        if gated is not None:
            refuse("alternative_gate", name=gated)
        return self

    @property
    def limit(self) -> Decimal | None:
        """What the best alternative can give."""
        limits = [item.limit for item in self.items]
        return None if None in limits else max(each for each in limits if each is not None)


Alternative = Annotated[
    Proportional
    | Leader
    | Relative
    | Bands
    | Matrix
    | Segments
    | Steps
    | Deadline
    | YesNo
    | Count
    | Direct
    | Bonus,
    Field(discriminator="kind"),
]
Leaf = (
    Proportional | Leader | Relative | Bands | Matrix | Segments | Steps | Deadline
    | YesNo | Count | Direct | Bonus | Penalty
)  # fmt: skip
# What is scored as one: a single criterion, or alternatives of which one counts.
Item = Leaf | OneOf
Criterion = Annotated[Group | OneOf | Leaf, Field(discriminator="kind")]


class Criteria(Fact):
    """Bảng tiêu chí chấm điểm thi đua."""

    thidua: Version = Field(description="phiên bản của ngôn ngữ: 1")
    name: Text = Field(description="tên bảng tiêu chí")
    illustrative: bool = Field(False, description="bảng minh họa, không phải bảng đã ban hành")
    unit_column: Text | None = Field(None, description="tên cột ghi đơn vị, nếu không phải don_vi")
    type_column: Text | None = Field(None, description="tên cột ghi loại đơn vị, nếu không phải Loại đơn vị")
    cluster_column: Text | None = Field(
        None, description="tên cột ghi cụm, khối: phạm vi so sánh và xếp hạng; không ghi là cả bảng"
    )
    layers: list[Text] = Field(
        [],
        description="các lần chấm theo thứ tự: Tự chấm, Thẩm định, Thống nhất; "
        "lần có điểm sau cùng được tính",
    )
    no_self_score: Literal["ignored", "ungraded"] = Field(
        "ignored", description="không tự chấm: ignored: vẫn xếp loại; ungraded: không xếp loại, vẫn xếp hạng"
    )
    max: PointsValue | None = Field(None, description="tổng điểm tối đa, không kể điểm thưởng")
    cap: PointsValue | None = Field(None, description="tổng điểm không quá, kể cả điểm thưởng")
    floor: PointsValue | None = Field(None, description="tổng điểm ít nhất là")
    bonus_cap: PointsValue | None = Field(None, description="tổng điểm thưởng không quá")
    penalty_cap: PointsValue | None = Field(None, description="tổng điểm trừ không quá")
    not_assigned: Literal["rescale", "full"] = Field(
        "rescale",
        description="tiêu chí không giao: rescale: quy đổi theo điểm tối đa của phần được giao; "
        "full: được đủ điểm tối đa, trừ tiêu chí không áp dụng cho loại đơn vị đó (applies_to)",
    )
    vetoed_lead: bool = Field(
        False, description="đơn vị bị điểm liệt có được làm mốc dẫn đầu để so sánh hay không"
    )
    rounding: Rounding = Field(default_factory=Rounding, description="làm tròn tổng điểm, một lần, ở cuối")
    ranking: Ranking = Field(default_factory=Ranking, description="xếp hạng")
    grades: list[Grade] = Field([], description="các mức xếp loại")
    vetoes: list[Veto] = Field([], description="các điểm liệt")
    criteria: list[Criterion] = Field(min_length=1, description="các tiêu chí")

    def leaves(self) -> list[Leaf]:
        """The criteria with columns of their own, alternatives among them, in the order of the file."""
        found: list[Leaf] = []
        for item in self.scored():
            found += item.items if isinstance(item, OneOf) else [item]
        return found

    def scored(self) -> list[Item]:
        """The criteria whose points are added: single ones, and of alternatives the whole."""
        return [item for _, item in walk(self.criteria, ("criteria",)) if not isinstance(item, Group)]

    def grade_bounds(self) -> list[Bounds]:
        """The interval of each grade: up to its own `below`, else up to the next higher grade."""
        starts = sorted({grade.from_ for grade in self.grades})
        above = dict(pairwise(starts))
        return [
            Bounds(grade.from_, True, above.get(grade.from_) if grade.below is None else grade.below, False)
            for grade in self.grades
        ]


def walk(items: Sequence[Criterion], path: Path) -> Iterator[tuple[Path, Group | Item]]:
    """Every criterion below `path` with its path in the file: groups before items, alternatives as one."""
    for index, item in enumerate(items):
        here = (*path, index)
        yield here, item
        if isinstance(item, Group):
            yield from walk(item.items, (*here, "items"))


def every_criterion(criteria: Criteria) -> Iterator[tuple[Path, Group | Item]]:
    """Every criterion with its path in the file, alternatives themselves too."""
    for path, item in walk(criteria.criteria, ("criteria",)):
        yield path, item
        if isinstance(item, OneOf):
            yield from (((*path, "items", index), each) for index, each in enumerate(item.items))


def is_bonus(item: Criterion) -> bool:
    """Whether the points are a bonus, outside the maximum: also of alternatives that all are."""
    return isinstance(item, Bonus) or (isinstance(item, OneOf) and isinstance(item.items[0], Bonus))


def highest(item: Criterion) -> Decimal:
    """The declared maximum; of a group without one the sum of its items, of alternatives the largest.

    Bonuses and penalties add none.
    """
    if isinstance(item, Occurrence) or is_bonus(item):
        return Decimal(0)
    if isinstance(item, Group):
        return item.max if item.max is not None else sum(map(highest, item.items), Decimal(0))
    if isinstance(item, OneOf):
        return item.max if item.max is not None else max(map(highest, item.items))
    return item.max
