"""Recipients and signatures, with every letterhead above them."""

from __future__ import annotations

import pytest
from written_documents import BODY, RECIPIENTS, SIGNATURE, TITLE, check, closing
from written_heads import LAYOUTS
from written_lines import Rows, rows

CLOSINGS: dict[str, list[str | Rows]] = {
    "on behalf of a body, by a deputy": closing(
        rows(
            (
                RECIPIENTS,
                [
                    "{cb}TM. ỦY BAN NHÂN DÂN => CAPACITY",
                    "{cb}KT. CHỦ TỊCH => CAPACITY",
                    "{cb}PHÓ CHỦ TỊCH => CAPACITY",
                    "{cbg}Nguyễn Văn A => SIGNER",
                ],
            )
        )
    ),
    "by order, a title over two lines": closing(
        "{cb}TL. TỔNG GIÁM ĐỐC => CAPACITY",
        "{cb}GIÁM ĐỐC TRUNG TÂM => CAPACITY",
        "{cb}CÔNG NGHỆ THÔNG TIN => CAPACITY",
        "",
        "",
        "{cb}PGS.TS. Trần Thị Bình => SIGNER",
    ),
    "an office held elsewhere": closing(
        rows(
            (
                RECIPIENTS,
                [
                    "{cb}TM. HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG => CAPACITY",
                    "{cb}CHỦ TỊCH => CAPACITY",
                    "{cbg}GIÁM ĐỐC SỞ NỘI VỤ => OFFICE",
                    "{cb}Lê Văn Cường => SIGNER",
                ],
            )
        )
    ),
    "minutes": closing(
        rows(
            (["{cb}THƯ KÝ => CAPACITY"], ["{cb}CHỦ TỌA => CAPACITY"]),
            (["{cb}Lê Thị Hoa => SIGNER"], ["{cb}Trần Văn Bình => SIGNER"]),
        ),
        *RECIPIENTS,
    ),
    "names side by side by tabs": closing(
        "{b}THƯ KÝ\t\tCHỦ TỌA => CAPACITY, CAPACITY",
        "(Ký, ghi rõ họ tên) => FORM_LINE",
        "",
        "{b}Lê Thị Hoa\t\tTrần Văn Bình => SIGNER, SIGNER",
    ),
    "recipients below, over several lines": closing(
        "{cb}KT. GIÁM ĐỐC => CAPACITY",
        "{cb}PHÓ GIÁM ĐỐC => CAPACITY",
        "{cbg}NGUYỄN VĂN AN => SIGNER",
        "{bi}Nơi nhận: => RECIPIENTS_LABEL",
        "- Các sở, ban, ngành và => RECIPIENT",
        "các đoàn thể của tỉnh; => RECIPIENT",
        "- Lưu: VT. => RECIPIENT",
        "PL.(300) => DRAFTER",
        "Địa chỉ: 01 Trần Phú; điện thoại: 0226.123456; email: sct@hanam.gov.vn => ADDRESS",
    ),
    "set apart by spaces and tabs": closing(
        "                                   GIÁM ĐỐC => CAPACITY",
        "",
        "\t\t\t\t\tLê Nguyên Ngọc => SIGNER",
    ),
    "capacities and names in two tables": closing(
        rows((["{cb}THƯ KÝ => CAPACITY"], ["{cb}CHỦ TỌA => CAPACITY"])),
        rows((["{cb}Lê Thị Hoa => SIGNER"], ["{cb}Trần Văn Bình => SIGNER"])),
    ),
    "borders shown": closing(
        rows((RECIPIENTS, ["{cb}KT. GIÁM ĐỐC => CAPACITY", "{cbg}Lê An => SIGNER"]), bordered=True)
    ),
    "borders shown, no recipients": closing(
        rows((["{cb}NGƯỜI LẬP => CAPACITY"], ["{cb}KT. GIÁM ĐỐC => CAPACITY"]), bordered=True)
    ),
    "capacities set apart, the name close by": closing(
        "{cb}TM. ỦY BAN NHÂN DÂN => CAPACITY",
        "",
        "{cb}KT. CHỦ TỊCH => CAPACITY",
        "{cb}PHÓ CHỦ TỊCH => CAPACITY",
        "{cb}Lê Văn An => SIGNER",
    ),
    "a list on the next page that says nothing of the document": closing(
        rows((RECIPIENTS, SIGNATURE)),
        "{cbp}DANH SÁCH TẬP THỂ ĐƯỢC KHEN => UNKNOWN",
        "1. Phòng Một; => CLAUSE",
    ),
    "a draft without a name": closing(rows((RECIPIENTS, ["{cb}Q. GIÁM ĐỐC => CAPACITY"]))),
    "not in capitals": closing(rows((RECIPIENTS, ["{cb}Giám đốc => CAPACITY", "{cbg}Lê An => SIGNER"]))),
    "a place to fill in": closing(
        rows((RECIPIENTS, ["{cb}GIÁM ĐỐC => CAPACITY", "{cbg}[Họ và tên người ký] => SIGNER"]))
    ),
}


@pytest.mark.parametrize("layout", CLOSINGS.values(), ids=CLOSINGS)
def test_closing(layout: list[str | Rows]) -> None:
    check(layout)


@pytest.mark.parametrize(
    "head", ["two rows", "one row", "nested", "text boxes", "tabs", "one column, centred"]
)
@pytest.mark.parametrize("end", CLOSINGS)
def test_every_head_with_every_closing(head: str, end: str) -> None:
    head_only = LAYOUTS[head][: LAYOUTS[head].index(TITLE[0])]
    check([*head_only, *TITLE, *BODY, *CLOSINGS[end][len(closing()) :]])


@pytest.mark.parametrize(
    "name",
    [
        "Tiến sĩ Lê Văn Bình",
        "Ts Lê Văn Bình",
        "Phó giáo sư, Tiến sĩ Lê Văn Bình",
        "GS.TS. Lê Văn Bình",
        "Bác sĩ chuyên khoa II Lê Văn Bình",
        "Thầy thuốc nhân dân Lê Văn Bình",
        "Kỹ sư Ksor Lê",
        "Lê Văn Bình, Tiến sĩ",
        "Lê Văn Bình, ThS., Kỹ sư",
    ],
)
def test_ranks_around_the_name_of_a_signer(name: str) -> None:
    check(closing(rows((RECIPIENTS, ["{cb}GIÁM ĐỐC => CAPACITY", f"{{cbg}}{name} => SIGNER"]))))


def test_an_office_after_a_name_makes_no_name() -> None:
    check(closing(rows((RECIPIENTS, ["{cb}GIÁM ĐỐC => CAPACITY", "{cbg}Lê An, Phó Trưởng ban => UNKNOWN"]))))


@pytest.mark.parametrize(
    "capacity",
    [
        "T.M ỦY BAN NHÂN DÂN",
        "K.T. CHỦ TỊCH",
        "KT, CHỦ TỊCH",
        "THỪA LỆNH CHỦ TỊCH",
        "THAY MẶT ỦY BAN NHÂN DÂN",
    ],
)
def test_a_capacity_with_a_miswritten_prefix_begins_the_closing(capacity: str) -> None:
    check(closing(f"{{cb}}{capacity} => CAPACITY", "{cb}PHÓ CHỦ TỊCH => CAPACITY", "{cbg}Lê An => SIGNER"))
