"""The pages of `docs/luat/`: one for each rule of law, in Vietnamese, made from the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.law.words import (
    checked_words,
    delegation_words,
    number_words,
    period_words,
    reading_words,
)
from thidua_cli.findings.catalogue import Entry, entries
from thidua_cli.findings.formats.words import source_text
from thidua_cli.findings.texts import label
from thidua_cli.law.pack import pack_name
from thidua_cli.law.rulings.rules import State, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua_cli.law.rulings.rules import DatedValue, Rule

FOLDER = Path("docs") / "luat"
LANG = "vi"
MADE = "Trang này lập tự động từ dữ liệu (`make data`)."
HEAD = "| Thời gian | Nội dung | Căn cứ | Mức tin cậy | Giao cho địa phương |\n|---|---|---|---|---|"


def rule_pages() -> dict[Path, str]:
    """Every page by its path in the repository."""
    known = [(entries()[code], rule) for code, rule in sorted(rules().items()) if code in entries()]
    pages = {FOLDER / f"{entry.code}.md": _page(entry, rule) for entry, rule in known}
    return pages | {FOLDER / "README.md": _index(known)}


def _index(known: list[tuple[Entry, Rule]]) -> str:
    rows = [
        f"| [{entry.code}]({entry.code}.md) | {_cell(entry.text('title', LANG))} | {_cell(_latest(rule))} |"
        for entry, rule in known
    ]
    return "\n".join(
        [
            "# Các quy định mà chương trình xét\n",
            f"{MADE} Dữ liệu: {pack_name()}. Nội dung của một ngày: `thidua rules --in-force 31/12/2025`.\n",
            "| Mã | Quy định | Nội dung gần nhất đã kiểm chứng |\n|---|---|---|",
            *rows,
            "",
        ]
    )


def _latest(rule: Rule) -> str:
    """The last number with a verified source."""
    verified = [number for number in rule.numbers if number.state is not State.UNVERIFIED]
    if not verified:
        return "chưa có"
    return f"{period_words(verified[-1])}: {number_words(rule, verified[-1])}"


def _page(entry: Entry, rule: Rule) -> str:
    parts = [
        f"# {entry.code} – {entry.text('title', LANG)}\n",
        f"{MADE} `thidua explain {entry.code}` in ra cùng nội dung.\n",
        f"Tên: `{entry.name}` · mức: {label(f'severity.{entry.severity}', LANG)}\n",
        f"{' '.join(entry.text('why', LANG).split())}\n",
        "## Quy định qua các thời kỳ\n",
        HEAD,
        *(_row(rule, number) for number in rule.numbers),
        "",
    ]
    fix = " ".join(entry.text("fix", LANG).split())
    parts += ["## Cách chữa\n", f"{fix}\n"] if fix else []
    for heading, key in (("Ví dụ có phát hiện", "fires"), ("Ví dụ không có phát hiện", "silent")):
        example = entry.example.get(key, "").rstrip("\n")
        parts += [f"## {heading}\n", f"```yaml\n{example}\n```\n"] if example else []
    parts.append("## Mức riêng của bộ, ngành, địa phương, đơn vị\n")
    parts.append("Xem [Từ quy định đến gói quy định địa phương](../goi-quy-dinh-dia-phuong.md).\n")
    return "\n".join(parts)


def _row(rule: Rule, number: DatedValue) -> str:
    basis = "; ".join(source_text(one) for one in number.basis)
    delegation = "" if number.state is State.UNVERIFIED else delegation_words(number)
    cells = (period_words(number), "; ".join(_says(rule, number)), basis, checked_words(number), delegation)
    return f"| {' | '.join(map(_cell, cells))} |"


def _says(rule: Rule, number: DatedValue) -> Iterator[str]:
    yield number_words(rule, number)
    for reading in number.readings:
        said = reading_words(rule, reading)
        if said:
            yield f"một cách đọc: {said}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
