"""The page on the headings of tables, in Vietnamese, made from the words that are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

OPENING = """# Bảng số liệu: tên cột và cách ghi

Trang này lập tự động từ các từ mà chương trình nhận (`make data`). Bảng là tệp CSV hoặc XLSX; dòng đầu là
tên cột, mỗi dòng sau là một đơn vị (hoặc một đơn vị và một tiêu chí, một người, một khen thưởng). Tên cột
không kể dấu, chữ hoa, chữ thường: `Đơn vị`, `don_vi`, `DON VI` là một. Tên gần giống không được tự nhận mà
được hỏi lại.

Bảng tiêu chí dùng trong các ví dụ chấm điểm dưới đây:

```yaml
thidua: "1"
name: Ví dụ
cluster_column: Cụm
criteria:
  - kind: proportional
    id: giai-ngan
    name: Giải ngân
    unit: "%"
    max: 20
    target_column: Chỉ tiêu giải ngân
  - kind: yes_no
    id: bao-cao
    name: Nộp báo cáo
    max: 10
    evidence: required
```
"""
WIDE = """Đơn vị;Cụm;Giải ngân;Giải ngân – chỉ tiêu;Nộp báo cáo;Nộp báo cáo – minh chứng
Sở A;Cụm 1;92;95;Có;Báo cáo số 12/BC-SA
Sở B;Cụm 1;98;95;Không;
"""
LAYERED = """\
Đơn vị;Cụm;Giải ngân (tự chấm);giai-ngan.tham_dinh;giai-ngan.ly_do;giai-ngan.target;bao-cao;bao-cao.minh_chung
Sở A;Cụm 1;95;92;Trừ số giải ngân sau ngày 31/12;95;Có;Báo cáo số 12/BC-SA
Sở B;Cụm 1;98;98;;95;Không;
"""
LONG = """Đơn vị;Cụm;Tiêu chí;Giá trị;Chỉ tiêu;Minh chứng
Sở A;Cụm 1;Giải ngân;92;95;
Sở A;Cụm 1;Nộp báo cáo;Có;;Báo cáo số 12/BC-SA
Sở B;Cụm 1;Giải ngân;98;95;
Sở B;Cụm 1;Nộp báo cáo;Không;;
"""
ROSTER = """Đơn vị;Cụm
Sở A;Cụm 1
Sở B;Cụm 1
"""
ADJUSTMENTS = """Đơn vị;Tiêu chí;Điểm;Lý do;Ngày;Người quyết định
Sở A;Giải ngân;0,5;Bổ sung hồ sơ;05/12/2025;Hội đồng
Sở B;;-1;Nộp hồ sơ chậm;05/12/2025;Hội đồng
"""
COUNTS = """Đơn vị;Tổng số;LĐTT;CSTĐCS
Sở A;40;36;5
Sở B;52;48;7
"""
PEOPLE = """Họ và tên;Đơn vị;Xếp loại;Danh hiệu
Nguyễn Văn A;Sở A;Hoàn thành xuất sắc nhiệm vụ;LĐTT
Trần Thị B;Sở A;Hoàn thành tốt nhiệm vụ;LĐTT
"""
AWARDS = """STT;Họ và tên;Đơn vị;Danh hiệu;Ngày quyết định
1;Nguyễn Văn A;Sở A;Lao động tiên tiến;15/01/2026
2;Trần Thị B;Sở A;Chiến sĩ thi đua cơ sở;15/01/2026
"""
# The examples by the name that stands above each of them in the page.
EXAMPLES = {
    "rong": WIDE,
    "lan-cham": LAYERED,
    "dai": LONG,
    "danh-sach": ROSTER,
    "dieu-chinh": ADJUSTMENTS,
    "so-nguoi": COUNTS,
    "nguoi": PEOPLE,
    "khen-thuong": AWARDS,
}
SIDES = {
    "target": "chỉ tiêu riêng của đơn vị",
    "due": "hạn riêng của đơn vị",
    "by": "số liệu thứ hai của bảng hai chiều",
    "exempt": "số lần đơn vị tự báo cáo, không tính",
    "evidence": "minh chứng",
}
LONG_PARTS = {"criterion": "tiêu chí", "value": "số liệu", "layer": "lần chấm"}
LATE_PARTS = {"points": "số điểm cộng, trừ", "day": "ngày", "person": "người quyết định"}
AWARD_PARTS = ("number", "name", "position", "unit", "award", "holder", "day", "ignored")
ANSWERS = {
    "yes": "có",
    "no": "không",
    "not_assigned": "không giao: tiêu chí ra ngoài mẫu số",
    "blank": "để trống",
}
Spelled = list[tuple[str, "Sequence[str]"]]


def table_reference(words: Path) -> str:
    """The page; `words`: the folder of the accepted words."""
    data: dict[str, Any] = {}
    for path in sorted(words.glob("*.yaml")):
        data |= YAML(typ="safe", pure=True).load(path)
    units, people, awards = data["units"], data["people"], data["awards"]
    return "\n".join([OPENING, *_scoring(units), *_lists(data["counts"], units, people, awards)])


def _scoring(units: Mapping[str, Any]) -> list[str]:
    return [
        "## Bảng mỗi dòng một đơn vị\n",
        "Cột số liệu mang mã, tên hoặc một tên khác (`aliases`) của tiêu chí. Cột cụm, cột điểm liệt, cột\n"
        "phân định khi bằng điểm mang tên ghi trong bảng tiêu chí.\n",
        _table([("tên đơn vị", units["unit"]), ("loại đơn vị", units["type"])], "Cột"),
        _example("rong"),
        "### Số liệu kèm theo của một tiêu chí\n",
        "Tên tiêu chí, gạch ngang (hoặc dấu chấm, ngoặc đơn), rồi một trong các đuôi; hoặc tên cột ghi\n"
        "trong bảng tiêu chí (`target_column`, `due_column`, `by_column`, `exempt_column`).\n",
        _table([(what, units["sides"][side]) for side, what in SIDES.items()], "Đuôi"),
        "### Các lần chấm\n",
        "Mỗi lần chấm một cột; lần có số liệu sau cùng được tính, chỗ khác lần trước phải có lý do. Bảng\n"
        "tiêu chí có `layers` thì theo các lần chấm ở đó; không có thì theo thứ tự sau:\n",
        _table([(names[0], names) for names in units["layers"].values()], "Lần chấm"),
        f"Lý do: thêm một đuôi nữa, {_spelled(units['reason'])}.\n",
        _example("lan-cham"),
        "## Bảng mỗi dòng một đơn vị và một tiêu chí\n",
        _table([(what, units["long"][part]) for part, what in LONG_PARTS.items()], "Cột"),
        "Các đuôi ở trên (chỉ tiêu, hạn, minh chứng, lý do) ở bảng này là tên cột; mỗi lần chấm cũng có thể\n"
        "là một cột.\n",
        _example("dai"),
        "## Ô ghi gì\n",
        _table([(what, units[kind]) for kind, what in ANSWERS.items()], "Nghĩa"),
        f"Dòng cộng không phải đơn vị: {_spelled(units['total_rows'])}.\n",
        f"Cột có cũng không dùng: {_spelled(units['ignored'])}.\n",
        "## Danh sách đơn vị (`--roster`)\n",
        "Cột tên đơn vị; có thể thêm cột loại, cột cụm, cột chỉ tiêu và hạn của từng đơn vị.\n",
        _example("danh-sach"),
        "## Bảng điều chỉnh (`--adjustments`)\n",
        "Cột đơn vị, cột tiêu chí (để trống là điều chỉnh tổng điểm), cột lý do như ở trên, và:\n",
        _table([(what, units["adjustments"][part]) for part, what in LATE_PARTS.items()], "Cột"),
        _example("dieu-chinh"),
    ]


def _lists(
    counts: Mapping[str, Any], units: Mapping[str, Any], people: Mapping[str, Any], awards: Mapping[str, Any]
) -> list[str]:
    heads = [(names[0], names) for names in units["head_counts"].values()]
    facts = [(_first(names), names) for names in people["facts"].values()]
    return [
        "## Số người của đơn vị (`quota`, và cùng bảng chấm điểm)\n",
        _table(heads, "Số"),
        "Bảng phân bổ (`quota --allocate`) còn có:\n",
        _table([(_first(names), names) for names in counts.values()], "Số"),
        _example("so-nguoi"),
        "## Danh sách cá nhân (`quota`)\n",
        _table([(_first(people[part]), people[part]) for part in ("name", "group")], "Cột"),
        _table(facts, "Cột"),
        _example("nguoi"),
        "## Danh sách khen thưởng (`bonus`)\n",
        _table([(_first(awards[part]), awards[part]) for part in AWARD_PARTS[:-1]], "Cột"),
        f"Cột có cũng không dùng: {_spelled(awards['ignored'])}.\n",
        _example("khen-thuong"),
    ]


def _first(names: Sequence[str]) -> str:
    """The first spelling that is no id."""
    return next((name for name in names if "_" not in name and name != name.lower()), names[0])


def _spelled(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names if name)


def _table(lines: Spelled, title: str) -> str:
    rows = [f"| {what} | {_spelled(names)} |" for what, names in lines]
    return "\n".join([f"| {title} | Các cách ghi |", "|---|---|", *rows]) + "\n"


def _example(name: str) -> str:
    return f"<!-- {name} -->\n```csv\n{EXAMPLES[name]}```\n"
