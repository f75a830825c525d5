"""Mục III, khoản 1: appendices and the line that says what they belong to."""

from __future__ import annotations

from changes import Wrong, both, drop, layout, looks, reword

MENTION = "Tiêu chí chấm điểm tại Phụ lục I, biểu mẫu đăng ký tại Phụ lục II kèm theo"

VIOLATIONS = [
    Wrong("TD781", "lower", "plan", reword("Phụ lục I<", "PHỤ LỤC I<")),
    Wrong("TD781", "size", "plan", looks("AppendixName", sz=26)),
    Wrong("TD781", "bold", "plan", looks("AppendixName", b=0)),
    Wrong("TD781", "upright", "plan", looks("AppendixName", i=1)),
    Wrong(
        "TD781",
        "own",
        "plan",
        both(reword("Phụ lục I<", "Phụ lục I. TIÊU CHÍ CHẤM ĐIỂM<"), drop("AppendixTitle")),
    ),
    Wrong("TD781", "centre", "plan", layout("AppendixName", "jc", val="left")),
    Wrong(
        "TD782",
        "roman",
        "plan",
        both(reword("Phụ lục I<", "Phụ lục 1<"), reword("Phụ lục II<", "Phụ lục 2<")),
    ),
    Wrong("TD782", "roman-missing", "plan", reword("Phụ lục I<", "Phụ lục<")),
    Wrong(
        "TD782",
        "roman-order",
        "plan",
        both(reword("Phụ lục II<", "Phụ lục III<"), reword("tại Phụ lục II ", "tại Phụ lục III ")),
    ),
    Wrong("TD783", "mention", "plan", reword(MENTION, "Tiêu chí chấm điểm và biểu mẫu đăng ký gửi sau")),
    Wrong("TD783", "mention", "plan", reword("tại Phụ lục II kèm theo", "gửi sau")),
    Wrong("TD784", "upper", "plan", reword("TIÊU CHÍ CHẤM ĐIỂM", "Tiêu chí chấm điểm")),
    Wrong("TD784", "size", "plan", looks("AppendixTitle", sz=24)),
    Wrong("TD784", "bold", "plan", looks("AppendixTitle", b=0)),
    Wrong("TD784", "upright", "plan", looks("AppendixTitle", i=1)),
    Wrong("TD784", "centre", "plan", layout("AppendixTitle", "jc", val="left")),
    Wrong("TD785", "own-number", "plan", reword("Kế hoạch số 05/KH", "Kế hoạch số 15/KH")),
    Wrong("TD785", "own-number", "decision", reword("Quyết định số 21/QĐ", "Quyết định số 12/QĐ")),
    Wrong("TD785", "own-date", "plan", reword("SCT ngày 05 tháng 3", "SCT ngày 06 tháng 3")),
    Wrong(
        "TD785",
        "brackets",
        "plan",
        both(reword("(Kèm theo", "Kèm theo"), reword("tháng 3 năm 2026)", "tháng 3 năm 2026")),
    ),
    Wrong("TD785", "missing", "plan", drop("Attached")),
    Wrong("TD785", "size", "plan", looks("Attached", sz=24)),
    Wrong("TD785", "italic", "plan", looks("Attached", i=0)),
    Wrong("TD785", "lower", "plan", looks("Attached", caps=1)),
    Wrong("TD785", "centre", "plan", layout("Attached", "jc", val="left")),
]
