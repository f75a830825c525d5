"""Criteria by yes or no, by number, by occurrences, and points given by a council."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from thidua_cli.plan.criteria.modifiers import Entered, Limited
from thidua_cli.plan.criteria.values import PointsValue, refuse
from thidua_cli.plan.values import Text

if TYPE_CHECKING:
    from decimal import Decimal


class YesNo(Limited):
    """Đạt thì được cả điểm, không đạt thì không có điểm."""

    kind: Literal["yes_no"] = Field(description="có hoặc không")
    max: PointsValue = Field(description="điểm khi có (đạt)")


class Count(Limited):
    """Số lượng nhân với điểm, không quá điểm tối đa."""

    kind: Literal["count"] = Field(description="đếm số lượng")
    point: PointsValue = Field(description="điểm cho mỗi đơn vị đếm")


class Direct(Limited):
    """Điểm do hội đồng chấm trực tiếp: từ 0 đến điểm tối đa."""

    kind: Literal["direct"] = Field(description="điểm chấm trực tiếp")


class Occurrence(Entered):
    """Điểm cho mỗi lần xảy ra, ngoài thang điểm tối đa."""

    blank: Literal["unknown", "zero", "not_assigned"] = Field(
        "unknown",
        description="ô để trống: unknown: chưa rõ, chưa chấm; zero: không có lần nào; "
        "not_assigned: không giao",
    )
    point: PointsValue = Field(description="điểm cho mỗi lần, ghi số dương")
    cap: PointsValue | None = Field(None, description="nhiều nhất bao nhiêu điểm ở tiêu chí này")
    exempt_column: Text | None = Field(None, description="tên cột ghi số lần đơn vị tự báo cáo, không tính")

    @property
    def limit(self) -> Decimal | None:
        """The cap."""
        return self.cap

    @property
    def side_columns(self) -> dict[str, str]:
        """The column of the occurrences that do not count."""
        return {} if self.exempt_column is None else {"exempt": self.exempt_column}


class Bonus(Occurrence):
    """Điểm thưởng cho mỗi lần."""

    kind: Literal["bonus"] = Field(description="điểm thưởng")


class Penalty(Occurrence):
    """Điểm trừ cho mỗi lần."""

    kind: Literal["penalty"] = Field(description="điểm trừ")

    @model_validator(mode="after")
    def _without_floor(self) -> Penalty:
        if self.floor is not None:
            refuse("penalty_floor", name=self.name)
        return self
