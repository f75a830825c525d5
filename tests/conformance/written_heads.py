"""Letterheads as offices set them, and the failures known of other classifiers."""

from __future__ import annotations

from written_documents import (
    BODY,
    CLOSING,
    DATE,
    ISSUER,
    LEFT,
    MOTTO,
    NATION,
    NUMBER,
    PARENT,
    RECIPIENTS,
    RIGHT,
    SIGNATURE,
    TITLE,
    TWO_ROWS,
    WHOLE,
    head,
)
from written_lines import Rows, rows

LAYOUTS: dict[str, list[str | Rows]] = {
    "two rows": WHOLE,
    "one row": head([*LEFT, NUMBER]),
    "nested": [rows(([rows((LEFT, RIGHT), ([NUMBER], [DATE]))],)), *TITLE, *BODY, CLOSING],
    "three columns": [rows((LEFT, [""], RIGHT), ([NUMBER], [""], [DATE])), *TITLE, *BODY, CLOSING],
    "each line a row": [
        rows(([PARENT], [NATION]), ([ISSUER], [MOTTO]), (["---"], ["---"]), ([NUMBER], [DATE])),
        *TITLE,
        *BODY,
        CLOSING,
    ],
    "borders shown": [rows((LEFT, RIGHT), ([NUMBER], [DATE]), bordered=True), *TITLE, *BODY, CLOSING],
    "one column, centred": [*LEFT, *RIGHT, NUMBER, DATE, *TITLE, *BODY, *SIGNATURE],
    "one cell each": [
        rows(([PARENT, ISSUER],)),
        rows(([NATION, MOTTO],)),
        NUMBER,
        DATE,
        *TITLE,
        *BODY,
        *RECIPIENTS,
        *SIGNATURE,
    ],
    "text boxes": [
        "{cx}UBND TỈNH HÀ NAM => PARENT",
        "{cbx}SỞ CÔNG THƯƠNG => ISSUER",
        "{cx}Số: 05/KH-SCT => NUMBER",
        "{cbx}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => NATION",
        "{cbx}Độc lập - Tự do - Hạnh phúc => MOTTO",
        "{cix}Hà Nam, ngày 05 tháng 3 năm 2026 => PLACE_DATE",
        *TITLE,
        *BODY,
        CLOSING,
    ],
    "tabs": [
        "{b}UBND TỈNH HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => PARENT, NATION",
        "{b}SỞ CÔNG THƯƠNG\t\tĐộc lập - Tự do - Hạnh phúc => ISSUER, MOTTO",
        "Số:      /KH-SCT \t Hà Nam, ngày      tháng      năm 2026 => NUMBER, PLACE_DATE",
        *TITLE,
        *BODY,
        "{b}Nơi nhận:\t\tKT. GIÁM ĐỐC => RECIPIENTS_LABEL, CAPACITY",
        "- UBND tỉnh;\t\tPHÓ GIÁM ĐỐC => RECIPIENT, CAPACITY",
        "- Lưu: VT. => RECIPIENT",
        "{bgl}Trần Văn An => SIGNER",
    ],
    "spaces": [
        "UBND TỈNH HÀ NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => PARENT, NATION",
        "{b}SỞ CÔNG THƯƠNG            Độc lập - Tự do - Hạnh phúc => ISSUER, MOTTO",
        "Số: 05/KH-SCT             Hà Nam, ngày 05 tháng 3 năm 2026 => NUMBER, PLACE_DATE",
        *TITLE,
        *BODY,
    ],
    "line breaks": head(
        [
            "{c}UBND TỈNH HÀ NAM\nSỞ CÔNG THƯƠNG\nSố: 05/KH-SCT => PARENT, ISSUER, NUMBER",
        ],
        [
            "{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc => NATION, MOTTO",
            DATE,
        ],
    ),
    "a name over two paragraphs": head(
        [
            "{c}NGÂN HÀNG NÔNG NGHIỆP => PARENT",
            "{c}VÀ PHÁT TRIỂN NÔNG THÔN VIỆT NAM => PARENT",
            "{cb}CHI NHÁNH TỈNH => ISSUER",
            "{cb}HÀ NAM => ISSUER",
            NUMBER,
        ]
    ),
    "the nation over two paragraphs": head(
        [*LEFT, NUMBER],
        ["{cb}CỘNG HÒA XÃ HỘI => NATION", "{cb}CHỦ NGHĨA VIỆT NAM => NATION", MOTTO, DATE],
    ),
    "the parent bold as well": head(["{cb}UBND TỈNH HÀ NAM => PARENT", ISSUER, "---", NUMBER]),
    "the issuer not bold": head([PARENT, "{c}SỞ CÔNG THƯƠNG => ISSUER", "---", NUMBER]),
    "joint issuers": head(
        [
            "{cb}SỞ NỘI VỤ => ISSUER",
            "{cb}SỞ TÀI CHÍNH => ISSUER",
            "{cb}LIÊN ĐOÀN LAO ĐỘNG TỈNH => ISSUER",
            "---",
            "{c}Số: 05/KHLT-SNV-STC-LĐLĐ => NUMBER",
        ]
    ),
    "joint issuers with parents": head(
        [
            PARENT,
            "{cb}SỞ NỘI VỤ => ISSUER",
            "{c}LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM => PARENT",
            "{cb}LIÊN ĐOÀN LAO ĐỘNG TỈNH => ISSUER",
            "{c}Số: 05/KHLT-SNV-LĐLĐ => NUMBER",
        ]
    ),
    "stamps and a draft": head(
        [
            *LEFT,
            NUMBER,
            "{cb}MẬT => SECRECY",
            "{cb}HỎA TỐC => URGENCY",
            "{b}DỰ THẢO LẦN 2 => UNKNOWN",
        ],
        ["{cb}LƯU HÀNH NỘI BỘ => CIRCULATION", *RIGHT, DATE],
    ),
    "in lower case": [
        rows(
            (["{c}Ủy ban nhân dân tỉnh Hà Nam => PARENT", "{cb}Sở Công Thương => ISSUER"], RIGHT),
            ([NUMBER], [DATE]),
        ),
        "{cb}Kế hoạch => TYPE_NAME",
        "{cb}Phát động thi đua => SUBJECT",
        *BODY,
        CLOSING,
    ],
    "told apart by bold print alone": head(["{c}AN PHÚ => PARENT", "{cb}BÌNH MINH => ISSUER", NUMBER]),
    "lines typed with signs": [
        rows(
            ([PARENT, ISSUER, "{c}________ => RULE"], [*RIGHT[:2], "{c}─────── => RULE"]),
            ([NUMBER], [DATE]),
        ),
        *TITLE[:2],
        "{c}-------- => RULE",
        *BODY,
        CLOSING,
    ],
    "names left, the rest in a box": [
        rows(([PARENT, ISSUER, NUMBER], [""])),
        *(f"{{cbx}}{line[4:]}" for line in RIGHT[:2]),
        DATE,
        *TITLE,
        *BODY,
        CLOSING,
    ],
    "names over two bold lines": head(
        ["{cb}ỦY BAN NHÂN DÂN => PARENT", "{cb}TỈNH HÀ NAM => PARENT", ISSUER, "---", NUMBER]
    ),
    "below the title": [
        "{c}Kế hoạch => TYPE_NAME",
        NATION,
        "{cb}Độc lập – Tự do – Hạnh phúc => MOTTO",
        PARENT,
        ISSUER,
        NUMBER,
        DATE,
        *BODY,
        CLOSING,
    ],
    "below one title and above another": [
        "{cb}KẾ HOẠCH => UNKNOWN",
        *LEFT,
        *RIGHT,
        NUMBER,
        DATE,
        *TITLE,
        *BODY,
        CLOSING,
    ],
    "number and date below the title": [
        rows((LEFT, RIGHT)),
        *TITLE[:2],
        NUMBER,
        DATE,
        *BODY,
        CLOSING,
    ],
    "no stray lines of a letterhead": [
        rows((LEFT, [NATION, MOTTO])),
        *TITLE,
        *BODY,
        "Số: 05 => BODY",
        *["Các đơn vị thực hiện. => BODY"] * 5,
        "{ri}Hà Nam, ngày 05 tháng 3 năm 2026 => UNKNOWN",
        "{p}Số: 05/KH-SCT => BODY",
    ],
    "a stamp for received mail": [
        TWO_ROWS,
        "SỞ NỘI VỤ TỈNH HÀ NAM => UNKNOWN",
        "ĐẾN Số: 3630 => UNKNOWN",
        *TITLE,
        *BODY,
        CLOSING,
    ],
    "capitals by look, split and decomposed": [
        rows(
            (
                ["{ca}Ubnd tỉnh Hà Nam => PARENT", "{cba}Sở Công Thương => ISSUER"],
                ["{cba}Cộng hòa xã hội chủ nghĩa Việt Nam => NATION", MOTTO],
            ),
            (["{c}Số:\u00a005/KH-SCT => NUMBER"], [DATE]),
        ),
        *TITLE,
        *BODY,
        CLOSING,
    ],
}
