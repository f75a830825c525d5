"""One file on the page: its paper with the findings marked, their list, and every rule's verdict."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from thidua_cli.conformance.showing.marks import Marks
from thidua_cli.conformance.showing.paper import Paper
from thidua_cli.conformance.showing.wording import shown, word
from thidua_cli.document.html.elements import element
from thidua_cli.findings.catalogue import expected_of, message_of, severity_of
from thidua_cli.findings.finding import Severity
from thidua_cli.findings.formats.words import advice_of, basis_text, cell_text, name_of, reason_of
from thidua_cli.findings.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua_cli.conformance.examination import Examined
    from thidua_cli.findings.finding import Finding
    from thidua_cli.findings.verdict import Verdict

COLUMNS = ("rule", "subject", "ruling", "reason")


def sheet(examined: Examined, findings: Sequence[Finding], lang: str, number: int) -> str:
    """The section of the page for one file, the `number`-th; the findings in the order of the report."""
    marks = Marks(findings, number, lang)
    paper = Paper(examined.case, marks, lang)
    pages = paper.markup()
    rest = marks.rest(frozenset(paper.shown))
    whole = element("p", word("whole", lang), ": ", rest, class_="whole") if rest else ""
    name = f"file{number}"
    return element(
        "section",
        element("h2", shown(examined.case.word.shown), id=name),
        element("p", counted(findings, lang), class_="count"),
        element("p", element("a", word("skip", lang), href=f"#list{number}"), class_="skip"),
        element(
            "div",
            element("div", element("h3", word("paper", lang)), whole, pages, class_="pages"),
            element("div", *_findings(findings, marks, lang, number), class_="told"),
            class_="beside",
        ),
        _verdicts(examined.checked.verdicts, lang),
        class_="file",
        aria_labelledby=name,
    )


def counted(findings: Sequence[Finding], lang: str) -> str:
    """How many findings there are of each weight."""
    counts = Counter(map(severity_of, findings))
    return word("count", lang, **{severity.value: counts[severity] for severity in Severity})


def _findings(findings: Sequence[Finding], marks: Marks, lang: str, number: int) -> Iterator[str]:
    yield element("h3", word("findings", lang), id=f"list{number}")
    if not findings:
        yield element("p", word("none", lang))
        return
    items = (_finding(each, place, marks, lang) for place, each in enumerate(findings, 1))
    yield element("ol", *items, class_="findings")


def _finding(finding: Finding, number: int, marks: Marks, lang: str) -> str:
    severity = severity_of(finding)
    back = element("a", str(number), class_=f"mark {severity.value}", href=f"#{marks.anchor(number)}")
    code = element("code", escape(finding.code), title=name_of(finding.code))
    facts = [
        (label("note.expected", lang), expected_of(finding, lang)),
        *((label("note.basis", lang), basis_text(basis, lang)) for basis in finding.basis),
        (label("note.fix", lang), advice_of(finding, lang)),
    ]
    told = [(element("dt", escape(name)), element("dd", shown(text))) for name, text in facts if text]
    spans = (finding.span, *(each.span for each in finding.related))
    places = [escape(cell_text(span.cell, lang)) for span in spans if span.cell]
    unnamed = int(finding.values.get("places", "1")) - len(spans)
    if unnamed > 0:
        places.append(word("unnamed", lang, count=unnamed))
    return element(
        "li",
        element("p", back, " ", element("strong", shown(message_of(finding, lang))), " ", code),
        element("p", word(severity.value, lang), class_="tier"),
        element("p", "; ".join(places), class_="place") if places else "",
        element("dl", *(part for pair in told for part in pair)) if told else "",
        class_=f"finding {severity.value}",
        id=marks.text(number),
    )


def _verdicts(verdicts: Sequence[Verdict], lang: str) -> str:
    """Every rule with what it says of the file, folded away until somebody asks."""
    head = element("tr", *(element("th", word(key, lang), scope="col") for key in COLUMNS))
    rows = [
        element(
            "tr",
            element("th", escape(verdict.rule), scope="row"),
            element("td", shown(verdict.subject), lang="vi"),
            element("td", escape(label(f"ruling.{verdict.ruling}", lang))),
            element("td", shown(reason_of(verdict, lang))),
            class_=verdict.ruling.value,
        )
        for verdict in verdicts
    ]
    table = element("table", element("thead", head), element("tbody", *rows), class_="verdicts")
    return element("details", element("summary", word("verdicts", lang)), table)
