"""Title, addressees, căn cứ: how a document begins below its letterhead."""

from __future__ import annotations

import pytest
from written_documents import BODY, CLOSING, DATE, LEFT, RIGHT, after_title, check
from written_lines import Rows, rows

OPENINGS: dict[str, list[str | Rows]] = {
    "a subject over three lines": after_title(
        title=[
            "{cb}BÁO CÁO => TYPE_NAME",
            "{cb}Tổng kết phong trào thi đua và => SUBJECT",
            "{cb}công tác khen thưởng năm 2025; phương hướng, => SUBJECT",
            "{cb}nhiệm vụ năm 2026 => SUBJECT",
            "",
            "{b}I. KẾT QUẢ => ROMAN",
        ]
    ),
    "type and subject by a line break": after_title(
        title=["{cb}KẾ HOẠCH\nPhát động phong trào thi đua => TYPE_NAME, SUBJECT"]
    ),
    "V/v below a type": after_title(
        title=["{cb}TỜ TRÌNH => TYPE_NAME", "{cb}V/v đề nghị khen thưởng => SUBJECT"]
    ),
    "a spaced type": after_title(title=["{cb}K Ế   H O Ạ C H => TYPE_NAME", "{cb}Năm 2026 => SUBJECT"]),
    "type and subject in one line": after_title(title=["{cb}BÁO CÁO TỔNG KẾT NĂM 2025 => TYPE_NAME"]),
    "a subject not centred": after_title(
        title=["{cb}KẾ HOẠCH => TYPE_NAME", "Phát động thi đua => SUBJECT", "---"]
    ),
    "no subject": after_title(*BODY, title=["{cb}GIẤY MỜI => TYPE_NAME"]),
    "no type of the decree": after_title(*BODY, title=["{cb}NGHI THỨC LỄ TRAO GIẢI => TYPE_NAME"]),
    "addressees in the table of the letterhead": [
        rows(
            (LEFT, RIGHT),
            (["{c}Số: 05/SCT-VP => NUMBER", "{c}V/v phát động thi đua => ABOUT"], [DATE]),
            (["{r}Kính gửi: => SEND_TO"], ["- Sở Nội vụ; => ADDRESSEE", "- Các phòng. => ADDRESSEE"]),
        ),
        *BODY,
        CLOSING,
    ],
    "one addressee": after_title("{c}Kính gửi: Sở Nội vụ => SEND_TO", *BODY),
    "addressees in lines": after_title(
        "{l}Kính gửi: => SEND_TO", "{l}- Sở Nội vụ; => ADDRESSEE", "{l}- Sở Tài chính. => ADDRESSEE", *BODY
    ),
    "addressees in a table": after_title(
        rows((["{r}Kính gửi: => SEND_TO"], ["- Sở Nội vụ; => ADDRESSEE", "Các phòng. => ADDRESSEE"])), *BODY
    ),
    "căn cứ": after_title(
        "{i}Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022; => BASIS",
        "{i}Căn cứ Kế hoạch số 01/KH-UBND về việc ban hành chỉ tiêu, => BASIS",
        "{i}Theo đề nghị của Chánh Văn phòng. => BASIS",
        *BODY,
    ),
    "prose that begins with its căn cứ": after_title(
        "Căn cứ Kế hoạch số 01/KH-UBND ngày 05/01/2026, Sở Công Thương ban hành kế hoạch như sau: => BODY",
        *BODY,
    ),
    "a heading that begins like a căn cứ": after_title("Căn cứ pháp lý: => BODY", *BODY),
    "a sentence that begins with its căn cứ": after_title(
        "Căn cứ Kế hoạch số 01/KH-UBND ngày 05/01/2026, Sở ban hành kế hoạch này. => BODY"
    ),
    "a heading without a colon": after_title("Căn cứ pháp lý => BODY", *BODY),
    "V/v without a letterhead": ["V/v phát động thi đua => BODY", *BODY],
    "a decision": after_title(
        "{cb}GIÁM ĐỐC SỞ CÔNG THƯƠNG => AUTHORITY",
        "{i}Căn cứ Luật Thi đua, khen thưởng; => BASIS",
        "{i}Xét đề nghị của Chánh Văn phòng Sở. => BASIS",
        "{cb}QUYẾT ĐỊNH: => ENACTING",
        "Điều 1. Tặng Giấy khen cho 05 tập thể. => ARTICLE",
        "Điều 2 Luật này không phải là một điều. => BODY",
        title=["{cb}QUYẾT ĐỊNH => TYPE_NAME", "{cb}Về việc tặng Giấy khen => SUBJECT", "---"],
    ),
    "công văn": [
        rows(
            ([*LEFT, "{c}Số: 05/SCT-VP => NUMBER", "{c}V/v phát động thi đua => ABOUT"], [*RIGHT, DATE]),
        ),
        "{c}Kính gửi: Các phòng => SEND_TO",
        *BODY,
        CLOSING,
    ],
    "công văn without a table": [
        *LEFT,
        *RIGHT,
        "{c}Số: 05/SCT-VP => NUMBER",
        "{c}V/v phát động phong trào thi đua => ABOUT",
        "{c}lập thành tích năm 2026 => ABOUT",
        DATE,
        "Kính gửi: Các phòng => SEND_TO",
        *BODY,
        CLOSING,
    ],
    "mentions": after_title(
        "Văn bản phải có Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” ở góc phải. => BODY",
        "Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh. => BODY",
        "Nơi gửi: các sở, ban, ngành, đoàn thể của tỉnh và các xã, phường. => BODY",
    ),
}


@pytest.mark.parametrize("layout", OPENINGS.values(), ids=OPENINGS)
def test_title_and_opening(layout: list[str | Rows]) -> None:
    check(layout)
