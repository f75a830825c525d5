"""A document that the plan rests on or mentions."""

from __future__ import annotations

from pydantic import Field

from thidua_cli.plan.values import DateValue, Fact, Identifier, Text


class Citation(Fact):
    """Văn bản được viện dẫn, ghi đúng như trong kế hoạch, kể cả chỗ sai."""

    id: Identifier = Field(description="mã của văn bản, để nhắc trong bố cục")
    kind: Text = Field(description="loại văn bản: chi-thi, nghi-quyet, luat, ke-hoach, quyet-dinh, ket-luan")
    number: Text | None = Field(
        None, description="số và ký hiệu: 34-CT/TW; luật và nghị quyết đại hội không có"
    )
    date: DateValue | None = Field(None, description="ngày ban hành")
    issuer: Text | None = Field(None, description="cơ quan ban hành")
    subject: Text | None = Field(None, description="trích yếu")
    quoted: bool = Field(False, description="trích yếu đặt trong ngoặc kép")
    title: Text | None = Field(None, description="tên đầy đủ khi văn bản không có số")
