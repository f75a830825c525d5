"""When: phases, anniversaries, milestones and the report calendar."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.values import CountValue, DateValue, Fact, Identifier, MomentBefore, MomentValue, Text


class Phase(Fact):
    """Đợt (giai đoạn, chặng) thi đua."""

    id: Identifier = Field(description="mã của đợt")
    name: Text = Field(description="tên đợt: Đợt I, Đợt thứ nhất")
    start: MomentValue = Field(alias="from", description="ngày bắt đầu: 2022-01-01, đầu năm")
    end: MomentValue = Field(alias="to", description="ngày kết thúc: 2022-06-30, hết năm")
    theme: Text | None = Field(None, description="chủ đề của đợt")
    goal: Text | None = Field(None, description="mục tiêu của đợt")
    days: CountValue | None = Field(None, description="số ngày đêm nêu trong văn bản: 90")
    commemorations: list[Identifier] = Field([], description="mã các ngày kỷ niệm của đợt")


class Commemoration(Fact):
    """Ngày kỷ niệm mà phong trào chào mừng; `use` lấy từ danh mục có sẵn."""

    id: Identifier = Field(description="mã của ngày kỷ niệm")
    use: Identifier | None = Field(None, description="mã trong danh mục ngày kỷ niệm có sẵn")
    name: Text | None = Field(None, description="tên gọi như trong văn bản; thiếu thì lấy theo danh mục")
    origin: DateValue | None = Field(None, description="ngày gốc của sự kiện: 1930-02-03")
    observed: DateValue | None = Field(None, description="ngày kỷ niệm trong kỳ: 2022-02-03")
    years: CountValue | None = Field(None, description="số năm kỷ niệm nêu trong văn bản: 92")

    @model_validator(mode="after")
    def _named(self) -> Commemoration:
        if self.name is None and self.use is None:
            raise PydanticCustomError("td:TD127", "neither a name nor an entry of the list", {"id": self.id})
        return self


class Deadline(Fact):
    """Hạn: `before` không kể ngày ghi (trước ngày), `by` kể cả ngày ghi."""

    before: MomentBefore | None = Field(None, description="trước ngày (không kể ngày đó)")
    by: MomentValue | None = Field(None, description="chậm nhất ngày (kể cả ngày đó)")


class Milestone(Deadline):
    """Mốc công việc: bình xét, tổng kết, nộp hồ sơ, bàn giao."""

    id: Identifier = Field(description="mã của mốc")
    name: Text = Field(description="việc phải xong")
    on: MomentValue | None = Field(None, description="thời điểm thực hiện: tháng 6/2022")
    to: Text | None = Field(None, description="nơi nhận: Hội đồng Thi đua - Khen thưởng Sở")


class ReportDue(Deadline):
    """Một kỳ báo cáo."""

    id: Identifier = Field(description="mã của kỳ báo cáo")
    period: Text = Field(description="kỳ: Quý I, 6 tháng, 9 tháng, năm, quarter")
    to: Text | None = Field(None, description="nơi nhận báo cáo")
    attach: list[Text] = Field([], description="tài liệu kèm theo: bảng tự chấm điểm")


class Registration(Deadline):
    """Đăng ký thi đua."""

    id: Identifier = Field(description="mã")
    what: Text = Field(description="nội dung đăng ký: chỉ tiêu, danh hiệu, hình thức khen thưởng")
    to: Text | None = Field(None, description="nơi đăng ký")
    required: bool = Field(False, description="không đăng ký thì không xét")
    consequence: Text | None = Field(None, description="câu nêu hậu quả khi không đăng ký")
