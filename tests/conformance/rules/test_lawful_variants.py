"""What the decree allows, and what it does not speak of, is never told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from changes import Lawful
from lawful_variants import head, text
from official_documents import BASES

from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.conformance.recognition.anatomy import recognise
from thidua_cli.conformance.rules.check import check
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
    return [f"{each.code} {message_of(each, 'vi')}" for each in check(word, recognise(word)).findings]


@pytest.mark.parametrize(
    "lawful", [*head.LAWFUL, *text.LAWFUL], ids=lambda lawful: lawful.name.replace(" ", "-")
)
def test_lawful_variant_is_silent(lawful: Lawful) -> None:
    assert told(lawful.change(DOCUMENTS[lawful.base])) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize("base", BASES)
def test_every_size_and_margin_of_the_decree_is_silent(base: str, layout: Layout) -> None:
    assert told(BASES[base](layout)) == []
