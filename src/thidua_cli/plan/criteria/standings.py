"""Grades with their conditions, vetoes, ranks and how ties are broken."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.criteria.modifiers import ONE
from thidua_cli.plan.criteria.values import Exact, Share, refuse
from thidua_cli.plan.values import Fact, Identifier, Text
from thidua_cli.vietnamese.numbers import format_number


class Need(Fact):
    """Một điều kiện của mức xếp loại, ngoài tổng điểm: ghi một trong ba loại."""

    every: Share | None = Field(
        None, description="mọi tiêu chí đạt từ bao nhiêu phần trăm điểm tối đa của nó trở lên"
    )
    criterion: Identifier | None = Field(None, description="mã tiêu chí hoặc nhóm phải đạt")
    reaches: Share = Field(ONE, description="tiêu chí đó đạt từ bao nhiêu phần trăm điểm tối đa trở lên")
    penalties_within: Share | None = Field(
        None, description="tổng điểm trừ không quá bao nhiêu phần trăm tổng điểm thưởng"
    )

    @model_validator(mode="after")
    def _one_condition(self) -> Need:
        stated = [self.every, self.criterion, self.penalties_within]
        if sum(part is not None for part in stated) != 1:
            refuse("need")
        if "reaches" in self.model_fields_set and self.criterion is None:
            refuse("need_reaches")
        return self


class Grade(Fact):
    """Một mức xếp loại."""

    name: Text = Field(description="tên mức: Hoàn thành xuất sắc nhiệm vụ")
    from_: Exact = Field(alias="from", description="từ số điểm này trở lên")
    below: Exact | None = Field(None, description="và dưới số điểm này; không ghi là đến mức liền trên")
    needs: list[Need] = Field([], description="các điều kiện khác; không đạt thì xét mức liền dưới")

    @model_validator(mode="after")
    def _holds_any(self) -> Grade:
        if self.below is not None and self.below <= self.from_:
            ends = {"low": format_number(self.from_), "high": format_number(self.below)}
            raise PydanticCustomError("td:TD546:grade", "nothing lies inside", {"name": self.name, **ends})
        return self


class Veto(Fact):
    """Điểm liệt: có thì không xếp loại, không xếp hạng, hoặc chỉ được xếp đến một mức."""

    id: Identifier = Field(description="mã, cũng là tên cột trong bảng số liệu")
    name: Text = Field(description="tên: Có cá nhân bị kỷ luật từ khiển trách trở lên")
    column: Text | None = Field(None, description="tên cột khác cũng được nhận; ô ghi Có hoặc Không")
    effect: Literal["ungraded", "at_most", "unranked"] = Field(
        "ungraded",
        description="ungraded: không xếp loại, vẫn xếp hạng; at_most: không quá mức ghi ở grade; "
        "unranked: không xếp hạng",
    )
    grade: Text | None = Field(None, description="mức cao nhất còn được xếp, khi effect là at_most")
    blank: Literal["unknown", "no"] = Field(
        "unknown", description="ô để trống: unknown: chưa rõ; no: không có"
    )

    @model_validator(mode="after")
    def _grade_where_it_counts(self) -> Veto:
        if (self.effect == "at_most") != (self.grade is not None):
            variant = "grade_missing" if self.grade is None else "grade_unused"
            raise PydanticCustomError(f"td:TD549:{variant}", "grade and effect differ", {"name": self.name})
        return self


class TieBreak(Fact):
    """Một tiêu chuẩn phân định khi bằng điểm: theo một tiêu chí, hoặc theo một cột."""

    criterion: Identifier | None = Field(None, description="mã tiêu chí hoặc nhóm: ai cao điểm hơn xếp trên")
    column: Text | None = Field(None, description="tên cột ghi số để so")
    order: Literal["high", "low"] = Field(
        "high", description="high: số lớn hơn xếp trên; low: số nhỏ hơn xếp trên"
    )

    @model_validator(mode="after")
    def _one_standard(self) -> TieBreak:
        if (self.criterion is None) == (self.column is None):
            refuse("tie_break")
        return self


class Ranking(Fact):
    """Cách xếp hạng."""

    by: Literal["rounded", "exact"] = Field(
        "rounded",
        description="rounded: theo tổng điểm đã làm tròn như công bố; exact: theo tổng điểm chưa làm tròn",
    )
    ties: Literal["skip", "dense"] = Field(
        "skip", description="skip: bằng điểm thì 1, 2, 2, 4; dense: 1, 2, 2, 3"
    )
    within: Literal["cluster", "table"] = Field(
        "cluster", description="cluster: xếp hạng trong từng cụm, khối; table: chung cả bảng"
    )
    tie_breaks: list[TieBreak] = Field(
        [],
        description="khi bằng điểm, lần lượt xét các tiêu chuẩn này; không ghi là đồng hạng; "
        "chưa rõ số để so thì chỉ những đơn vị có thể đổi chỗ cho nhau đồng hạng",
    )
