"""A secret ballot of a council: the papers, and the votes for everybody who was voted on."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import Field

from thidua_cli.plan.proportion import ProportionValue
from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import CountValue, Fact, Identifier, Text

Base = Literal["members", "issued", "returned", "valid"]


class Candidate(Fact):
    """Một tập thể, cá nhân được bỏ phiếu."""

    name: Text = Field(description="tên tập thể, họ và tên cá nhân")
    detail: Text | None = Field(None, description="chức vụ, đơn vị")
    approve: CountValue = Field(alias="for", description="số phiếu đồng ý")
    against: CountValue | None = Field(
        None, description="số phiếu không đồng ý; thiếu thì là số phiếu hợp lệ còn lại"
    )


class Threshold(Shorthand):
    """Tỷ lệ phải đạt; viết gọn bằng tỷ lệ: 2/3, 90%."""

    shorthand = "share"
    share: ProportionValue = Field(description="tỷ lệ phiếu đồng ý từ: 2/3, 90%; ghi đúng như quy chế")
    by: Text | None = Field(None, description="quy định nào: Quy chế hoạt động của Hội đồng")


class Ballot(Fact):
    """Một cuộc bỏ phiếu kín; kết quả in thành bảng bằng `table: <mã>`."""

    id: Identifier = Field(description="mã của cuộc bỏ phiếu")
    title: Text = Field(description="bỏ phiếu về việc gì: xét tặng danh hiệu Chiến sĩ thi đua cơ sở")
    members: CountValue = Field(description="tổng số thành viên hội đồng")
    issued: CountValue = Field(description="số phiếu phát ra")
    returned: CountValue = Field(description="số phiếu thu vào")
    valid: CountValue = Field(description="số phiếu hợp lệ")
    invalid: CountValue = Field(description="số phiếu không hợp lệ")
    ratio_of: Base = Field(
        "members",
        description="tỷ lệ tính trên: members: tổng số thành viên; issued: phiếu phát ra; "
        "returned: phiếu thu vào; valid: phiếu hợp lệ",
    )
    threshold: Threshold | None = Field(None, description="tỷ lệ phải đạt, nếu có; bảng ghi Đạt, Không đạt")
    called: Text = Field("Tập thể, cá nhân", description="đầu cột tên trong bảng: Họ và tên")
    detail_called: Text = Field("Chức vụ, đơn vị", description="đầu cột detail trong bảng")
    candidates: list[Candidate] = Field(min_length=1, description="các tập thể, cá nhân được bỏ phiếu")
    landscape: bool = Field(False, description="in bảng trên trang ngang")

    @property
    def base(self) -> int:
        """How many the ratio is taken of."""
        return int(getattr(self, self.ratio_of))

    def against(self, candidate: Candidate) -> int:
        """The votes against: as stated, else the valid ones that are not for."""
        return self.valid - candidate.approve if candidate.against is None else candidate.against

    def share(self, candidate: Candidate) -> Fraction:
        """The exact share of votes for, 1 being all; nought of nobody."""
        return Fraction(candidate.approve, self.base) if self.base else Fraction(0)

    def passed(self, candidate: Candidate) -> bool:
        """Whether the share reaches the threshold that the plan states."""
        return self.threshold is not None and self.share(candidate) >= self.threshold.share.value
