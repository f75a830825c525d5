"""Facts in the words of an office: one table of facts and the sentences they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.templating.filters import after
from thidua_cli.document.templating.wording import conferred, continued, led, recognised

if TYPE_CHECKING:
    from collections.abc import Callable

TARGETS: list[tuple[dict[str, Any], str]] = [
    # Nothing of the kind
    (
        {"measure": "bị kỷ luật", "of": "nhan-su", "value": "không", "threshold": "khiển trách trở lên"},
        "Không có người lao động bị kỷ luật từ khiển trách trở lên.",
    ),
    (
        {"measure": "Vi phạm pháp luật", "of": "phong", "value": "không"},
        "Không có phòng, đơn vị thuộc Sở vi phạm pháp luật.",
    ),
    (
        {"measure": "cá nhân vi phạm kỷ luật", "of": "nhan-su", "value": "không"},
        "Không có cá nhân vi phạm kỷ luật.",
    ),
    (
        {"measure": "người lao động bị vi phạm kỷ luật", "of": "nhan-su", "value": "không có"},
        "Không có người lao động bị vi phạm kỷ luật.",
    ),
    (
        {"measure": "cá nhân bị kỷ luật", "of": "phong", "value": "không"},
        "Phòng, đơn vị thuộc Sở không có cá nhân bị kỷ luật.",
    ),
    ({"measure": "bị kỷ luật", "value": "không"}, "Không có trường hợp bị kỷ luật."),
    ({"measure": "để xảy ra cháy nổ", "value": "không"}, "Không để xảy ra cháy nổ."),
    # Titles and awards
    (
        {"measure": "LDTT", "of": "nhan-su", "value": "đạt"},
        "Người lao động đạt danh hiệu Lao động tiên tiến.",
    ),
    (
        {"measure": "CSTDT", "of": "nhan-su", "value": "02 cá nhân"},
        "02 cá nhân đạt danh hiệu Chiến sĩ thi đua cấp tỉnh.",
    ),
    ({"measure": "HTTNV", "of": "nhan-su", "value": "95%"}, "95% người lao động hoàn thành tốt nhiệm vụ."),
    ({"measure": "BKTTG", "value": "1 tập thể"}, "1 tập thể được tặng Bằng khen của Thủ tướng Chính phủ."),
    (
        {
            "measure": "BKTTG",
            "value": "1 tập thể",
            "award": {"any": ["Bằng khen", "Cờ thi đua"], "by": {"all": ["Thủ tướng Chính phủ"]}},
        },
        "1 tập thể đạt một trong các hình thức: Bằng khen, Cờ thi đua của Thủ tướng Chính phủ.",
    ),
    (
        {"measure": "CSTDCS", "of": "nhan-su", "value": "9%", "award": {"all": ["Giấy khen"]}},
        "9% người lao động đạt danh hiệu Chiến sĩ thi đua cơ sở, được tặng Giấy khen.",
    ),
    (
        {"measure": "CSTDCS", "of": "nhan-su", "value": "9%", "rating": "hoàn thành xuất sắc nhiệm vụ"},
        "9% người lao động hoàn thành xuất sắc nhiệm vụ và đạt danh hiệu Chiến sĩ thi đua cơ sở.",
    ),
    (
        {
            "measure": "Tập thể Sở",
            "rating": "hoàn thành xuất sắc nhiệm vụ",
            "award": {
                "all": ["Tập thể lao động xuất sắc", "Bằng khen", "Cờ thi đua"],
                "by": {"all": ["UBND tỉnh"]},
            },
        },
        "Tập thể Sở hoàn thành xuất sắc nhiệm vụ, được UBND tỉnh công nhận Tập thể lao động xuất sắc, "
        "tặng Bằng khen và Cờ thi đua.",
    ),
    (
        {
            "measure": "Tập thể Sở",
            "award": {"all": ["Bằng khen của Thủ tướng Chính phủ"], "by": {"all": ["Thủ tướng Chính phủ"]}},
        },
        "Tập thể Sở được Thủ tướng Chính phủ tặng Bằng khen.",
    ),
    (
        {"measure": "Chi bộ", "award": {"any": ["Tập thể lao động xuất sắc", "Cờ thi đua"]}},
        "Chi bộ đạt một trong các danh hiệu, hình thức khen thưởng: Tập thể lao động xuất sắc, Cờ thi đua.",
    ),
    (
        {"measure": "Chi bộ", "award": {"all": ["Tập thể lao động xuất sắc", "Cờ thi đua"]}},
        "Chi bộ đạt danh hiệu Tập thể lao động xuất sắc, được tặng Cờ thi đua.",
    ),
    (
        {"measure": "Đơn vị", "of": "phong", "value": "100%", "rating": "văn hóa"},
        "100% phòng, đơn vị thuộc Sở đạt văn hóa.",
    ),
    ({"measure": "Chi bộ", "value": "100%", "rating": "vững mạnh"}, "100% chi bộ đạt vững mạnh."),
    # Levels
    (
        {"measure": "Số vụ tai nạn", "value": "không quá 02 vụ", "direction": "giam"},
        "Số vụ tai nạn không quá 02 vụ.",
    ),
    ({"measure": "Tỷ lệ hộ nghèo", "value": "2%", "direction": "giam"}, "Tỷ lệ hộ nghèo giảm còn 2%."),
    ({"measure": "Tỷ lệ hộ nghèo", "value": "dưới 2%"}, "Tỷ lệ hộ nghèo dưới 2%."),
    ({"measure": "Kim ngạch", "value": "tăng 8%"}, "Kim ngạch tăng 8%."),
    ({"measure": "Chuẩn nông thôn mới", "value": "đạt"}, "Đạt chuẩn nông thôn mới."),
    ({"measure": "Đạt chuẩn văn hóa", "value": "đạt"}, "Đạt chuẩn văn hóa."),
    (
        {"measure": "Hoàn thành kế hoạch", "of": "phong", "value": "đạt"},
        "Phòng, đơn vị thuộc Sở hoàn thành kế hoạch.",
    ),
    ({"measure": "Sáng kiến cấp cơ sở", "value": "10 sáng kiến"}, "Có 10 sáng kiến cấp cơ sở."),
    ({"measure": "hoàn thành nhiệm vụ", "of": "phong", "value": "05 phòng"}, "05 phòng hoàn thành nhiệm vụ."),
    (
        {"measure": "Doanh thu", "of": "phong", "value": "8 tỷ đồng"},
        "Doanh thu của phòng, đơn vị thuộc Sở đạt 8 tỷ đồng.",
    ),
    ({"measure": "Thu ngân sách.", "value": "98%"}, "Thu ngân sách đạt 98%."),
    (
        {"measure": "Thu", "value": "9 tỷ", "growth": "10%", "baseline": {"period": "2021", "value": "8 tỷ"}},
        "Thu đạt 9 tỷ, tăng 10% so với năm 2021 (8 tỷ).",
    ),
]
OTHERS: list[tuple[str, dict[str, Any], str]] = [
    ("registration", {"what": "Đăng ký mô hình", "to": "gửi Phòng A"}, "Đăng ký mô hình gửi Phòng A."),
    ("reports", {"period": "Báo cáo đột xuất", "to": "UBND tỉnh"}, "Báo cáo đột xuất gửi UBND tỉnh."),
    (
        "reports",
        {"period": "quarter", "before": "ngày 25 tháng cuối quý"},
        "Báo cáo hằng quý trước ngày 25 tháng cuối quý.",
    ),
    ("milestones", {"name": "Gửi hồ sơ.", "before": "hết năm"}, "Gửi hồ sơ trước khi hết năm."),
    ("milestones", {"name": "Nộp hồ sơ", "to": "Hội đồng Sở"}, "Nộp hồ sơ về Hội đồng Sở."),
    ("milestones", {"name": "Nộp hồ sơ cho Hội đồng", "to": "Hội đồng Sở"}, "Nộp hồ sơ cho Hội đồng Sở."),
    ("milestones", {"name": "Nộp hồ sơ đến", "to": "Hội đồng Sở"}, "Nộp hồ sơ đến Hội đồng Sở."),
    ("milestones", {"name": "Hồ sơ gửi về Hội đồng", "to": "Hội đồng Sở"}, "Hồ sơ gửi về Hội đồng Sở."),
    ("milestones", {"name": "Hồ sơ gửi Hội đồng Sở", "to": "Hội đồng Sở"}, "Hồ sơ gửi Hội đồng Sở."),
    ("milestones", {"name": "Họp xét", "to": "Hội đồng"}, "Họp xét và gửi kết quả về Hội đồng."),
    ("milestones", {"name": "Trình hồ sơ", "to": "UBND tỉnh"}, "Trình hồ sơ lên UBND tỉnh."),
    (
        "contributions",
        {
            "who": "Mỗi phòng",
            "gives": "500.000 đồng",
            "per": "người",
            "builds": "01 nhà",
            "purpose": "giúp hộ nghèo",
        },
        "Mỗi phòng đóng góp 500.000 đồng mỗi người, hỗ trợ xây dựng 01 nhà để giúp hộ nghèo.",
    ),
    (
        "contributions",
        {"who": "Mỗi xã", "builds": "2 nhà", "per": "xã", "purpose": "hộ nghèo"},
        "Mỗi xã hỗ trợ xây dựng 2 nhà cho hộ nghèo.",
    ),
    (
        "commemorations",
        {"use": "thanh-lap-dang"},
        "92 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2022).",
    ),
    ("commemorations", {"use": "tet-nguyen-dan"}, "Tết Nguyên đán."),
    ("commemorations", {"use": "giai-phong-thu-do"}, "Ngày Giải phóng Thủ đô."),
    (
        "phases",
        {"name": "Đợt 90 ngày đêm", "from": "đầu năm", "to": "hết năm", "days": 90},
        "Đợt 90 ngày đêm (từ đầu năm đến hết năm).",
    ),
]
IN_PROSE: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "registration",
        {"what": "danh hiệu", "to": "Văn phòng Sở", "before": "28/02/2022"},
        "{x}.",
        "Đăng ký danh hiệu với Văn phòng Sở trước ngày 28/02/2022.",
    ),
    ("registration", {"what": "danh hiệu"}, "Đăng ký {x}.", "Đăng ký danh hiệu."),
    ("reports", {"period": "Quý I"}, "Các đơn vị báo cáo: {x}.", "Các đơn vị báo cáo: quý I."),
    ("reports", {"period": "Quý I"}, "Gửi {x}.", "Gửi báo cáo quý I."),
    (
        "assignments",
        {"bodies": ["Văn phòng"], "task": "làm"},
        "Sở giao {x}; {x}.",
        "Sở giao Văn phòng làm; giao Văn phòng làm.",
    ),
    (
        "targets",
        {"measure": "chỉ số PCI", "direction": "cai-thien"},
        "cải thiện các chỉ số: {x}.",
        "cải thiện các chỉ số: PCI.",
    ),
    (
        "targets",
        {"measure": "Chỉ số PCI", "direction": "cai-thien"},
        "Phấn đấu {x}.",
        "Phấn đấu cải thiện chỉ số PCI.",
    ),
    (
        "commemorations",
        {"name": "Ngày hội", "years": 9},
        "chào mừng kỷ niệm {x}.",
        "chào mừng kỷ niệm 9 năm Ngày hội.",
    ),
    (
        "commemorations",
        {"name": "Ngày hội", "years": 9},
        "chào mừng {x}.",
        "chào mừng kỷ niệm 9 năm Ngày hội.",
    ),
    (
        "movements",
        {"name": "A"},
        "Các phong trào: {ba-sach}, {x}. Và {x}.",
        "Các phong trào: “Ba sạch”, “A”. Và phong trào “A”.",
    ),
    ("movements", {"name": "A"}, "các phong trào {ba-sach} và {x}.", "các phong trào “Ba sạch” và “A”."),
    (
        "movements",
        {"name": "A", "owner": "B"},
        "phong trào do tỉnh phát động: {x}.",
        "phong trào do tỉnh phát động: phong trào “A”.",
    ),
    ("movements", {"name": "A"}, "phong trào {x.quoted} và {x}.", "phong trào “A” và phong trào “A”."),
    (
        "citations",
        {"kind": "chi-thi", "number": "1-CT", "subject": "đổi mới", "quoted": True},
        "{x.quoted}",
        "“Đổi mới”.",
    ),
    (
        "citations",
        {"kind": "chi-thi", "number": "1-CT", "issuer": "Tỉnh ủy"},
        "Theo {x.short}; {x}; {x}.",
        "Theo Chỉ thị số 1-CT; Chỉ thị số 1-CT của Tỉnh ủy; Chỉ thị số 1-CT.",
    ),
]


@pytest.mark.parametrize(("fact", "sentence"), TARGETS)
def test_targets(worded: Callable[..., str], fact: dict[str, Any], sentence: str) -> None:
    assert worded("targets", fact) == sentence


@pytest.mark.parametrize(("section", "fact", "sentence"), OTHERS)
def test_other_facts(worded: Callable[..., str], section: str, fact: dict[str, Any], sentence: str) -> None:
    assert worded(section, fact) == sentence


@pytest.mark.parametrize(("section", "fact", "prose", "sentence"), IN_PROSE)
def test_in_prose(
    worded: Callable[..., str], section: str, fact: dict[str, Any], prose: str, sentence: str
) -> None:
    assert worded(section, fact, listed=False, prose=prose) == sentence


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("khiển trách", "từ khiển trách"),
        ("từ khiển trách", "từ khiển trách"),
        ("từng cá nhân", "từ từng cá nhân"),
        ("trên 5%", "trên 5%"),
        ("từ", "từ"),
    ],
)
def test_after_a_word(text: str, printed: str) -> None:
    assert after(text, "từ", "trên") == printed


def test_who_confers_what() -> None:
    names = ["Tập thể lao động xuất sắc", "Bằng khen", "Cờ thi đua", "Huân chương Lao động", "Cờ"]
    assert recognised(names) == names[:1]
    assert conferred(names) == names[1:]


@pytest.mark.parametrize(("text", "printed"), [("Sở A", "gửi Sở A"), ("về Sở A", "về Sở A")])
def test_a_receiver_brings_its_own_word(text: str, printed: str) -> None:
    assert led(text, "gửi") == printed


def test_a_receiver_is_named_once() -> None:
    assert continued("nộp về Hội đồng", "Hội đồng Sở", "về") == "nộp về Hội đồng Sở"
    assert continued("nộp hồ sơ", "Hội đồng Sở", "về") == "nộp hồ sơ về Hội đồng Sở"


def test_a_long_piece_of_work_is_continued_in_bounded_steps() -> None:
    work, receiver = "nộp " + "a " * 100_000 + "b", "a " * 100_000 + "c"
    assert continued(work, receiver, "về") == f"{work} về {receiver}"
