"""The document block: what stands around the body of an official document (NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from thidua_cli.plan.criteria.values import Exact
from thidua_cli.plan.person import Salutation
from thidua_cli.plan.shorthand import Shorthand
from thidua_cli.plan.values import DateValue, Fact, Text

Capacity = Literal["TM.", "KT.", "TL.", "TUQ.", "Q."]


class Issuer(Fact):
    """Cơ quan ban hành và cơ quan chủ quản trực tiếp."""

    parent: Text | None = Field(None, description="cơ quan chủ quản trực tiếp, nếu có: UBND tỉnh Gia Lai")
    name: Text = Field(description="tên cơ quan ban hành: Sở Công Thương")
    symbol: Text | None = Field(None, description="chữ viết tắt trong ký hiệu: SCT")
    unit: Text | None = Field(None, description="đơn vị soạn thảo trong ký hiệu công văn: VP")


class Recipient(Shorthand):
    """Một nơi nhận; viết gọn được bằng một dòng."""

    name: Text = Field(description="tên nơi nhận")
    purpose: Text | None = Field(None, description="mục đích gửi: b/c, để báo cáo, phối hợp")


class Archive(Fact):
    """Dòng Lưu ở cuối nơi nhận."""

    units: list[Text] = Field(description="nơi lưu theo thứ tự, VT đứng đầu: [VT, KT]", min_length=1)
    copies: Text | None = Field(None, description="số lượng bản lưu: 100b")


class Signature(Fact):
    """Quyền hạn, chức vụ và họ tên người ký (NĐ 30/2020, Phụ lục I, II.7)."""

    capacity: list[Capacity] = Field([], description="quyền hạn ký: TM., KT., TL., TUQ., Q.")
    body: Text | None = Field(None, description="tập thể được thay mặt (TM.): Hội đồng Thi đua - Khen thưởng")
    title: Text = Field(description="chức vụ của người đứng đầu: Giám đốc")
    own_title: Text | None = Field(
        None, description="chức vụ của người ký khi ký thay, thừa lệnh, thừa ủy quyền"
    )
    name: Text | None = Field(None, description="họ và tên người ký; để trống khi dự thảo")
    office: Text | None = Field(None, description="chức vụ khác của người ký, ghi cùng họ tên")


class CoIssuer(Fact):
    """Cơ quan cùng ban hành, cùng ký."""

    issuer: Issuer = Field(description="cơ quan cùng ban hành")
    signature: Signature = Field(description="người ký của cơ quan đó")


class Party(Signature):
    """Một bên ký giao ước thi đua và người ký của bên đó."""

    unit: Text = Field(description="tên đơn vị ký giao ước")
    salutation: Salutation | None = Field(None, description="cách xưng hô người ký: Ông, Bà")


class Layout(Fact):
    """Cỡ chữ, lề và giãn dòng trong khoảng Nghị định cho phép; lề và lùi đầu dòng ghi bằng mm."""

    size: Annotated[Literal["13", "14"], WithJsonSchema({"enum": [13, 14]})] = Field(
        "14", description="cỡ chữ của nội dung: 13 hoặc 14"
    )
    top: Exact = Field(Decimal(20), description="lề trên, từ 20 đến 25 mm")
    bottom: Exact = Field(Decimal(20), description="lề dưới, từ 20 đến 25 mm")
    left: Exact = Field(Decimal(30), description="lề trái, từ 30 đến 35 mm")
    right: Exact = Field(Decimal(15), description="lề phải, từ 15 đến 20 mm")
    first_line: Exact = Field(Decimal("12.7"), description="lùi đầu dòng, từ 10 đến 12,7 mm")
    gap: Exact = Field(Decimal(6), description="khoảng cách giữa các đoạn, từ 6 đến 12 pt")
    line: Exact = Field(Decimal(1), description="giãn dòng, từ 1 đến 1,5 dòng")


class DocumentBlock(Fact):
    """Thể thức của văn bản: loại, cơ quan, số, nơi, ngày, trích yếu, nơi gửi, nơi nhận, chữ ký."""

    type: Text = Field(
        description="loại văn bản theo Phụ lục III NĐ 30/2020: ke-hoach, cong-van, bao-cao, to-trinh, "
        "quyet-dinh, nghi-quyet, thong-bao, bien-ban, giay-moi; và giao-uoc, bang-tu-cham"
    )
    issuer: Issuer = Field(description="cơ quan ban hành")
    co_issuers: Annotated[list[CoIssuer], Field(max_length=3)] = Field(
        [], description="các cơ quan cùng ban hành, nếu có"
    )
    number: Text | None = Field(None, description="số văn bản; để trống khi chưa vào sổ")
    symbol: Text | None = Field(
        None, description="ký hiệu như đã ban hành, khi khác ký hiệu tự lập: KH-KKTKT"
    )
    place: Text | None = Field(None, description="địa danh")
    date: DateValue | None = Field(
        None, description="ngày ban hành; để trống ngày hoặc cả ngày tháng khi dự thảo"
    )
    subject: Text = Field(description="trích yếu nội dung")
    authority: Text | None = Field(
        None,
        description="thẩm quyền ban hành của quyết định, nghị quyết: Giám đốc Sở Nội vụ; "
        "thiếu thì lập từ chức vụ người ký và tên cơ quan",
    )
    proposals: list[Text] = Field(
        [], description="cơ quan, người đề nghị, in sau căn cứ của quyết định: Theo đề nghị của …"
    )
    urgency: Literal["khan", "thuong-khan", "hoa-toc"] | None = Field(None, description="mức độ khẩn")
    address: Text | None = Field(
        None, description="địa chỉ, điện thoại, thư điện tử, in ở cuối trang đầu của công văn"
    )
    addressees: list[Text] = Field([], description="Kính gửi: (công văn, tờ trình, báo cáo gửi cấp trên)")
    recipients: list[Recipient] = Field([], description="nơi nhận, theo thứ tự")
    archive: Archive | None = Field(None, description="dòng Lưu")
    signature: Signature | None = Field(
        None, description="chữ ký; biên bản và bản giao ước lấy người ký ở meeting và parties"
    )
    layout: Layout = Field(default_factory=Layout, description="cỡ chữ, lề, giãn dòng")

    @property
    def signed(self) -> list[tuple[Issuer, Signature]]:
        """Who signs for whom, in order; nobody where the signers stand elsewhere."""
        own = [(self.issuer, self.signature)] if self.signature else []
        return own + [(other.issuer, other.signature) for other in self.co_issuers]
