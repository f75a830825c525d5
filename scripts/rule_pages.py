"""The pages of `docs/luat/`: one for each rule of law, in Vietnamese, made from the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.language import t
from thidua_cli.cli.law.history import periods
from thidua_cli.cli.law.words import delegation_words, said
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.texts import label
from thidua_cli.law.pack import national, pack_name
from thidua_cli.law.rulings.rules import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.law.rulings.rules import Rule

FOLDER = Path("docs") / "luat"
LANG = "vi"
MADE = "Trang này lập tự động từ dữ liệu (`make data`)."
# The tables of the national pack by what they speak of.
SUBJECTS = {
    "rules": "Danh hiệu tập thể, tỷ lệ và đăng ký thi đua",
    "rules_of_individuals": "Danh hiệu của cá nhân",
    "rules_of_ratings": "Đánh giá, xếp loại",
    "rules_of_commendations": "Bằng khen, huân chương",
    "rules_of_flags": "Cờ thi đua",
    "rules_of_procedure": "Hội đồng, hồ sơ, thời hạn",
}


def rule_pages() -> dict[Path, str]:
    """Every page by its path in the repository."""
    known = [(entries()[code], rule) for code, rule in sorted(rules().items()) if code in entries()]
    pages = {FOLDER / f"{entry.code}.md": _page(entry, rule) for entry, rule in known}
    return pages | {FOLDER / "README.md": _index(known)}


def _index(known: list[tuple[Entry, Rule]]) -> str:
    lines = [
        "# Các quy định mà chương trình xét\n",
        f"{MADE} Dữ liệu: {pack_name()}. Nội dung của một ngày: `thidua rules --in-force 31/12/2025`.\n",
    ]
    for table, subject in SUBJECTS.items():
        lines.append(f"## {subject}\n")
        lines += [
            f"- [{entry.code}]({entry.code}.md): {_line(entry.text('title', LANG))}"
            for entry, _ in known
            if entry.code in national()[table]
        ]
        lines.append("")
    return "\n".join(lines)


def _page(entry: Entry, rule: Rule) -> str:
    parts = [
        f"# {entry.code} – {entry.text('title', LANG)}\n",
        f"{MADE} `thidua explain {entry.code}` in ra cùng nội dung.\n",
        f"Tên: `{entry.name}` · mức: {label(f'severity.{entry.severity}', LANG)}\n",
        f"{' '.join(entry.text('why', LANG).split())}\n",
        "## Quy định qua các thời kỳ\n",
        *_history(rule),
    ]
    fix = " ".join(entry.text("fix", LANG).split())
    parts += ["## Cách chữa\n", f"{fix}\n"] if fix else []
    for heading, key in (("Ví dụ có phát hiện", "fires"), ("Ví dụ không có phát hiện", "silent")):
        example = entry.example.get(key, "").rstrip("\n")
        parts += [f"## {heading}\n", f"```yaml\n{example}\n```\n"] if example else []
    parts.append("## Mức riêng của bộ, ngành, địa phương, đơn vị\n")
    parts.append("Xem [Từ quy định đến gói quy định địa phương](../goi-quy-dinh-dia-phuong.md).\n")
    return "\n".join(parts)


def _history(rule: Rule) -> Iterator[str]:
    """The periods: what holds, its readings, its sources, how far they are trusted, who may differ."""
    for period in periods(rule, lambda number: said(rule, number)):
        yield f"### {period.days[:1].upper()}{period.days[1:]}\n"
        yield f"{_line(period.said.lead)}\n"
        if period.said.ways:
            yield from (f"{place}. {_line(text)}" for place, text in enumerate(period.said.ways, 1))
            yield ""
        notes = (*period.sources, period.trust, period.delegation)
        yield from (f"- {_line(text)}" for text in notes if text)
        yield ""
    if not any(map(delegation_words, rule.numbers)):
        none = t("law.delegates.none")
        yield f"{none[:1].upper()}{none[1:]}.\n"


def _line(text: str) -> str:
    return " ".join(text.split())
