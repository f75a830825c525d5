"""The page of `docs/` on the rules of layout, made from the profile of the decree and the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.conformance.rules.profile import Tier, profile
from thidua_cli.findings.catalogue import entries
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from thidua_cli.conformance.rules.profile import Rule

PAGE = Path("docs") / "quy-tac-the-thuc.md"
LANG = "vi"
TIERS = {
    Tier.LAW: "quy định",
    Tier.HEURISTIC: "quy định, nhận diện có thể nhầm",
    Tier.MANUAL: "quy định, cần người xem",
    Tier.SAMPLE: "mẫu tại Phụ lục III",
    Tier.HYGIENE: "nên có, không phải quy định",
    Tier.HOUSE: "thông lệ, chỉ nêu khi hỏi",
}
FIXES = {"safe": "sửa được", "unsafe": "sửa được, cần xem lại", "none": "người sửa"}
HEAD = """# Các quy tắc thể thức

Trang này lập tự động từ dữ liệu (`make data`). `thidua explain TD728` in ra lời giải thích của một quy tắc.

Chuẩn: `{id}`, {document}, có hiệu lực từ {since}; nội dung đối chiếu đến {checked_to}.

Quy định bị vi phạm là lỗi; nơi việc nhận diện thành phần có thể nhầm là cảnh báo; mẫu và việc nên có là
lưu ý. Điều Nghị định không nói thì không bao giờ là lỗi: dấu đầu dòng, cỡ chữ trong bảng, đường kẻ bằng hình
vẽ hay đường viền, số dòng trống để ký, dấu “./.”, cách đặt dấu thanh.

| Mã | Nội dung | Mức | Căn cứ | Cách chữa |
| --- | --- | --- | --- | --- |
"""


def layout_page() -> str:
    """The page: one line for each rule."""
    own = profile()
    days = {"since": format_short(own.since), "checked_to": format_short(own.checked_to)}
    head = HEAD.format(id=own.id, document=own.document, **days)
    return head + "".join(f"{_row(rule)}\n" for rule in own.rules.values())


def _row(rule: Rule) -> str:
    tiers = dict.fromkeys(TIERS[check.tier] for check in rule.checks)
    clauses = dict.fromkeys(basis.at for check in rule.checks for basis in check.basis)
    fixes = dict.fromkeys(FIXES[check.fix] for check in rule.checks)
    title = entries()[rule.code].text("title", LANG)
    return f"| {rule.code} | {title} | {'; '.join(tiers)} | {'; '.join(clauses)} | {'; '.join(fixes)} |"
