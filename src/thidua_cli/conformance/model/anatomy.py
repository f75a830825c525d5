"""Which line of a Word file is which component of the form (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục IV)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_cli.conformance.model.lines import Line, Place


UnitKind = Literal["van-ban", "phu-luc", "kem-theo", "bieu-mau", "ban-sao"]


class Component(StrEnum):
    """A component and its box in the diagram of Mục IV."""

    NATION = "quoc-hieu"  # 1
    MOTTO = "tieu-ngu"  # 1
    PARENT = "co-quan-chu-quan"  # 2
    ISSUER = "co-quan-ban-hanh"  # 2
    NUMBER = "so-ky-hieu"  # 3
    PLACE_DATE = "dia-danh-ngay-thang"  # 4
    TYPE_NAME = "ten-loai"  # 5a
    SUBJECT = "trich-yeu"  # 5a
    ABOUT = "trich-yeu-cong-van"  # 5b
    ATTACHED_TO = "kem-theo"  # under the title of an enclosed document or an appendix
    SEND_TO = "kinh-gui"  # 9a, the line that begins with the words
    ADDRESSEE = "noi-kinh-gui"  # 9a, a line of the list
    BASIS = "can-cu"  # 6
    AUTHORITY = "tham-quyen-ban-hanh"  # 6, Mẫu 1.2
    ENACTING = "quyet-dinh"  # 6, `QUYẾT ĐỊNH:`
    PART = "phan"
    CHAPTER = "chuong"
    DIVISION = "muc"
    SUBDIVISION = "tieu-muc"
    DIVISION_TITLE = "tieu-de-phan-chuong-muc"
    ARTICLE = "dieu"
    ROMAN = "muc-la-ma"  # `I. TIÊU ĐỀ`
    CLAUSE_TITLED = "khoan-co-tieu-de"
    CLAUSE = "khoan"
    POINT = "diem"
    ITEM = "muc-nho"  # `1.1.`, `1.1.1.`: not in the decree
    BODY = "noi-dung"
    CAPACITY = "quyen-han-chuc-vu"  # 7a
    OFFICE = "chuc-vu-khac"  # 7b
    SIGNER = "ho-ten"  # 7b
    RECIPIENTS_LABEL = "noi-nhan"  # 9b
    RECIPIENT = "danh-sach-noi-nhan"  # 9b
    URGENCY = "muc-do-khan"  # 10b
    SECRECY = "do-mat"  # 10a
    CIRCULATION = "chi-dan-luu-hanh"  # 11
    DRAFTER = "ky-hieu-nguoi-soan"  # 12
    ADDRESS = "dia-chi"  # 13
    DIGITAL_SIGNATURE = "thong-tin-chu-ky-so"  # 14
    APPENDIX_NAME = "phu-luc"
    APPENDIX_TITLE = "ten-phu-luc"
    PAGE_NUMBER = "so-trang"
    TABLE = "bang"  # text in a table of data
    FORM_LINE = "dong-trong-bieu-mau"  # blanks to be filled in, dotted lines
    RULE = "duong-ke"  # nothing but a drawn or typed line
    BLANK = "de-trong"  # nothing printed
    UNKNOWN = "chua-ro"


class Kind(StrEnum):
    """What kind of document it is, as far as the decree on administrative documents is concerned."""

    ADMINISTRATIVE = "hanh-chinh"
    PARTY = "dang"
    LEGAL_NORMATIVE = "quy-pham-phap-luat"
    COPY = "ban-sao"
    SCAN = "ban-quet"
    BEFORE_DECREE = "truoc-nghi-dinh"
    NOT_A_DOCUMENT = "khong-phai-van-ban"


class Recognised(NamedTuple):
    """A line with its component, and how sure that is: 100 certain, below 80 worth a person's look.

    `unit` numbers the documents inside the file: 0 the document, then every appendix and enclosure in order.
    `group` numbers the occurrences of a component that has several lines (a long name, each signature).
    `beside`: another component stands on the same line of the paragraph, whose alignment then tells nothing.
    """

    line: Line
    component: Component
    sure: int = 100
    unit: int = 0
    group: int = 0
    beside: bool = False


class Unit(NamedTuple):
    """The document itself, an appendix, a document or a blank form that it encloses, or a copier's block.

    It takes up the lines from `first` to before `end`.
    """

    number: int
    kind: UnitKind
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Every line of the body with its component, in reading order.

    `type` is the id of the document's type (`ke-hoach`, `cong-van`; empty where it cannot be told), `draft`
    whether number or date are still blank, `kind_reason` the text that shows it to be outside the decree,
    `adapted` the name of an organisation that applies the decree as fits it (Điều 2), as a trade union does.
    A paragraph with several components stands in `lines` once for each, in `by_place` with the first.
    """

    lines: tuple[Recognised, ...]
    kind: Kind = Kind.ADMINISTRATIVE
    kind_reason: str = ""
    type: str = ""
    draft: bool = False
    electronic: bool = False
    adapted: str = ""
    units: tuple[Unit, ...] = ()
    by_place: Mapping[Place, Recognised] = field(default_factory=dict)

    def of(self, *components: Component, unit: int | None = None) -> tuple[Recognised, ...]:
        """The lines of some components, in reading order; of one unit where it is named."""
        return tuple(
            each
            for each in self.lines
            if each.component in components and (unit is None or each.unit == unit)
        )
