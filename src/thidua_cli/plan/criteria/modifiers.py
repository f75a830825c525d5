"""What any criterion may say beside its kind: blank cells, least points, evidence, scope, gate, rounding."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from thidua_cli.plan.criteria.values import Places, PointsValue, Share, refuse
from thidua_cli.plan.values import Fact, Identifier, Text
from thidua_cli.vietnamese.numbers import format_number

ONE = Decimal(1)


class Rounding(Fact):
    """Cách làm tròn điểm."""

    places: Places = Field(2, description="số chữ số thập phân")
    mode: Literal["half_up", "down", "up"] = Field(
        "half_up",
        description="half_up: nửa làm tròn lên; down: bỏ phần lẻ; up: luôn làm tròn lên; "
        "số âm làm tròn như số dương rồi thêm dấu (half_up: -0,5 thành -1, xa số 0)",
    )


class Gate(Fact):
    """Điều kiện để tiêu chí được tính điểm: tiêu chí khác phải đạt."""

    criterion: Identifier = Field(
        description="mã tiêu chí hoặc nhóm phải đạt; không giao tiêu chí đó thì coi như đạt"
    )
    reaches: Share = Field(
        ONE, description="đạt từ bao nhiêu phần trăm điểm tối đa của tiêu chí đó trở lên; không ghi là 100%"
    )


class Scored(Fact):
    """Một tiêu chí."""

    id: Identifier = Field(description="mã tiêu chí, cũng là tên cột trong bảng số liệu")
    name: Text = Field(description="tên tiêu chí; cột mang tên này cũng được nhận")


class Judged(Scored):
    """Một tiêu chí được chấm điểm, không phải nhóm."""

    blank: Literal["unknown", "zero", "average", "not_assigned"] = Field(
        "unknown",
        description="ô để trống: unknown: chưa rõ, chưa chấm; zero: 0 điểm, kể cả khi có floor "
        "(tiêu chí đếm số lần: là không có lần nào); "
        "average: điểm trung bình của các đơn vị khác cùng cụm; not_assigned: không giao",
    )
    floor: PointsValue | None = Field(None, description="có kết quả thì ít nhất bao nhiêu điểm")
    applies_to: list[Text] = Field(
        [],
        description="chỉ áp dụng cho các loại đơn vị này, loại khác coi như không giao; "
        "không ghi là mọi đơn vị",
    )
    evaluator: Text | None = Field(None, description="cơ quan, bộ phận chấm tiêu chí này")
    only_if: Gate | None = Field(None, description="chỉ tính điểm khi tiêu chí khác đạt")
    rounding: Rounding | None = Field(
        None, description="làm tròn điểm của riêng tiêu chí này; không ghi là không làm tròn"
    )

    @property
    def limit(self) -> Decimal | None:
        """The most points that a unit can get; None without end."""
        return None

    @model_validator(mode="after")
    def _floor_within(self) -> Self:
        if self.floor is not None and self.limit is not None and self.floor > self.limit:
            found = {"floor": format_number(self.floor), "max": format_number(self.limit)}
            refuse("floor_above", name=self.name, **found)
        return self


class Entered(Judged):
    """Một tiêu chí có cột số liệu của mình."""

    aliases: list[Text] = Field([], description="các tên cột khác cũng được nhận")
    evidence: Literal["none", "note", "required"] = Field(
        "none",
        description="minh chứng: none: không cần; note: có cột ghi minh chứng; "
        "required: có điểm mà không có minh chứng thì 0 điểm",
    )

    @property
    def side_columns(self) -> dict[str, str]:
        """Other columns that the points rest on: the end of the key to the heading."""
        return {}


class Limited(Entered):
    """Một tiêu chí có điểm tối đa."""

    max: PointsValue = Field(description="điểm tối đa")

    @property
    def limit(self) -> Decimal | None:
        """The maximum."""
        return self.max
