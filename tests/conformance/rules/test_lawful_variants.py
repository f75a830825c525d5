"""What the decree allows, and what it does not speak of, is never told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from changes import Change, Lawful, reword
from lawful_variants import head, text
from official_documents import BASES

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.document.layout import Layout
from thidua_cli.findings.catalogue import message_of

LAYOUTS = [
    Layout(size=13),
    Layout(size=14),
    Layout(
        size=14, top=Decimal(25), bottom=Decimal(25), left=Decimal(35), right=Decimal(20), line=Decimal("1.5")
    ),
    Layout(size=13, left=Decimal(35), right=Decimal(20), first_line=Decimal(10)),
    Layout(size=13, top=Decimal(20), left=Decimal(30), right=Decimal(15), gap=Decimal(12)),
]
DOCUMENTS = {name: make() for name, make in BASES.items()}


def told(docx: bytes) -> list[str]:
    word, findings = word_file_of(docx, "a.docx")
    assert word is not None, findings
    return [f"{each.code} {message_of(each, 'vi')}" for each in judge(word).checked.findings]


@pytest.mark.parametrize(
    "lawful", [*head.LAWFUL, *text.LAWFUL], ids=lambda lawful: lawful.name.replace(" ", "-")
)
def test_lawful_variant_is_silent(lawful: Lawful) -> None:
    assert told(lawful.change(DOCUMENTS[lawful.base])) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize("base", BASES)
def test_every_size_and_margin_of_the_decree_is_silent(base: str, layout: Layout) -> None:
    assert told(BASES[base](layout)) == []


BLANKS = {
    "number": reword("Số: 05/", "Số:      /"),
    "date": reword("ngày 05 tháng 3 năm", "ngày      tháng     năm"),
}


@pytest.mark.parametrize("name", BLANKS)
def test_blanks_of_a_draft_are_no_spaces_for_layout(name: str) -> None:
    change: Change = BLANKS[name]
    word, findings = word_file_of(change(DOCUMENTS["plan"]), "a.docx")
    assert word is not None, findings
    assert "TD797" not in {each.code for each in judge(word, house=True).checked.findings}
