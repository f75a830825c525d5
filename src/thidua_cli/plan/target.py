"""Targets (chỉ tiêu): what the campaign wants to reach, in figures or in words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from thidua_cli.plan.values import AmountValue, CountValue, DateValue, Fact, GrowthValue, Identifier, Text


class Base(Fact):
    """Tập hợp mà một tỷ lệ tính trên đó."""

    id: Identifier = Field(description="mã của tập hợp")
    name: Text = Field(description="gọi tên: cán bộ, công chức, viên chức và người lao động")
    size: CountValue | None = Field(None, description="số lượng, nếu văn bản nêu: 12")
    counts: Literal["ca-nhan", "tap-the"] = Field("ca-nhan", description="tính theo cá nhân hay tập thể")


class Conferrer(Fact):
    """Cấp tặng: `any` là hoặc, `all` là và."""

    any: list[Text] = Field([], description="một trong các cấp (hoặc)")
    all: list[Text] = Field([], description="tất cả các cấp (và)")

    @model_validator(mode="after")
    def _one_of(self) -> Conferrer:
        if bool(self.any) == bool(self.all):
            raise PydanticCustomError("td:TD128", "either any or all")
        return self


class Awarded(Fact):
    """Danh hiệu, hình thức khen thưởng nhắm tới: một, tất cả (và), hoặc một trong (hoặc)."""

    any: list[Text] = Field([], description="một trong các danh hiệu (hoặc)")
    all: list[Text] = Field([], description="tất cả các danh hiệu (và)")
    by: Conferrer | None = Field(None, description="cấp công nhận, tặng")

    @model_validator(mode="after")
    def _one_of(self) -> Awarded:
        if bool(self.any) == bool(self.all):
            raise PydanticCustomError("td:TD128", "either any or all")
        return self


class Baseline(Fact):
    """Kỳ gốc của mức tăng, giảm."""

    period: Text = Field(description="kỳ gốc: 2017, cùng kỳ năm trước")
    value: AmountValue | None = Field(None, description="giá trị kỳ gốc")


class Target(Fact):
    """Chỉ tiêu; `measure` là tên chỉ tiêu, hoặc mã danh hiệu (LDTT, CSTDCS…) để kiểm tra theo luật."""

    id: Identifier = Field(description="mã của chỉ tiêu")
    measure: Text = Field(description="chỉ tiêu gì; với danh hiệu ghi mã: LDTT, CSTDCS, TTLDTT, TTLDXS")
    of: Identifier | None = Field(None, description="tính trên tập hợp nào (mã trong bases)")
    value: AmountValue | None = Field(None, description="mức phấn đấu; bỏ trống khi văn bản không nêu số")
    direction: Literal["tang", "giam", "cai-thien"] | None = Field(
        None, description="chiều mong muốn khi không nêu số"
    )
    growth: GrowthValue | None = Field(None, description="mức tăng, giảm: tăng 8,76%")
    baseline: Baseline | None = Field(None, description="kỳ gốc của mức tăng")
    prices: Text | None = Field(None, description="giá tính: so sánh 2010, hiện hành")
    exclude: list[Text] = Field([], description="đối tượng không tính vào tỷ lệ: lãnh đạo Sở")
    within: Identifier | None = Field(None, description="mã chỉ tiêu mẹ: trong đó …")
    per_unit: AmountValue | None = Field(None, description="mức tối thiểu của từng đơn vị")
    threshold: Text | None = Field(
        None, description="ngưỡng của chỉ tiêu không để xảy ra: khiển trách trở lên"
    )
    rating: Text | None = Field(None, description="mức xếp loại nhắm tới: hoàn thành xuất sắc nhiệm vụ")
    award: Awarded | None = Field(None, description="danh hiệu, hình thức khen thưởng và cấp tặng")
    deadline: DateValue | None = Field(None, description="hạn đạt chỉ tiêu")
    wording: Text | None = Field(
        None, description="câu văn của chỉ tiêu, {value} là mức phấn đấu; thiếu thì tự lập"
    )
