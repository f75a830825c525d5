"""Who does what: movements, assignments, activities and contributions."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import AmountValue, Fact, Identifier, MomentValue, Text

Level = Literal["quoc-gia", "bo", "nganh", "tinh", "khoi", "huyen", "xa", "co-so"]


class Movement(Fact):
    """Phong trào thi đua, cuộc vận động, chiến dịch."""

    id: Identifier = Field(description="mã của phong trào")
    name: Text = Field(description="tên phong trào, không kèm ngoặc kép")
    kind: Text = Field(
        "phong trào", description="cách gọi: phong trào, phong trào thi đua, chiến dịch, cuộc vận động"
    )
    quoted: bool = Field(True, description="tên đặt trong ngoặc kép")
    level: Level | None = Field(None, description="cấp phát động")
    owner: Text | None = Field(None, description="cơ quan phát động")
    theme: Text | None = Field(None, description="khẩu hiệu, chủ đề của phong trào")
    span: Text | None = Field(None, description="giai đoạn nêu trong văn bản: giai đoạn 2021-2025")
    aims: list[Text] = Field([], description="các mục tiêu nhỏ: không tệ nạn ma túy, không cờ bạc")
    basis: Identifier | None = Field(None, description="mã văn bản căn cứ của phong trào")


class MovementUse(Shorthand):
    """Phong trào được giao; viết gọn bằng mã."""

    shorthand: ClassVar[str] = "movement"
    movement: Identifier = Field(description="mã của phong trào")
    called: Text | None = Field(None, description="tên ghi trong mục này, khi khác tên đã nêu")
    theme: Text | None = Field(None, description="khẩu hiệu riêng khi thực hiện")


class Assignment(Fact):
    """Giao (hoặc đề nghị) một cơ quan làm một việc."""

    id: Identifier = Field(description="mã")
    bodies: list[Text] = Field(description="các cơ quan được giao", min_length=1)
    manner: Literal["giao", "de-nghi", "thuc-hien"] = Field(
        "giao", description="giao: đơn vị thuộc quyền; de-nghi: mời; thuc-hien: tự thực hiện"
    )
    task: Text = Field(description="việc được giao; {phong-trao} để chèn tên các phong trào")
    movements: list[MovementUse] = Field([], description="các phong trào phải tổ chức thực hiện")


class Activity(Fact):
    """Hoạt động của phong trào: hội thao, thăm hỏi, tọa đàm."""

    id: Identifier = Field(description="mã")
    name: Text = Field(description="hoạt động")
    items: list[Text] = Field([], description="các nội dung cụ thể")
    at: MomentValue | None = Field(None, description="thời gian: tháng 6/2022")
    tentative: bool = Field(False, description="thời gian dự kiến")
    by: Text | None = Field(None, description="cơ quan chủ trì")
    contingency: Text | None = Field(None, description="phương án khi có trở ngại: trường hợp dịch bệnh…")


class Contribution(Fact):
    """Đóng góp, ủng hộ: ai, bao nhiêu, để làm gì."""

    id: Identifier = Field(description="mã")
    who: Text = Field(description="người đóng góp")
    gives: AmountValue | None = Field(None, description="mức đóng góp: ít nhất 01 ngày lương")
    per: Text | None = Field(None, description="tính cho: mỗi Cụm, Khối thi đua")
    builds: AmountValue | None = Field(None, description="kết quả: từ 01 đến 04 nhà")
    purpose: Text = Field(description="mục đích")
    basis: Identifier | None = Field(None, description="mã văn bản căn cứ")
