"""Divisions, numbers, tables and plain text of the body."""

from __future__ import annotations

import pytest
from written_documents import BODY, after_title, check
from written_lines import Rows, rows

BODIES: dict[str, list[str | Rows]] = {
    "divisions": after_title(
        "{cb}Phần thứ nhất => PART",
        "{cb}NHỮNG QUY ĐỊNH CHUNG => DIVISION_TITLE",
        "{cb}Chương III => CHAPTER",
        "{cb}QUYỀN VÀ TRÁCH NHIỆM => DIVISION_TITLE",
        "{cb}CỦA CÁC ĐƠN VỊ => DIVISION_TITLE",
        "{cb}Mục 1 => DIVISION",
        "{cb}Quyền của đơn vị => DIVISION_TITLE",
        "{cb}Tiểu mục 1 => SUBDIVISION",
        "{cb}TẬP THỂ => DIVISION_TITLE",
        "{b}Điều 4. Quyền của tập thể => ARTICLE",
        "Mục 1 của Chương này không áp dụng cho cá nhân. => BODY",
    ),
    "numbers": after_title(
        "{b}I. MỤC ĐÍCH, YÊU CẦU => ROMAN",
        "{b}1. Mục đích => CLAUSE_TITLED",
        "a) Nâng cao nhận thức; => POINT",
        "đ) Đổi mới nội dung. => POINT",
        "2. Yêu cầu => CLAUSE_TITLED",
        "Thiết thực, hiệu quả. => BODY",
        "3. Các đơn vị đăng ký trước ngày 15/3/2026. => CLAUSE",
        "1.1. Tập thể => ITEM",
        "- Các phòng; => BODY",
        "II- TỔ CHỨC => ROMAN",
    ),
    "no numbers": after_title(
        "5.000 người tham gia phong trào. => BODY",
        "15/9/2026 là hạn cuối cùng gửi báo cáo. => BODY",
        "30/4 và 1/5 là ngày nghỉ lễ. => BODY",
        "V/v khen thưởng, Sở có ý kiến như sau. => BODY",
        "đ/c Nguyễn Văn A phụ trách chung. => BODY",
        "V.I. Lê-nin đã dạy về thi đua. => BODY",
        "Mục tiêu 1: hoàn thành nhiệm vụ. => BODY",
        "Điều này rất quan trọng. => BODY",
        "C. Mác viết về thi đua. => UNKNOWN",
        "Đăng ký thi đua với Văn phòng Sở trước ngày 15/02/2026. => BODY",
        "Các đơn vị đăng ký từ ngày 05 tháng 3 năm 2026. => BODY",
        "Các đơn vị họp ngày 15/02/2026. => BODY",
    ),
    "points and articles with the wrong number": after_title(
        "{b}Điều II. Trách nhiệm thi hành => ARTICLE",
        "Điều này rất quan trọng. => BODY",
        "A) Các phòng; => POINT",
        "(b) Các chi cục; => POINT",
        "(Đ) Các trung tâm. => POINT",
        "{b}A) CÁC PHÒNG => UNKNOWN",
    ),
    "small Roman numerals": after_title(
        "{b}i. MỤC ĐÍCH => ROMAN",
        "ii. YÊU CẦU => ROMAN",
        "i) Các phòng; => ITEM",
        "ii) Các chi cục; => ITEM",
        "vi. Các trung tâm. => ITEM",
    ),
    "the letter i among the points": after_title(
        "h) Các phòng; => POINT", "i) Các chi cục; => POINT", "k) Các trung tâm. => POINT"
    ),
    "a day of minutes": after_title("Hôm nay, ngày 05 tháng 3 năm 2026 => BODY", *BODY),
    "a long table of data": after_title(
        rows(*[(["Phòng Một => TABLE"], ["Nơi nhận: => TABLE"])] * 9, bordered=True), *BODY
    ),
    "more line breaks than components": after_title("\n".join(["1. Một"] * 100) + " => CLAUSE"),
    "headings of no rule": after_title(
        "{cb}A. ĐẶC ĐIỂM TÌNH HÌNH => UNKNOWN",
        "{cb}THÔNG TIN CHUNG => UNKNOWN",
        "{i}Đơn vị tính: triệu đồng => UNKNOWN",
        "Họ và tên: …………………………………… => FORM_LINE",
    ),
    "a table of data that explains the form": after_title(
        rows(
            (["{cb}STT => TABLE"], ["{cb}Thành phần => TABLE"], ["{cb}Mẫu => TABLE"]),
            (["1 => TABLE"], ["Quốc hiệu => TABLE"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM => TABLE"]),
            bordered=True,
        ),
        *BODY,
    ),
    "notes of a table": after_title(
        "{r}(Đơn vị: điểm) => UNKNOWN",
        rows((["STT => TABLE"], ["Điểm => TABLE"])),
        "{i}Xếp theo tổng điểm đã làm tròn. => UNKNOWN",
        "{i}Đoạn in nghiêng này không ở dưới bảng. => BODY",
        "{ri}Hà Nam, ngày 05 tháng 3 năm 2026 => UNKNOWN",
    ),
    "a table of data without borders": after_title(
        rows((["Đơn vị => TABLE"], ["Điểm => TABLE"]), (["Phòng Một => TABLE"], ["95,5 => TABLE"])), *BODY
    ),
    "line breaks in the body": after_title(
        "Các đơn vị:\nthực hiện nghiêm túc. => BODY", "1. Một;\n2. Hai. => CLAUSE, CLAUSE"
    ),
}


@pytest.mark.parametrize("layout", BODIES.values(), ids=BODIES)
def test_body(layout: list[str | Rows]) -> None:
    check(layout)
