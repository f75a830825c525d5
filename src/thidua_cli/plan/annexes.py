"""What comes with a document: its appendices, and the documents that a decision issues."""

from __future__ import annotations

from pydantic import Field

from thidua_cli.plan.outline import Block, Numbering
from thidua_cli.plan.values import Fact, Identifier, Text


class Appendix(Fact):
    """Phụ lục; từ hai phụ lục trở lên thì đánh số La Mã (NĐ 30/2020, Phụ lục I, III.1)."""

    id: Identifier = Field(description="mã của phụ lục; {mã} trong lời văn thành Phụ lục I")
    title: Text = Field(description="tiêu đề của phụ lục")
    landscape: bool = Field(False, description="trang ngang, cho bảng rộng")
    numbering: Numbering | None = Field(None, description="cách đánh số các mục của nội dung")
    outline: list[Block] = Field(min_length=1, description="nội dung của phụ lục")


class Enclosure(Fact):
    """Văn bản ban hành kèm theo quyết định (NĐ 30/2020, Phụ lục III, Mẫu 1.3)."""

    id: Identifier = Field(description="mã; {mã} trong lời văn thành tên và trích yếu của văn bản đó")
    type: Text = Field(description="loại văn bản: quy-che, quy-dinh, ke-hoach")
    subject: Text = Field(description="trích yếu nội dung")
    numbering: Numbering | None = Field(
        None, description="cách đánh số các mục của nội dung; thiếu thì theo loại văn bản"
    )
    outline: list[Block] = Field(min_length=1, description="nội dung của văn bản")
