"""Several documents in one file: appendices, what a decision issues, blank forms, a copier's block."""

from __future__ import annotations

import pytest
from written_lines import Rows, named, rows, word_file, written

from thidua_cli.conformance.model.anatomy import Anatomy
from thidua_cli.conformance.recognition.anatomy import recognise

NATION = [
    "{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => NATION",
    "{cb}Độc lập - Tự do - Hạnh phúc => MOTTO",
    "---",
]
NAMES = ["{c}UBND TỈNH HÀ NAM => PARENT", "{cb}SỞ NỘI VỤ => ISSUER", "---"]
HEAD = rows(
    (NAMES, NATION),
    (["{c}Số: 05/QĐ-SNV => NUMBER"], ["{ci}Hà Nam, ngày 05 tháng 3 năm 2026 => PLACE_DATE"]),
)
SENTENCE = "Các đơn vị thực hiện. => BODY"
CLOSING = rows(
    (
        ["{bi}Nơi nhận: => RECIPIENTS_LABEL", "- Lưu: VT. => RECIPIENT"],
        ["{cb}GIÁM ĐỐC => CAPACITY", "{cbg}Lê An => SIGNER"],
    )
)
DOCUMENT = [HEAD, "{cb}QUYẾT ĐỊNH => TYPE_NAME", "{cb}Ban hành Quy chế => SUBJECT", "---", SENTENCE, CLOSING]
ATTACHED = "{ci}(Kèm theo Quyết định số 05/QĐ-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ) => ATTACHED_TO"

CASES: dict[str, tuple[list[str | Rows], list[str]]] = {
    "an appendix on a new page": (
        [
            *DOCUMENT,
            "{cbp}Phụ lục I => APPENDIX_NAME",
            "{cb}DANH SÁCH TẬP THỂ => APPENDIX_TITLE",
            ATTACHED,
            SENTENCE,
        ],
        ["van-ban", "phu-luc"],
    ),
    "two appendices, titles of two lines and in one line": (
        [
            *DOCUMENT,
            "{cb}PHỤ LỤC 1 => APPENDIX_NAME",
            "{cb}DANH SÁCH TẬP THỂ => APPENDIX_TITLE",
            "{cb}ĐƯỢC ĐỀ NGHỊ KHEN THƯỞNG => APPENDIX_TITLE",
            "{i}(Kèm theo Kế hoạch số      /KH-SNV => ATTACHED_TO",
            "{i}ngày    tháng    năm 2026 của Sở Nội vụ) => ATTACHED_TO",
            SENTENCE,
            "{cb}Phụ lục II: Biểu mẫu báo cáo => APPENDIX_NAME",
            SENTENCE,
        ],
        ["van-ban", "phu-luc", "phu-luc"],
    ),
    "mentions of appendices": (
        [
            HEAD,
            "{cb}KẾ HOẠCH => TYPE_NAME",
            "Phụ lục I kèm theo Kế hoạch này nêu các chỉ tiêu. => BODY",
            "- Phụ lục I: Danh sách tập thể; => BODY",
            "Kèm theo công văn này là danh sách. => BODY",
            CLOSING,
        ],
        ["van-ban"],
    ),
    "issued with a decision, with a head": (
        [
            *DOCUMENT,
            rows((NAMES, NATION)),
            "{cb}QUY CHẾ => TYPE_NAME",
            "{cb}Xét khen thưởng => SUBJECT",
            ATTACHED,
            "---",
            "{cb}Chương I => CHAPTER",
            "{cb}QUY ĐỊNH CHUNG => DIVISION_TITLE",
            "{b}Điều 1. Phạm vi => ARTICLE",
        ],
        ["van-ban", "kem-theo"],
    ),
    "issued with a decision, without a head": (
        [*DOCUMENT, "{cbp}DANH SÁCH => TYPE_NAME", "{cb}Tập thể được khen => SUBJECT", ATTACHED, SENTENCE],
        ["van-ban", "kem-theo"],
    ),
    "forms in an appendix": (
        [
            *DOCUMENT,
            "{cbp}Phụ lục => APPENDIX_NAME",
            "{cb}BIỂU MẪU => APPENDIX_TITLE",
            "{r}Mẫu số 01 => FORM_LINE",
            rows(
                (
                    ["{c}TÊN ĐƠN VỊ…… => FORM_LINE"],
                    [
                        "{cb}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => FORM_LINE",
                        "Độc lập - Tự do - Hạnh phúc => FORM_LINE",
                    ],
                )
            ),
            "{cb}BÁO CÁO => FORM_LINE",
            "Kính gửi: ………… => FORM_LINE",
        ],
        ["van-ban", "phu-luc", "bieu-mau"],
    ),
    "two documents in one file": (
        [*DOCUMENT, HEAD, "{cb}TỜ TRÌNH => TYPE_NAME", "{cb}Về khen thưởng => SUBJECT", SENTENCE, CLOSING],
        ["van-ban", "van-ban"],
    ),
    "an appendix alone": (
        ["{cb}Phụ lục => APPENDIX_NAME", "{cb}BẢNG ĐIỂM => APPENDIX_TITLE", ATTACHED, SENTENCE],
        ["phu-luc"],
    ),
    "an enclosed document alone": (
        [rows((NAMES, NATION)), "{cb}QUY CHẾ => TYPE_NAME", "{cb}Khen thưởng => SUBJECT", ATTACHED, SENTENCE],
        ["kem-theo"],
    ),
    "a short letter with an appendix": (
        [
            rows(([*NAMES, "{c}Số: 05/SNV-VP => NUMBER", "{c}V/v gửi báo cáo => ABOUT"], NATION)),
            "Kính gửi: Sở Tài chính => SEND_TO",
            SENTENCE,
            CLOSING,
            "{cbp}Phụ lục => APPENDIX_NAME",
            ATTACHED,
        ],
        ["van-ban", "phu-luc"],
    ),
}


@pytest.mark.parametrize(("items", "kinds"), CASES.values(), ids=CASES)
def test_units(items: list[str | Rows], kinds: list[str]) -> None:
    writer = written(*items)
    found = recognise(word_file(writer))
    shown = [f"{each.component.name}: {each.line.text}" for each in found.lines]
    assert list(named(found.lines)) == writer.expected, "\n".join(shown)
    assert [unit.kind for unit in found.units] == kinds
    assert_share_out(found)


def assert_share_out(found: Anatomy) -> None:
    """Units follow one another, and their numbers are those of their lines."""
    assert [unit.first for unit in found.units] == [0, *(unit.end for unit in found.units[:-1])]
    for unit in found.units:
        assert {each.unit for each in found.lines[unit.first : unit.end]} <= {unit.number}
