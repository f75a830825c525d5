"""No fact may vanish: every field of every fact model stands in the full wording of the fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from thidua_cli.document.composing.fact_texts import WORDINGS
from thidua_cli.plan.citation import Citation
from thidua_cli.plan.target import Awarded, Baseline, Conferrer, Target
from thidua_cli.plan.timing import Commemoration, Milestone, Phase, Registration, ReportDue
from thidua_cli.plan.work import Activity, Assignment, Contribution, Movement, MovementUse

if TYPE_CHECKING:
    from collections.abc import Callable

MODELS: dict[str, tuple[type[Any], ...]] = {
    "citations": (Citation,),
    "phases": (Phase,),
    "commemorations": (Commemoration,),
    "movements": (Movement,),
    "targets": (Target, Awarded, Conferrer, Baseline),
    "activities": (Activity,),
    "contributions": (Contribution,),
    "registration": (Registration,),
    "milestones": (Milestone,),
    "reports": (ReportDue,),
    "assignments": (Assignment, MovementUse),
}
# The least that a fact needs; every probe is added to it.
LEAST: dict[str, dict[str, Any]] = {
    "citations": {"kind": "chi-thi", "number": "34-CT/TW"},
    "phases": {"name": "Đợt I", "from": "đầu năm", "to": "hết năm"},
    "commemorations": {"name": "Ngày truyền thống"},
    "movements": {"name": "Vì người nghèo"},
    "targets": {"measure": "Kim ngạch"},
    "activities": {"name": "Hội thao"},
    "contributions": {"who": "Cán bộ", "purpose": "hộ nghèo"},
    "registration": {"what": "danh hiệu"},
    "milestones": {"name": "Hồ sơ khen thưởng"},
    "reports": {"period": "6 tháng"},
    "assignments": {"bodies": ["Văn phòng"], "task": "theo dõi"},
}
HELD: dict[str, Any] = {"award": {"any": ["Bằng khen", "Cờ thi đua"], "by": {"all": ["UBND tỉnh"]}}}
# Field, what the plan says, what the document says. A field twice: each of its ways is printed.
PROBES: dict[str, list[tuple[str, dict[str, Any], str]]] = {
    "citations": [
        ("kind", {"kind": "nghi-quyet"}, "Nghị quyết"),
        ("number", {"number": "05-CT/TW"}, "số 05-CT/TW"),
        ("number", {"kind": "luat", "title": "Luật Thi đua", "number": "06/2022/QH15"}, "số 06/2022/QH15"),
        ("date", {"date": "2014-04-07"}, "ngày 07/4/2014"),
        ("date", {"kind": "luat", "title": "Luật Thi đua", "date": "2003-11-26"}, "ngày 26/11/2003"),
        ("date", {"date": "tháng 4/2014"}, "tháng 4/2014"),
        ("issuer", {"issuer": "Bộ Chính trị"}, "của Bộ Chính trị"),
        ("issuer", {"kind": "luat", "title": "Luật Thi đua", "issuer": "Quốc hội"}, "của Quốc hội"),
        ("subject", {"subject": "đổi mới"}, "về đổi mới"),
        ("quoted", {"subject": "Đổi mới", "quoted": True}, "về “Đổi mới”"),
        ("title", {"title": "Kế hoạch 5 năm"}, "Kế hoạch 5 năm"),
    ],
    "phases": [
        ("name", {"name": "Chặng đầu"}, "Chặng đầu"),
        ("from", {"from": "2022-03-01"}, "từ ngày 01/3/2022"),
        ("to", {"to": "2022-06-30"}, "đến ngày 30/6/2022"),
        ("theme", {"theme": "Về đích"}, "chủ đề “Về đích”"),
        ("goal", {"goal": "vượt kế hoạch"}, ": vượt kế hoạch"),
        ("days", {"days": 90}, "(90 ngày đêm, từ"),
        ("commemorations", {"commemorations": ["ngay-dang"]}, "chào mừng kỷ niệm 92 năm Ngày thành lập Đảng"),
    ],
    "commemorations": [
        ("name", {"name": "Ngày hội"}, "Ngày hội"),
        ("use", {"use": "quoc-khanh", "name": None}, "Ngày Quốc khánh"),
        ("origin", {"origin": "1951-05-14"}, "(14/5/1951)"),
        ("observed", {"observed": "2022-05-14"}, "(14/5/2022)"),
        ("observed", {"origin": "1951-05-14", "observed": "2022-05-14"}, "(14/5/1951 - 14/5/2022)"),
        ("years", {"years": 71}, "71 năm"),
    ],
    "movements": [
        ("name", {"name": "Ba không"}, "“Ba không”"),
        ("kind", {"kind": "chiến dịch"}, "Chiến dịch “"),
        ("quoted", {"quoted": False}, "Phong trào Vì người nghèo"),
        ("owner", {"owner": "UBND tỉnh"}, "do UBND tỉnh phát động"),
        ("theme", {"theme": "Chung tay"}, "với chủ đề “Chung tay”"),
        ("span", {"span": "giai đoạn 2021-2025"}, "giai đoạn 2021-2025"),
        ("aims", {"aims": ["sạch nhà", "sạch ngõ"]}, "(sạch nhà, sạch ngõ)"),
        ("basis", {"basis": "ke-hoach"}, "(theo Kế hoạch số 45/KH-UBND"),
        ("basis", {"aims": ["sạch nhà"], "basis": "ke-hoach"}, "(sạch nhà; theo Kế hoạch số 45/KH-UBND"),
    ],
    "targets": [
        ("measure", {"measure": "Sản lượng"}, "Sản lượng"),
        ("measure", {"measure": "LDTT", "value": "90%"}, "Lao động tiên tiến"),
        ("of", {"measure": "LDTT", "of": "nhan-su", "value": "90%"}, "90% người lao động đạt"),
        ("of", {"measure": "thu nhập", "of": "nhan-su", "growth": "tăng 5%"}, "của người lao động"),
        ("value", {"value": "470 triệu USD"}, "đạt 470 triệu USD"),
        ("direction", {"direction": "giam"}, "Giảm kim ngạch"),
        ("growth", {"growth": "giảm 3%"}, "giảm 3%"),
        ("growth", {"growth": "-3%"}, "giảm 3%"),
        ("baseline", {"value": "98%", "baseline": {"period": "2021", "value": "95%"}}, "(năm 2021: 95%)"),
        ("period", {"growth": "tăng 3%", "baseline": {"period": "2021"}}, "tăng 3% so với năm 2021"),
        ("period", {"value": "98%", "baseline": {"period": "cùng kỳ"}}, "98%, so với cùng kỳ"),
        ("value", {"growth": "tăng 3%", "baseline": {"period": "2021", "value": "9 tỷ"}}, "năm 2021 (9 tỷ)"),
        ("prices", {"prices": "so sánh 2010"}, "(giá so sánh 2010)"),
        ("prices", {"measure": "Chỉ số (GRDP)", "prices": "hiện hành"}, "(GRDP; giá hiện hành)"),
        ("exclude", {"value": "9", "exclude": ["lãnh đạo"]}, "(không tính lãnh đạo)"),
        ("per_unit", {"value": "9 tỷ", "per_unit": "2 tỷ"}, "mỗi đơn vị tối thiểu 2 tỷ"),
        ("per_unit", {"value": "9 tỷ", "per_unit": "ít nhất 2 tỷ"}, "mỗi đơn vị ít nhất 2 tỷ"),
        ("threshold", {"measure": "kỷ luật", "value": "không", "threshold": "cảnh cáo"}, "từ cảnh cáo"),
        ("threshold", {"value": "không quá 2 vụ", "threshold": "nặng trở lên"}, "từ nặng trở lên"),
        ("rating", {"rating": "vững mạnh"}, "Kim ngạch đạt vững mạnh"),
        ("rating", {**HELD, "rating": "hoàn thành tốt"}, "hoàn thành tốt, đạt một trong các"),
        ("award", {"award": {"all": ["Bằng khen"]}}, "được tặng Bằng khen"),
        ("any", HELD, "đạt một trong các hình thức: Bằng khen, Cờ thi đua của UBND tỉnh"),
        ("any", {"award": {"all": ["Cờ"], "by": {"any": ["A", "B"]}}}, "được A hoặc B tặng Cờ"),
        ("all", {"award": {"all": ["Cờ"], "by": {"all": ["A", "B"]}}}, "được A và B tặng Cờ"),
        ("by", {"award": {"all": ["Cờ"], "by": {"all": ["A"]}}}, "được A tặng Cờ"),
        ("deadline", {"value": "60%", "deadline": "30/11/2022"}, "chậm nhất ngày 30/11/2022"),
        ("deadline", {"value": "60%", "deadline": "tháng 11/2022"}, "chậm nhất tháng 11/2022"),
        ("wording", {"value": "9%", "wording": "Có {value} làm tốt"}, "Có 9% làm tốt"),
    ],
    "activities": [
        ("name", {"name": "Tọa đàm"}, "Tọa đàm"),
        ("items", {"items": ["bóng đá", "cầu lông"]}, ": bóng đá; cầu lông"),
        ("at", {"at": "tháng 6/2022"}, "thời gian: tháng 6/2022"),
        ("tentative", {"at": "tháng 6/2022", "tentative": True}, "dự kiến"),
        ("tentative", {"tentative": True}, "(dự kiến)"),
        ("by", {"by": "Công đoàn"}, "do Công đoàn chủ trì"),
        ("contingency", {"contingency": "nếu mưa thì hoãn"}, "nếu mưa thì hoãn"),
    ],
    "contributions": [
        ("who", {"who": "Mỗi phòng"}, "Mỗi phòng"),
        ("gives", {"gives": "01 ngày lương"}, "đóng góp 01 ngày lương cho hộ nghèo"),
        ("per", {"gives": "9 triệu đồng", "per": "người"}, "9 triệu đồng mỗi người"),
        ("per", {"builds": "02 nhà", "per": "mỗi xã"}, "02 nhà mỗi xã"),
        ("builds", {"builds": "02 nhà"}, "hỗ trợ xây dựng 02 nhà cho hộ nghèo"),
        ("purpose", {"gives": "9 triệu đồng", "purpose": "làm nhà"}, "để làm nhà"),
        ("basis", {"gives": "9 triệu đồng", "basis": "ke-hoach"}, "theo Kế hoạch số 45/KH-UBND"),
    ],
    "registration": [
        ("what", {"what": "Mô hình mới"}, "Đăng ký mô hình mới"),
        ("to", {"to": "Văn phòng"}, "với Văn phòng"),
        ("before", {"before": "28/02/2022"}, "trước ngày 28/02/2022"),
        ("by", {"by": "28/02/2022"}, "chậm nhất ngày 28/02/2022"),
        ("by", {"before": "hết năm", "by": "28/02/2022"}, "trước khi hết năm, chậm nhất ngày 28/02/2022"),
        ("required", {"required": True}, "(bắt buộc)"),
        ("consequence", {"consequence": "Ai không đăng ký thì không xét"}, "không đăng ký thì không xét"),
    ],
    "milestones": [
        ("name", {"name": "Bình xét"}, "Bình xét"),
        ("before", {"before": "hết năm"}, "trước khi hết năm"),
        ("by", {"by": "hết năm"}, "chậm nhất đến hết năm"),
        ("on", {"on": "tháng 12/2022"}, "(tháng 12/2022)"),
        ("on", {"on": "tháng 12/2022", "before": "25/12/2022"}, "25/12/2022 (tháng 12/2022)"),
        ("to", {"to": "Hội đồng"}, "gửi về Hội đồng"),
    ],
    "reports": [
        ("period", {"period": "Quý I"}, "Báo cáo quý I"),
        ("to", {"to": "Sở Nội vụ"}, "gửi Sở Nội vụ"),
        ("attach", {"attach": ["bảng điểm", "biểu"]}, "kèm bảng điểm và biểu"),
        ("before", {"before": "ngày 25 tháng cuối quý"}, "trước ngày 25 tháng cuối quý"),
        ("by", {"by": "25/6/2022"}, "chậm nhất ngày 25/6/2022"),
    ],
    "assignments": [
        ("bodies", {"bodies": ["Phòng A", "Phòng B"]}, "Giao Phòng A và Phòng B"),
        ("manner", {"manner": "de-nghi"}, "Đề nghị Văn phòng"),
        ("task", {"task": "làm báo cáo"}, "làm báo cáo"),
        ("movements", {"movements": ["ba-sach"]}, "tổ chức thực hiện phong trào “Ba sạch”"),
        ("movement", {"task": "làm {phong-trao}", "movements": ["ba-sach"]}, "làm phong trào “Ba sạch”"),
        ("called", {"movements": [{"movement": "ba-sach", "called": "3 sạch"}]}, "phong trào “3 sạch”"),
        ("theme", {"movements": [{"movement": "ba-sach", "theme": "Gọn"}]}, "với chủ đề “Gọn”"),
    ],
}
# Printed as tables and pages of their own; the text only names them.
PRINTED_APART = ("votes", "tables", "enclosures", "appendices")
SILENT = {
    "id": "the handle of the fact, for references only",
    "level": "says who may start a movement, for the rules; the owner is printed",
    "within": "the relation between two targets, for the rules; the author's wording says `trong đó`",
}


def keys_of(section: str) -> set[str]:
    """The keys of the plan language that a section's facts may have, those of their parts too."""
    return {field.alias or name for model in MODELS[section] for name, field in model.model_fields.items()}


def test_every_kind_of_fact_is_walked() -> None:
    assert {*MODELS, *PRINTED_APART, "basis"} == set(WORDINGS)
    assert set(MODELS) == set(PROBES) == set(LEAST)


@pytest.mark.parametrize("section", MODELS)
def test_every_field_is_probed_or_silent_for_a_reason(section: str) -> None:
    assert {field for field, _, _ in PROBES[section]} == keys_of(section) - SILENT.keys()


@pytest.mark.parametrize(
    ("section", "probe", "printed"),
    [(section, probe, printed) for section, probes in PROBES.items() for _, probe, printed in probes],
)
@pytest.mark.parametrize("listed", [True, False], ids=["listed", "in-prose"])
def test_a_field_is_printed(
    worded: Callable[..., str], section: str, probe: dict[str, Any], printed: str, listed: bool
) -> None:
    fact = {key: value for key, value in (LEAST[section] | probe).items() if value is not None}
    text = worded(section, fact, listed=listed)
    assert printed in text
    assert not any(double in text for double in ("  ", " ,", "( ", ") (", ".."))
