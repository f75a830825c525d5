"""Every document of a report obeys the decree: each kind, each campaign, nothing but places to fill in."""

from __future__ import annotations

import pytest
from made_reports import CAMPAIGNS, made

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.model.anatomy import Kind as DocumentKind
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.findings.catalogue import message_of
from thidua_cli.reporting.kinds import Kind

PLACES_TO_FILL = "TD793"
BEFORE_THE_DECREE = {"gia-lai-2018"}


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_report_is_in_order(campaign: str, kind: str) -> None:
    for name, document in made(campaign, kind=kind).documents[:2]:
        word, problems = word_file_of(write_docx(document), f"{name}.docx")
        assert word is not None, problems
        examined = judge(word)
        told = [message_of(each, "vi") for each in examined.checked.findings if each.code != PLACES_TO_FILL]
        outside = examined.case.anatomy.kind is DocumentKind.BEFORE_DECREE
        assert told[outside:] == []
        # Appendices alone bear no date of the document.
        assert outside is (campaign in BEFORE_THE_DECREE and kind != Kind.ANNEXES)
