"""The look of every component: NĐ 30/2020, Phụ lục I, Mục II and V, as one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["body", "head", "motto", "number", "about", "table", "label", "list", "appendix", "rule"]

# Points per pair of sizes (Mục V, note 1).
FIXED: dict[Kind, int] = {"number": 13, "label": 12, "list": 11, "appendix": 14, "rule": 2}
SIZES: dict[int, dict[Kind, int]] = {
    14: {"body": 14, "head": 13, "motto": 14, "about": 13, "table": 13, **FIXED},
    13: {"body": 13, "head": 12, "motto": 13, "about": 12, "table": 12, **FIXED},
}
LINE = 240


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; in twips. `gap` adds the document's own to `before`, `line` 0 is its spacing.

    `flows`: the text breaks into lines as it comes, so that what belongs together must be bound.
    """

    id: str
    name: str
    size: Kind = "body"
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "both", "right"] = "left"
    before: int = 0
    gap: bool = False
    line: int = LINE
    exact: bool = False
    indent: bool = False
    keep: bool = False
    outline: int | None = None
    border: bool = False
    capitals: bool = False
    flows: bool = False


STYLES: tuple[Style, ...] = (
    Style("Nation", "Quốc hiệu", "head", bold=True, align="center"),
    Style("Motto", "Tiêu ngữ", "motto", bold=True, align="center"),
    Style("Parent", "Cơ quan chủ quản", "head", align="center", capitals=True),
    Style("Issuer", "Cơ quan ban hành", "head", bold=True, align="center", capitals=True),
    # Number and date share a row: the same exact height puts 13 and 14 pt on one baseline.
    Style("Number", "Số, ký hiệu", "number", align="center", before=80, line=360, exact=True),
    Style(
        "PlaceDate",
        "Địa danh, ngày tháng",
        "motto",
        italic=True,
        align="center",
        before=80,
        line=360,
        exact=True,
    ),
    Style("About", "Trích yếu công văn", "about", align="center", before=120),
    Style("Urgency", "Mức độ khẩn", bold=True, align="center", before=120, capitals=True),
    Style("TypeName", "Tên loại văn bản", bold=True, align="center", before=240, keep=True, capitals=True),
    Style("Subject", "Trích yếu nội dung", bold=True, align="center", keep=True),
    Style("AddresseeFirst", "Kính gửi", before=120, gap=True, flows=True),
    Style("Addressee", "Nơi kính gửi", gap=True, flows=True),
    Style("Basis", "Căn cứ", italic=True, align="both", gap=True, line=0, indent=True, flows=True),
    Style("BodyText", "Body Text", align="both", gap=True, line=0, indent=True, flows=True),
    Style(
        "Heading1",
        "heading 1",
        bold=True,
        align="both",
        gap=True,
        line=0,
        indent=True,
        keep=True,
        outline=0,
        capitals=True,
        flows=True,
    ),
    Style(
        "Heading2",
        "heading 2",
        bold=True,
        align="both",
        gap=True,
        line=0,
        indent=True,
        keep=True,
        outline=1,
        flows=True,
    ),
    Style(
        "Heading3",
        "heading 3",
        align="both",
        gap=True,
        line=0,
        indent=True,
        keep=True,
        outline=2,
        flows=True,
    ),
    Style("Capacity", "Quyền hạn, chức vụ", bold=True, align="center", keep=True, capitals=True),
    Style("Office", "Chức vụ khác", bold=True, align="center", keep=True, capitals=True),
    Style("Signer", "Họ và tên", bold=True, align="center"),
    Style("RecipientsLabel", "Nơi nhận", "label", bold=True, italic=True),
    Style("RecipientsList", "Danh sách nơi nhận", "list", flows=True),
    Style("TableHead", "Đầu bảng", "table", bold=True, align="center", before=40),
    Style("TableText", "Chữ trong bảng", "table", before=40, flows=True),
    Style("TableNumber", "Số trong bảng", "table", align="right", before=40),
    Style("AppendixName", "Phụ lục", "appendix", bold=True, align="center", keep=True),
    Style("AppendixTitle", "Tên phụ lục", bold=True, align="center", keep=True, capitals=True),
    Style("Attached", "Kèm theo văn bản", italic=True, align="center", keep=True),
    Style("Rule", "Đường kẻ", "rule", before=60, line=80, exact=True, border=True),
    # Word wants a paragraph after a table and between two tables; this one takes 1 pt.
    Style("TableEnd", "Cuối bảng", "rule", line=20, exact=True),
    Style("Header", "header", align="center"),
)

CAPITALS = frozenset(style.id for style in STYLES if style.capitals)
FLOWING = frozenset(style.id for style in STYLES if style.flows)
