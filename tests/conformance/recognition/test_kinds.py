"""Which kind of document it is, its type, and what tells a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from written_lines import Rows, rows, section, word_file, written

from thidua_cli.conformance.model.anatomy import Anatomy, Component, Kind
from thidua_cli.conformance.model.lines import DrawnRule, Line, Place
from thidua_cli.conformance.recognition.anatomy import recognise

NATION = ["{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "{cb}Độc lập - Tự do - Hạnh phúc", "---"]
DATE = "{ci}Hà Nam, ngày 05 tháng 3 năm 2026"


def document(
    number: str = "Số: 05/KH-SNV",
    date: str = DATE,
    names: tuple[str, ...] = ("{c}UBND TỈNH HÀ NAM", "{cb}SỞ NỘI VỤ"),
    right: list[str] = NATION,
    title: tuple[str, ...] = ("{cb}KẾ HOẠCH", "{cb}Phát động thi đua"),
) -> list[str | Rows]:
    return [
        rows(([*names, "---"], [*right]), ([f"{{c}}{number}"], [date])),
        *title,
        "Các đơn vị thực hiện./.",
    ]


def anatomy(items: list[str | Rows], **given: Any) -> Anatomy:
    return recognise(word_file(written(*items), **given))


PARTY = ["{cb}ĐẢNG CỘNG SẢN VIỆT NAM", "---"]
KINDS: dict[str, tuple[list[str | Rows], Kind, str]] = {
    "a plan": (document(), Kind.ADMINISTRATIVE, ""),
    "a party document": (
        document("Số 05-NQ/ĐU", names=("{c}ĐẢNG BỘ TỈNH", "{cb}ĐẢNG ỦY SỞ", "*"), right=PARTY),
        Kind.PARTY,
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ),
    "a party number in a state document": (document("Số: 05-KH/ĐU"), Kind.ADMINISTRATIVE, ""),
    "a decision of a province as legal norm": (
        document("Số: 12/2026/QĐ-UBND", title=("{cb}QUYẾT ĐỊNH",)),
        Kind.LEGAL_NORMATIVE,
        "Số: 12/2026/QĐ-UBND",
    ),
    "a draft of a resolution as legal norm": (
        document("Số:      /2026/NQ-HĐND", title=("{cb}NGHỊ QUYẾT",)),
        Kind.LEGAL_NORMATIVE,
        "Số: /2026/NQ-HĐND",
    ),
    "a law": (document("Luật số: 64/2025/QH15", title=("{cb}LUẬT",)), Kind.LEGAL_NORMATIVE, "LUẬT"),
    "a circular": (
        document("Số: 01/2026/TT-BNV", title=("{cb}THÔNG TƯ",)),
        Kind.LEGAL_NORMATIVE,
        "THÔNG TƯ",
    ),
    "an appendix to a decree": (
        [
            "{cb}Phụ lục I",
            "{cb}BIỂU MẪU",
            "{ci}(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020)",
        ],
        Kind.LEGAL_NORMATIVE,
        "(Kèm theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020)",
    ),
    "a year in the number of a contract": (
        document("Số: 01/2026/HĐ-SNV", title=("{cb}HỢP ĐỒNG",)),
        Kind.ADMINISTRATIVE,
        "",
    ),
    "a decision of a department with a year": (
        document("Số: 01/2026/QĐ-SNV", title=("{cb}QUYẾT ĐỊNH",)),
        Kind.ADMINISTRATIVE,
        "",
    ),
    "a copy": ([*document(), "{cb}SAO Y", "{c}Số: 01/SY-SNV"], Kind.COPY, "SAO Y"),
    "the day before the decree": (
        document(date="Hà Nam, ngày 04 tháng 3 năm 2020"),
        Kind.BEFORE_DECREE,
        "Hà Nam, ngày 04 tháng 3 năm 2020",
    ),
    "the day of the decree": (document(date="Hà Nam, ngày 05 tháng 3 năm 2020"), Kind.ADMINISTRATIVE, ""),
    "a blank day of that month": (document(date="Hà Nam, ngày    tháng 3 năm 2020"), Kind.ADMINISTRATIVE, ""),
    "figures only": (document(date="Hà Nam, ngày 5/3/2019"), Kind.BEFORE_DECREE, "Hà Nam, ngày 5/3/2019"),
    "an impossible day": (
        document(date="Hà Nam, ngày 31 tháng 02 năm 2019"),
        Kind.BEFORE_DECREE,
        "Hà Nam, ngày 31 tháng 02 năm 2019",
    ),
    "a letter": (["Anh An thân mến,", "Tôi đã nhận được thư.", "Bình"], Kind.NOT_A_DOCUMENT, ""),
    "a table": ([rows((["STT"], ["Tên"]), (["1"], ["An"]), bordered=True)], Kind.NOT_A_DOCUMENT, ""),
    "an application of a citizen": (
        [
            "{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "{cb}Độc lập - Tự do - Hạnh phúc",
            "{cb}ĐƠN XIN NGHỈ PHÉP",
        ],
        Kind.NOT_A_DOCUMENT,
        "",
    ),
    "nothing": ([], Kind.NOT_A_DOCUMENT, ""),
}


@pytest.mark.parametrize(("items", "kind", "reason"), KINDS.values(), ids=KINDS)
def test_kind(items: list[str | Rows], kind: Kind, reason: str) -> None:
    found = anatomy(items)
    assert (found.kind, found.kind_reason) == (kind, reason)


def test_a_scan_is_known_by_its_pictures() -> None:
    assert anatomy([], traits=frozenset(["pictures-only"])).kind is Kind.SCAN


@pytest.mark.parametrize(
    ("number", "date", "draft"),
    [
        ("Số: 05/KH-SNV", DATE, False),
        ("Số:      /KH-SNV", DATE, True),
        ("Số: …/KH-SNV", DATE, True),
        ("Số: 05/KH-SNV", "Hà Nam, ngày …… tháng 3 năm 2026", True),
        ("Số: 05/KH-SNV", "Hà Nam, ngày      tháng      năm 2026", True),
        ("Số 05/KH-SNV", "Hà Nam ngày 5-3-2026", False),
        ("SỐ : 05 / KH - SNV", "Hà Nam, Ngày 5 Tháng 03 Năm 2026.", False),
        ("Số:05a/KH-SNV", "Hà Nam, 05 tháng 3 năm 2026", False),
        ("Sô: 05-KH/SNV", "Quận 1, ngày 05/3/26", False),
        ("Số: 15\\KH-SNV", DATE, False),
        ("15\\KH-SNV", DATE, False),
        ("Số: KH-SNV/15", DATE, False),
        ("KH-SNV/15", DATE, False),
    ],
)
def test_a_draft_has_blanks(number: str, date: str, draft: bool) -> None:
    found = anatomy(document(number, date))
    assert [each.component for each in found.of(Component.NUMBER, Component.PLACE_DATE)] == [
        Component.NUMBER,
        Component.PLACE_DATE,
    ]
    assert found.draft is draft


def test_a_mark_tells_a_draft() -> None:
    assert anatomy(["{b}DỰ THẢO", *document()]).draft


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("{cb}KẾ HOẠCH", "ke-hoach"),
        ("{cb}BÁO CÁO TỔNG KẾT", "bao-cao"),
        ("{cb}QUY ĐỊNH", "quy-dinh"),
        ("{cb}QUYẾT ĐỊNH", "quyet-dinh"),
        ("{cb}Tờ trình", "to-trinh"),
        ("{cb}GIẤY UỶ QUYỀN", "giay-uy-quyen"),
        ("{cb}GIAO ƯỚC THI ĐUA", ""),
        ("Kính gửi: Sở Tài chính", "cong-van"),
    ],
)
def test_type(title: str, ident: str) -> None:
    assert anatomy(document(title=(title,))).type == ident


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM",
        "Cộng hòa Xã hội chủ nghĩa Việt Nam",
        "CỘNG HÒA Xà HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
        "CỘNG HOÀ XHCN VIỆT NAM",
    ],
)
def test_a_wrong_nation_is_known(text: str) -> None:
    found = anatomy(document(right=[f"{{cb}}{text}", NATION[1]]))
    assert [each.line.text for each in found.of(Component.NATION)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "Đôc lập - Tự do - Hạnh phúc",
        "Độc lập Tự do Hạnh phúc",
    ],
)
def test_a_wrong_motto_is_known(text: str) -> None:
    found = anatomy(document(right=[NATION[0], f"{{cb}}{text}"]))
    assert [each.line.text for each in found.of(Component.MOTTO)] == [text]


@pytest.mark.parametrize(
    ("name", "adapted"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM", True),
        ("ĐOÀN TNCS HỒ CHÍ MINH", True),
        ("HỘI LIÊN HIỆP PHỤ NỮ TỈNH", True),
        ("SỞ CÔNG THƯƠNG", False),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH", False),
    ],
)
def test_organisations_that_adapt_the_decree(name: str, adapted: bool) -> None:
    assert anatomy(document(names=(f"{{cb}}{name}",))).adapted == (name if adapted else "")


def test_a_state_body_that_issues_with_an_organisation_adapts_nothing() -> None:
    names = ("{cb}SỞ NỘI VỤ", "{cb}LIÊN ĐOÀN LAO ĐỘNG TỈNH")
    assert anatomy(document("Số: 05/KHLT-SNV-LĐLĐ", names=names)).adapted == ""


def test_headers_and_footers() -> None:
    """A letterhead in the header of page 1, the address in its footer, page numbers wherever they stand."""

    def around(text: str, part: str, *fields: str) -> Line:
        made = written(f"{{cb}}{text}").lines[0]
        place = Place("header", int(part[-1]), f"word/{part}.xml", 1)
        return Line(place, text, made.stretches, "center", fields=fields)

    page = section(
        first_differs=True,
        headers={
            "first": (
                around("SỞ NỘI VỤ", "header1"),
                around(NATION[0][4:], "header2"),
                around(NATION[1][4:], "header3"),
            ),
            "default": (around("2", "header4", "PAGE"),),
        },
        footers={"first": (around("Địa chỉ: 01 Trần Phú; điện thoại: 0226.123", "footer5"),)},
    )
    found = anatomy(["{c}Số: 05/KH-SNV", DATE, "{cb}KẾ HOẠCH", "Các đơn vị thực hiện./."], sections=(page,))
    assert [each.component.name for each in found.lines] == [
        *("ISSUER", "NATION", "MOTTO", "NUMBER", "PLACE_DATE", "TYPE_NAME", "BODY"),
        *("ADDRESS", "PAGE_NUMBER"),
    ]
    assert found.kind is Kind.ADMINISTRATIVE


RULED = (DrawnRule("border", below=False, length=9000),)


@pytest.mark.parametrize(
    ("text", "rules", "address"),
    [
        ("Số 15 đường Hòa Bình, tỉnh An Lạc", RULED, True),
        ("Số 15 đường Hòa Bình, tỉnh An Lạc", (), False),
        ("Website: https://sct.example.vn", (), True),
        ("Biểu mẫu BM-05", RULED, False),
    ],
)
def test_the_address_at_the_foot_of_the_page(text: str, rules: tuple[DrawnRule, ...], address: bool) -> None:
    line = replace(written(text).lines[0], place=Place("footer", 1, "word/footer1.xml"), rules=rules)
    found = anatomy(document(), sections=(section(footers={"default": (line,)}),))
    assert bool(found.of(Component.ADDRESS)) is address


def test_a_linked_header_counts_once() -> None:
    number = written("{c}2").lines[0]
    line = replace(number, place=Place("header", 1, "word/header1.xml", 1), fields=("PAGE",))
    pages = tuple(section(headers={"default": (line,)}) for _ in range(2))
    assert len(anatomy(document(), sections=pages).of(Component.PAGE_NUMBER)) == 1


def test_an_electronic_document_is_known_by_its_signature() -> None:
    signed = anatomy(["{r}Người ký: Sở Nội vụ", "{r}Thời gian ký: 09.03.2026 16:04:21", *document()])
    assert signed.electronic
    assert len(signed.of(Component.DIGITAL_SIGNATURE)) == 2
    assert anatomy(document(), traits=frozenset(["signed"])).electronic
    assert not anatomy(document()).electronic
