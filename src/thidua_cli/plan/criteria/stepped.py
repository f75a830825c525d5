"""Criteria by steps of a value: bands, two-way bands, segments, steps gained, days before or after a date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.criteria.measured import Measured
from thidua_cli.plan.criteria.modifiers import Limited
from thidua_cli.plan.criteria.values import Exact, Interval, PointsValue, refuse
from thidua_cli.plan.values import ReadBy, Text, reader
from thidua_cli.vietnamese.dates import parse_date


def _day(value: Any) -> date:
    found = reader(parse_date, "TD121")(value)
    if found.exact is None:
        raise PydanticCustomError("td:TD552:day", "a whole date was expected", {"text": found.text})
    return found.exact


_DAY_SCHEMA = {"type": "string", "description": "ngày", "examples": ["2022-11-05", "05/11/2022"]}
Day = Annotated[date, ReadBy(_day, _DAY_SCHEMA)]


class Band(Interval):
    """Một bậc điểm."""

    points: PointsValue = Field(description="điểm của bậc")


class Bands(Measured):
    """Chấm theo bậc: giá trị nằm trong khoảng nào thì được điểm của khoảng đó."""

    kind: Literal["bands"] = Field(description="chấm theo bậc")
    bands: list[Band] = Field(min_length=1, description="các bậc điểm; bậc cao nhất được điểm tối đa")

    @property
    def limit(self) -> Decimal:
        """The best band, also where the stated maximum forgets it."""
        return max(self.max, *(band.points for band in self.bands))


class MatrixRow(Interval):
    """Một dòng của bảng điểm hai chiều."""

    points: list[PointsValue] = Field(min_length=1, description="điểm của dòng, theo thứ tự các cột")


class Matrix(Measured):
    """Chấm theo bậc hai chiều: bậc của số liệu thứ nhất theo dòng, của số liệu thứ hai theo cột."""

    kind: Literal["matrix"] = Field(description="chấm theo bậc hai chiều")
    rows: list[MatrixRow] = Field(min_length=1, description="các dòng: bậc của số liệu chính và điểm")
    columns: list[Interval] = Field(min_length=1, description="các cột: bậc của số liệu thứ hai")
    by_column: Text = Field(description="tên cột số liệu thứ hai trong bảng số liệu")
    by_unit: Text | None = Field(None, description="đơn vị tính của số liệu thứ hai")

    @model_validator(mode="after")
    def _rectangular(self) -> Matrix:
        for number, row in enumerate(self.rows, 1):
            if len(row.points) != len(self.columns):
                found = {"row": str(number), "found": str(len(row.points)), "width": str(len(self.columns))}
                refuse("matrix", name=self.name, **found)
        return self

    @property
    def limit(self) -> Decimal:
        """The best points of any row, also where the stated maximum forgets them."""
        return max(self.max, *(points for row in self.rows for points in row.points))

    @property
    def side_columns(self) -> dict[str, str]:
        """The column of the second figure."""
        return {"by": self.by_column}


class Segment(Interval):
    """Một đoạn: điểm ở đầu đoạn, cộng hệ số nhân với phần vượt đầu đoạn."""

    base: PointsValue = Field(description="điểm ở đầu đoạn")
    slope: Exact = Field(Decimal(0), description="điểm cho mỗi đơn vị vượt đầu đoạn; số âm là giảm dần")

    @model_validator(mode="after")
    def _starts_somewhere(self) -> Segment:
        if self.slope and self.bounds.lower is None:
            refuse("segment_start")
        return self


class Segments(Measured):
    """Chấm theo đoạn thẳng: điểm tăng, giảm đều trong từng khoảng, từ 0 đến điểm tối đa."""

    kind: Literal["segments"] = Field(description="chấm theo từng đoạn")
    segments: list[Segment] = Field(min_length=1, description="các đoạn")


class Steps(Measured):
    """Cộng dần: từ mốc, mỗi bước được thêm điểm."""

    kind: Literal["steps"] = Field(description="cộng dần theo bước")
    start: Exact = Field(description="mốc bắt đầu tính; chưa đến mốc thì 0 điểm")
    step: Exact = Field(description="độ dài một bước")
    point: PointsValue = Field(description="điểm cho mỗi bước")
    base: PointsValue = Field(Decimal(0), description="điểm khi vừa đến mốc")
    direction: Literal["up", "down"] = Field(
        "up", description="up: tính phần trên mốc; down: tính phần dưới mốc"
    )
    counting: Literal["full", "started", "exact"] = Field(
        "full",
        description="full: chỉ tính bước trọn; started: bước dở tính là một bước; exact: tính theo tỷ lệ",
    )

    @model_validator(mode="after")
    def _computable(self) -> Steps:
        if self.step <= 0:
            refuse("step", name=self.name)
        return self


class Deadline(Limited):
    """Chấm theo ngày nộp so với hạn: số liệu là ngày."""

    kind: Literal["deadline"] = Field(description="chấm theo ngày nộp so với hạn")
    due: Day | None = Field(None, description="ngày hết hạn, chung cho mọi đơn vị")
    due_column: Text | None = Field(None, description="tên cột ghi ngày hết hạn của từng đơn vị")
    days: Literal["calendar", "working"] = Field(
        "calendar",
        description="calendar: tính mọi ngày; working: chỉ tính ngày làm việc, trừ thứ Bảy, Chủ nhật",
    )
    days_off: list[Day] = Field([], description="ngày nghỉ lễ, nghỉ bù; không tính là ngày làm việc")
    ladder: list[Band] = Field(
        min_length=1, description="các bậc theo số ngày chậm; số âm là trước hạn, 0 là đúng hạn"
    )

    @model_validator(mode="after")
    def _one_due_date(self) -> Deadline:
        if (self.due is None) == (self.due_column is None):
            refuse("due_none" if self.due is None else "due_both", name=self.name)
        return self

    @property
    def limit(self) -> Decimal:
        """The best band, also where the stated maximum forgets it."""
        return max(self.max, *(band.points for band in self.ladder))

    @property
    def side_columns(self) -> dict[str, str]:
        """The column of the due dates, where each unit has its own."""
        return {} if self.due_column is None else {"due": self.due_column}
