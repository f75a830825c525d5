"""A meeting: what its minutes state of it (Mẫu 1.9), and what an invitation to it states (Mẫu 1.7)."""

from __future__ import annotations

from pydantic import Field

from thidua_cli.plan.person import Person
from thidua_cli.plan.values import CountValue, Fact, HourValue, Text


class Meeting(Fact):
    """Cuộc họp: của biên bản, hoặc của giấy mời."""

    kind: Text = Field("Cuộc họp", description="cách gọi: Cuộc họp, Phiên họp, Hội nghị")
    start: HourValue = Field(alias="from", description="giờ, ngày bắt đầu")
    end: HourValue | None = Field(None, alias="to", description="giờ, ngày kết thúc; biên bản phải ghi")
    place: Text = Field(description="địa điểm")
    chair: Person | None = Field(None, description="chủ trì (chủ tọa); biên bản phải ghi")
    secretary: Person | None = Field(None, description="thư ký, người ghi biên bản; biên bản phải ghi")
    members: CountValue | None = Field(None, description="tổng số thành viên được triệu tập")
    present: list[Person] = Field([], description="thành viên có mặt")
    absent: list[Person] = Field([], description="thành viên vắng mặt, lý do ghi ở note")
    invited: list[Person] = Field([], description="khách mời, đại biểu; giấy mời: người được mời")
    counting_board: list[Person] = Field(
        [], description="ban kiểm phiếu, người đứng đầu ghi trước; có thì ban kiểm phiếu ký biên bản"
    )
