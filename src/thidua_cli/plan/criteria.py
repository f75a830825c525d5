"""The scoring table (bảng tiêu chí): criteria by kind, grades, rounding and ranking."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.criteria_values import Bounds, Exact, Interval, PointsValue
from thidua_cli.plan.values import Fact, Identifier, ReadBy, Text, Version
from thidua_cli.vietnamese.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from thidua_cli.source.nodes import Path

MOST_PLACES = 6


def _places(value: Any) -> int:
    text = str(value).strip()
    if not (text.isascii() and text.isdecimal() and len(text) == 1 and int(text) <= MOST_PLACES):
        raise PydanticCustomError("td:TD547:places", "not a number of places", {"text": text})
    return int(text)


class Scored(Fact):
    """Một tiêu chí."""

    id: Identifier = Field(description="mã tiêu chí, cũng là tên cột trong bảng số liệu")
    name: Text = Field(description="tên tiêu chí; cột mang tên này cũng được nhận")


class Proportional(Scored):
    """Chấm theo tỷ lệ thực hiện so với chỉ tiêu."""

    kind: Literal["proportional"] = Field(description="chấm theo tỷ lệ thực hiện")
    max: PointsValue = Field(description="điểm tối đa, khi đạt chỉ tiêu")
    target: Exact = Field(description="chỉ tiêu được giao")
    direction: Literal["up", "down"] = Field(
        "up", description="up: càng cao càng tốt; down: càng thấp càng tốt"
    )
    ceiling: PointsValue | None = Field(
        None, description="điểm trần khi vượt chỉ tiêu; không ghi là điểm tối đa"
    )
    unit: Text | None = Field(None, description="đơn vị tính: %, tỷ đồng, người")

    @model_validator(mode="after")
    def _computable(self) -> Proportional:
        if self.target < 0 or (self.target == 0 and self.direction == "up"):
            raise PydanticCustomError(
                "td:TD545",
                "nothing can be divided by this",
                {"name": self.name, "text": format_number(self.target)},
            )
        if self.ceiling is not None and self.ceiling < self.max:
            found = {"ceiling": format_number(self.ceiling), "max": format_number(self.max)}
            raise PydanticCustomError("td:TD547:ceiling", "the ceiling is below the maximum", found)
        return self

    @property
    def limit(self) -> Decimal:
        """The most points a unit can get."""
        return self.max if self.ceiling is None else self.ceiling


class Band(Interval):
    """Một bậc điểm."""

    points: PointsValue = Field(description="điểm của bậc")


class Bands(Scored):
    """Chấm theo bậc: giá trị nằm trong khoảng nào thì được điểm của khoảng đó."""

    kind: Literal["bands"] = Field(description="chấm theo bậc")
    max: PointsValue = Field(description="điểm tối đa: điểm của bậc cao nhất")
    bands: list[Band] = Field(min_length=1, description="các bậc điểm")
    unit: Text | None = Field(None, description="đơn vị tính: %, tỷ đồng, người")


class YesNo(Scored):
    """Đạt thì được cả điểm, không đạt thì không có điểm."""

    kind: Literal["yes_no"] = Field(description="có hoặc không")
    max: PointsValue = Field(description="điểm khi có (đạt)")


class Count(Scored):
    """Số lượng nhân với điểm, không quá điểm tối đa."""

    kind: Literal["count"] = Field(description="đếm số lượng")
    max: PointsValue = Field(description="điểm tối đa")
    point: PointsValue = Field(description="điểm cho mỗi đơn vị đếm")


class Occurrence(Scored):
    """Điểm cho mỗi lần xảy ra, ngoài thang điểm tối đa."""

    point: PointsValue = Field(description="điểm cho mỗi lần, ghi số dương")
    cap: PointsValue | None = Field(None, description="nhiều nhất bao nhiêu điểm ở tiêu chí này")
    blank_is_zero: bool = Field(False, description="ô để trống là không có lần nào")


class Bonus(Occurrence):
    """Điểm thưởng cho mỗi lần."""

    kind: Literal["bonus"] = Field(description="điểm thưởng")


class Penalty(Occurrence):
    """Điểm trừ cho mỗi lần."""

    kind: Literal["penalty"] = Field(description="điểm trừ")


class Group(Scored):
    """Nhóm tiêu chí; điểm của nhóm là tổng điểm các tiêu chí trong nhóm."""

    kind: Literal["group"] = Field(description="nhóm tiêu chí")
    max: PointsValue | None = Field(None, description="điểm tối đa của nhóm: tổng điểm tối đa các tiêu chí")
    bonus_cap: PointsValue | None = Field(None, description="tổng điểm thưởng trong nhóm không quá")
    penalty_cap: PointsValue | None = Field(None, description="tổng điểm trừ trong nhóm không quá")
    items: list[Criterion] = Field(min_length=1, description="các tiêu chí của nhóm")


Leaf = Proportional | Bands | YesNo | Count | Bonus | Penalty
Criterion = Annotated[Group | Leaf, Field(discriminator="kind")]


class Grade(Fact):
    """Một mức xếp loại."""

    name: Text = Field(description="tên mức: Hoàn thành xuất sắc nhiệm vụ")
    from_: Exact = Field(alias="from", description="từ số điểm này trở lên")
    below: Exact | None = Field(None, description="và dưới số điểm này; không ghi là đến mức liền trên")


class Rounding(Fact):
    """Cách làm tròn tổng điểm; chỉ làm tròn một lần, ở cuối."""

    places: Annotated[
        int,
        ReadBy(_places, {"type": ["integer", "string"], "pattern": f"^[0-{MOST_PLACES}]$"}),
    ] = Field(2, description="số chữ số thập phân")
    mode: Literal["half_up", "down", "up"] = Field(
        "half_up", description="half_up: nửa làm tròn lên; down: bỏ phần lẻ; up: luôn làm tròn lên"
    )


class Ranking(Fact):
    """Cách xếp hạng."""

    by: Literal["rounded", "exact"] = Field(
        "rounded",
        description="rounded: theo tổng điểm đã làm tròn như công bố; exact: theo tổng điểm chưa làm tròn",
    )
    ties: Literal["skip", "dense"] = Field(
        "skip", description="skip: bằng điểm thì 1, 2, 2, 4; dense: 1, 2, 2, 3"
    )


class Criteria(Fact):
    """Bảng tiêu chí chấm điểm thi đua."""

    thidua: Version = Field(description="phiên bản của ngôn ngữ: 1")
    name: Text = Field(description="tên bảng tiêu chí")
    illustrative: bool = Field(False, description="bảng minh họa, không phải bảng đã ban hành")
    unit_column: Text | None = Field(None, description="tên cột ghi đơn vị, nếu không phải don_vi")
    max: PointsValue | None = Field(None, description="tổng điểm tối đa, không kể điểm thưởng")
    bonus_cap: PointsValue | None = Field(None, description="tổng điểm thưởng không quá")
    penalty_cap: PointsValue | None = Field(None, description="tổng điểm trừ không quá")
    rounding: Rounding = Field(default_factory=Rounding, description="làm tròn tổng điểm")
    ranking: Ranking = Field(default_factory=Ranking, description="xếp hạng")
    grades: list[Grade] = Field([], description="các mức xếp loại")
    criteria: list[Criterion] = Field(min_length=1, description="các tiêu chí")

    def leaves(self) -> list[Leaf]:
        """The criteria that are scored themselves, in the order of the file."""
        return [item for _, item in walk(self.criteria, ("criteria",)) if not isinstance(item, Group)]

    def grade_bounds(self) -> list[Bounds]:
        """The interval of each grade: up to its own `below`, else up to the next higher grade."""
        starts = sorted({grade.from_ for grade in self.grades})
        above = dict(pairwise(starts))
        return [
            Bounds(grade.from_, True, above.get(grade.from_) if grade.below is None else grade.below, False)
            for grade in self.grades
        ]


def walk(items: list[Criterion], path: Path) -> Iterator[tuple[Path, Group | Leaf]]:
    """Every criterion below `path`, groups before their items, with its path in the file."""
    for index, item in enumerate(items):
        here = (*path, index)
        yield here, item
        if isinstance(item, Group):
            yield from walk(item.items, (*here, "items"))
