"""The look of every component: NĐ 30/2020, Phụ lục I, Mục II and V, as one table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal[
    "body", "head", "motto", "number", "about", "table", "table-12", "table-11", "table-10", "label", "list",
    "appendix", "rule",
]  # fmt: skip

# Points per pair of sizes (Mục V, note 1). The decree says nothing of the size inside tables.
FIXED: dict[Kind, int] = {
    "number": 13, "table-12": 12, "table-11": 11, "table-10": 10, "label": 12, "list": 11, "appendix": 14,
    "rule": 2,
}  # fmt: skip
SMALLER_TABLES: tuple[Kind, ...] = ("table-12", "table-11", "table-10")
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


TABLE_STYLES: tuple[Style, ...] = (
    Style("TableHead", "Đầu bảng", "table", bold=True, align="center", before=40),
    Style("TableText", "Chữ trong bảng", "table", before=40, flows=True),
    Style("TableNumber", "Số trong bảng", "table", align="right", before=40),
    Style("TableCounter", "Thứ tự trong bảng", "table", align="center", before=40),
)


def table_style(name: str, size: Kind) -> str:
    """The id of a style of tables in the size that a wide table needs."""
    return f"{name}{size.removeprefix('table')}"


# Running text: justified, its first line indented, gap and line spacing the document's own (II.6.e).
BODY = Style("BodyText", "Body Text", align="both", gap=True, line=0, indent=True, flows=True)
# A centred title that stays with what it is the title of.
TITLE = Style("Subject", "Trích yếu nội dung", bold=True, align="center", keep=True)

STYLES: tuple[Style, ...] = (
    Style("Nation", "Quốc hiệu", "head", bold=True, align="center"),
    Style("Motto", "Tiêu ngữ", "motto", bold=True, align="center"),
    Style("Parent", "Cơ quan chủ quản", "head", align="center", capitals=True),
    Style("Issuer", "Cơ quan ban hành", "head", bold=True, align="center", capitals=True),
    # Number and date share a row: the same exact height puts 13 and 14 pt on one baseline.
    Style("Number", "Số, ký hiệu", "number", align="center", before=80, line=360, exact=True),
    Style(
        "PlaceDate", "Địa danh, ngày tháng", "motto", italic=True, align="center", before=80, line=360,
        exact=True,
    ),
    Style("About", "Trích yếu công văn", "about", align="center", before=120),
    Style("Urgency", "Mức độ khẩn", bold=True, align="center", before=120, capitals=True),
    replace(TITLE, id="TypeName", name="Tên loại văn bản", before=240, capitals=True),
    TITLE,
    Style("AddresseeFirst", "Kính gửi", before=120, gap=True, flows=True),
    Style("Addressee", "Nơi kính gửi", gap=True, flows=True),
    replace(BODY, id="Basis", name="Căn cứ", italic=True),
    BODY,
    replace(BODY, id="Heading1", name="heading 1", bold=True, keep=True, outline=0, capitals=True),
    replace(BODY, id="Heading2", name="heading 2", bold=True, keep=True, outline=1),
    replace(BODY, id="Heading3", name="heading 3", keep=True, outline=2),
    replace(TITLE, id="Enactment", name="Thẩm quyền ban hành", before=120, gap=True, capitals=True),
    replace(TITLE, id="Division", name="Phần, chương, mục", before=120, gap=True),
    replace(TITLE, id="DivisionTitle", name="Tiêu đề phần, chương, mục", capitals=True),
    replace(BODY, id="Article", name="Điều có tiêu đề", bold=True, keep=True),
    replace(TITLE, id="Capacity", name="Quyền hạn, chức vụ", capitals=True),
    replace(TITLE, id="Office", name="Chức vụ khác", capitals=True),
    Style("Signer", "Họ và tên", bold=True, align="center"),
    Style("RecipientsLabel", "Nơi nhận", "label", bold=True, italic=True),
    Style("RecipientsList", "Danh sách nơi nhận", "list", flows=True),
    *TABLE_STYLES,
    *(
        replace(style, id=table_style(style.id, size), name=f"{style.name} {FIXED[size]}", size=size)
        for size in SMALLER_TABLES
        for style in TABLE_STYLES
    ),
    replace(TITLE, id="AppendixName", name="Phụ lục", size="appendix"),
    replace(TITLE, id="AppendixTitle", name="Tên phụ lục", capitals=True),
    Style("Attached", "Kèm theo văn bản", italic=True, align="center", keep=True),
    Style("Chart", "Biểu đồ", align="center", gap=True),
    Style("ChartNote", "Ghi chú biểu đồ", "label", italic=True, align="center"),
    Style("Rule", "Đường kẻ", "rule", before=60, line=80, exact=True, border=True),
    # Word wants a paragraph after a table and between two tables; this one takes 1 pt.
    Style("TableEnd", "Cuối bảng", "rule", line=20, exact=True),
    Style("Header", "header", align="center"),
    Style("Footer", "footer", align="center"),
    Style("Address", "Địa chỉ cơ quan", "list", align="center", border=True),
)  # fmt: skip

OUTLINE = {style.id: style.outline for style in STYLES if style.outline is not None}
CAPITALS = frozenset(style.id for style in STYLES if style.capitals)
FLOWING = frozenset(style.id for style in STYLES if style.flows)
