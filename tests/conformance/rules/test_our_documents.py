"""Every document that the project itself writes obeys the decree, in both sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from thidua_cli.conformance.examination import judge
from thidua_cli.conformance.model.anatomy import Kind
from thidua_cli.conformance.reading.word_file import word_file_of
from thidua_cli.document.composing.compose import compose
from thidua_cli.document.docx.writer import write_docx
from thidua_cli.document.layout import Layout
from thidua_cli.document.templating.environment import open_templates
from thidua_cli.findings.catalogue import message_of
from thidua_cli.plan.files import PlanFiles
from thidua_cli.plan.loading import load_plan
from thidua_cli.source.text import SourceText

ROOT = Path(__file__).parents[3]
PLANS = sorted(
    (*(ROOT / "plans").glob("*/plan.yaml"), *(ROOT / "docs" / "vi-du-van-ban").glob("*/plan.yaml"))
)
TEMPLATES = open_templates()


@pytest.mark.parametrize("size", [13, 14])
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.parent.name)
def test_our_document_is_in_order(path: Path, size: Literal[13, 14]) -> None:
    loaded, findings = load_plan(SourceText(path.name, path.read_text("utf-8")), PlanFiles(path.parent, ROOT))
    assert loaded is not None, findings
    document, findings = compose(loaded, TEMPLATES, Layout(size=size))
    assert document is not None, findings
    word, findings = word_file_of(write_docx(document), "a.docx")
    assert word is not None, findings
    examined = judge(word)
    told = [message_of(each, "vi") for each in examined.checked.findings]
    outside = examined.case.anatomy.kind is Kind.BEFORE_DECREE
    assert told[outside:] == []
    assert outside is ("2018" in path.parent.name)
