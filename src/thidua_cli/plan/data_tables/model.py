"""A table as a plan states it: its columns, and its rows or the file that has them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.criteria.values import Places
from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import CellText, CountValue, Fact, Identifier, Text
from thidua_cli.vietnamese.text import fold

WIDEST = 999  # shares are relative, so that no table needs larger ones
# The unit as headings give it: `(đồng)`, `(ĐVT: đồng)`; thousands and millions have parts.
DONG = re.compile(r"\((?:(?:đơn vị|đơn vị tính|đvt)\s*:?\s*)?(?:đồng|đ|vnd|vnđ)\)")


class Column(Shorthand):
    """Một cột của bảng; viết gọn được bằng đầu cột."""

    name: Text = Field(description="đầu cột như in trong văn bản")
    source: Text | None = Field(
        None, alias="from", description="tên cột trong tệp, khi khác đầu cột in ra: ho_ten"
    )
    width: Annotated[CountValue, Field(le=WIDEST)] | None = Field(
        None, description="độ rộng tương đối so với các cột khác: 4"
    )
    number: bool = Field(False, description="cột số: canh phải, in theo cách viết số của Việt Nam")
    places: Places | None = Field(None, description="số chữ số thập phân của cột số: 2")
    total: bool = Field(False, description="cột số được cộng ở dòng cuối")

    @property
    def is_number(self) -> bool:
        """Whether its cells must be numbers."""
        return self.number or self.total or self.places is not None

    @property
    def is_dong(self) -> bool:
        """Whether its heading says that its amounts are in đồng, which has no parts."""
        return bool(DONG.search(fold(self.name)))

    def is_called(self, name: str) -> bool:
        """Whether this is the column of a name, in print or in the file."""
        return fold(name) in (fold(self.name), fold(self.source or self.name))


class DataTable(Fact):
    """Bảng, danh sách; đặt vào văn bản bằng `table: <mã>` ở một mục của nội dung."""

    id: Identifier = Field(description="mã của bảng; {mã.count} trong lời văn thành số dòng của bảng")
    caption: Text = Field(description="tên bảng: Danh sách tập thể đề nghị tặng Giấy khen")
    unit: Text | None = Field(
        None, description="mỗi dòng là một: tập thể, cá nhân; số ghi trong lời văn được đối chiếu với bảng"
    )
    source: Text | None = Field(
        None,
        alias="from",
        description="tệp cạnh kế hoạch: danh-sach.csv, danh-sach.xlsx; "
        "criteria.yaml thành bảng tự chấm điểm để trống cột tự chấm",
    )
    sheet: Text | None = Field(None, description="trang tính của tệp XLSX, khi không phải trang đầu")
    columns: list[Column] = Field(
        [], description="các cột, theo thứ tự in; bảng lấy từ tệp thì bỏ trống được"
    )
    rows: list[list[CellText]] = Field([], description="các dòng, khi không lấy từ tệp: [Phòng Kế hoạch, 12]")
    numbered: bool = Field(True, description="thêm cột TT ở đầu bảng")
    group_by: Text | None = Field(None, description="cột để chia nhóm; mỗi nhóm có một dòng tên nhóm")
    total_label: Text = Field("Tổng cộng", description="nhãn của dòng cộng")
    landscape: bool = Field(False, description="in bảng trên trang ngang")

    @model_validator(mode="after")
    def _one_source(self) -> DataTable:
        if (self.source is None) == (not self.rows):
            raise PydanticCustomError("td:TD132", "either rows or a file", {"id": self.id})
        if self.rows and not self.columns:
            raise PydanticCustomError("td:TD132:columns", "rows without columns", {"id": self.id})
        return self
