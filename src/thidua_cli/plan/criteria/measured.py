"""Criteria by the share of a target reached, or by comparison with the other units."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.criteria.modifiers import ONE, Limited
from thidua_cli.plan.criteria.values import Exact, PointsValue, Share, refuse
from thidua_cli.plan.values import Text
from thidua_cli.vietnamese.numbers import format_number

HALF = Decimal("0.5")


class Measured(Limited):
    """Tiêu chí chấm theo số đo."""

    unit: Text | None = Field(None, description="đơn vị tính: %, tỷ đồng, người")


class Targeted(Measured):
    """Tiêu chí chấm theo số đo so với chỉ tiêu."""

    target: Exact | None = Field(None, description="chỉ tiêu được giao, chung cho mọi đơn vị")
    target_column: Text | None = Field(None, description="tên cột ghi chỉ tiêu của từng đơn vị")

    @property
    def side_columns(self) -> dict[str, str]:
        """The column of the targets, where each unit has its own."""
        return {} if self.target_column is None else {"target": self.target_column}

    def check_target(self, *, zero: bool) -> None:
        """Refuse two targets or none, and one that cannot be divided by; `zero`: 0 can be reached."""
        if (self.target is None) == (self.target_column is None):
            refuse("target_none" if self.target is None else "target_both", name=self.name)
        if self.target is not None and (self.target < 0 or (self.target == 0 and not zero)):
            context = {"name": self.name, "text": format_number(self.target)}
            raise PydanticCustomError("td:TD545", "nothing can be divided by this", context)


class Proportional(Targeted):
    """Chấm theo tỷ lệ thực hiện so với chỉ tiêu."""

    kind: Literal["proportional"] = Field(description="chấm theo tỷ lệ thực hiện")
    direction: Literal["up", "down"] = Field(
        "up", description="up: càng cao càng tốt; down: càng thấp càng tốt"
    )
    ceiling: PointsValue | None = Field(
        None, description="điểm trần khi vượt chỉ tiêu; không ghi là điểm tối đa"
    )

    @model_validator(mode="after")
    def _computable(self) -> Proportional:
        self.check_target(zero=self.direction == "down")
        if self.ceiling is not None and self.ceiling < self.max:
            found = {"ceiling": format_number(self.ceiling), "max": format_number(self.max)}
            raise PydanticCustomError("td:TD547:ceiling", "the ceiling is below the maximum", found)
        return self

    @property
    def limit(self) -> Decimal:
        """The ceiling, else the maximum."""
        return self.max if self.ceiling is None else self.ceiling


class Leader(Targeted):
    """Chấm theo mức vượt chỉ tiêu so với đơn vị dẫn đầu trong cụm."""

    kind: Literal["leader"] = Field(description="chấm so với đơn vị dẫn đầu")
    below_target: Share = Field(
        HALF, description="dưới chỉ tiêu: phần này của điểm tối đa, nhân với tỷ lệ đạt chỉ tiêu"
    )
    at_target: Share = Field(
        HALF, description="vừa đạt chỉ tiêu: phần này của điểm tối đa; phần còn lại chia theo mức vượt"
    )

    @model_validator(mode="after")
    def _computable(self) -> Leader:
        self.check_target(zero=False)
        if not self.below_target <= self.at_target <= ONE:
            refuse("leader_shares", name=self.name)
        return self


class Relative(Measured):
    """Chấm so với đơn vị cao nhất (hoặc thấp nhất) trong cụm, không có chỉ tiêu."""

    kind: Literal["relative"] = Field(description="chấm so với đơn vị cao nhất")
    direction: Literal["up", "down"] = Field(
        "up", description="up: đơn vị cao nhất được điểm tối đa; down: đơn vị thấp nhất"
    )
