"""The parts of a finding and of a verdict, put into words for every format."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from thidua_cli.findings.catalogue import entries
from thidua_cli.findings.texts import label
from thidua_cli.findings.word_places import SECTION, word_place
from thidua_cli.vietnamese.printed_dates import format_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_cli.findings.finding import Basis, Finding, Related
    from thidua_cli.findings.report import Report
    from thidua_cli.findings.span import Span
    from thidua_cli.findings.verdict import Verdict
    from thidua_cli.findings.word_places import WordPlace

# A header or footer that is the only one of its kind needs no number.
FIRST = "1"


def name_of(code: str) -> str:
    """The readable name of a code, empty for one the catalogue does not know."""
    entry = entries().get(code)
    return entry.name if entry else ""


def place_of(span: Span, lang: str) -> str:
    """A place as people quote it; in a Word file in words: `van-ban.docx: bảng 1, hàng 2, cột 1`."""
    place = word_place(span.cell) if span.cell else None
    return f"{span.path}: {_in_word(place, lang)}" if place else span.place


def cell_text(cell: str, lang: str) -> str:
    """The place within a file that has no lines."""
    place = word_place(cell)
    return _in_word(place, lang) if place else cell


def _in_word(place: WordPlace, lang: str) -> str:
    if place.story == SECTION:
        return label("word.section", lang, number=place.number)
    story = label(f"word.{place.story}", lang)
    several = place.part not in ("", FIRST)
    parts = [f"{story} {place.part}" if several else story]
    parts += [label("word.table", lang, table=t, row=r, column=c) for t, r, c in place.cells]
    if place.number > 1 or not any(parts):
        parts.append(label("word.paragraph", lang, number=place.number))
    return ", ".join(part for part in parts if part)


def reason_of(verdict: Verdict, lang: str) -> str:
    """Why the verdict is what it is."""
    entry = entries().get(verdict.code)
    return entry.fill("messages", lang, verdict.variant, verdict.values) if entry else ""


def related_of(finding: Finding, related: Related, lang: str) -> str:
    """The note of a related place; empty where the catalogue has none."""
    return entries()[finding.code].fill("related", lang, related.key, related.values)


def advice_of(finding: Finding, lang: str) -> str:
    """How the finding is usually cured."""
    return entries()[finding.code].text("fix", lang)


def replacement_of(finding: Finding) -> str:
    """What the fix writes, where one line can show it; empty for spaces, lines, and no fix."""
    text = finding.fix.replacement.strip() if finding.fix else ""
    return "" if "\n" in text else text


def basis_text(basis: Basis, lang: str) -> str:
    """An article with the days it holds: `… (hiệu lực 01/10/2017 – 31/12/2023)`."""
    days = {}
    if basis.since:
        days["since"] = format_short(basis.since)
    if basis.to:
        days["until"] = format_short(basis.to - timedelta(days=1))
    holds = ""
    if days:
        holds = f" ({label('basis.both' if len(days) > 1 else f'basis.{next(iter(days))}', lang, **days)})"
    return _article(basis) + holds + _quote(basis)


def source_text(basis: Basis) -> str:
    """An article with its quote, for a place that states the days itself."""
    return _article(basis) + _quote(basis)


def _article(basis: Basis) -> str:
    return f"{basis.document}, {basis.at}" if basis.at else basis.document


def _quote(basis: Basis) -> str:
    return f": “{basis.quote}”" if basis.quote else ""


def summary_lines(report: Report, lang: str) -> Sequence[str]:
    """The counts: one line for the findings, one for the verdicts where there are any."""
    summary = report.summary
    key = "summary.findings" if report.findings else "summary.clean"
    counts = {severity.value: count for severity, count in summary.findings.items()}
    lines = [label(key, lang, **counts, files=summary.files)]
    if report.verdicts:
        lines.append(verdict_counts(report, lang))
    return lines


def verdict_counts(report: Report, lang: str) -> str:
    """`Kết luận theo quy định (xét tại ngày …): đạt 3, không đạt 1, …`, every ruling counted."""
    context = []
    if report.as_of:
        context.append(label("verdicts.date", lang, date=format_short(report.as_of)))
    if report.law:
        context.append(label("verdicts.law", lang, law=report.law))
    heading = label("verdicts.heading", lang) + (f" ({'; '.join(context)})" if context else "")
    rulings = report.summary.verdicts.items()
    counts = [f"{label('ruling.' + ruling, lang)} {count}" for ruling, count in rulings]
    return f"{heading}: {', '.join(counts)}."
